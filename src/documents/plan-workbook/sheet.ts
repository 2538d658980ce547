/*
 * What the plan's workbook is made of. One table of sheets and columns (`all-sheets.ts`) drives the writer, the reader, the
 * template, the instruction and the names in differences, so that a field is described in one place.
 */

export type SheetName = string;

/** Codes of the plan and the words that people choose between. */
export type Choices = readonly (readonly [code: string | null, label: string])[];

export type Measure = 'number' | 'yesNo' | 'day';

/** How a value stands in a cell. */
export type Kind =
  | { readonly is: 'id' | 'number' | 'kronor' | 'whole' | 'day' | 'month' | 'period' | 'workingDay' }
  /** With words to choose between, though others may be written. */
  | { readonly is: 'text'; readonly offers?: readonly string[] }
  /** A value in the indicator's own unit: a number, a yes or no, or a day. Which is known when its row is read. */
  | { readonly is: 'measured'; readonly as?: Measure }
  /** `yesNo` says both; `mark` is `ja` or nothing. */
  | { readonly is: 'yesNo' | 'mark' }
  /** `instead` says what to do for words that belong in another cell. */
  | { readonly is: 'choice'; readonly choices: Choices; readonly instead?: (words: string) => string | undefined }
  /** Several, with `; ` between: texts, numbers or codes with their words. */
  | { readonly is: 'texts' | 'numbers' | 'reminders' }
  | { readonly is: 'choices'; readonly choices: Choices }
  /** The id of a row in another sheet, or one of a few words of its own. */
  | { readonly is: 'reference'; readonly to: readonly SheetName[]; readonly words?: Choices }
  | { readonly is: 'references'; readonly to: readonly SheetName[] };

export interface Column {
  /** Where the value is in the item: `baseline.value`, `monthlyKr.0`; `PARENT` or `ITSELF`. */
  readonly path: string;
  readonly heading: string;
  readonly kind: Kind;
  readonly required: boolean;
  /** What an empty cell says: nothing at all, null, or a list without entries. */
  readonly empty: 'absent' | 'null' | 'list';
  readonly help: string;
  readonly example: string;
  /** In characters. */
  readonly width: number;
  /** Other paths that a problem or a difference may name the same cell by. */
  readonly also: readonly string[];
}

/** The column that names the item that a row belongs to: which indicator a yearly target is for. */
export const PARENT = '^';
/** The item is a text, not an object. */
export const ITSELF = '';

/** A list of the plan that a sheet's rows come from. */
export interface List {
  /** `current.indicators`, or `current.indicators.*.values` for a list in each of another list's items. */
  readonly path: string;
  /** Of two lists in one sheet: this one has the rows where the column with this path is filled, or not. */
  readonly when?: { readonly column: string; readonly filled: boolean };
}

export interface Sheet {
  readonly name: SheetName;
  /** What it holds, in one sentence for the instruction. */
  readonly about: string;
  readonly lists: readonly List[];
  readonly columns: readonly Column[];
  /** Facts of which there is one each: a row per column of the table, with its value beside it. */
  readonly facts?: boolean;
}

interface Details {
  readonly required?: boolean;
  readonly empty?: Column['empty'];
  readonly example?: string;
  readonly width?: number;
  readonly also?: readonly string[];
}

const WIDTHS: Readonly<Record<Kind['is'], number>> = {
  text: 34,
  id: 20,
  number: 12,
  measured: 12,
  kronor: 15,
  whole: 10,
  day: 13,
  month: 11,
  period: 11,
  workingDay: 14,
  yesNo: 12,
  mark: 11,
  choice: 17,
  texts: 28,
  numbers: 16,
  reminders: 40,
  choices: 28,
  reference: 20,
  references: 22,
};

/** One column of a sheet. Optional unless said otherwise. */
export function column(path: string, heading: string, kind: Kind, help: string, details: Details = {}): Column {
  const many = ['texts', 'reminders', 'choices', 'references'].includes(kind.is);
  return {
    path,
    heading,
    kind,
    help,
    required: false,
    empty: many ? 'list' : 'absent',
    example: '',
    width: WIDTHS[kind.is],
    also: [],
    ...details,
  };
}
