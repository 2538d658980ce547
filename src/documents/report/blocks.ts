/*
 * A report as a document, whatever file it becomes: composed once, written by docx/ and pdf/. Texts are ready to be read, and hold
 * nothing that a file can't (`writtenText`).
 */

export interface ReportDocument {
  /** `Delårsrapport januari–augusti 2026`. */
  readonly title: string;
  /** Whose it is: the municipality or the committee; '' when the municipality's name is not known. */
  readonly owner: string;
  /** First page, under the title: `Diarienummer` and `KS 2026/123`. */
  readonly facts: readonly Fact[];
  /** First page, above everything that follows: what a reader must know before reading. */
  readonly notices: readonly string[];
  /** A table of contents on the first page, and the text from the next. Short reports have none. */
  readonly hasContents: boolean;
  /** Instant in UTC that all dates in the file are taken from. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export type HeadingLevel = 1 | 2 | 3;

export type Block =
  /** Levels follow each other: none is skipped on the way down. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  /** `label` comes first, in bold. A note is small: how to read what stands above it. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly label?: string; readonly is?: 'note' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Something that a reader must not miss; the text says so by itself, too. */
  | { readonly kind: 'notice'; readonly text: string }
  | Table
  | Figure;

export interface Table {
  readonly kind: 'table';
  /** Says what is in it, and in what unit. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  /** Lines are kept apart by `\n`. */
  readonly heading: string;
  /** Amounts stand to the right, under each other. */
  readonly kind: 'text' | 'amount';
  /** Of the table's width, beside the other columns' shares. */
  readonly share: number;
}

export interface Row {
  /** The first says what the row is about. Lines are kept apart by `\n`. */
  readonly cells: readonly string[];
  /** `sum` of the rows above; `part` of the row above ("varav"). */
  readonly is?: 'sum' | 'part';
}

/** Bars that show what a table beside it says in numbers. */
export interface Figure {
  readonly kind: 'figure';
  /** All that the picture says, for those who do not see it. */
  readonly alt: string;
  readonly caption: string;
  /** Drawn in this many points; the picture itself is `svg`. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** A text without value in a table: never 0, never empty. */
export const MISSING = 'saknas';
/** There is nothing to say, and nothing is missing. */
export const NOTHING = '–';

export function heading(level: HeadingLevel, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, label?: string): Block {
  return { kind: 'paragraph', text, ...(label !== undefined && { label }) };
}

export function note(text: string): Block {
  return { kind: 'paragraph', text, is: 'note' };
}

/** A heading with what stands under it; nothing at all when there is nothing to stand there. */
export function section(level: HeadingLevel, text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(level, text), ...blocks];
}

/** The next level down; the lowest is its own. */
export function below(level: HeadingLevel): HeadingLevel {
  return level === 1 ? 2 : 3;
}

/** No table where there are no rows. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): readonly Table[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
}

export function textColumn(heading: string, share: number): Column {
  return { heading, kind: 'text', share };
}

export function amountColumn(heading: string, share: number): Column {
  return { heading, kind: 'amount', share };
}

/** All texts of a block. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'table':
      return [block.caption, ...block.rows.flatMap(({ cells }) => cells)];
    case 'figure':
      return [block.caption];
    default:
      return [block.text];
  }
}
