import type { z } from 'zod';

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
}

/** Every field that a schema has room for: `current.indicators.*.target.atLeast`. */
export function schemaLeaves(schema: z.core.$ZodType, path = ''): readonly string[] {
  const { shape, element, options, items, innerType, out } = schema._zod.def as Def;
  if (shape) return Object.entries(shape).flatMap(([key, field]) => schemaLeaves(field, path ? `${path}.${key}` : key));
  if (element) return schemaLeaves(element, `${path}.*`);
  if (options) return options.flatMap((option) => schemaLeaves(option, path));
  if (items) return items.flatMap((item, index) => schemaLeaves(item, `${path}.${index}`));
  const inner = innerType ?? out;
  return inner ? schemaLeaves(inner, path) : [path];
}

/** The fields that a value has something in. */
export function filledLeaves(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    const isPair = path.endsWith('between');
    return value.flatMap((item, index) => filledLeaves(item, `${path}.${isPair ? index : '*'}`));
  }
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, field]) => filledLeaves(field, path ? `${path}.${key}` : key));
}
