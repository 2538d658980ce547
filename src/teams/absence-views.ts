import { type AbsenceCard, type AbsenceDays, absenceCard } from '../../cards/absence/card.ts';
import { aboutAbsence, sayAway, sayBack } from '../features/absences/say-away.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { absenceProblems } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { lasting } from './card-answer.ts';
import type { PressWiring } from './presser.ts';

/** What the form is shown with. */
export interface AbsenceForm {
  readonly typed?: Partial<AbsenceDays>;
  /** How many times it has been shown before. */
  readonly attempt?: number;
  readonly problem?: string;
}

/** Asks for the days, and says who is asked meanwhile. Without days of its own it shows those that were said before. */
export async function askDays(
  wiring: PressWiring,
  { upn }: KnownPerson,
  { typed, attempt = 0, problem }: AbsenceForm = {},
): Promise<CardAnswer> {
  const about = await aboutAbsence(wiring.ports, upn);
  if (!about.ok) return { kind: 'message', text: absenceProblems[about.problem.code] };
  const { absence, standIns } = about.value;
  return view(wiring, {
    ...{ view: 'form', standIns, attempt: attempt + 1 },
    typed: { from: '', to: '', ...(typed ?? absence) },
    ...(problem !== undefined && { problem }),
    ...(absence && { said: absence }),
  });
}

/** Takes a person to be away; days that can't be are asked for again, with what is wrong with them. */
export async function saveDays(
  wiring: PressWiring,
  person: KnownPerson,
  { typed, attempt }: { readonly typed: AbsenceDays; readonly attempt: number },
): Promise<CardAnswer> {
  const { ports } = wiring;
  const said = await sayAway(ports, person.upn, typed);
  const facts = { event: 'audit', oid: person.oid };
  if (!said.ok) {
    const { code } = said.problem;
    ports.log.info({ ...facts, reason: code }, 'absence not taken');
    return askDays(wiring, person, { typed, attempt, problem: absenceProblems[code] });
  }
  ports.log.info(facts, 'absence said');
  const { absence, standIns } = said.value;
  return lasting(view(wiring, { view: 'saved', said: absence, standIns }));
}

export async function endDays(wiring: PressWiring, { upn, oid }: KnownPerson): Promise<CardAnswer> {
  const back = await sayBack(wiring.ports, upn);
  if (!back.ok) return { kind: 'message', text: absenceProblems[back.problem.code] };
  wiring.ports.log.info({ event: 'audit', oid }, 'absence ended');
  return lasting(view(wiring, { view: 'back', wasAway: back.value }));
}

function view({ context }: PressWiring, facts: AbsenceCard): CardAnswer {
  return { kind: 'card', card: absenceCard.build({ ...facts, context }), summary: 'Din frånvaro' };
}
