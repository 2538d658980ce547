import type { PlanChange } from './plan-change.ts';
import type { PlanDocument } from './plan-document.ts';
import { itemNames, nestedNames } from './plan-items.ts';

type Row = Readonly<Record<string, unknown>>;
type NameOf = (row: never) => string;
type Nested = Readonly<Record<string, NameOf>>;

const names: Readonly<Record<string, NameOf>> = itemNames;
const nested: Readonly<Record<string, Nested>> = nestedNames;

/** What differs between two versions of a plan, a change for each field. The order of rows is no difference but in the grade scale. */
export function comparePlans(before: PlanDocument | undefined, after: PlanDocument): PlanChange[] {
  const whole = before
    ? compareFields('plan', '', single(before, after), single(after, before))
    : [{ kind: 'added', list: 'plan', item: after.title } as const];
  return [
    ...whole,
    ...Object.entries(names).flatMap(([list, nameOf]) =>
      compareLists(list, '', rowsIn(before, list), rowsIn(after, list), nameOf, nested[list]),
    ),
  ];
}

/** What a plan has one of, and the order of its grades: the best comes first. A grade that only one has is told by itself. */
function single(plan: PlanDocument, other: PlanDocument): Row {
  const grades = new Set(other.gradeScale.map(itemNames.gradeScale));
  return {
    ...Object.fromEntries(Object.entries(plan).filter(([field]) => !Object.hasOwn(names, field))),
    gradeScale: plan.gradeScale.map(itemNames.gradeScale).filter((grade) => grades.has(grade)),
  };
}

function rowsIn(whole: object | undefined, list: string): readonly Row[] {
  return (whole as Readonly<Record<string, readonly Row[]>> | undefined)?.[list] ?? [];
}

function compareLists(
  list: string,
  owner: string,
  before: readonly Row[],
  after: readonly Row[],
  nameOf: NameOf,
  inside: Nested = {},
): PlanChange[] {
  const nameIn = (row: Row): string => `${owner}${nameOf(row as never)}`;
  const { added, ended, pairs } = matched(before, after, nameIn);
  return [
    ...added.map((row) => ({ kind: 'added', list, item: nameIn(row) }) as const),
    ...pairs.flatMap(([was, is]) => compareRows(list, nameIn(is), was, is, inside)),
    ...ended.map((row) => ({ kind: 'ended', list, item: nameIn(row) }) as const),
  ];
}

function compareRows(list: string, item: string, was: Row, is: Row, inside: Nested): PlanChange[] {
  const own = ([field]: readonly [string, unknown]): boolean => !Object.hasOwn(inside, field);
  const fields = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(own));
  return [
    ...compareFields(list, item, fields(was), fields(is)),
    ...Object.entries(inside).flatMap(([field, nameOf]) =>
      compareLists(`${list}.${field}`, `${item} `, rowsIn(was, field), rowsIn(is, field), nameOf),
    ),
  ];
}

interface Matched {
  readonly added: readonly Row[];
  readonly ended: readonly Row[];
  /** Those that differ: rows that are the same are left out. */
  readonly pairs: readonly (readonly [was: Row, is: Row])[];
}

/** Rows go together by name. Several of one name: those that are the same first, then in order. */
function matched(before: readonly Row[], after: readonly Row[], nameIn: (row: Row) => string): Matched {
  const remaining = Map.groupBy(before, (row) => JSON.stringify(row));
  const changed = after.filter((row) => remaining.get(JSON.stringify(row))?.shift() === undefined);
  const left = Map.groupBy([...remaining.values()].flat(), nameIn);
  const pairs = changed.flatMap((is) => {
    const was = left.get(nameIn(is))?.shift();
    return was ? [[was, is] as const] : [];
  });
  const found = new Set(pairs.map(([, is]) => is));
  return { added: changed.filter((row) => !found.has(row)), ended: [...left.values()].flat(), pairs };
}

function compareFields(list: string, item: string, was: Row, is: Row): PlanChange[] {
  const whole = isOtherKind(was.target, is.target) ? ['target'] : [];
  const [before, after] = [fieldsOf(was, whole), fieldsOf(is, whole)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [old, now] = [before.get(field), after.get(field)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const values = {
      ...(old === undefined ? {} : { before: textOf(old) }),
      ...(now === undefined ? {} : { after: textOf(now) }),
    };
    return [{ kind: 'changed', list, item, field, ...values } as const];
  });
}

/** "At least 7" instead of "at most 7" is one change, not a limit taken away and another one set. */
function isOtherKind(was: unknown, is: unknown): boolean {
  const kinds = Object.keys(was ?? {});
  return !Object.keys(is ?? {}).some((kind) => kinds.includes(kind));
}

/** Lists whose order says nothing. */
const unordered = new Set(['committees', 'contributesTo', 'aliases', 'breakdown', 'asks']);

/** A row's fields, and one by one those of what it holds: `effect.by`. A field that is null is not there. */
function fieldsOf(row: Row, whole: readonly string[], above = ''): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(row)) {
    if (value === null) continue;
    if (typeof value === 'object' && !Array.isArray(value) && !whole.includes(key)) {
      for (const [inner, one] of fieldsOf(value as Row, whole, `${above}${key}.`)) fields.set(inner, one);
    } else fields.set(`${above}${key}`, unordered.has(key) ? [...(value as string[])].sort() : value);
  }
  return fields;
}

/** A value as the plan writes it, the values of a list one after another. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key} ${textOf(one)}`)
    .join(' ');
}
