import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import type { CardContext } from '../../cards/define-card.ts';
import { typedFields } from '../../cards/input-ids.ts';
import { type MonthlyPromptCard, monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { commentNote, doubtNotes, type FieldNotes } from '../../cards/monthly-prompt/notes.ts';
import { type FormReading, readForm } from '../../cards/monthly-prompt/read-form.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import { cumulativePeriod } from '../../cards/swedish.ts';
import type { Answer, Reporter, StoredAnswer } from '../domain/answer.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { type FoundPrompt, findPrompt, type PromptProblem } from '../features/outcomes/find-prompt.ts';
import { type RecordProblem, recordAnswer } from '../features/outcomes/record-answer.ts';
import { savedTyping } from '../features/prompting/saved-typing.ts';
import type { Ports } from '../ports.ts';
import { promptProblems, texts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';

/** One press, its prompt found and its right checked. */
interface Turn {
  readonly ports: Ports;
  readonly context: CardContext;
  readonly found: FoundPrompt;
  readonly person: KnownPerson;
  readonly presser: Presser;
  /** The revision that the card showed. */
  readonly revision: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly attempt: number;
}

const handlers: Record<VerbOf<'prompt'>, (turn: Turn) => Promise<CardAnswer>> = {
  saveOutcome,
  saveDraft,
  changeOutcome,
  keepStored,
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
    return { kind: 'message', text: problemText(found.problem) };
  }
  if (!presser.person) throw new Error('A prompt was found for nobody');

  const { typed, attempt } = typedFields(press.data);
  const revision = Number.isSafeInteger(press.revision) ? Number(press.revision) : -1;
  const turn: Turn = { ports, context, found: found.value, person: presser.person, presser, revision, typed, attempt };
  if (press.version !== CARD_VERSION) return formForOld(turn);
  if (revision < 0) return { kind: 'message', text: texts.cardOutdated };
  return handlers[press.verb](turn);
}

function problemText(problem: PromptProblem): string {
  const open =
    problem.code === 'NOT_OPEN_YET' && problem.open ? ` Den som är öppen nu är ${cumulativePeriod(problem.open)}.` : '';
  return promptProblems[problem.code] + open;
}

async function saveOutcome(turn: Turn): Promise<CardAnswer> {
  const { ports, found } = turn;
  const reading = readForm(found.prompt, turn.typed);
  if (reading.malformed) return { kind: 'bad-request', code: 'BadRequest', text: texts.malformedCard };
  if (!reading.answer) return unfinished(turn, reading.typed, reading.notes);

  const recorded = await recordAnswer(
    ports,
    found,
    {
      answer: reading.answer,
      confirmed: reading.confirmed,
      revisionShown: turn.revision,
      cardVersion: CARD_VERSION,
      ...(turn.presser.activityId === undefined ? {} : { pressedActivityId: turn.presser.activityId }),
    },
    reporterOf(turn),
  );
  return recorded.ok
    ? receipt(turn, recorded.value, reading.notices)
    : refusal(turn, reading, reading.answer, recorded.problem);
}

function refusal(
  turn: Turn,
  reading: FormReading,
  answer: Answer,
  problem: RecordProblem,
): Promise<CardAnswer> | CardAnswer {
  const { prompt } = turn.found;
  switch (problem.code) {
    case 'CARD_OUTDATED':
      return { kind: 'message', text: texts.cardOutdated };
    case 'CONFLICT':
      return conflict(turn, reading.typed, problem.stored);
    case 'DOUBTFUL':
      return unfinished(turn, reading.typed, doubtNotes(prompt, problem.doubts, reading.typed));
    case 'COMMENT_REQUIRED':
      return unfinished(
        turn,
        reading.typed,
        commentNote(prompt, problem.areaIds, (areaId) => forecastKr(answer, areaId)),
      );
  }
}

function forecastKr(answer: Answer, areaId: string): number {
  const forecast = answer.areas.find((area) => area.areaId === areaId)?.forecast;
  return forecast?.kind === 'value' ? forecast.amountKr : 0;
}

/** The form again, with everything that was typed and what is wrong with it; kept as a draft too. */
async function unfinished(turn: Turn, typed: Turn['typed'], notes: FieldNotes): Promise<CardAnswer> {
  const { answers } = turn.ports;
  const { committeeId, period } = turn.found.ticket;
  const stored = await answers.find(committeeId, period);
  if (stored && stored.revision > turn.revision) return conflict(turn, typed, stored);
  await answers.saveDraft(committeeId, period, turn.person.oid, { revision: turn.revision, typed });
  return form(turn, { typed, notes, ...(stored ? { stored } : {}) });
}

/** Both answers side by side: the person chooses, and nobody's figures are lost. */
async function conflict(turn: Turn, typed: Turn['typed'], stored: StoredAnswer): Promise<CardAnswer> {
  const { committeeId, period } = turn.found.ticket;
  await turn.ports.answers.saveDraft(committeeId, period, turn.person.oid, { revision: stored.revision, typed });
  return form(turn, { typed, stored, conflict: true, revision: stored.revision });
}

async function saveDraft(turn: Turn): Promise<CardAnswer> {
  const { committeeId, period } = turn.found.ticket;
  const { typed, malformed } = readForm(turn.found.prompt, turn.typed);
  if (malformed) return { kind: 'bad-request', code: 'BadRequest', text: texts.malformedCard };
  const stored = await turn.ports.answers.find(committeeId, period);
  if (stored && stored.revision > turn.revision) return conflict(turn, typed, stored);
  await turn.ports.answers.saveDraft(committeeId, period, turn.person.oid, { revision: turn.revision, typed });
  return form(turn, { typed, draftSaved: true, ...(stored ? { stored } : {}) });
}

/** The stored answer as a form. Storing it again makes a new revision and keeps this one. */
async function changeOutcome(turn: Turn): Promise<CardAnswer> {
  return freshForm(turn);
}

async function keepStored(turn: Turn): Promise<CardAnswer> {
  const { committeeId, period } = turn.found.ticket;
  const stored = await turn.ports.answers.find(committeeId, period);
  if (!stored) return freshForm(turn);
  // What was typed against it was turned down: it must not come back as a draft.
  await turn.ports.answers.saveDraft(committeeId, period, turn.person.oid, { revision: stored.revision, typed: {} });
  return receipt(turn, stored, []);
}

/** The form as it stands now, whatever the card showed. */
async function freshForm(turn: Turn, view: Partial<MonthlyPromptCard> = {}): Promise<CardAnswer> {
  const { ticket } = turn.found;
  const stored = await turn.ports.answers.find(ticket.committeeId, ticket.period);
  const revision = stored?.revision ?? 0;
  const typed = await savedTyping(turn.ports, ticket, revision, turn.person.oid);
  return form(turn, { typed, revision, ...(stored ? { stored } : {}), ...view });
}

/** In place of a card of another version: nothing is stored from it, and what was typed in it goes along. */
async function formForOld(turn: Turn): Promise<CardAnswer> {
  if (Object.keys(turn.typed).length === 0) return freshForm(turn, { replacesOld: true });
  const { committeeId, period } = turn.found.ticket;
  const stored = await turn.ports.answers.find(committeeId, period);
  const beside = stored ? { stored, conflict: true } : {};
  return form(turn, { typed: turn.typed, revision: stored?.revision ?? 0, replacesOld: true, ...beside });
}

function form(turn: Turn, view: Partial<MonthlyPromptCard> & Pick<MonthlyPromptCard, 'typed'>): CardAnswer {
  const { prompt, ticket } = turn.found;
  const card = monthlyPromptCard.build({
    promptId: ticket.promptId,
    prompt,
    revision: turn.revision,
    // A receipt between two forms forgets how often they were shown; the revision does not.
    attempt: Math.max(turn.attempt, turn.revision * 20) + 1,
    context: turn.context,
    ...view,
  });
  return { kind: 'card', card, summary: `Rapport för ${cumulativePeriod(prompt.followUp.period)}` };
}

function receipt(turn: Turn, stored: StoredAnswer, notices: readonly string[]): CardAnswer {
  const { prompt, ticket } = turn.found;
  const card = outcomeReceiptCard.build({ promptId: ticket.promptId, prompt, stored, notices, context: turn.context });
  return { kind: 'card', card, summary: `Rapporten för ${cumulativePeriod(prompt.followUp.period)} är mottagen` };
}

function reporterOf({ person, presser }: Turn): Reporter {
  return { ...person, name: presser.name };
}
