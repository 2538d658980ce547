import type { Cell, Row } from '@cj-tech-master/excelts';
import type { Column, Kind } from './sheet.ts';

export type Style = Cell['style'];

/* What the workbook looks like: calm, with headings that can't be written over and cells that can. */

const FONT = { name: 'Calibri', size: 11 };
/** White on this blue: contrast 8.6. */
const HEADING_BLUE = 'FF1F4E79';
/** Black on this grey: contrast 18. */
const LOCKED_GREY = 'FFF2F2F2';
const RULE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;

export const headingStyle: Style = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_BLUE } },
  alignment: { vertical: 'middle', wrapText: true, horizontal: 'left', indent: 1 },
  protection: { locked: true },
};

export const titleStyle: Style = { font: { ...FONT, bold: true, size: 18, color: { argb: HEADING_BLUE } } };
export const subtitleStyle: Style = { font: { ...FONT, bold: true, size: 13, color: { argb: HEADING_BLUE } } };
export const bodyStyle: Style = {
  font: FONT,
  alignment: { vertical: 'top', wrapText: true, horizontal: 'left', indent: 1 },
};

const FORMATS: Partial<Record<Kind['is'], string>> = {
  kronor: '#,##0',
  whole: '0',
  workingDay: '0',
  number: 'General',
  measured: 'General',
  day: 'yyyy-mm-dd',
};
const NUMBERS: readonly Kind['is'][] = ['kronor', 'whole', 'workingDay', 'number', 'measured'];

/** Numbers to the right, texts to the left, with some air so that neighbours don't run into each other. */
function sides({ is }: Kind): { readonly horizontal: 'left' | 'right'; readonly indent: number } {
  return NUMBERS.includes(is) ? { horizontal: 'right', indent: 1 } : { horizontal: 'left', indent: 1 };
}

/** A heading stands as its cells do. */
export function headingStyleFor({ kind }: Column): Style {
  return { ...headingStyle, alignment: { vertical: 'middle', wrapText: true, ...sides(kind) } };
}

/** Cells to write in. Texts are formatted as text, so that 2026-10 and 1A stay what they are. */
export function cellStyle({ kind }: Column): Style {
  return {
    font: FONT,
    numFmt: FORMATS[kind.is] ?? '@',
    alignment: { vertical: 'top', wrapText: true, ...sides(kind) },
    protection: { locked: false },
  };
}

/** Cells to read only. */
export function lockedStyle(column: Column): Style {
  return {
    ...cellStyle(column),
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: LOCKED_GREY } },
    border: { bottom: RULE },
    protection: { locked: true },
  };
}

const LINE_POINTS = 15;
const MOST_LINES = 12;

/** Makes a row as high as its texts need in columns of these widths. Rows of a single line are left to the program. */
export function setHeight(row: Row, texts: readonly unknown[], widths: readonly number[]): void {
  const lines = texts.map((text, index) => (typeof text === 'string' ? linesOf(text, widths[index] ?? 1) : 1));
  const most = Math.min(MOST_LINES, Math.max(...lines));
  if (most > 1) row.height = most * LINE_POINTS;
}

/** Proportional letters and whole words: a line holds some letters fewer than its width says. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width - 3))), 0);
}
