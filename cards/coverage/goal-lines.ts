import type { LevelNames } from '../../src/domain/plan-document.ts';
import { levelHeading, levelWord } from '../../src/words/level-names.ts';
import { forCard } from '../peoples-words.ts';

/** A council goal and what connects the committees with it, in names. */
export interface CoveredGoal {
  readonly number?: string;
  readonly name: string;
  readonly contributions: readonly CommitteeContribution[];
  /** Ids of the committees without any. */
  readonly gaps: readonly string[];
}

interface CommitteeContribution {
  readonly committee: string;
  readonly committeeGoals: readonly string[];
  readonly commitments: readonly string[];
  readonly indicators: readonly string[];
}

interface GoalLines {
  readonly name: string;
  readonly lines: readonly { readonly text: string }[];
  readonly gaps: readonly { readonly text: string }[];
}

/** Characters: a card of 24 KiB holds 12,288, some of them for its head and foot. */
const MOST_SIGNS = 11_000;
/** What a line costs beside its text, once it is built. */
const SIGNS_A_LINE = 70;
const MOST_GOALS = 20;
const MOST_COMMITTEES = 15;
const MOST_NAMES = 3;
const LONGEST_NAME = 120;

/** The names of what a committee contributes with. */
export function goalByNames(goal: CoveredGoal, levelNames: LevelNames): GoalLines {
  const lines = goal.contributions.flatMap(({ committeeGoals, commitments, indicators }) => [
    ...namesLine(forCard(levelHeading('committeeGoal', levelNames)), committeeGoals),
    ...namesLine(forCard(levelHeading('commitment', levelNames)), commitments),
    ...namesLine('Indikatorer', indicators),
  ]);
  const [own = '', commitment = ''] = (['committeeGoal', 'commitment'] as const).map((level) =>
    forCard(levelWord(level, levelNames, 1)),
  );
  const gaps = goal.gaps.map(() => ({
    text: `Ingen koppling: nämnden har varken ${own}, ${commitment} eller indikator här.`,
  }));
  return { name: nameOf(goal), lines, gaps };
}

/** Who contributes and with how much, and who does not. */
export function goalByCounts(goal: CoveredGoal): GoalLines {
  const counts = goal.contributions.map(
    ({ committee, committeeGoals, commitments, indicators }) =>
      `${forCard(committee)} ${committeeGoals.length + commitments.length + indicators.length}`,
  );
  return {
    name: nameOf(goal),
    lines: counts.length > 0 ? [{ text: `Bidrar: ${counts.join(', ')}` }] : [],
    gaps: gapLines(goal.gaps),
  };
}

/** Whether the lines leave room for the rest of the card in a message. */
export function fits(goals: readonly GoalLines[]): boolean {
  const lines = goals.reduce((sum, goal) => sum + 2 + goal.lines.length + goal.gaps.length, 0);
  return JSON.stringify(goals).length + lines * SIGNS_A_LINE <= MOST_SIGNS;
}

/** Only where the chain is broken, and no more than a message holds. */
export function goalsWithGaps(goals: readonly CoveredGoal[]): readonly GoalLines[] {
  const broken = goals.filter(({ gaps }) => gaps.length > 0);
  const shown = broken
    .slice(0, MOST_GOALS)
    .map((goal) => ({ name: nameOf(goal), lines: [], gaps: gapLines(goal.gaps) }));
  const left = broken.length - shown.length;
  return left > 0 ? [...shown, { name: `Och ${left} mål till.`, lines: [], gaps: [] }] : shown;
}

function gapLines(committees: readonly string[]): { text: string }[] {
  if (committees.length === 0) return [];
  const left = committees.length - MOST_COMMITTEES;
  const named = committees.slice(0, MOST_COMMITTEES).map(forCard).join(', ');
  return [{ text: `Ingen koppling: ${named}${left > 0 ? ` och ${left} till` : ''}` }];
}

function namesLine(kind: string, names: readonly string[]): { text: string }[] {
  if (names.length === 0) return [];
  const left = names.length - MOST_NAMES;
  const named = names.slice(0, MOST_NAMES).map((name) => forCard(shortened(name)));
  return [{ text: `${kind}: ${named.join('; ')}${left > 0 ? ` och ${left} till` : ''}` }];
}

function nameOf({ number, name }: CoveredGoal): string {
  return forCard(shortened(number === undefined ? name : `${number} ${name}`));
}

/** At a whole sign, so that an emoji is not cut in two. */
function shortened(name: string): string {
  const signs = [...name];
  return signs.length > LONGEST_NAME ? `${signs.slice(0, LONGEST_NAME).join('')}…` : name;
}
