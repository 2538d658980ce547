import type { CardContext } from '../../cards/define-card.ts';
import { type MonthlyPromptCard, monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import type { Typed } from '../../cards/monthly-prompt/pages.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import type { StoredAnswer } from '../domain/answer.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import type { FoundPrompt } from '../features/outcomes/find-prompt.ts';
import { findNextOwed } from '../features/prompting/next-owed.ts';
import type { Ports } from '../ports.ts';
import { cumulativePeriod } from '../words/swedish.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Presser } from './presser.ts';

/** One press on a form or a receipt, its prompt found and its right checked. */
export interface PromptTurn {
  readonly ports: Ports;
  readonly context: CardContext;
  readonly found: FoundPrompt;
  readonly person: KnownPerson;
  readonly presser: Presser;
  /** The revision that the card showed. */
  readonly revision: number;
  /** Of a form with pages: the page to show. */
  readonly page: number | undefined;
  /** The form showed two answers against each other. */
  readonly inConflict: boolean;
  /** What was typed on the card, by field name. */
  readonly typed: Typed;
  readonly attempt: number;
}

/** Openings of a form in one message must be so many seconds apart before ids come again. */
const ATTEMPTS = 9_000;

export function formAnswer(
  turn: PromptTurn,
  view: Partial<MonthlyPromptCard> & Pick<MonthlyPromptCard, 'typed'>,
): Extract<CardAnswer, { kind: 'card' }> {
  const { prompt, ticket, reasonRequired } = turn.found;
  const card = monthlyPromptCard.build({
    ...{ promptId: ticket.promptId, prompt, reasonRequired, context: turn.context },
    ...{ revision: turn.revision, attempt: nextAttempt(turn) },
    ...(turn.page === undefined ? {} : { page: turn.page }),
    ...view,
  });
  return { kind: 'card', card, summary: `Rapport för ${cumulativePeriod(prompt.followUp.period)}` };
}

/** Repeats what is stored, and leads on to what its reader owes for another committee. */
export async function receiptAnswer(
  { ports, context, found, person }: PromptTurn,
  stored: StoredAnswer,
  notices: readonly string[] = [],
): Promise<CardAnswer> {
  const { prompt, ticket, plan, reasonRequired } = found;
  const next = await findNextOwed(ports, plan, ticket.period, person.upn);
  const card = outcomeReceiptCard.build({
    ...{ promptId: ticket.promptId, prompt, stored, notices, context },
    ...(next ? { next } : {}),
  });
  const summary = `Rapporten för ${cumulativePeriod(prompt.followUp.period)} är mottagen`;
  // No line in the ledger knows of a controller's message: nothing else would bring it up to date.
  return { kind: 'card', card, summary, ...(reasonRequired ? { lasting: true } : {}) };
}

/** A form that comes back counts on; one that is opened has ids that no other form had in the same message. */
function nextAttempt({ typed, attempt, ports }: PromptTurn): number {
  const before = Object.keys(typed).length > 0 ? attempt : Math.floor(ports.clock.now().getTime() / 1_000);
  return (before % ATTEMPTS) + 1;
}
