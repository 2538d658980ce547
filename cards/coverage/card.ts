import type { LevelNames } from '../../src/domain/plan-document.ts';
import { levelWord } from '../../src/words/level-names.ts';
import { sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { type CoveredGoal, fits, goalByCounts, goalByNames, goalsWithGaps } from './goal-lines.ts';
import template from './template.json' with { type: 'json' };

/** How the committees contribute to the council's goals. */
export interface CoverageCard {
  readonly planTitle: string;
  readonly levelNames: LevelNames;
  /** One committee, or all of them. */
  readonly committees: readonly { readonly id: string; readonly name: string }[];
  readonly goals: readonly CoveredGoal[];
  readonly example: boolean;
}

/**
 * The coverage of the plan: for every council goal through what each committee contributes, or that it does not. A list and
 * not a table, because a table of fifteen committees is too wide for a phone, and older clients show none.
 */
export const coverageCard = defineCard<CoverageCard & { readonly context: CardContext }>(template, (facts) => {
  const { committees, example, context } = facts;
  const [only] = committees.length === 1 ? committees : [];
  return {
    title: only ? `Så bidrar ${forCard(only.name)}` : 'Så bidrar nämnderna till målen',
    headline: headlineOf(facts),
    ...listOf(facts),
    notices: [{ text: `Enligt ${forCard(facts.planTitle)}.` }, ...noticesOf(example, context)],
    actions: [
      ...(only ? [sayAction('Alla nämnder', 'visa täckning')] : []),
      sayAction('Så fungerar styrmodellen', 'hur fungerar styrmodellen?'),
    ],
  };
});

function headlineOf({ committees, goals }: CoverageCard): string {
  const pairs = committees.length * goals.length;
  const gaps = goals.reduce((sum, goal) => sum + goal.gaps.length, 0);
  if (gaps === 0) return committees.length === 1 ? 'Bidrar till alla mål.' : 'Alla nämnder bidrar till alla mål.';
  return committees.length === 1
    ? `Bidrar till ${pairs - gaps} av ${pairs} mål. ${gaps} saknar koppling.`
    : `${gaps} av ${pairs} kopplingar mellan nämnd och mål saknas.`;
}

/** The fullest list that fits: names for one committee, else counts, else the gaps alone. */
function listOf({ committees, goals, levelNames }: CoverageCard): object {
  const legend = `${committees.map(({ id, name }) => `${forCard(id)}: ${forCard(name)}`).join('. ')}.`;
  const named = { explanations: [], goals: goals.map((goal) => goalByNames(goal, levelNames)) };
  const counted = {
    explanations: [{ text: countsText(levelNames) }, { text: legend }],
    goals: goals.map(goalByCounts),
  };
  const fuller = committees.length === 1 ? [named, counted] : [counted];
  return (
    fuller.find((list) => fits(list.goals)) ?? { explanations: [{ text: ONLY_GAPS }], goals: goalsWithGaps(goals) }
  );
}

function countsText(levelNames: LevelNames): string {
  const [goals = '', commitments = ''] = (['committeeGoal', 'commitment'] as const).map((level) =>
    forCard(levelWord(level, levelNames)),
  );
  return `Talen är hur många ${goals}, ${commitments} och indikatorer nämnden bidrar med.`;
}

const ONLY_GAPS =
  'Planen är för stor för ett kort. Här är målen som saknar koppling. Hela listan ger kommandot ”styr plan coverage”.';
