import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { typedFields } from '../../cards/input-ids.ts';
import type { MonthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { mergeTyped, pagesOf } from '../../cards/monthly-prompt/pages.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { type FoundPrompt, findPrompt, type PromptProblem } from '../features/outcomes/find-prompt.ts';
import { savedTyping } from '../features/prompting/saved-typing.ts';
import { promptProblems, texts } from '../texts.ts';
import { cumulativePeriod } from '../words/swedish.ts';
import type { CardAnswer } from './card-answer.ts';
import { MALFORMED } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { conflict, keepAndShow, newestStored, typedOnAllPages } from './form-drafts.ts';
import { answerLockedPress } from './locked-press.ts';
import type { Presser, PressWiring } from './presser.ts';
import { formAnswer, type PromptTurn, receiptAnswer } from './prompt-turn.ts';
import { saveOutcome } from './save-answer.ts';

const handlers: Record<VerbOf<'prompt'>, (turn: PromptTurn) => Promise<CardAnswer>> = {
  saveOutcome,
  saveDraft: (turn) => keepTyped(turn, { draftSaved: true }),
  showPage: (turn) => keepTyped(turn, turn.inConflict ? { conflict: true } : {}),
  /** The stored answer as a form. Storing it again makes a new revision and keeps this one. */
  changeOutcome: (turn) => freshForm(turn),
  keepStored,
  openForm,
};

/** Answers a press on a form or a receipt. The prompt says what is written; the roster, read now, says who may. */
export async function answerPromptPress(
  { ports, context }: PressWiring,
  press: Press<VerbOf<'prompt'>>,
  presser: Presser,
): Promise<CardAnswer> {
  const found = await findPrompt(ports, press.id, presser.person, presser.conversationId);
  if (!found.ok) {
    ports.log.warn(
      { event: 'audit', verb: press.verb, reason: found.problem.code, oid: presser.person?.oid },
      'press refused',
    );
    if (found.problem.code !== 'LOCKED') return { kind: 'message', text: problemText(found.problem) };
    return answerLockedPress({ ports, context, press, lock: found.problem });
  }
  const { person } = presser;
  if (!person) throw new Error('A prompt was found for nobody');

  const revision = press.revision ?? -1;
  const place = { page: pageOf(press, found.value), inConflict: press.data.c === 1 };
  const turn = { ports, context, found: found.value, person, presser, revision, ...place, ...typedFields(press.data) };
  if (press.version !== CARD_VERSION) return formForOld(turn);
  if (revision < 0) return { kind: 'message', text: texts.cardOutdated };
  return handlers[press.verb](turn);
}

function problemText(problem: Exclude<PromptProblem, { code: 'LOCKED' }>): string {
  const open =
    problem.code === 'NOT_OPEN_YET' && problem.open ? ` Den som är öppen nu är ${cumulativePeriod(problem.open)}.` : '';
  return promptProblems[problem.code] + open;
}

/** The page that the button leads to, or stands on; the first for one that the form does not have. */
function pageOf({ data }: Press, { prompt }: FoundPrompt): number | undefined {
  const count = pagesOf(prompt).length;
  if (count === 1 || data.s === undefined) return undefined;
  return Number.isInteger(data.s) && Number(data.s) >= 0 && Number(data.s) < count ? Number(data.s) : 0;
}

/** Keeps what is typed as a draft, and shows the form where the press leads. */
async function keepTyped(turn: PromptTurn, view: Partial<MonthlyPromptCard>): Promise<CardAnswer> {
  const { typed, malformed } = readForm(turn.found.prompt, await typedOnAllPages(turn));
  if (malformed) return MALFORMED;
  const stored = await newestStored(turn);
  if (stored && stored.revision > turn.revision) return conflict(turn, typed, stored);
  return keepAndShow(turn, { typed, ...(stored ? { ...view, stored } : { ...view, conflict: false }) });
}

async function keepStored(turn: PromptTurn): Promise<CardAnswer> {
  const { committeeId, period } = turn.found.ticket;
  const stored = await newestStored(turn);
  if (!stored) return freshForm(turn);
  // What was typed against it was turned down: it must not come back as a draft.
  await turn.ports.answers.saveDraft(committeeId, period, turn.person.oid, { revision: stored.revision, typed: {} });
  return receiptAnswer(turn, stored);
}

/** From a list of what is owed. What somebody has answered meanwhile is shown as it was answered, unless a correction is begun. */
async function openForm(turn: PromptTurn): Promise<CardAnswer> {
  const stored = await newestStored(turn);
  const typed = await savedTyping(turn.ports, turn.found.ticket, stored?.revision ?? 0, turn.person.oid);
  return stored && Object.keys(typed).length === 0 ? receiptAnswer(turn, stored) : freshForm(turn);
}

/** The form as it stands now, whatever the card showed. */
async function freshForm(turn: PromptTurn, view: Partial<MonthlyPromptCard> = {}): Promise<CardAnswer> {
  const stored = await newestStored(turn);
  const revision = stored?.revision ?? 0;
  const typed = await savedTyping(turn.ports, turn.found.ticket, revision, turn.person.oid);
  return formAnswer(turn, { typed, revision, ...(stored ? { stored } : {}), ...view });
}

/** In place of a card of another version: nothing is stored from it, and what was typed in it goes along. */
async function formForOld(turn: PromptTurn): Promise<CardAnswer> {
  if (Object.keys(turn.typed).length === 0) return freshForm(turn, { replacesOld: true });
  const stored = await newestStored(turn);
  const revision = stored?.revision ?? 0;
  const draft = await savedTyping(turn.ports, turn.found.ticket, revision, turn.person.oid);
  const { typed, malformed } = readForm(turn.found.prompt, mergeTyped(turn.found.prompt, draft, turn.typed));
  if (malformed) return MALFORMED;
  const beside = stored ? { stored, conflict: true } : {};
  return keepAndShow(turn, { typed, revision, replacesOld: true, ...beside });
}
