import type { Grade } from '../../src/domain/plan-document.ts';
import type { CommitteeReportContent, GoalContent, ReportKind } from '../../src/domain/report-content.ts';
import { countGrades } from '../../src/domain/report-grades.ts';
import { computedProposalText, gradeLabel } from '../../src/words/grade-text.ts';
import { periodText } from '../../src/words/period-text.ts';
import { shortened } from '../file-texts.ts';
import type { Fact } from '../finance-facts.ts';
import { gradeFacts } from '../grade-facts.ts';
import { forCard } from '../peoples-words.ts';
import { type Item, named } from './fit.ts';
import { list, type Section, section } from './section.ts';

const LONGEST_NAME = 160;
const LONGEST_MOTIVATION = 2_000;

/** How many goals got each grade: counted, never averaged. */
export function goalCounts({ goals, gradeScale, kind }: CommitteeReportContent): Section {
  if (goals.length === 0) return section(goalQuestion(kind), {});
  return section(goalQuestion(kind), {
    facts: countFacts(goals, gradeScale),
    more: { title: goals.length === 1 ? 'Visa målet' : `Visa målen (${goals.length})`, page: 'goals' },
  });
}

/** Each goal with its grade and why. */
export function goalSection({ goals, gradeScale, kind }: CommitteeReportContent): Section {
  return section(goalQuestion(kind), { details: [list(goals.map((goal) => goalItem(goal, gradeScale)))] });
}

/** During the year it is asked whether the goals will be reached, at year-end whether they were. */
function goalQuestion(kind: ReportKind): string {
  return kind === 'annual' ? 'Nåddes målen?' : 'Bedöms målen nås?';
}

/** A grade that no goal got is not named. */
function countFacts(goals: readonly GoalContent[], scale: readonly Grade[]): readonly Fact[] {
  const counts = countGrades(goals, scale);
  return gradeFacts({ ...counts, grades: counts.grades.filter(({ count }) => count > 0) });
}

function goalItem(goal: GoalContent, scale: readonly Grade[]): Item {
  const { number, name, graded, proposal } = goal;
  const title = forCard(shortened(number === undefined ? name : `${number} ${name}`, LONGEST_NAME));
  if (!graded) {
    const proposed = computedProposalText(proposal, scale, forCard);
    return named(`${title}: inte bedömt ännu`, proposed, ...before(goal, scale));
  }
  return named(
    `${title}: ${labelOf(graded.gradeId, scale)}`,
    ...(graded.motivation === '' ? [] : [forCard(shortened(graded.motivation, LONGEST_MOTIVATION))]),
    ...differing(goal, scale),
    ...before(goal, scale),
  );
}

/** People may grade otherwise than what is computed: both are seen. */
function differing({ graded, proposal }: GoalContent, scale: readonly Grade[]): string[] {
  const proposed = graded?.proposedGradeId;
  if (proposed === undefined || proposed === graded?.gradeId) return [];
  if (proposal.gradeId !== proposed) return [`Beräknat förslag: ${labelOf(proposed, scale)}.`];
  return [computedProposalText(proposal, scale, forCard)];
}

function before({ previous }: GoalContent, scale: readonly Grade[]): string[] {
  return previous ? [`Förra bedömningen (${periodText(previous.period)}): ${labelOf(previous.gradeId, scale)}.`] : [];
}

/** In the plan's own words; a grade that the scale no longer has is named by its id. */
function labelOf(gradeId: string, scale: readonly Grade[]): string {
  return forCard(gradeLabel(gradeId, scale) ?? gradeId);
}
