import type { PlanChange } from '../../domain/plan-change.ts';
import { allSheets } from './all-sheets.ts';
import { type Choices, ITSELF, type Kind, PARENT, type Sheet } from './sheet.ts';
import { targetKindLabel } from './target-columns.ts';
import { columnsFor, sheetFor } from './where-is.ts';
import { reminderInSwedish, workingDayNumber } from './words.ts';

/** A change as the workbook writes it: `ökar` for the plan's `up`, `KS rapportör 1`, `273 401 000`. Names and ids stand as they are. */
export function inWords(change: PlanChange): PlanChange {
  const { list, item, field, before, after } = change;
  const sheet = sheetOf(list);
  const named = { ...change, item: sheet ? itemInWords(item, sheet) : item };
  if (field === undefined) return named;
  const path = list === 'plan' ? `current.${field}` : field;
  // Rows are too much for a line. Of the grades, it is only their order, by id.
  if (field !== 'gradeScale' && hasRows(sheetFor(path, allSheets))) return { kind: change.kind, list, item, field };
  const kind = columnsFor(sheet, path)[0]?.kind;
  const words = (value: string): string => (field === 'target' ? targetInWords(value) : valueInWords(value, kind));
  return {
    ...named,
    ...(before === undefined ? {} : { before: words(before) }),
    ...(after === undefined ? {} : { after: words(after) }),
  };
}

function sheetOf(list: string): Sheet | undefined {
  if (list === 'plan') return allSheets.find(({ facts }) => facts === true);
  return sheetFor(list === 'archive' ? list : `current.${list.split('.').join('.*.')}`, allSheets);
}

/** True for a list that has a sheet to itself, unless it is of plain texts. */
function hasRows(sheet: Sheet | undefined): boolean {
  return sheet !== undefined && !sheet.columns.some(({ path }) => path === ITSELF);
}

/** Rows without an id of their own are called by what stands in them, codes among it. */
function itemInWords(item: string, { columns }: Sheet): string {
  if (columns.some(({ path }) => path === 'id')) return item;
  const codes = columns
    .filter(({ path, required }) => required && path !== PARENT)
    .flatMap(({ kind }) => codesOf(kind));
  return item
    .split(' ')
    .map((word) => labelOf(codes, word))
    .join(' ');
}

function codesOf(kind: Kind | undefined): Choices {
  if (kind?.is === 'choice' || kind?.is === 'choices') return kind.choices;
  return kind?.is === 'reference' ? (kind.words ?? []) : [];
}

function valueInWords(value: string, kind: Kind | undefined): string {
  switch (kind?.is) {
    case 'choice':
    case 'choices':
    case 'reference':
      return value
        .split(', ')
        .map((code) => labelOf(codesOf(kind), code))
        .join(', ');
    case 'number':
    case 'measured':
    case 'numbers':
    case 'kronor':
      return value.split(', ').map(numberInWords).join('; ');
    case 'yesNo':
    case 'mark':
      return yesOrNo(value);
    case 'reminders':
      return reminderInSwedish(value);
    case 'workingDay':
      return String(workingDayNumber(value) ?? value);
    default:
      return value;
  }
}

/** A target that is of another kind now: `minst 5`, `mellan 2 och 4`, `Öka`. */
function targetInWords(target: string): string {
  const [kind = '', ...rest] = target.split(' ');
  const value = rest.join(' ');
  if (kind === 'text') return value.replace(/ (atLeastLongTerm|tolerance) .*$/, '');
  if (kind === 'yesNo') return yesOrNo(value);
  return `${targetKindLabel(kind)} ${value.split(', ').map(numberInWords).join(' och ')}`;
}

function labelOf(choices: Choices, code: string): string {
  return choices.find(([known]) => known === code)?.[1] ?? code;
}

function yesOrNo(value: string): string {
  return value === 'true' ? 'ja' : 'nej';
}

/** A number of the plan, digit for digit: thousands with a space that holds them together, and a decimal comma. */
function numberInWords(number: string): string {
  const [, sign = '', digits = '', decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  if (digits === '') return number;
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${sign && '\u2212'}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}
