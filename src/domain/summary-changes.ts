import { isSameYear, type Month } from './period.ts';
import type { CommitteeReportContent, ReportKind } from './report-content.ts';
import type { ReportSummary } from './report-summary.ts';

/** What a reader saw last of the same place, as far as it is compared with. */
export interface Earlier {
  readonly period: Month;
  readonly kind: ReportKind;
  /** Budget − forecast by committee, whole kronor; a committee without a forecast is left out. */
  readonly deviations: Readonly<Record<string, number>>;
  /** Grade ids by goal. */
  readonly grades: Readonly<Record<string, string>>;
}

/** A committee's deviation then and now, whole kronor; minus is a deficit. Absent: there was no forecast. */
export interface DeviationChange {
  readonly name: string;
  readonly fromKr?: number;
  readonly toKr?: number;
}

/** What is different from last time. */
export interface SummaryChanges {
  readonly since: { readonly period: Month; readonly kind: ReportKind };
  /** Committees whose forecast is another than then, is gone or is new; the largest change first. */
  readonly deviations: readonly DeviationChange[];
  /** Committees with a forecast both then and now. */
  readonly compared: number;
  /** Goals that have another grade than then; a goal that had none is no change. */
  readonly grades: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}

/** Below half a thousand kronor words say the same as before. */
const LEAST_KR = 500;

/** None of another year: it was about another budget. */
export function changesSince(
  { period, kind, deviations, grades }: Earlier,
  now: Pick<ReportSummary, 'period' | 'committees' | 'goals'>,
): SummaryChanges | undefined {
  if (!isSameYear(period, now.period)) return undefined;
  // That somebody has not answered is said by itself.
  const answered = now.committees.filter((line) => line.answered);
  const pairs = answered.map(({ committeeId, name, deviationKr }): DeviationChange => {
    const fromKr = deviations[committeeId];
    return {
      name,
      ...(fromKr === undefined ? {} : { fromKr }),
      ...(deviationKr === undefined ? {} : { toKr: deviationKr }),
    };
  });
  return {
    since: { period, kind },
    deviations: pairs.filter(isOther).toSorted((one, other) => sizeOf(other) - sizeOf(one)),
    compared: pairs.filter(({ fromKr, toKr }) => fromKr !== undefined && toKr !== undefined).length,
    grades: now.goals.flatMap(({ graded, scale }) =>
      graded.flatMap(({ goalId, name, gradeId }) => {
        const from = scale.find(({ id }) => id === grades[goalId])?.label;
        const to = scale.find(({ id }) => id === gradeId)?.label;
        return from === undefined || to === undefined || from === to ? [] : [{ name, from, to }];
      }),
    ),
  };
}

function isOther({ fromKr, toKr }: DeviationChange): boolean {
  if (fromKr === undefined || toKr === undefined) return fromKr !== toKr;
  return Math.abs(toKr - fromKr) >= LEAST_KR;
}

function sizeOf({ fromKr = 0, toKr = 0 }: DeviationChange): number {
  return Math.abs(toKr - fromKr);
}

/** As it was posted. */
export function earlierOf({ period, kind, committees, goals }: ReportSummary): Earlier {
  return {
    ...{ period, kind },
    deviations: Object.fromEntries(
      committees.flatMap(({ committeeId, deviationKr }) =>
        deviationKr === undefined ? [] : [[committeeId, deviationKr]],
      ),
    ),
    grades: Object.fromEntries(goals.flatMap(({ graded }) => graded.map(({ goalId, gradeId }) => [goalId, gradeId]))),
  };
}

/** Where nothing was posted: what was forecast at the year's report before this one, or else at the last month before it. */
export function earlierByHistory(committees: readonly CommitteeReportContent[]): Earlier | undefined {
  const points = committees.flatMap(({ committeeId, period, finance }) =>
    finance.history
      .filter((point) => point.period < period && point.deviationKr !== undefined)
      .map((point) => ({ committeeId, ...point })),
  );
  const inOrder = points.toSorted((one, other) => one.period.localeCompare(other.period));
  const last = inOrder.findLast(({ kind }) => kind !== 'month') ?? inOrder.at(-1);
  if (!last) return undefined;
  const then = points.filter(({ period }) => period === last.period);
  return {
    ...{ period: last.period, kind: last.kind, grades: {} },
    deviations: Object.fromEntries(then.map(({ committeeId, deviationKr }) => [committeeId, deviationKr ?? 0])),
  };
}
