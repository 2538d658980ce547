import type { CommitteeReportContent } from '../../../domain/report-content.ts';
import { MISSING } from '../blocks.ts';

export type Committees = readonly CommitteeReportContent[];

/** A sheet of the report's workbook: every figure and text of one kind. */
export interface DataSheet {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
}

export interface DataColumn {
  readonly heading: string;
  /** `kronor` are whole; `number` is as it was reported. A text may stand among them: what is missing says so. */
  readonly kind: 'text' | 'kronor' | 'number';
  /** In characters. */
  readonly width: number;
}

export type DataCell = string | number;

export const text = (heading: string, width: number): DataColumn => ({ heading, kind: 'text', width });
export const kronor = (heading: string): DataColumn => ({ heading, kind: 'kronor', width: 17 });

/** A figure that is not reported is never 0, and never an empty cell. */
export function orMissing(value: number | undefined): DataCell {
  return value ?? MISSING;
}
