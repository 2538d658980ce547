import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { partAdoptionCard, readAdoptionForm, type TypedAdoption } from '../../cards/part-adoption/card.ts';
import { partReceiptCard } from '../../cards/part-receipt/card.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { type AdoptProblem, adoptPart, findAdoptable } from '../features/planning/adopt-part.ts';
import { planOfPart } from '../features/planning/plan-of-part.ts';
import { planProblemText } from '../plan-texts.ts';
import type { HandedInPart, Ports } from '../ports.ts';
import { adoptProblems, partTexts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';

/** One press about a part that was handed in, by somebody who may register the decision on it. */
interface Turn extends PressWiring {
  readonly part: HandedInPart;
  readonly person: KnownPerson;
  readonly typed: TypedAdoption;
  readonly attempt: number;
}

const handlers: Record<VerbOf<'part'>, (turn: Turn) => Promise<CardAnswer>> = {
  askAdoption: (turn) => (turn.part.adopted ? showReceipt(turn, turn.part, true) : form(turn)),
  adoptPart: adopt,
};

/** Answers a press on a card about a committee's part. The part says whose it is; the roster, read now, says who may. */
export async function answerPartPress(
  wiring: PressWiring,
  press: Press<VerbOf<'part'>>,
  { person, personal }: Presser,
): Promise<CardAnswer> {
  const found = person && (await findAdoptable(wiring.ports, press.id, person));
  if (!person || !found?.ok) {
    wiring.ports.log.warn(
      { event: 'audit', verb: press.verb, reason: 'NOT_YOUR_PART', oid: person?.oid },
      'press refused',
    );
    return { kind: 'message', text: adoptProblems.NOT_YOUR_PART };
  }
  // A card that was forwarded to others, or its copy in a channel.
  if (!personal) return { kind: 'message', text: partTexts.cardInPersonalChat };
  const turn = { ...wiring, part: found.value, person, ...readAdoptionForm(press.data) };
  return press.version === CARD_VERSION ? handlers[press.verb](turn) : handlers.askAdoption(turn);
}

async function adopt(turn: Turn): Promise<CardAnswer> {
  const { ports, part, person, typed } = turn;
  const adopted = await adoptPart(ports, part.id, typed, person);
  const { planId, committee } = part.part;
  const facts = { event: 'audit', oid: person.oid, planId, committee };
  if (adopted.ok) {
    ports.log.info(facts, 'part adopted');
    return showReceipt(turn, adopted.value, true);
  }
  ports.log.warn({ ...facts, reason: adopted.problem.code }, 'part not adopted');
  return refusal(turn, adopted.problem);
}

function refusal(turn: Turn, problem: AdoptProblem): Promise<CardAnswer> | CardAnswer {
  switch (problem.code) {
    case 'ALREADY_ADOPTED':
      return showReceipt(turn, { ...turn.part, adopted: problem.adopted }, true);
    case 'FITS_NO_MORE':
      return form(turn, [partTexts.fitsNoMore, ...problem.problems.map(planProblemText)].join(' '));
    case 'NOT_YOUR_PART':
      return { kind: 'message', text: adoptProblems.NOT_YOUR_PART };
    default:
      return form(turn, adoptProblems[problem.code]);
  }
}

async function form({ ports, context, part, typed, attempt }: Turn, problem?: string): Promise<CardAnswer> {
  const card = partAdoptionCard.build({
    ...{ partId: part.id, handedInBy: part.handedInBy, handedInAt: part.handedInAt },
    ...{ committeeName: await committeeNameOf(ports, part), typed, attempt: attempt + 1, context },
    ...(problem === undefined ? {} : { problem }),
  });
  return { kind: 'card', card, summary: 'Nämndens beslut om verksamhetsplanen' };
}

/** What has become of a part, in place of the card that was pressed. */
export async function showReceipt(
  { ports, context }: PressWiring,
  part: Omit<HandedInPart, 'etag'>,
  mayAdopt: boolean,
): Promise<CardAnswer> {
  const { id: partId, part: _, ...facts } = part;
  const committeeName = await committeeNameOf(ports, part);
  const card = partReceiptCard.build({ partId, ...facts, committeeName, mayAdopt, context });
  return { kind: 'card', card, summary: 'Nämndens verksamhetsplan' };
}

async function committeeNameOf({ plans }: Pick<Ports, 'plans'>, { part }: Pick<HandedInPart, 'part'>): Promise<string> {
  const plan = await planOfPart({ plans }, part.planId);
  return plan?.document.committees.find(({ id }) => id === part.committee)?.name ?? part.committee;
}
