/** What a cell says, or in Swedish what is wrong with it and what to write instead. Neither: it is empty. */
export interface CellReading {
  /** Beside a slip: what must have been meant, so that the rest can be checked too. */
  readonly value?: unknown;
  readonly slip?: string;
  /** Read all the same, but to be known. */
  readonly notice?: string;
}

/** What was written, at a length that a line can hold. */
export function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
