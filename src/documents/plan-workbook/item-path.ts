import { ITSELF } from './sheet.ts';

/* Values in plain objects by dotted paths such as `baseline.value` and `monthlyKr.0`. */

type Plain = Record<string, unknown>;

/** What stands at a path, or undefined. */
export function valueAt(item: unknown, path: string): unknown {
  if (path === ITSELF) return item;
  let value: unknown = item;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Plain)[key];
  }
  return value;
}

/** Puts a value at a path, making the objects and lists on the way. */
export function putAt(item: Plain, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = item;
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? last;
    if (!Object.hasOwn(place, key)) place[key] = /^\d+$/.test(next) ? [] : {};
    place = place[key] as Plain;
  }
  place[last] = value;
}
