/*
 * The plan as it is decided and written down: what a plan file holds, in JSON or as a workbook, value for value.
 * Texts such as `committee` and `goal` hold ids; ids are the plan's own and never change between versions.
 * Amounts (`…Kr`) are whole kronor, net cost. Days are `2026-11-30`, months `2026-11`, and a period is a month or a year.
 * `example` marks what is invented for demonstration. Absent means not said, and is never the same as 0.
 */

/** A plan file: the plan, and what was published of earlier ones. */
export interface PlanFile {
  /** The instant that a demonstration with this plan takes place at. */
  readonly demoClock?: string;
  readonly about?: string;
  readonly current: PlanDocument;
  readonly archive: readonly ArchivedPlan[];
}

/** One version of Mål och budget, with the committees' operational plans. */
export interface PlanDocument {
  readonly id: string;
  readonly title: string;
  /** First and last year of the plan period (planperiod). */
  readonly periodFrom: number;
  readonly periodTo: number;
  /** The council's decision on it. */
  readonly decision?: Decision;
  readonly vision: Vision;
  /** The plan's own words for its levels, in the singular. */
  readonly levelNames?: LevelNames;
  /** Best grade first. */
  readonly gradeScale: readonly Grade[];
  readonly gradeRule?: GradeRule;
  readonly goalAreas: readonly GoalArea[];
  readonly councilGoals: readonly CouncilGoal[];
  readonly subGoals: readonly SubGoal[];
  readonly committeeGoals: readonly CommitteeGoal[];
  readonly indicators: readonly IndicatorEntry[];
  readonly goalGrades: readonly GoalGrade[];
  readonly councilAssignments: readonly Assignment[];
  readonly investments: readonly Investment[];
  /** The council's frame for each committee and year (budgetram). */
  readonly frames: readonly Frame[];
  readonly supplementaryAppropriations: readonly Appropriation[];
  readonly areaMoves: readonly AreaMove[];
  readonly channels: readonly ChannelEntry[];
  readonly commitments: readonly Commitment[];
  readonly committees: readonly CommitteeEntry[];
  readonly budgets: readonly BudgetEntry[];
  /** Outcomes from before this service was in use. */
  readonly outcomes: readonly OutcomeEntry[];
  readonly contacts: readonly ContactEntry[];
  readonly followUpPlan: readonly FollowUpEntry[];
  readonly deviationCommentLimit: { readonly percentOfBudget: number; readonly orKr: number };
  /** Which committees have adopted their operational plan (verksamhetsplan). */
  readonly operationalPlans: readonly Adoption[];
}

export interface Decision {
  readonly date: string;
  /** `KF § 87`. */
  readonly paragraph: string;
  /** Swedish: diarienummer. */
  readonly registrationNumber?: string;
}

export interface Vision {
  readonly name: string;
  readonly text?: string;
  readonly focusAreas: readonly string[];
}

export interface LevelNames {
  readonly goalArea?: string;
  readonly councilGoal?: string;
  readonly subGoal?: string;
  readonly committeeGoal?: string;
  readonly commitment?: string;
  readonly activity?: string;
}

export interface Grade {
  readonly id: string;
  readonly label: string;
  /** None: the goal could not be judged. */
  readonly colour: 'green' | 'yellow' | 'red' | null;
}

/**
 * How a grade is proposed: indicators first, and where results are missing the activities weigh in, when the plan says so.
 * A goal gets the first grade whose share is reached. Shares are 0–100 %, falling.
 */
export interface GradeRule {
  readonly steps: readonly { readonly grade: string; readonly fromPercent: number }[];
  readonly activitiesWeighIn: boolean;
}

export interface GoalArea {
  readonly id: string;
  readonly name: string;
}

/** The state that the council wishes for at the end of the plan period (effektmål). */
export interface Effect {
  readonly text: string;
  /** The year it is to be reached. */
  readonly by: number;
  readonly example?: boolean;
}

export interface CommitteeEffect extends Effect {
  readonly committee: string;
}

/** Swedish: kommunfullmäktigemål. */
export interface CouncilGoal {
  readonly id: string;
  readonly number?: string;
  readonly name: string;
  readonly goalArea?: string;
  readonly effect?: Effect;
  readonly committeeEffects: readonly CommitteeEffect[];
  /** Everyday names that people use in chat. */
  readonly aliases: readonly string[];
  readonly example?: boolean;
}

/** Swedish: delmål. Under a council goal or under another sub-goal. */
export interface SubGoal {
  readonly id: string;
  readonly number?: string;
  readonly name: string;
  /** A council goal or a sub-goal. */
  readonly parent: string;
  readonly effect?: Effect;
  readonly committeeEffects: readonly CommitteeEffect[];
  readonly aliases: readonly string[];
  readonly example?: boolean;
}

/** Swedish: nämndmål. Some are shared by several committees. */
export interface CommitteeGoal {
  readonly id: string;
  readonly number?: string;
  readonly name: string;
  readonly committees: readonly string[];
  /** Council goals and sub-goals. */
  readonly contributesTo: readonly string[];
  readonly aliases: readonly string[];
  readonly source?: string;
  readonly example?: boolean;
}

/**
 * What is to be reached. Numbers are in the indicator's unit. `text` stands as the plan writes it; the words
 * öka, minska, bibehålla, bättre än länet/riket and bland de N % bästa are understood.
 */
export type TargetEntry =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly between: readonly [number, number] }
  | { readonly onDate: string }
  | { readonly yesNo: boolean }
  | { readonly text: string; readonly atLeastLongTerm?: number; readonly tolerance?: number };

/** Swedish: indikator. */
export interface IndicatorEntry {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** The council goal that it shows the way to. */
  readonly goal?: string;
  readonly subGoal?: string;
  readonly committeeGoal?: string;
  /** Responsible: they are asked for it. */
  readonly committees: readonly string[];
  /** `down` for measures such as sick leave, where less is better. */
  readonly good: 'up' | 'down';
  /** For the end of the plan period. null is "inget målvärde": a key figure (nyckeltal), never coloured. */
  readonly target: TargetEntry | null;
  readonly yearlyTargets: readonly { readonly year: number; readonly target: TargetEntry }[];
  /** A value on the wrong side of the target, but not beyond this, is near (nära). */
  readonly nearLimit?: number;
  /** Smallest and largest value that can be. */
  readonly scale?: { readonly min: number; readonly max: number };
  readonly baseline?: {
    readonly period: string;
    readonly value: number;
    readonly source?: string;
    readonly example?: boolean;
  };
  readonly frequency: 'month' | 'tertial' | 'year' | 'everyFollowUp';
  readonly koladaId?: string;
  /** Groups that the values are broken down into, such as kvinnor and män. */
  readonly breakdown: readonly string[];
  readonly seriesBreaks: readonly { readonly from: string; readonly note: string }[];
  readonly index?: IndexRule;
  readonly values: readonly ValueEntry[];
  readonly committeeValues: readonly (ValueEntry & { readonly committee: string })[];
  readonly comparisons: readonly ComparisonEntry[];
  /** The committee that reports the municipality's total, which is never an average of ours. */
  readonly totalReportedBy?: string;
  readonly aliases: readonly string[];
  readonly source?: string;
  readonly example?: boolean;
}

/** How an index is computed from its components; with fewer answers than the minimum it is not shown. */
export interface IndexRule {
  readonly method: 'mean' | 'weighted';
  readonly components: readonly string[];
  /** One per component, summing to 1; for `weighted` only. */
  readonly weights?: readonly number[];
  readonly minimumRespondents?: number;
}

/** A value known from the plan. Without a group it is for all. */
export interface ValueEntry {
  readonly period: string;
  readonly value: number;
  /** One of the indicator's breakdown, or a component of its index. */
  readonly group?: string;
  readonly respondents?: number;
  readonly source?: string;
  readonly example?: boolean;
}

export interface ComparisonEntry {
  readonly group: 'county' | 'country' | 'bestQuarter';
  readonly period: string;
  /** For `bestQuarter`: the value that divides the best 25 % from the rest. */
  readonly value: number;
  readonly source?: string;
  readonly example?: boolean;
}

/** A person's judgement of a goal, kept beside what is proposed. */
export interface GoalGrade {
  /** A council goal, sub-goal or committee goal. */
  readonly goal: string;
  readonly committee?: string;
  readonly period: string;
  readonly grade: string;
  /** During the year `bedöms nås`, at year-end `nåddes`. */
  readonly question: string;
  readonly motivation: string;
  readonly example?: boolean;
}

export type WorkStatus = 'notStarted' | 'ongoing' | 'late' | 'done' | 'cancelled';

/** The council's order to a committee (uppdrag). */
export interface Assignment {
  readonly id: string;
  readonly committee: string;
  readonly text: string;
  readonly decidedAt: string;
  readonly paragraph: string;
  readonly dueOn: string;
  readonly status: WorkStatus;
  readonly example?: boolean;
}

/** One investment project, apart from operations; figures as of the period's end, for the whole project. */
export interface Investment {
  readonly committee: string;
  readonly project: string;
  readonly budgetKr: number;
  readonly outcomeKr?: number;
  readonly forecastKr?: number;
  readonly period?: string;
  readonly example?: boolean;
}

export interface Frame {
  readonly committee: string;
  readonly year: number;
  readonly amountKr: number;
  readonly decision?: string;
  readonly example?: boolean;
}

/** Money that the council adds to a committee during the year (tilläggsanslag); minus when it takes some back. */
export interface Appropriation {
  readonly committee: string;
  /** Absent until the committee has divided it. */
  readonly businessArea?: string;
  readonly amountKr: number;
  /** Spread evenly over the months from this day's to December. */
  readonly validFrom: string;
  readonly decision: string;
  readonly example?: boolean;
}

/** A business area that goes over to another committee, with its whole year's budget and outcome. */
export interface AreaMove {
  readonly businessArea: string;
  readonly from: string;
  readonly to: string;
  /** The new committee reports it from this day's month. */
  readonly validFrom: string;
  readonly decision?: string;
  readonly example?: boolean;
}

export interface ChannelEntry {
  /** `municipality` or a committee. */
  readonly scope: string;
  readonly team: string;
  readonly channel: string;
}

/** Swedish: åtagande. What a committee does to reach its goal. */
export interface Commitment {
  readonly id: string;
  readonly committee: string;
  readonly committeeGoal: string;
  readonly name: string;
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly owner?: string;
  readonly activities: readonly Activity[];
  readonly example?: boolean;
}

/** Swedish: aktivitet. Its lateness is computed from its dates. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly status: WorkStatus;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly owner?: string;
  readonly example?: boolean;
}

export interface CommitteeEntry {
  readonly id: string;
  readonly name: string;
  readonly administration?: string;
  readonly aliases: readonly string[];
  /** First and last day it exists; absent means without limit. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The committee whose work it took over, wholly or partly. */
  readonly succeeds?: string;
}

/** A business area's internal budget for one year. */
export interface BudgetEntry {
  readonly committee: string;
  readonly businessArea: string;
  readonly businessAreaName: string;
  readonly year: number;
  readonly netBudgetKr: number;
  /** Twelve amounts, January first; absent when only the year's total is decided. */
  readonly monthlyKr?: readonly number[];
  readonly feeFinanced?: boolean;
  readonly decision?: string;
  readonly note?: string;
  readonly example?: boolean;
}

export interface OutcomeEntry {
  readonly committee: string;
  readonly businessArea: string;
  readonly period: string;
  readonly accumulatedOutcomeKr: number;
  readonly fullYearForecastKr: number;
  readonly example?: boolean;
}

export interface ContactEntry {
  /** null for roles over the whole municipality. */
  readonly committee: string | null;
  readonly role: 'reporter' | 'committeeApprover' | 'controller' | 'councilClerk' | 'manager' | 'administrator';
  /** Reporters: 1 is asked first, later ones are deputies in order. */
  readonly order: number;
  readonly upn: string;
}

export interface FollowUpEntry {
  readonly year: number;
  readonly period: string;
  readonly kind: 'month' | 'tertial' | 'interim' | 'annual';
  /** Absent: every committee. */
  readonly committees?: readonly string[];
  readonly asks: readonly ('finance' | 'indicators' | 'goals' | 'activities')[];
  /** `working day 3 of the following month`. */
  readonly opens: string;
  readonly due: string;
  /**
   * The ladder, one step each: `2 working days before`, `on the due day`, `2 working days after: deputy too`,
   * `4 working days after: committee approver is told`.
   */
  readonly reminders: readonly string[];
  readonly example?: boolean;
}

/** A committee's decision on its operational plan. */
export interface Adoption extends Decision {
  readonly committee: string;
}

/** An earlier plan and what was published about how it went. Nothing in it is judged by our rules. */
export interface ArchivedPlan {
  readonly id: string;
  readonly title: string;
  /** The grades of the time, best first, as published. */
  readonly scale: readonly string[];
  readonly grades: readonly ArchivedGrade[];
  /** How many goals got each grade, where only the counts are published. */
  readonly gradeCounts: readonly { readonly grade: string; readonly goals: number }[];
  readonly accounts: readonly ArchivedAccount[];
  readonly personnel: readonly ArchivedPersonnelFigure[];
  readonly financialGoals: readonly ArchivedFinancialGoal[];
  /** What the council decided on the year's reports, as told. */
  readonly decisions: readonly string[];
  /** What a reader must know about the figures. */
  readonly notes: readonly string[];
}

export interface ArchivedGrade {
  readonly goal: string;
  readonly grade: string;
  readonly level?: string;
}

/** One row of the published operating accounts (driftredovisning). Costs are negative; a negative result is a deficit. */
export interface ArchivedAccount {
  readonly year: number;
  /** Committee's code, `KS/mark` for a part of one ("varav"), `SUMMA` and the like for sums. */
  readonly code: string;
  readonly name: string;
  /** The unit that the figures were published in and stand in here. */
  readonly unit: 'tkr' | 'mnkr';
  readonly grant?: number;
  readonly income?: number;
  readonly cost?: number;
  readonly result?: number;
  readonly budgetedResult?: number;
  readonly deviation?: number;
  readonly balanceAdjustment?: number;
  readonly balanceResult?: number;
  readonly source?: string;
  readonly note?: string;
}

export interface ArchivedPersonnelFigure {
  /** `Sjukfrånvaro`. */
  readonly measure: string;
  readonly unit: string;
  readonly year: number;
  /** `totalt`, `kvinnor`, `män`, `50 år och äldre`. */
  readonly group: string;
  readonly value: number;
  readonly source?: string;
  readonly note?: string;
}

export interface ArchivedFinancialGoal {
  readonly applies: string;
  readonly goal: string;
  readonly outcome?: string;
  readonly source?: string;
}
