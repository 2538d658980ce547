import type { IndicatorReport, Measure } from './answer.ts';
import type { IndicatorAssessment } from './assess-indicator.ts';
import type { Break } from './breaks.ts';
import type { IndicatorScope, Target } from './indicator.ts';
import type { Lateness } from './lateness.ts';
import type { Month } from './period.ts';
import type { AddedBudget, FollowUp } from './plan.ts';
import type { Grade, WorkStatus } from './plan-document.ts';
import type { GradeProposal } from './propose-grade.ts';
import type { CouncilDecision, JointReview, ReportTexts } from './report-record.ts';
import type { ReportState } from './report-state.ts';

/*
 * What a report says, as facts: the ground for cards, documents and what is frozen. Plain JSON: no dates as objects, nothing undefined.
 * Amounts are whole kronor, net cost. A figure that is absent has not been reported: it is missing and never 0.
 */

export type ReportKind = FollowUp['kind'];

/** A sum with a part missing is missing. `deviationKr` is budget − forecast; minus is a deficit. */
export interface FinanceFigures {
  readonly budgetKr: number;
  readonly budgetToDateKr: number;
  readonly outcomeKr?: number;
  readonly forecastKr?: number;
  readonly deviationKr?: number;
}

/** What was forecast at one follow-up of the year; without a forecast it was not reported then. */
export interface ForecastPoint {
  readonly period: Month;
  readonly kind: ReportKind;
  readonly forecastKr?: number;
  /** Against the budget as it stood then. */
  readonly deviationKr?: number;
}

export interface AreaContent extends FinanceFigures {
  readonly areaId: string;
  readonly name: string;
  readonly feeFinanced: boolean;
  /** The budget to date is the year's total spread evenly: nobody has decided it by month. */
  readonly spreadEvenly: boolean;
  /** Why a figure is missing, in the reporter's own words. */
  readonly outcomeMissing?: string;
  readonly forecastMissing?: string;
  readonly history: readonly ForecastPoint[];
}

export interface CommitteeFinance extends FinanceFigures {
  readonly areas: readonly AreaContent[];
  /** Fee-financed areas (VA) apart ("varav"): part of the committee's sum. */
  readonly feeFinanced?: FinanceFigures & { readonly names: readonly string[] };
  /** One for each follow-up of the year with finance, up to this one; also those that the committee did not answer. */
  readonly history: readonly ForecastPoint[];
  /** What the council has added during the year; part of the budget. */
  readonly added: readonly (AddedBudget & { readonly areaName?: string })[];
}

export interface IndicatorContent {
  readonly indicatorId: string;
  readonly name: string;
  readonly unit: string;
  /** `municipality`: the committee reports the municipality's total. */
  readonly scope: IndicatorScope;
  /** Council goal, sub-goal or committee goal. */
  readonly goalId?: string;
  /** Its value against this year's step and the period's end, with trend. */
  readonly assessment: IndicatorAssessment;
  /** What counts this year: the year's step where there is one, else the period's end. Absent for a key figure. */
  readonly target?: Target;
  /** Yes/no and day indicators show their values as such. */
  readonly valueKind: 'number' | 'yes-no' | 'day';
  /** What the committee said this time; absent when it was not asked, or has not answered. */
  readonly said?: IndicatorReport;
  /** True when it was asked for this time. */
  readonly asked: boolean;
  readonly example: boolean;
}

export interface GoalContent {
  readonly goalId: string;
  readonly number?: string;
  readonly name: string;
  /** The grade that people have set, with their motivation; absent: not graded this time. */
  readonly graded?: { readonly gradeId: string; readonly motivation: string; readonly proposedGradeId?: string };
  /** As computed from what is known now. */
  readonly proposal: GradeProposal;
  /** True when it was reckoned from the indicators of what the goal contributes to. */
  readonly viaContribution?: true;
  /** The last grade of the year before this report. */
  readonly previous?: { readonly gradeId: string; readonly period: Month };
  /** Ids of council goals and sub-goals; empty for those themselves. */
  readonly contributesTo: readonly string[];
}

/** A commitment, activity, council assignment or a measure agreed at a joint review. */
export interface WorkContent {
  readonly id: string;
  readonly kind: 'commitment' | 'activity' | 'assignment' | 'measure';
  readonly name: string;
  /** As last reported, else as the plan has it. */
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** As it stands on the period's last day. */
  readonly lateness: Lateness;
  readonly owner?: string;
  /** Of an assignment: `2026-06-10, KF § 88`. Of an agreed measure: the period that it was agreed for, `2026-04`. */
  readonly source?: string;
  /** Of an agreed measure: what it is expected to give in its year, whole kronor; absent when nobody has counted it. */
  readonly effectKr?: number;
}

/** A measure agreed at a joint review, with the committee that is to take it. */
export interface CommitteeMeasure extends WorkContent {
  readonly committeeId: string;
  readonly committeeName: string;
}

/** One investment project, apart from operations. */
export interface InvestmentContent {
  readonly committeeId: string;
  readonly project: string;
  readonly budgetKr: number;
  readonly outcomeKr?: number;
  readonly forecastKr?: number;
  /** Budget − forecast for the whole project; minus costs more than decided. */
  readonly deviationKr?: number;
  /** The month that the figures are of; absent when there are none. */
  readonly period?: string;
  readonly example: boolean;
}

/** Who answered, for people to read. */
export interface AnsweredBy {
  readonly revision: number;
  /** Instant in UTC. */
  readonly at: string;
  readonly name: string;
  /** True for what came with the plan: nobody of the committee has answered here. */
  readonly cameWithPlan: boolean;
  readonly corrected: boolean;
}

/** One committee's month or report period. A month's report has no goals. */
export interface CommitteeReportContent {
  readonly committeeId: string;
  readonly committeeName: string;
  readonly period: Month;
  readonly kind: ReportKind;
  /** Absent: the committee has not answered. */
  readonly answered?: AnsweredBy;
  readonly finance: CommitteeFinance;
  readonly indicators: readonly IndicatorContent[];
  readonly goals: readonly GoalContent[];
  readonly gradeScale: readonly Grade[];
  /** Commitments, each followed by its activities. */
  readonly work: readonly WorkContent[];
  readonly assignments: readonly WorkContent[];
  /** Agreed at joint reviews and not done, or done since the last report. */
  readonly agreedMeasures: readonly WorkContent[];
  /** What the committee does about a deviation, as it says this time. */
  readonly measures: readonly Measure[];
  readonly investments: readonly InvestmentContent[];
  readonly comment: string;
  readonly texts: ReportTexts;
  /** Why it can't be held against the follow-up before. */
  readonly breaks: readonly Break[];
  /** True when any figure in it is invented for demonstration. */
  readonly example: boolean;
}

/** Where a committee's report is, and what is missing in it. */
export interface CommitteeStanding {
  readonly committeeId: string;
  readonly committeeName: string;
  readonly state: ReportState;
  /** Who signed it and when (instant in UTC). */
  readonly signed?: { readonly name: string; readonly at: string };
  /** It was signed, and its figures or texts have been changed since: it must be signed again. */
  readonly changedSinceSigned: boolean;
  readonly missing: readonly MissingPart[];
}

/** What a report lacks; `names` of what, when it is not all of it. */
export interface MissingPart {
  readonly what: 'answer' | 'signature' | 'outcome' | 'forecast' | 'indicator' | 'grade' | 'investment';
  readonly names: readonly string[];
}

/** How many of the goals got each grade: never an average. Best grade first, every grade of the scale; `ungraded` got none. */
export interface GradeCounts {
  readonly of: number;
  readonly grades: readonly { readonly gradeId: string; readonly label: string; readonly count: number }[];
  readonly ungraded: number;
}

/** The municipality's report over all committees. */
export interface MunicipalReportContent {
  readonly period: Month;
  readonly kind: ReportKind;
  readonly planId: string;
  readonly planTitle: string;
  /** Swedish: diarienummer; '' before the report has one. */
  readonly registrationNumber: string;
  /** In the plan's order. */
  readonly committees: readonly CommitteeReportContent[];
  readonly standings: readonly CommitteeStanding[];
  /**
   * The committees' operating budgets added up, named for what they are: not the municipality's result, which also has finance,
   * taxes and internal transactions. A committee without a forecast makes the forecast missing.
   */
  readonly committeesSum: FinanceFigures;
  /** Fee-financed areas of all committees apart, and the sum without them. */
  readonly feeFinanced?: FinanceFigures & { readonly names: readonly string[] };
  readonly committeesSumWithoutFees: FinanceFigures;
  /** Council goals, each followed by its sub-goals; graded by the executive board. */
  readonly councilGoals: readonly GoalContent[];
  readonly councilGoalCounts: GradeCounts;
  /** Over all committees' own goals. A goal that several share counts once for each that graded it. */
  readonly committeeGoalCounts: GradeCounts;
  /** Indicators of the municipality as a whole, against their targets. */
  readonly indicators: readonly IndicatorContent[];
  readonly gradeScale: readonly Grade[];
  readonly texts: ReportTexts;
  readonly review?: JointReview;
  /** What this period's joint review has agreed that committees do; as each stands in its own report from the next one on. */
  readonly agreedMeasures?: readonly CommitteeMeasure[];
  readonly statutory?: StatutoryDate;
  /** Earlier decisions on this period's report, oldest first. */
  readonly decisions: readonly CouncilDecision[];
  readonly example: boolean;
}

/** The last day that the law has for a report; the last day is included. */
export interface StatutoryDate {
  /** `interim`: to council and auditors within two months (KL 11:16). `annual`: handed over by 15 April (KL 11:20). */
  readonly rule: 'interim' | 'annual';
  readonly lastDay: string;
}
