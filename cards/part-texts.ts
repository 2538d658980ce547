import { isGap } from '../src/domain/coverage.ts';
import type { InternalBudget } from '../src/domain/internal-budget.ts';
import type { PartOverview } from '../src/domain/part-overview.ts';
import { type Level, levelCount, levelWord } from '../src/words/level-names.ts';
import { upperFirst } from '../src/words/sentence-parts.ts';
import { kronorInFull, swedishDate } from '../src/words/swedish.ts';
import { firstOf, shortened } from './file-texts.ts';
import { forCard } from './peoples-words.ts';

const MOST_GAPS = 4;
const LONGEST_GOAL = 100;

/** `4 nämndmål, varav 3 delas med andra nämnder. 1 åtagande, 2 aktiviteter.` */
export function contentsText({ goals, sharedGoals, commitments, activities, levelNames }: PartOverview): string {
  const count = (number: number, level: Level): string => upperFirst(levelCount(number, level, levelNames));
  const shared = sharedGoals === 0 ? '' : `, varav ${sharedGoals} delas med andra nämnder`;
  const counts = `${count(commitments, 'commitment')}, ${levelCount(activities, 'activity', levelNames)}`;
  return forCard(`${count(goals, 'committeeGoal')}${shared}. ${counts}.`);
}

/** To the krona: a part that misses its frame by one is not taken. */
export function budgetText({ year, dividedKr, frameKr, feeFinancedKr }: InternalBudget): string {
  const apart =
    feeFinancedKr === undefined ? '' : ` Avgiftsfinansierad verksamhet för sig: ${kronorInFull(feeFinancedKr)}.`;
  return `Internbudget ${year}: ${kronorInFull(dividedKr)}, ${besideFrame(dividedKr, frameKr)}.${apart}`;
}

function besideFrame(dividedKr: number, frameKr: number | undefined): string {
  if (frameKr === undefined) return 'men planen har ingen ram att jämföra med';
  if (dividedKr === frameKr) return 'lika med ramen';
  const difference = kronorInFull(Math.abs(dividedKr - frameKr));
  return `${difference} ${dividedKr > frameKr ? 'över' : 'under'} ramen ${kronorInFull(frameKr)}`;
}

/** Names of the council's goals that the committee does nothing for. */
export function gapsOf({ contributions }: PartOverview): string[] {
  return contributions.filter(isGap).map(({ name }) => name);
}

/** `Bidrar inte till: …`, or that there is no gap. */
export function gapsText(overview: PartOverview): string {
  const { first, more } = firstOf(gapsOf(overview), MOST_GAPS);
  if (first.length === 0) return `Bidrar till varje ${forCard(levelWord('councilGoal', overview.levelNames, 1))}.`;
  const rest = more === 0 ? '' : ` och ${more} till`;
  return `Bidrar inte till: ${first.map(goalText).join('; ')}${rest}.`;
}

/** Council goals can be whole sentences. */
export function goalText(name: string): string {
  return forCard(shortened(name, LONGEST_GOAL));
}

export function decisionText({ date, paragraph }: { readonly date: string; readonly paragraph: string }): string {
  return `${swedishDate(date)}, ${forCard(paragraph)}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
