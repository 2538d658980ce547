/** One property of Azure Table Storage holds 64 KiB, which is 32 768 UTF-16 units. */
const MOST_UNITS = 30_000;

/** A text in as many columns as it needs: `goals`, `goals2`, `goals3`. All columns of a row hold 1 MiB together. */
export function longText(column: string, text: string): Record<string, string> {
  return Object.fromEntries(piecesOf(text).map((piece, at) => [columnAt(column, at), piece]));
}

/** The text that `longText` put in a row; none when the row has no such column. */
export function readLongText(row: Readonly<Record<string, unknown>>, column: string): string | undefined {
  let text: string | undefined;
  for (let at = 0; ; at++) {
    const piece = row[columnAt(column, at)];
    if (typeof piece !== 'string') return text;
    text = `${text ?? ''}${piece}`;
  }
}

/** The columns that a text of so many UTF-16 units can take. */
export function longTextColumns(column: string, mostUnits: number): readonly string[] {
  // Each piece may be a unit shorter, to end between two characters.
  return Array.from({ length: Math.ceil(mostUnits / (MOST_UNITS - 1)) }, (_, at) => columnAt(column, at));
}

/** Cut between characters: half a pair can't be stored. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length || from === 0; ) {
    const piece = text.slice(from, from + MOST_UNITS).replace(/[\uD800-\uDBFF]$/, '');
    pieces.push(piece);
    from += Math.max(piece.length, 1);
  }
  return pieces;
}

function columnAt(column: string, at: number): string {
  return at === 0 ? column : `${column}${at + 1}`;
}
