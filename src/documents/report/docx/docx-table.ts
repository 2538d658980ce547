import type { Paragraph, Table as WordTable } from 'docx';
import type { Column, Row, Table } from '../blocks.ts';
import { COLOURS, TEXT_WIDTH } from './docx-styles.ts';

type Docx = typeof import('docx');

const LINE = { style: 'single', size: 4, color: COLOURS.rule } as const;
const STRONG = { style: 'single', size: 8, color: COLOURS.heading } as const;
const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const INDENT = 170;
/** Rows of a short table stay together, with its caption. */
const KEPT_WHOLE = 14;

/** The caption, the table and air below it. Its header row comes again on every page. */
export function wordTable(docx: Docx, table: Table): readonly (Paragraph | WordTable)[] {
  const widths = columnWidths(table.columns);
  const keeps = table.rows.length <= KEPT_WHOLE;
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, at) => bodyRow(docx, row, table.columns, widths, keeps && at < last));
  return [
    new docx.Paragraph({ style: 'Caption', keepNext: true, text: table.caption }),
    new docx.Table({
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      rows: [headRow(docx, table.columns, widths), ...rows],
      borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: LINE, bottom: STRONG },
      tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
      margins: { left: 70, right: 70, top: 20, bottom: 20 },
    }),
    new docx.Paragraph({ style: 'AfterTable', text: '' }),
  ];
}

/** Whole twentieths of a point that add up to the text's width. */
function columnWidths(columns: readonly Column[]): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let used = 0;
  let upTo = 0;
  return columns.map(({ share }) => {
    upTo += share;
    const end = Math.round((upTo / shares) * TEXT_WIDTH);
    const width = end - used;
    used = end;
    return width;
  });
}

function headRow(docx: Docx, columns: readonly Column[], widths: readonly number[]) {
  const children = columns.map(
    ({ heading, kind }, at) =>
      new docx.TableCell({
        width: { size: widths[at] ?? 0, type: 'dxa' },
        shading: { fill: COLOURS.fill, type: 'clear', color: 'auto' },
        verticalAlign: 'bottom',
        borders: { bottom: STRONG },
        children: heading.split('\n').map((line) => cellText(docx, line, { kind, bold: true, keepNext: true })),
      }),
  );
  return new docx.TableRow({ tableHeader: true, cantSplit: true, children });
}

function bodyRow(
  docx: Docx,
  { cells, is }: Row,
  columns: readonly Column[],
  widths: readonly number[],
  keepNext: boolean,
) {
  const children = columns.map(({ kind }, at) => {
    const indent = is === 'part' && at === 0 ? INDENT : 0;
    const lines = (cells[at] ?? '').split('\n');
    return new docx.TableCell({
      width: { size: widths[at] ?? 0, type: 'dxa' },
      ...(is === 'sum' && { borders: { top: STRONG } }),
      children: lines.map((line) => cellText(docx, line, { kind, bold: is === 'sum', keepNext, indent })),
    });
  });
  return new docx.TableRow({ cantSplit: isShort(cells), children });
}

/** A row that a page may not be high enough for is divided. */
function isShort(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.length < 1500);
}

interface CellLook {
  readonly kind: Column['kind'];
  readonly bold: boolean;
  readonly keepNext: boolean;
  readonly indent?: number;
}

function cellText(docx: Docx, text: string, { kind, bold, keepNext, indent = 0 }: CellLook): Paragraph {
  return new docx.Paragraph({
    style: 'Cell',
    keepNext,
    alignment: kind === 'amount' ? 'right' : 'left',
    ...(indent > 0 && { indent: { left: indent } }),
    children: [new docx.TextRun({ text, bold })],
  });
}
