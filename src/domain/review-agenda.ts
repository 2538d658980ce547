import type { Grade } from './plan-document.ts';
import type { AgendaItem } from './report-agenda.ts';
import type {
  CommitteeReportContent,
  CommitteeStanding,
  GoalContent,
  MunicipalReportContent,
} from './report-content.ts';

type Item<Kind extends AgendaItem['kind']> = Extract<AgendaItem, { readonly kind: Kind }>;

/**
 * What a joint review should talk about, the most important first: the forecasts farthest from budget, grades that differ from what is
 * proposed, what is missing, and what is late.
 */
export function reviewAgenda({ committees, standings, gradeScale }: MunicipalReportContent): readonly AgendaItem[] {
  return [
    ...committees.flatMap(deviationOf).toSorted(bySize),
    ...committees.flatMap((committee) => differencesIn(committee, gradeScale)),
    ...standings.flatMap(missingOf).toSorted(byLoss),
    ...committees.flatMap(lateIn).toSorted((one, other) => other.days - one.days),
  ];
}

function deviationOf({ committeeId, committeeName, finance }: CommitteeReportContent): Item<'deviation'>[] {
  const { deviationKr } = finance;
  return deviationKr ? [{ kind: 'deviation', committeeId, committeeName, deviationKr }] : [];
}

/** Of two that are as large, the deficit first. */
function bySize(one: Item<'deviation'>, other: Item<'deviation'>): number {
  return Math.abs(other.deviationKr) - Math.abs(one.deviationKr) || one.deviationKr - other.deviationKr;
}

/** As the committee graded, beside what is proposed now. */
function differencesIn(
  { committeeName, goals }: CommitteeReportContent,
  scale: readonly Grade[],
): Item<'grade-differs'>[] {
  const labels = new Map(scale.map(({ id, label }) => [id, label]));
  return goals.filter(differs).flatMap(({ name: goalName, graded, proposal }) => {
    const [gradeLabel, proposedLabel] = [graded?.gradeId, proposal.gradeId].map((id = '') => labels.get(id));
    if (gradeLabel === undefined || proposedLabel === undefined) return [];
    return [{ kind: 'grade-differs', committeeName, goalName, gradeLabel, proposedLabel }];
  });
}

function differs({ graded, proposal }: GoalContent): boolean {
  return graded !== undefined && proposal.gradeId !== undefined && graded.gradeId !== proposal.gradeId;
}

function missingOf({ committeeName, missing: what }: CommitteeStanding): Item<'missing'>[] {
  return what.length === 0 ? [] : [{ kind: 'missing', committeeName, what }];
}

/** Who has not answered at all first, then by how much is missing. */
function byLoss(one: Item<'missing'>, other: Item<'missing'>): number {
  return lossOf(other) - lossOf(one);
}

function lossOf({ what }: Item<'missing'>): number {
  return what.some((part) => part.what === 'answer') ? Number.MAX_SAFE_INTEGER : what.length;
}

/** By its dates, or because the committee says so before its last day. */
function lateIn({ committeeName, work, assignments, agreedMeasures }: CommitteeReportContent): Item<'late'>[] {
  return [...assignments, ...agreedMeasures, ...work].flatMap(({ name, status, lateness }) => {
    const days = lateness.kind === 'late' ? lateness.days : 0;
    return days > 0 || status === 'late' ? [{ kind: 'late', committeeName, name, days }] : [];
  });
}
