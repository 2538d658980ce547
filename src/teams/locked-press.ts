import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import type { CardContext } from '../../cards/define-card.ts';
import { typedFields } from '../../cards/input-ids.ts';
import { lockedText } from '../../cards/lock-text.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import type { StoredAnswer } from '../domain/answer.ts';
import type { PromptProblem } from '../features/outcomes/find-prompt.ts';
import type { Ports } from '../ports.ts';
import { texts } from '../texts.ts';
import { cumulativePeriod } from '../words/swedish.ts';
import type { CardAnswer } from './card-answer.ts';
import { MALFORMED } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { storedByPress, typedOnAllPages } from './form-drafts.ts';

interface LockedPress {
  readonly ports: Ports;
  readonly context: CardContext;
  readonly press: Press<VerbOf<'prompt'>>;
  readonly lock: Extract<PromptProblem, { code: 'LOCKED' }>;
}

/**
 * Answers a reporter who presses on a month that has been locked meanwhile: nothing is changed, what was typed is kept for its
 * author, and she is told whom to ask. A press that was stored before the lock, and comes once more, still gets its receipt.
 */
export async function answerLockedPress(locked: LockedPress): Promise<CardAnswer> {
  const { ports, press, lock } = locked;
  const { committeeId, period } = lock.ticket;
  const { person } = lock;
  const { typed } = typedFields(press.data);
  if (Object.keys(typed).length === 0) return { kind: 'message', text: lockedText(lock) };

  const stored = (await ports.answers.find(committeeId, period))?.revision ?? 0;
  const revision = press.revision ?? stored;
  const reading = readForm(lock.prompt, await typedOnAllPages({ ports, found: lock, person, revision, typed }));
  if (reading.malformed) return MALFORMED;
  const isSave = press.verb === 'saveOutcome' && press.version === CARD_VERSION;
  const repeated = isSave ? await storedByPress({ ports, found: lock, person, revision, typed }) : undefined;
  if (repeated) return receipt(locked, repeated);

  const isKept = await ports.answers.saveDraft(committeeId, period, person.oid, {
    revision: stored,
    typed: reading.typed,
  });
  return { kind: 'message', text: `${lockedText(lock)} ${isKept ? texts.typedIsKept : texts.typedIsTooLong}` };
}

function receipt({ context, lock }: LockedPress, stored: StoredAnswer): CardAnswer {
  const { prompt, ticket } = lock;
  const card = outcomeReceiptCard.build({ promptId: ticket.promptId, prompt, stored, context });
  return { kind: 'card', card, summary: `Rapporten för ${cumulativePeriod(lock.period)} är mottagen` };
}
