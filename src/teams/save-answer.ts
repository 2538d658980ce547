import { CARD_VERSION } from '../../cards/actions.ts';
import * as fields from '../../cards/monthly-prompt/fields.ts';
import { commentNote, doubtNotes, reasonNote } from '../../cards/monthly-prompt/notes.ts';
import { type FormReading, readForm } from '../../cards/monthly-prompt/read-form.ts';
import type { Answer, Reporter } from '../domain/answer.ts';
import { type RecordProblem, recordAnswer } from '../features/outcomes/record-answer.ts';
import { texts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { MALFORMED } from './card-answer.ts';
import { conflict, typedOnAllPages, unfinished } from './form-drafts.ts';
import { type PromptTurn, receiptAnswer } from './prompt-turn.ts';

/** Stores the form, all of its pages, and answers with the receipt; or gives the form back with what is wrong. */
export async function saveOutcome(turn: PromptTurn): Promise<CardAnswer> {
  const reading = readForm(turn.found.prompt, await typedOnAllPages(turn), turn.found);
  if (reading.malformed) return MALFORMED;
  if (!reading.answer) return unfinished(turn, reading.typed, reading.notes);

  const recorded = await record(turn, reading, reading.answer);
  if (!recorded.ok) return refusal(turn, reading, reading.answer, recorded.problem);
  const onlyReason = recorded.value.revision === turn.revision && reading.reason !== '';
  return receiptAnswer(turn, recorded.value, [...reading.notices, ...(onlyReason ? [texts.nothingChanged] : [])]);
}

function record(turn: PromptTurn, { confirmed, reason }: FormReading, answer: Answer): ReturnType<typeof recordAnswer> {
  const { ports, found, presser, revision } = turn;
  const command = {
    ...{ answer, confirmed, revisionShown: revision, cardVersion: CARD_VERSION },
    ...(presser.activityId === undefined ? {} : { pressedActivityId: presser.activityId }),
    ...(reason === '' ? {} : { reason }),
  };
  return recordAnswer(ports, found, command, reporterOf(turn));
}

function refusal(
  turn: PromptTurn,
  { typed }: FormReading,
  answer: Answer,
  problem: RecordProblem,
): Promise<CardAnswer> | CardAnswer {
  const { prompt } = turn.found;
  switch (problem.code) {
    case 'CARD_OUTDATED':
      return { kind: 'message', text: texts.cardOutdated };
    case 'REASON_REQUIRED':
      return unfinished(turn, typed, new Map([[fields.reason, reasonNote()]]));
    case 'CONFLICT':
      return conflict(turn, typed, problem.stored);
    case 'DOUBTFUL':
      return unfinished(turn, typed, doubtNotes(prompt, problem.doubts, typed));
    case 'COMMENT_REQUIRED':
      return unfinished(turn, typed, commentNote(prompt, problem, answer));
  }
}

function reporterOf({ person, presser }: PromptTurn): Reporter {
  return { ...person, name: presser.name };
}
