const WIDEST = 60;
const GAP = '  ';

/** Width as a terminal shows it: signs, not code units, and accents that stand by themselves (NFD) take no place. */
function widthOf(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

/** A cell on one line, cut where it gets too wide to follow a row with the eyes. */
function cell(text: string): string {
  const line = text.normalize('NFC').replace(/\s*\n\s*/g, ' ');
  return widthOf(line) <= WIDEST
    ? line
    : `${[...line]
        .slice(0, WIDEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** A column of numbers: nothing else in it, and something. */
function isOfNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => /^\u2212?\d[\d\s]*(,\d+)?$/u.test(text));
}

/**
 * Rows under their headings, aligned; numbers to the right. The last column is written whole, since nothing comes after it.
 */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const last = headings.length - 1;
  const lines = [headings, ...rows].map((row) => row.map((text, column) => (column === last ? text : cell(text))));
  const columns = headings.map((_, column) => ({
    width: Math.max(...lines.map((row) => widthOf(row[column] ?? ''))),
    toTheRight: isOfNumbers(rows.map((row) => row[column] ?? '')),
  }));
  return lines
    .map((row) =>
      columns.map(({ width, toTheRight }, column) => {
        const text = row[column] ?? '';
        const space = ' '.repeat(width - widthOf(text));
        return toTheRight ? space + text : text + space;
      }),
    )
    .map((row) => row.join(GAP).trimEnd())
    .join('\n');
}
