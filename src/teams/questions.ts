import { type Activity, MessageFactory } from 'botbuilder';
import { committeeStatusCard } from '../../cards/committee-status/card.ts';
import type { CardContext } from '../../cards/define-card.ts';
import { type HelpCard, helpCard } from '../../cards/help/card.ts';
import { isInRoster, type Plan } from '../domain/plan.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { committeeStatus } from '../features/questions/committee-status.ts';
import type { Question } from '../features/questions/interpret-message.ts';
import type { PlanInForce, Ports, ProvenActivity } from '../ports.ts';
import { texts } from '../texts.ts';
import { offerFile } from './file-offers.ts';
import { isPersonal } from './incoming.ts';
import { answerPartsStatus } from './part-turns.ts';
import { answerCoverage, answerModel } from './plan-answers.ts';
import { cardMessage } from './render-notice.ts';

/** A question in chat, and what it takes to answer it. */
export interface Asked {
  readonly ports: Ports;
  readonly context: CardContext;
  readonly activity: ProvenActivity;
  readonly inForce: PlanInForce | undefined;
  readonly person: () => Promise<KnownPerson | undefined>;
}

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
/** A form is not an answer only: what becomes of it has to be noted. */
type AnsweredKind = Exclude<Question['kind'], 'show-form'>;
type Reply = Partial<Activity>;

const answerers: { readonly [Kind in AnsweredKind]: (asked: Asked, question: QuestionOf<Kind>) => Promise<Reply> } = {
  help: async (asked) => help(asked, 'help'),
  'not-understood': async (asked) => help(asked, 'not-understood'),
  'unknown-committee': async (asked) => help(asked, 'unknown-committee'),
  status,
  model: answerModel,
  coverage,
  'parts-status': answerPartsStatus,
  file: async (asked, { file }) => offerFile(asked, file),
};

/** The message that answers a question. */
export function answerQuestion(asked: Asked, question: QuestionOf<AnsweredKind>): Promise<Reply> {
  const answer = answerers[question.kind] as (asked: Asked, question: QuestionOf<AnsweredKind>) => Promise<Reply>;
  return answer(asked, question);
}

/** What the bot can do, for an occasion. */
export function helpMessage(occasion: HelpCard['occasion'], plan: Plan | undefined, context: CardContext): Reply {
  const committeeId = plan?.committees.find(({ validTo }) => validTo === undefined)?.id ?? 'KS';
  return cardMessage(helpCard.build({ occasion, committeeId, context }), 'Svar från Styrmodellen');
}

function help({ inForce, context }: Asked, occasion: HelpCard['occasion']): Reply {
  return helpMessage(occasion, inForce?.plan, context);
}

async function status(asked: Asked, { committee }: QuestionOf<'status'>): Promise<Reply> {
  const { ports, context, activity, inForce } = asked;
  if (!isPersonal(activity)) return MessageFactory.text(texts.statusInPersonalChat);
  const person = await asked.person();
  if (!inForce || !person || !isInRoster(inForce.plan, person.upn)) return MessageFactory.text(texts.notInRoster);
  const found = await committeeStatus(ports, committee);
  if (!found) return MessageFactory.text(texts.nothingOpen);
  return cardMessage(committeeStatusCard.build({ ...found, context }), `Status för ${committee.name}`);
}

async function coverage(asked: Asked, { committee }: QuestionOf<'coverage'>): Promise<Reply> {
  if (!isPersonal(asked.activity)) return MessageFactory.text(texts.coverageInPersonalChat);
  const person = await asked.person();
  if (!asked.inForce || !person || !isInRoster(asked.inForce.plan, person.upn)) {
    return MessageFactory.text(texts.notInRoster);
  }
  return answerCoverage(asked, committee);
}
