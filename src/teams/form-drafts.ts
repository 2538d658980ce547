import type { FieldNotes } from '../../cards/monthly-prompt/notes.ts';
import { pagesThatDiffer, problemsByPage } from '../../cards/monthly-prompt/page-bar.ts';
import { mergeTyped, pagesOf, type Typed } from '../../cards/monthly-prompt/pages.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { storedTexts } from '../../cards/monthly-prompt/stored-texts.ts';
import type { StoredAnswer } from '../domain/answer.ts';
import type { FoundPrompt } from '../features/outcomes/find-prompt.ts';
import { findRepeated } from '../features/outcomes/record-answer.ts';
import { savedTyping } from '../features/prompting/saved-typing.ts';
import { texts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { formAnswer, type PromptTurn, receiptAnswer } from './prompt-turn.ts';

/** What is sent of a form, and which form it is. */
type TypedPage = Pick<PromptTurn, 'ports' | 'person' | 'revision' | 'typed'> & {
  readonly found: Pick<FoundPrompt, 'prompt' | 'ticket'>;
};

/**
 * All that is typed in a form: on this page as it was sent, on the others as the person's draft has it, else as it is stored.
 * A form of one page sends everything itself.
 */
export async function typedOnAllPages({ ports, found, person, revision, typed }: TypedPage): Promise<Typed> {
  if (pagesOf(found.prompt).length === 1) return typed;
  const { committeeId, period } = found.ticket;
  const stored = revision === 0 ? undefined : await ports.answers.find(committeeId, period, revision);
  const known = stored?.revision === revision ? Object.fromEntries(storedTexts(stored, found.prompt)) : {};
  const draft = await savedTyping(ports, found.ticket, revision, person.oid);
  return mergeTyped(found.prompt, { ...known, ...draft }, typed);
}

/**
 * What the same press has stored before. It sends one page: the others are taken as they were stored with it, for the draft that
 * they stood in may have been replaced since, and a correction of one page never had any.
 */
export async function storedByPress({
  ports,
  found: { prompt, ticket },
  revision,
  typed,
}: TypedPage): Promise<StoredAnswer | undefined> {
  const next = await ports.answers.findRevision(ticket.committeeId, ticket.period, revision + 1);
  if (!next) return undefined;
  const { answer, reason } = readForm(prompt, mergeTyped(prompt, Object.fromEntries(storedTexts(next, prompt)), typed));
  return answer && findRepeated(ports, ticket, { answer, revisionShown: revision, reason });
}

/**
 * Keeps what is typed as the person's draft and answers with the form; or says that it is more than can be kept. Of a form with
 * pages, and of a draft that was asked for, the message itself is changed too: an empty form must not stand there when the chat is
 * opened again.
 */
export async function keepAndShow(turn: PromptTurn, view: Parameters<typeof formAnswer>[1]): Promise<CardAnswer> {
  const { ticket, prompt } = turn.found;
  const draft = { revision: view.revision ?? turn.revision, typed: view.typed };
  const isKept = await turn.ports.answers.saveDraft(ticket.committeeId, ticket.period, turn.person.oid, draft);
  if (!isKept) return { kind: 'message', text: texts.typedIsTooLong };
  const isLasting = pagesOf(prompt).length > 1 || view.draftSaved === true;
  return { ...formAnswer(turn, view), ...(isLasting ? { lasting: true } : {}) };
}

/** The form again, with everything that was typed and what is wrong with it, where the first fault is. */
export async function unfinished(turn: PromptTurn, typed: Typed, notes: FieldNotes): Promise<CardAnswer> {
  const stored = await newestStored(turn);
  if (stored && stored.revision > turn.revision) {
    const repeated = await storedByPress(turn);
    return repeated ? receiptAnswer(turn, repeated) : conflict(turn, typed, stored);
  }
  const [first] = problemsByPage(pagesOf(turn.found.prompt), notes);
  return keepAndShow(turn, { typed, notes, ...(stored ? { stored } : {}), ...(first ? { page: first.page } : {}) });
}

/** Both answers side by side, where they first differ: the person chooses, and nobody's figures are lost. */
export async function conflict(turn: PromptTurn, typed: Typed, stored: StoredAnswer): Promise<CardAnswer> {
  const { prompt } = turn.found;
  const beside = storedTexts(stored, prompt);
  const pages = pagesOf(prompt);
  // Of a page that nothing was typed on, what is stored is not against anything.
  const whole = pages.length === 1 ? typed : mergeTyped(prompt, Object.fromEntries(beside), typed);
  const [page = 0] = pagesThatDiffer(pages, whole, beside);
  return keepAndShow(turn, { typed: whole, stored, conflict: true, revision: stored.revision, page });
}

export function newestStored({ ports, found: { ticket } }: PromptTurn): Promise<StoredAnswer | undefined> {
  return ports.answers.find(ticket.committeeId, ticket.period);
}
