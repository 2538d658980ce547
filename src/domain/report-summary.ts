import { toFigures } from './add-figures.ts';
import { judgementInUse } from './assess-indicator.ts';
import type { Judgement, Verdict } from './judgement.ts';
import { isLate } from './lateness.ts';
import { MUNICIPALITY } from './municipality.ts';
import type { Month } from './period.ts';
import type { Grade } from './plan-document.ts';
import type {
  CommitteeReportContent,
  CommitteeStanding,
  FinanceFigures,
  GoalContent,
  GradeCounts,
  IndicatorContent,
  MissingPart,
  MunicipalReportContent,
  ReportKind,
} from './report-content.ts';
import { countGrades } from './report-grades.ts';
import { changesSince, type Earlier, type SummaryChanges } from './summary-changes.ts';
import type { SummaryStage } from './summary-stage.ts';

/**
 * A report as one card shows it, in a channel or to a manager: plain JSON, kept as it was posted. Amounts are whole kronor; a
 * figure that is absent is missing and never 0.
 */
export interface ReportSummary {
  /** `municipality`, or the committee's id. */
  readonly scope: string;
  /** The committee's name; of the municipality's, the plan's title. */
  readonly name: string;
  readonly period: Month;
  readonly kind: ReportKind;
  /** Last day to answer the form. */
  readonly dueOn: string;
  readonly stage: SummaryStage;
  /** In the plan's order; on a committee's card that one alone. */
  readonly committees: readonly CommitteeLine[];
  /** Of the municipality's: the committees' budgets added up, which is not its result. */
  readonly sum?: FinanceFigures & { readonly withoutFees?: FinanceFigures };
  readonly goals: readonly GradedGoals[];
  readonly indicators: IndicatorLines;
  readonly work: WorkLines;
  /** Absent when there is nothing to compare with. */
  readonly changes?: SummaryChanges;
  /** People's own summary; absent until the report is compiled, and when nobody wrote one. */
  readonly text?: string;
  readonly example: boolean;
}

/** What a committee says, and where its report is. */
export interface CommitteeLine extends FinanceFigures {
  readonly committeeId: string;
  readonly name: string;
  readonly feeFinanced?: FinanceFigures & { readonly names: readonly string[] };
  readonly standing: CommitteeStanding;
  /** Who answered; absent: nobody has. */
  readonly answered?: CommitteeReportContent['answered'];
  /** What it does about a deviation; `effectKr` of those that have been counted, this year. */
  readonly measures: { readonly count: number; readonly counted: number; readonly effectKr: number };
}

/** Goals of one level with people's grades. */
export interface GradedGoals {
  readonly level: 'council' | 'committee';
  readonly counts: GradeCounts;
  /** One for each goal that has a grade. On the municipality's card only the council's goals are named. */
  readonly graded: readonly { readonly goalId: string; readonly name: string; readonly gradeId: string }[];
  readonly scale: readonly Grade[];
}

/** Indicators by how they stand to their targets. */
export interface IndicatorLines {
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Those that need words: behind first, then those that can't be judged. */
  readonly named: readonly NamedIndicator[];
}

export interface NamedIndicator extends Pick<IndicatorContent, 'name' | 'unit' | 'valueKind'> {
  readonly judgement: Judgement;
  /** Its newest value, judged or not. */
  readonly value?: { readonly value: number; readonly period: string };
}

/** Commitments, activities and assignments: how many there are, and those that are late by their dates or as people say. */
export interface WorkLines {
  readonly of: number;
  readonly late: readonly string[];
}

/** What a summary is made of, beside the report itself. */
export interface SummaryAbout {
  readonly dueOn: string;
  readonly stage: SummaryStage;
  readonly earlier?: Earlier;
}

/** The whole municipality's. */
export function municipalSummary(content: MunicipalReportContent, about: SummaryAbout): ReportSummary {
  const { committees, standings, councilGoals, councilGoalCounts, committeeGoalCounts, gradeScale, feeFinanced } =
    content;
  const work = committees.flatMap((one) => [...one.work, ...one.assignments]);
  return withChanges(about, {
    ...{ scope: MUNICIPALITY, name: content.planTitle, period: content.period, kind: content.kind },
    committees: committees.map((one) => committeeLine(one, standings)),
    sum: { ...content.committeesSum, ...(feeFinanced && { withoutFees: content.committeesSumWithoutFees }) },
    goals: [
      { level: 'council', counts: councilGoalCounts, graded: gradedOf(councilGoals), scale: gradeScale },
      { level: 'committee', counts: committeeGoalCounts, graded: [], scale: gradeScale },
    ],
    indicators: { counts: verdictsOf(content.indicators), named: [] },
    work: workLines(work),
    ...textOf(content.texts.summary, about),
    example: content.example,
  });
}

/** One committee's. */
export function committeeSummary(
  content: CommitteeReportContent,
  standings: readonly CommitteeStanding[],
  about: SummaryAbout,
): ReportSummary {
  const { committeeId, committeeName, goals, gradeScale, indicators, work, assignments, texts } = content;
  return withChanges(about, {
    ...{ scope: committeeId, name: committeeName, period: content.period, kind: content.kind },
    committees: [committeeLine(content, standings)],
    goals: [{ level: 'committee', counts: countGrades(goals, gradeScale), graded: gradedOf(goals), scale: gradeScale }],
    indicators: { counts: verdictsOf(indicators), named: namedOf(indicators) },
    work: workLines([...work, ...assignments]),
    ...textOf(texts.summary, about),
    example: content.example,
  });
}

function withChanges(
  { dueOn, stage, earlier }: SummaryAbout,
  facts: Omit<ReportSummary, 'dueOn' | 'stage' | 'changes'>,
): ReportSummary {
  const changes = earlier && changesSince(earlier, facts);
  return { ...facts, dueOn, stage, ...(changes && { changes }) };
}

/** What people write is shown to the channel when it has been through the joint review and is compiled, not before. */
function textOf(text: string, { stage }: SummaryAbout): { readonly text?: string } {
  return stage.compiled && text !== '' ? { text } : {};
}

function committeeLine(
  { committeeId, committeeName, finance, answered, measures }: CommitteeReportContent,
  standings: readonly CommitteeStanding[],
): CommitteeLine {
  const counted = measures.flatMap(({ effectKr }) => (effectKr === undefined ? [] : [effectKr]));
  return {
    ...{ committeeId, name: committeeName, ...toFigures(finance) },
    ...(finance.feeFinanced && { feeFinanced: finance.feeFinanced }),
    standing: standings.find((one) => one.committeeId === committeeId) ?? {
      ...{ committeeId, committeeName, state: 'open', changedSinceSigned: false },
      missing: answered ? [] : [{ what: 'answer', names: [] } satisfies MissingPart],
    },
    ...(answered && { answered }),
    measures: {
      count: measures.length,
      counted: counted.length,
      effectKr: counted.reduce((sum, effectKr) => sum + effectKr, 0),
    },
  };
}

function gradedOf(goals: readonly GoalContent[]): GradedGoals['graded'] {
  return goals.flatMap(({ goalId, name, graded }) => (graded ? [{ goalId, name, gradeId: graded.gradeId }] : []));
}

const IN_WORDS: readonly Verdict[] = ['behind', 'not-assessable'];

function verdictsOf(indicators: readonly IndicatorContent[]): IndicatorLines['counts'] {
  const verdicts = indicators.map(({ assessment }) => judgementInUse(assessment).verdict);
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    ...{ reached: count('reached'), near: count('near'), behind: count('behind') },
    ...{ 'not-measured': count('not-measured'), 'not-assessable': count('not-assessable') },
    'key-figure': count('key-figure'),
  };
}

function namedOf(indicators: readonly IndicatorContent[]): IndicatorLines['named'] {
  const all = indicators.map(({ name, unit, valueKind, assessment }) => ({
    ...{ name, unit, valueKind, judgement: judgementInUse(assessment) },
    ...(assessment.value && { value: { value: assessment.value.value, period: assessment.value.period } }),
  }));
  return IN_WORDS.flatMap((verdict) => all.filter(({ judgement }) => judgement.verdict === verdict));
}

function workLines(work: CommitteeReportContent['work']): WorkLines {
  return { of: work.length, late: work.filter(isLate).map(({ name }) => name) };
}
