import type { NamedKind, Thing } from '../lexicon/lexicon.ts';
import type { Sign } from '../vocabulary/signs.ts';
import type { Expected } from './find-names.ts';

type Has = (...signs: readonly Sign[]) => boolean;

/**
 * Which kind of thing is rather meant when a word is in the names of several: in "trygghetsmålet" a goal, in "hur utvecklas
 * tryggheten" what is measured. `on` is a day: committees that exist then come first.
 */
export function expectedKinds(has: Has, on: string): Expected {
  const isMeasured = has(
    'trend',
    'howMany',
    'howMuch',
    'highest',
    'lowest',
    'indicator',
    'figures',
    'compare',
    'elsewhere',
    'women',
    'men',
    'opinion',
  );
  const isMoney = has('money', 'deviation', 'forecast', 'budget', 'cost', 'netCost', 'income', 'outcome', 'remaining');
  const byKind: Readonly<Record<NamedKind, number>> = {
    committee: has('committee') ? 1.25 : 1,
    goal: has('goal') ? 1.3 : isMeasured ? 0.7 : 1,
    goalArea: has('goalArea') ? 1.4 : 0.98,
    indicator: has('goal') && !isMeasured ? 0.9 : isMeasured ? 1.06 : 1,
    businessArea: isMoney ? 1.05 : 0.9,
    commitment: has('commitment') ? 1.4 : 0.8,
    activity: has('activity') ? 1.4 : 0.8,
    assignment: has('assignment') ? 1.4 : 0.7,
    investment: has('investment') ? 1.4 : 0.8,
  };
  return (thing) => byKind[thing.kind] * (thing.level === 'council' ? 1.09 : 1) * (exists(thing, on) ? 1 : 0.92);
}

function exists({ validFrom = '', validTo = '9999' }: Thing, on: string): boolean {
  return validFrom <= on && on <= validTo;
}
