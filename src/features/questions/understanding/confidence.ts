import type { Clues } from './clues.ts';
import type { Chosen } from './intents/choose-intents.ts';
import type { Entities, Intent } from './reading.ts';

/** These need no name of the plan, and unknown words in them are what they are about. */
const WITHOUT_NAMES: readonly Intent[] = [
  'greeting',
  'thanks',
  'out_of_scope',
  'clarify',
  'help',
  'explain_term',
  'commitment_status',
  'activity_status',
];

const UNKNOWN_WORD = 0.15;
/** A word that is known, and is neither a name nor a sign here. */
const LEFT_WORD = 0.08;
const REPAIRED_WORD = 0.03;
/** A question that could be about two things of the plan is asked back. */
const AMBIGUOUS = 0.55;
const FAINT_NAME = 0.62;
const CUT = 0.6;

/** How sure a reading is: by the way of asking, less for every word that it leaves unexplained. */
export function sureness(chosen: Chosen | undefined, entities: Entities, clues: Clues): number {
  if (!chosen) return 0;
  const needsNames = !WITHOUT_NAMES.includes(chosen.intent);
  const left = needsNames ? unexplained(clues) : [];
  const unknown = left.filter(({ isKnown }) => !isKnown).length;
  const repaired = clues.tokens.filter((token) => token.repaired !== undefined).length;
  const used = clues.mentions.filter(({ thing }) => isUsed(thing.id, entities));
  const isFaint = used.some(({ score }) => score < FAINT_NAME);
  const isAmbiguous = used.some(({ rivals }) => rivals.length > 0);
  const sure =
    chosen.sure -
    unknown * UNKNOWN_WORD -
    (left.length - unknown) * LEFT_WORD -
    repaired * REPAIRED_WORD -
    (isFaint ? 0.1 : 0);
  const bounded = Math.max(0.1, Math.min(isAmbiguous ? AMBIGUOUS : 1, sure)) * (clues.wasCut ? CUT : 1);
  return Math.round(bounded * 100) / 100;
}

/** Words that say something and that no name, sign or period accounts for. */
function unexplained({ tokens, found, mentions, periods, foreign }: Clues): Clues['tokens'] {
  const isIn = (at: number) =>
    mentions.some((mention) => mention.tokens.includes(at)) ||
    [...found, ...periods].some(
      ({ from, to }) => from === at || to - 1 === at || (from < at && at < to && to - from <= 3),
    ) ||
    foreign?.tokens.includes(at) === true;
  return tokens.filter(({ isFunction, plain }, at) => !isFunction && plain.length > 2 && !isIn(at));
}

function isUsed(id: string, { goal, goalArea, indicator, committee, businessArea }: Entities): boolean {
  return [goal, goalArea, indicator, committee, businessArea].some((value) =>
    Array.isArray(value) ? value.includes(id) : value === id,
  );
}
