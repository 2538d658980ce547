import type { Draft } from '../draft.ts';
import type { Intent, Reading } from '../reading.ts';
import { alsoCompared, asked, filledIn, listed } from './about-the-same.ts';
import { byOneSign } from './by-one-sign.ts';
import { isBare, isPeriodOnly, isShort, lacksObject, namesAnything } from './is-follow-up.ts';
import { kept } from './kept.ts';
import { replacedIn } from './same-question.ts';

/**
 * A question read together with the one before it: what it says replaces, what it leaves out is kept. Pure, and only over
 * these two: nothing else is remembered.
 */
export function carryOver(previous: Reading, now: Draft): Reading {
  for (const follow of FOLLOW_UPS) {
    const read = follow(previous, now);
    if (read) return read;
  }
  return now.reading;
}

/** Reads a follow-up of one kind; nothing when it is none. */
type FollowUp = (previous: Reading, now: Draft) => Reading | undefined;

/** In this order: the first that fits. */
const FOLLOW_UPS: readonly FollowUp[] = [
  (_, now) => (standsAlone(now) ? now.reading : undefined),
  (previous, now) => (now.clues.has('why') && !namesAnything(now) ? asked(previous) : undefined),
  (previous, now) => (asksWhich(now) ? listed(previous) : undefined),
  (_, { clues, reading }) => (clues.has('remind') ? reminded(reading) : undefined),
  (previous, now) => (now.reading.intent === 'compare' ? compared(previous, now) : undefined),
  (previous, now) => (!namesAnything(now) && isShort(now) ? byOneSign(previous, now) : undefined),
  (previous, now) =>
    isBare(now) || isPeriodOnly(now) || now.clues.has('same', 'meant') ? replacedIn(previous, now) : undefined,
  (previous, now) => (lacksObject(now) ? filledIn(previous, now) : undefined),
];

function standsAlone(now: Draft): boolean {
  const { clues, reading } = now;
  if (clues.has('complaint') && reading.intent === 'clarify') return true;
  return STANDS_ALONE.includes(reading.intent) && !(isBare(now) && reading.confidence < 0.7) && !clues.has('meant');
}

const STANDS_ALONE: readonly Intent[] = ['greeting', 'thanks', 'help', 'out_of_scope', 'start_report'];

/** "Vilka är de?" */
function asksWhich(now: Draft): boolean {
  const { clues } = now;
  return (
    clues.has('which', 'who') &&
    !namesAnything(now) &&
    isShort(now) &&
    !clues.has('responsible', 'difference', 'submitted')
  );
}

function reminded(reading: Reading): Reading {
  const { committee } = reading.entities;
  return kept(
    reading,
    { ...reading.entities, committee: committee === undefined || committee === 'ALL' ? 'MISSING' : committee },
    reading.intent,
  );
}

function compared(previous: Reading, now: Draft): Reading | undefined {
  return alsoCompared(previous, now.reading) ?? (lacksObject(now) ? filledIn(previous, now) : undefined);
}
