import type { StoredAnswer } from './answer.ts';
import { type Break, breaksOf } from './breaks.ts';
import { yearOf } from './period.ts';
import { businessAreasOf, type Plan } from './plan.ts';
import type { PlanDocument } from './plan-document.ts';
import type { AnsweredBy, CommitteeReportContent } from './report-content.ts';
import { committeeFinance, type FinanceFacts } from './report-finance.ts';
import { committeeGoals } from './report-grades.ts';
import { committeeIndicators } from './report-indicators.ts';
import { committeeInvestments } from './report-investments.ts';
import type { ReportBasis } from './report-questions.ts';
import type { ReportTexts } from './report-record.ts';
import { agreedMeasures, committeeWork, type MeasureFacts } from './report-work.ts';

/** Everything that a committee's report of a month or report period is made from. */
export interface CommitteeReportFacts extends FinanceFacts, MeasureFacts {
  /** True when the period's answer came with the plan: nobody of the committee has answered. */
  readonly cameWithPlan: boolean;
  readonly texts: ReportTexts;
  /** Since the follow-up before. */
  readonly breaks: readonly Break[];
}

/**
 * A committee's month or report period. `answers` may go back beyond the plan, for measures that were agreed then: all else rests
 * on those since it began. The same facts give the same report, whether it is asked for alone or with all the others.
 */
export function committeeReport(known: CommitteeReportFacts): CommitteeReportContent {
  const facts = sincePlanBegan(known);
  const { committee, followUp, texts } = facts;
  const { period, kind } = followUp;
  const stored = facts.answers.find((one) => one.committeeId === committee.id && one.period === period);
  const own = withOwnIndicators(facts);
  const basis = basisOf(own);
  const finance = committeeFinance(facts);
  const indicators = committeeIndicators(own, committee, stored);
  const investments = committeeInvestments(basis, stored);
  return {
    committeeId: committee.id,
    committeeName: committee.name,
    ...{ period, kind },
    ...(stored && { answered: answeredBy(stored, facts.cameWithPlan) }),
    ...{ finance, indicators },
    goals: committeeGoals(basis),
    gradeScale: facts.document.gradeScale,
    ...committeeWork(basis),
    agreedMeasures: agreedMeasures(known),
    measures: stored?.answer.measures ?? [],
    investments,
    comment: stored?.answer.comment ?? '',
    texts,
    breaks: breaksOf(facts.breaks, committee.id),
    example:
      stored?.example === true ||
      hasExampleBudget(facts) ||
      [...finance.added, ...indicators, ...investments].some(({ example }) => example),
  };
}

function sincePlanBegan(facts: CommitteeReportFacts): CommitteeReportFacts {
  return { ...facts, answers: facts.answers.filter(({ period }) => yearOf(period) >= facts.plan.periodFrom) };
}

/** Plan and document with no other indicators than the committee's: the rest of the report need not look through all. */
function withOwnIndicators(facts: CommitteeReportFacts): CommitteeReportFacts {
  const { plan, document, committee } = facts;
  const isOwn = (totalReportedBy: string | undefined, ids: readonly string[]): boolean =>
    totalReportedBy === committee.id || ids.includes(committee.id);
  const indicators = plan.indicators.filter((one) => isOwn(one.totalReportedBy, one.committeeIds));
  const entries = document.indicators.filter((one) => isOwn(one.totalReportedBy, one.committees));
  const own: Plan = { ...plan, indicators };
  const ownDocument: PlanDocument = { ...document, indicators: entries };
  return { ...facts, plan: own, document: ownDocument };
}

/** With this period's answer among the answers: what has been said counts as known. */
function basisOf({ plan, document, committee, followUp, answers }: CommitteeReportFacts): ReportBasis {
  return { document, indicators: plan.indicators, committeeId: committee.id, followUp, answers };
}

function answeredBy({ revision, reportedAt, reporter }: StoredAnswer, cameWithPlan: boolean): AnsweredBy {
  return {
    revision,
    at: reportedAt.toISOString(),
    name: reporter.name,
    cameWithPlan,
    corrected: revision > 1 && !cameWithPlan,
  };
}

function hasExampleBudget({ plan, committee, followUp }: CommitteeReportFacts): boolean {
  return businessAreasOf(plan, committee.id, yearOf(followUp.period)).some(({ example }) => example);
}
