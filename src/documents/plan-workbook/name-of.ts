import type { PlanChange } from '../../domain/plan-change.ts';
import { allSheets } from './all-sheets.ts';
import { columnsFor, sheetFor } from './where-is.ts';

/** What the workbook calls the list and the field of a change. */
export function nameOf({ list, field }: PlanChange): { readonly list: string; readonly field?: string } {
  if (list === 'plan') return nameOfFact(field);
  const path = list === 'archive' ? list : `current.${list.split('.').join('.*.')}`;
  const sheet = sheetFor(path, allSheets);
  const name = sheet?.name ?? list;
  return field === undefined ? { list: name } : { list: name, field: headings(columnsFor(sheet, field)) ?? field };
}

/** What a plan has one of stands in the sheet of facts, but for the lists that have a sheet each. */
function nameOfFact(field: string | undefined): { readonly list: string; readonly field?: string } {
  const facts = allSheets.find((sheet) => sheet.facts === true);
  const name = facts?.name ?? 'plan';
  if (field === undefined) return { list: name };
  const path = `current.${field}`;
  const list = sheetFor(path, allSheets);
  return list ? { list: list.name } : { list: name, field: headings(columnsFor(facts, path)) ?? field };
}

/** `jan–dec` for what takes several columns. */
function headings(columns: readonly { readonly heading: string }[]): string | undefined {
  const [first, ...rest] = columns.map(({ heading }) => heading);
  const last = rest.at(-1);
  return last === undefined ? first : `${first}–${last}`;
}
