import type { Grade } from '../../domain/plan-document.ts';
import type { GoalContent, GradeCounts, IndicatorContent, ReportKind } from '../../domain/report-content.ts';
import { gradeLabel, gradeProposalText } from '../../words/grade-text.ts';
import { periodText } from '../../words/period-text.ts';
import { gradeCountRows } from '../../words/report-words.ts';
import {
  amountColumn,
  type Block,
  type HeadingLevel,
  heading,
  NOTHING,
  note,
  paragraph,
  type Row,
  table,
  textColumn,
} from './blocks.ts';
import { sentence } from './figures-in-words.ts';
import { indicatorBlocks, type Whose } from './indicator-table.ts';
import { writtenParagraphs, writtenText } from './written-text.ts';

/** What goals are shown with. */
export interface GoalSetting {
  readonly kind: ReportKind;
  readonly gradeScale: readonly Grade[];
  readonly indicators: readonly IndicatorContent[];
  readonly whose?: Whose;
}

/** During the year it is asked whether the goal will be reached, at year-end whether it was. */
export function goalQuestion(kind: ReportKind): string {
  return kind === 'annual'
    ? 'Bedömningarna gäller om målen nåddes under året. De är gjorda av människor; ett beräknat förslag står bredvid där det är ett annat.'
    : 'Bedömningarna gäller om målen bedöms nås. De är gjorda av människor; ett beräknat förslag står bredvid där det är ett annat.';
}

/** All goals at a glance. */
export function goalsTable(caption: string, goals: readonly GoalContent[], scale: readonly Grade[]): readonly Block[] {
  const columns = [textColumn('Mål', 54), textColumn('Bedömning', 23), textColumn('Föregående bedömning', 23)];
  return table(
    caption,
    columns,
    goals.map((goal): Row => ({ cells: [goalName(goal), gradeCell(goal, scale), previousCell(goal, scale)] })),
  );
}

function goalName({ number, name }: GoalContent): string {
  return writtenText(number === undefined ? name : `${number} ${name}`);
}

function gradeCell({ graded }: GoalContent, scale: readonly Grade[]): string {
  return graded ? labelOf(graded.gradeId, scale) : 'inte bedömt';
}

function previousCell({ previous }: GoalContent, scale: readonly Grade[]): string {
  return previous ? `${labelOf(previous.gradeId, scale)} (${periodText(previous.period)})` : NOTHING;
}

/** In the plan's own words; a grade that the scale no longer has is named by its id. */
export function labelOf(gradeId: string, scale: readonly Grade[]): string {
  return writtenText(gradeLabel(gradeId, scale) ?? gradeId);
}

/** Each goal with its grade, why, and the indicators that show the way to it. */
export function goalChapters(
  goals: readonly GoalContent[],
  level: HeadingLevel,
  setting: GoalSetting,
): readonly Block[] {
  return goals.flatMap((goal) => [heading(level, goalName(goal)), ...goalBlocks(goal, setting)]);
}

function goalBlocks(goal: GoalContent, { kind, gradeScale, indicators, whose }: GoalSetting): readonly Block[] {
  const own = indicators.filter(({ goalId }) => goalId === goal.goalId);
  return [...gradeParagraphs(goal, kind, gradeScale), ...indicatorBlocks('Indikatorer för målet', own, whose)];
}

/** A goal in a few lines: its name, its grade and why. */
export function goalsInShort(goals: readonly GoalContent[], { kind, gradeScale }: GoalSetting): readonly Block[] {
  return goals.flatMap((goal): readonly Block[] => {
    const { graded } = goal;
    const grade = graded ? sentence(labelOf(graded.gradeId, gradeScale)) : ungradedText(goal, kind, gradeScale);
    const [first = '', ...more] = graded ? writtenParagraphs(graded.motivation) : [];
    return [
      paragraph(`${grade} ${first}`.trim(), `${goalName(goal)}:`),
      ...more.map((text) => paragraph(text)),
      ...differingProposal(goal, gradeScale),
    ];
  });
}

function gradeParagraphs(goal: GoalContent, kind: ReportKind, scale: readonly Grade[]): readonly Block[] {
  const { graded } = goal;
  if (!graded) return [paragraph(ungradedText(goal, kind, scale), 'Bedömning:')];
  const [first, ...more] = writtenParagraphs(graded.motivation);
  return [
    paragraph(sentence(labelOf(graded.gradeId, scale)), 'Bedömning:'),
    ...(first === undefined ? [] : [paragraph(first, 'Motivering:')]),
    ...more.map((text) => paragraph(text)),
    ...differingProposal(goal, scale),
  ];
}

function ungradedText({ proposal }: GoalContent, kind: ReportKind, scale: readonly Grade[]): string {
  const what = kind === 'annual' ? 'Målet är inte bedömt för året.' : 'Målet är inte bedömt i den här rapporten.';
  return `${what} ${gradeProposalText(proposal, scale, writtenText)}`;
}

/** People may grade otherwise than what is computed; a reader sees both. */
function differingProposal({ graded, proposal }: GoalContent, scale: readonly Grade[]): readonly Block[] {
  const proposed = graded?.proposedGradeId;
  if (proposed === undefined || proposed === graded?.gradeId) return [];
  if (proposal.gradeId !== proposed) return [note(`Det beräknade förslaget var ${labelOf(proposed, scale)}.`)];
  return [note(`Det beräknade förslaget är ett annat. ${gradeProposalText(proposal, scale, writtenText)}`)];
}

/** How many goals got each grade: counted, never averaged. */
export function gradeCountsTable(
  caption: string,
  columns: readonly (readonly [string, GradeCounts])[],
): readonly Block[] {
  const counted = columns.filter(([, { of }]) => of > 0);
  const all = counted.map(([, counts]) => gradeCountRows(counts, writtenText));
  const labels = [...new Set(all.flatMap((rows) => rows.map(({ label }) => label)))];
  return table(
    caption,
    [textColumn('Bedömning', 50), ...counted.map(([heading]) => amountColumn(heading, 50 / counted.length))],
    labels.map((label) => ({
      cells: [label, ...all.map((rows) => rows.find((row) => row.label === label)?.count ?? NOTHING)],
    })),
  );
}
