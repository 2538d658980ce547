import { type Subject, type VerbOf, verbSubjects } from '../../cards/actions.ts';
import { answerAbsencePress } from './absence-actions.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { answerMunicipalReportPress } from './municipal-report-actions.ts';
import { answerPartPress } from './part-actions.ts';
import type { Presser, PressWiring } from './presser.ts';
import { answerPromptPress } from './prompt-actions.ts';
import { answerReportPress } from './report-actions.ts';
import { answerRoundPress } from './round-actions.ts';
import { answerUploadPress } from './upload-actions.ts';

type AnswerPress<Of extends Subject> = (
  wiring: PressWiring,
  press: Press<VerbOf<Of>>,
  presser: Presser,
) => Promise<CardAnswer>;

/** Who answers, by what the pressed card is about. */
const answerers: { readonly [Of in Subject]: AnswerPress<Of> } = {
  prompt: answerPromptPress,
  upload: answerUploadPress,
  part: answerPartPress,
  absence: answerAbsencePress,
  round: answerRoundPress,
  report: answerReportPress,
  'municipal-report': answerMunicipalReportPress,
};

/** Answers a press on any card. */
export function answerPress(wiring: PressWiring, press: Press, presser: Presser): Promise<CardAnswer> {
  const answer = answerers[verbSubjects[press.verb]] as AnswerPress<Subject>;
  return answer(wiring, press, presser);
}
