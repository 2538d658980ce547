import type { Column, Row, Table } from '../blocks.ts';
import type { Flow } from './flow.ts';
import { drawLine } from './flow.ts';
import type { Drawn, Element, Piece } from './pieces.ts';
import { COLOURS, MARGIN, STYLES, type Style, TEXT_WIDTH } from './typography.ts';
import { type Line, widthOf, wrapRuns } from './wrap-runs.ts';

const PAD = { x: 4, y: 3.2 } as const;
/** How far in a part stands below what it is a part of. */
const INDENT = 9;
const AFTER = 12;
/** A taller row is divided between pages; a lower one goes whole to the next. */
const TALLEST_WHOLE = 260;
/** A table as high as this is never divided. */
const KEPT_WHOLE = 300;
/** Rows that go on to the next page together: none stands alone there. */
const LAST = 3;

interface Placed {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

/** The lines of a row's cells, on their way down the pages. */
interface RowLines {
  readonly cells: readonly (readonly Line[])[];
  readonly style: Style;
  readonly is?: Row['is'];
}

/**
 * A table with its caption. Its header stands again at the top of every page that it goes on to.
 * @param noteHeight of what is to stand below a small table, on the same page
 */
export function layTable(flow: Flow, table: Table, noteHeight = 0): Element {
  const columns = placeColumns(table.columns);
  const head = headLines(columns);
  const rows = table.rows.map((row) => rowLines(row, columns));
  const caption = wrapRuns([{ text: table.caption, weight: 'bold' }], TEXT_WIDTH, STYLES.caption.size);
  flow.space(STYLES.caption.before);
  flow.reserve(startHeight(caption, head, rows, noteHeight));
  const named = layCaption(flow, caption);
  const header = layHead(flow, head, columns);
  const body = rows.map((row, at) => {
    if (at > 1 && at === rows.length - LAST) keepTogether(flow, rows.slice(at), columns, head);
    return layRow(flow, row, columns, head);
  });
  flow.decorate(rule(flow.y, COLOURS.strong, 0.8));
  flow.y += AFTER;
  return { tag: 'Table', kids: [named, header, ...body] };
}

/** The room that a table must have to begin on a page: all of a small one, else caption, header and the first two rows. */
export function tableStart(table: Table, noteHeight = 0): number {
  const columns = placeColumns(table.columns);
  const caption = wrapRuns([{ text: table.caption, weight: 'bold' }], TEXT_WIDTH, STYLES.caption.size);
  const rows = table.rows.map((row) => rowLines(row, columns));
  return STYLES.caption.before + startHeight(caption, headLines(columns), rows, noteHeight);
}

function startHeight(caption: readonly Line[], head: RowLines, rows: readonly RowLines[], noteHeight = 0): number {
  const above = caption.length * STYLES.caption.leading + STYLES.caption.after + heightOf(head);
  const whole = above + rows.reduce((sum, row) => sum + heightOf(row), 0);
  return whole <= KEPT_WHOLE
    ? whole + (noteHeight === 0 ? 0 : AFTER + noteHeight)
    : above + rows.slice(0, 2).reduce((sum, row) => sum + Math.min(heightOf(row), TALLEST_WHOLE), 0);
}

function placeColumns(columns: readonly Column[]): readonly Placed[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = MARGIN.left;
  return columns.map((column) => {
    const width = (column.share / shares) * TEXT_WIDTH;
    const placed = { column, x, width };
    x += width;
    return placed;
  });
}

function headLines(columns: readonly Placed[]): RowLines {
  const style: Style = { ...STYLES.cell, weight: 'bold' };
  return { cells: columns.map(({ column, width }) => wrapCell(column.heading, width, style)), style };
}

function rowLines({ cells, is }: Row, columns: readonly Placed[]): RowLines {
  const style: Style = is === 'sum' ? { ...STYLES.cell, weight: 'bold' } : STYLES.cell;
  return {
    cells: columns.map(({ width }, at) =>
      wrapCell(cells[at] ?? '', width - (is === 'part' && at === 0 ? INDENT : 0), style),
    ),
    style,
    ...(is && { is }),
  };
}

function wrapCell(text: string, width: number, { weight, size }: Style): readonly Line[] {
  return wrapRuns([{ text, weight }], width - 2 * PAD.x, size);
}

function heightOf({ cells, style }: RowLines): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * style.leading + 2 * PAD.y;
}

function layCaption(flow: Flow, lines: readonly Line[]): Element {
  const style = STYLES.caption;
  const drawn = lines.flatMap((line, at) => drawLine(line, MARGIN.left, flow.y + at * style.leading, style));
  const piece: Piece = { page: flow.page, drawn };
  flow.y += lines.length * style.leading + style.after;
  return { tag: 'Caption', kids: [piece] };
}

function layHead(flow: Flow, head: RowLines, columns: readonly Placed[]): Element {
  decorateHead(flow, head);
  const kids = cellPieces(flow, head, columns).map((piece): Element => ({ tag: 'TH', scope: 'Column', kids: [piece] }));
  flow.y += heightOf(head);
  return { tag: 'TR', kids };
}

/** The same header on the next page is for the eye: a reader has heard it. */
function repeatHead(flow: Flow, head: RowLines, columns: readonly Placed[]): void {
  decorateHead(flow, head);
  flow.decorate(...cellPieces(flow, head, columns).flatMap(({ drawn }) => drawn));
  flow.y += heightOf(head);
}

function decorateHead(flow: Flow, head: RowLines): void {
  const height = heightOf(head);
  flow.decorate(
    { kind: 'box', x: MARGIN.left, y: flow.y, width: TEXT_WIDTH, height, colour: COLOURS.fill },
    rule(flow.y + height, COLOURS.strong, 0.8),
  );
}

/** Headings stand at the foot of their row, cells at the top of theirs. */
function cellPieces(flow: Flow, row: RowLines, columns: readonly Placed[], isHead = true): readonly Piece[] {
  const most = Math.max(...row.cells.map((lines) => lines.length));
  return columns.map((placed, at) => {
    const lines = row.cells[at] ?? [];
    const down = isHead ? (most - lines.length) * row.style.leading : 0;
    return { page: flow.page, drawn: drawCell(lines, placed, flow.y + PAD.y + down, row, at) };
  });
}

function drawCell(
  lines: readonly Line[],
  { column, x, width }: Placed,
  top: number,
  row: RowLines,
  at: number,
): readonly Drawn[] {
  const indent = row.is === 'part' && at === 0 ? INDENT : 0;
  return lines.flatMap((line, number) => {
    const left = column.kind === 'amount' ? x + width - PAD.x - visibleWidth(line, row.style.size) : x + PAD.x + indent;
    return drawLine(line, left, top + number * row.style.leading, row.style);
  });
}

/** Without the spaces that end it. */
function visibleWidth({ runs, width }: Line, size: number): number {
  const last = runs.at(-1);
  return last ? last.x + widthOf(last.text.trimEnd(), last.weight, size) : width;
}

/** A row, on one page or more. */
function layRow(flow: Flow, row: RowLines, columns: readonly Placed[], head: RowLines): Element {
  const pieces: Piece[][] = columns.map(() => []);
  let left = row;
  while (true) {
    const height = heightOf(left);
    const fit = height <= flow.room ? Number.POSITIVE_INFINITY : linesThatFit(flow, left, height);
    if (fit === 0) {
      goOn(flow, head, columns);
      continue;
    }
    const here: RowLines = { ...left, cells: left.cells.map((lines) => lines.slice(0, fit)) };
    if (row.is === 'sum') flow.decorate(rule(flow.y, COLOURS.strong, 0.8));
    for (const [at, piece] of cellPieces(flow, here, columns, false).entries()) pieces[at]?.push(piece);
    flow.y += heightOf(here);
    flow.decorate(rule(flow.y, COLOURS.rule, 0.5));
    left = { ...left, cells: left.cells.map((lines) => lines.slice(fit)) };
    if (left.cells.every((lines) => lines.length === 0)) break;
    goOn(flow, head, columns);
  }
  return {
    tag: 'TR',
    kids: pieces.map((kids, at): Element => (at === 0 ? { tag: 'TH', scope: 'Row', kids } : { tag: 'TD', kids })),
  };
}

/** 0: nothing of the row is to stand here. */
function linesThatFit(flow: Flow, row: RowLines, height: number): number {
  const fit = Math.floor((flow.room - 2 * PAD.y) / row.style.leading);
  if (height <= TALLEST_WHOLE) return 0;
  return fit < 3 ? 0 : fit;
}

function keepTogether(flow: Flow, last: readonly RowLines[], columns: readonly Placed[], head: RowLines): void {
  const height = last.reduce((sum, row) => sum + heightOf(row), 0);
  if (height > flow.room && height <= TALLEST_WHOLE) goOn(flow, head, columns);
}

function goOn(flow: Flow, head: RowLines, columns: readonly Placed[]): void {
  flow.newPage();
  repeatHead(flow, head, columns);
}

function rule(y: number, colour: string, thickness: number): Drawn {
  return { kind: 'rule', x: MARGIN.left, y, width: TEXT_WIDTH, thickness, colour };
}
