import type { StoredAnswer } from '../../src/domain/answer.ts';
import { committeeReport } from '../../src/domain/committee-report.ts';
import type { Month } from '../../src/domain/period.ts';
import { findCommittee, type Plan } from '../../src/domain/plan.ts';
import type { FollowUpEntry, PlanDocument } from '../../src/domain/plan-document.ts';
import type { CommitteeReportContent } from '../../src/domain/report-content.ts';
import { type AgreedMeasure, NO_TEXTS, type ReportRecord } from '../../src/domain/report-record.ts';
import { toPlan } from '../../src/domain/to-plan.ts';

/** One occasion of the follow-up plan; a month's asks for finance and indicators, a report's for all. */
export function anOccasion(period: Month, kind: FollowUpEntry['kind'] = 'month'): FollowUpEntry {
  return {
    ...{ year: Number(period.slice(0, 4)), period, kind, reminders: [] },
    asks: kind === 'month' ? ['finance', 'indicators'] : ['finance', 'indicators', 'goals', 'activities'],
    ...{ opens: 'working day 3 of the following month', due: 'working day 10 of the following month' },
  };
}

/** What is known beside the plan and the answers. */
interface AlsoKnown {
  readonly agreed?: readonly AgreedMeasure[];
  readonly cameWithPlan?: boolean;
  /** Plans as they stood then, where they were other plans. */
  readonly then?: ReadonlyMap<Month, PlanDocument>;
}

/** A committee's report out of a plan and all that its committees have answered; those of later months are left aside. */
export function aCommitteeReport(
  document: PlanDocument,
  committeeId: string,
  period: Month,
  answers: readonly StoredAnswer[] = [],
  { agreed = [], cameWithPlan = false, then = new Map() }: AlsoKnown = {},
): CommitteeReportContent {
  const plan = toPlan(document, period);
  const committee = findCommittee(plan, committeeId);
  const followUp = plan.followUps.find((one) => one.period === period);
  if (!committee || !followUp) throw new Error(`The plan asks ${committeeId} nothing in ${period}`);
  const plansThen = new Map(
    plan.followUps.map((one): [Month, Plan] => [one.period, toPlan(then.get(one.period) ?? document, one.period)]),
  );
  return committeeReport({
    ...{ plan, document, committee, followUp, agreed, cameWithPlan, plansThen },
    answers: answers.filter((stored) => stored.period <= period),
    ...{ texts: NO_TEXTS, breaks: [] },
  });
}

/** A report that nobody has done anything to but write it down. */
export function aReportRecord(scope: string, period: Month, overrides: Partial<ReportRecord> = {}): ReportRecord {
  return {
    scope,
    period,
    revision: 1,
    state: 'open',
    texts: NO_TEXTS,
    grades: [],
    registrationNumber: '',
    ...overrides,
  };
}

/** Agreed for the spring's report, to be done by the end of September. */
export function anAgreedMeasure(id: string, overrides: Partial<AgreedMeasure> = {}): AgreedMeasure {
  return {
    ...{ id, committeeId: 'BUN', period: '2026-04', text: `Åtgärd ${id}`, owner: 'Förvaltningschefen' },
    ...{ dueOn: '2026-09-30', agreedAt: '2026-06-01T08:00:00.000Z' },
    by: { upn: 'controller@styrmodell.example', name: 'Kim Controller' },
    ...overrides,
  };
}
