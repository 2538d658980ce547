import type { FileProblem } from '../../plan-ports.ts';
import type { Grid } from './grid.ts';
import type { Headings } from './headings.ts';
import type { RowBeingRead } from './row-being-read.ts';
import type { Column, Sheet } from './sheet.ts';

export interface MissingColumn {
  readonly sheet: string;
  readonly column: string;
}

/** Errors in cells that are told, and warnings: more than anybody reads. */
const MOST_TOLD = 1000;

/** What is wrong with a workbook's sheets and cells, in the order that it is found. */
export class ReadingProblems {
  readonly #problems: FileProblem[] = [];
  readonly #missing: MissingColumn[] = [];
  readonly #told = { error: 0, warning: 0 };
  readonly #toldOnce = new Set<string>();

  done(): { readonly problems: readonly FileProblem[]; readonly missing: readonly MissingColumn[] } {
    return { problems: this.#problems, missing: this.#missing };
  }

  ofMergedCells({ name, merged }: Grid): void {
    for (const range of merged) {
      const what = `Cellerna ${range} är sammanfogade. Dela upp dem och fyll i varje cell.`;
      this.#problems.push({ severity: 'error', where: `${name}, cell ${range}`, sheet: name, what });
    }
  }

  ofHeadings({ columns }: Sheet, { name }: Grid, headings: Headings): void {
    for (const { severity, row, heading, what } of headings.slips) {
      this.#problems.push({ severity, where: `${name}, rad ${row}`, sheet: name, row, column: heading, what });
    }
    const missing = columns.filter((column) => column.required && !headings.columns.has(column));
    this.#missing.push(...missing.map(({ heading }) => ({ sheet: name, column: heading })));
  }

  tell(severity: FileProblem['severity'], { name }: Grid, row: number, column: string, what: string): void {
    this.#told[severity] += 1;
    if (this.#told[severity] > MOST_TOLD) return;
    const where = `${name}, rad ${row}, kolumn ${column}`;
    this.#problems.push({ severity, where, sheet: name, row, column, what });
  }

  /** An error in a cell. Of a column that isn't there, it is said but once. */
  tellNeeded({ grid, number, columns }: RowBeingRead, column: Column, what: string): void {
    const once = `${grid.name}\n${column.heading}`;
    if (!columns.has(column) && this.#toldOnce.has(once)) return;
    this.#toldOnce.add(once);
    this.tell('error', grid, number, column.heading, what);
  }
}

export function tooLongFor({ name }: Grid, mostRows: number): FileProblem {
  const what = `Bladet har fler än ${mostRows.toLocaleString('sv-SE')} rader och kan inte tas emot här. Be den som sköter tjänsten att läsa in filen.`;
  return { severity: 'error', where: name, sheet: name, what };
}
