import { otherReadings } from './alternatives.ts';
import { type Clues, readClues } from './clues.ts';
import { sureness } from './confidence.ts';
import { carryOver } from './follow-ups/carry-over.ts';
import { entitiesOf } from './grammar/entities.ts';
import { type Chosen, chooseIntents } from './intents/choose-intents.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Reading, Understanding } from './reading.ts';
import { reasons } from './reasons.ts';

/** What is known when a question is asked: the plan's names, the instant, and the question before it in the conversation. */
export interface Circumstances {
  readonly lexicon: Lexicon;
  readonly now: Date;
  readonly context?: string | Reading;
}

/**
 * What a question in everyday Swedish asks for. Pure: the same words, plan, day and context are the same answer always.
 * It reads the words as known ones, finds the signs and the names in them, chooses the way of asking, and fills in what is
 * asked about.
 */
export function understand(text: string, { lexicon, now, context }: Circumstances): Understanding {
  const clues = readClues(text, lexicon, now);
  const chosen = chooseIntents(clues);
  const reading = readingOf(chosen[0], clues);
  const previous = typeof context === 'string' ? understand(context, { lexicon, now }) : context;
  const carried = previous ? carryOver(previous, { clues, reading }) : reading;
  return {
    ...carried,
    alternatives: otherReadings(
      carried,
      chosen.slice(1).map((other) => readingOf(other, clues)),
      clues,
    ),
    why: reasons(clues, chosen[0], carried !== reading),
  };
}

function readingOf(chosen: Chosen | undefined, clues: Clues): Reading {
  const intent = chosen?.intent ?? 'clarify';
  const entities = entitiesOf(intent, clues);
  return { intent, entities, confidence: sureness(chosen, entities, clues) };
}
