import { valueAt } from './item-path.ts';
import type { Column, Sheet } from './sheet.ts';

const MONTHS = /^monthlyKr\.\d+$/;

/** True for a budget with all its months, and for what has no months at all. */
export function hasAllMonths(item: Readonly<Record<string, unknown>>): boolean {
  const { monthlyKr } = item;
  return monthlyKr === undefined || (Array.isArray(monthlyKr) && Object.keys(monthlyKr).length === 12);
}

/** The months of a budget that nobody has filled in, and which of them to begin with. Undefined when there are none. */
export function emptyMonths(
  { columns }: Sheet,
  item: unknown,
  unread: ReadonlySet<string>,
): { readonly column: Column; readonly what: string } | undefined {
  const empty = columns.filter(
    ({ path }) => MONTHS.test(path) && valueAt(item, path) === undefined && !unread.has(path),
  );
  const [column] = empty;
  if (!column) return undefined;
  const names = new Intl.ListFormat('sv-SE').format(empty.map(({ heading }) => heading));
  return { column, what: `Här saknas belopp för ${names}. Fyll i alla tolv månader, eller ingen.` };
}
