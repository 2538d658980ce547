import { OWN_CARD, readAbsenceForm } from '../../cards/absence/card.ts';
import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { absenceProblems, absenceTexts } from '../texts.ts';
import { askDays, endDays, saveDays } from './absence-views.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { keepTypedBeside } from './keep-beside.ts';
import type { Presser, PressWiring } from './presser.ts';

/** Answers a press about the presser's own absence: the card carries nobody, so it is always that of the one who presses. */
export async function answerAbsencePress(
  wiring: PressWiring,
  press: Press<VerbOf<'absence'>>,
  presser: Presser,
): Promise<CardAnswer> {
  const { verb, version, id, data } = press;
  const { person, personal } = presser;
  if (!personal) return { kind: 'message', text: absenceTexts.inPersonalChat };
  if (!person) return { kind: 'message', text: absenceProblems.NOT_A_REPORTER };
  if (verb === 'askAbsence' || version !== CARD_VERSION) {
    if (id !== OWN_CARD) await keepTypedBeside(wiring, press, presser);
    const asked = await askDays(wiring, person);
    return asked.kind === 'card' && verb === 'askAbsence' && id !== OWN_CARD ? { ...asked, apart: true } : asked;
  }
  return verb === 'saveAbsence' ? saveDays(wiring, person, readAbsenceForm(data)) : endDays(wiring, person);
}
