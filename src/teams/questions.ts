import { type Activity, MessageFactory } from 'botbuilder';
import { committeeStatusCard } from '../../cards/committee-status/card.ts';
import type { CardContext } from '../../cards/define-card.ts';
import { type HelpCard, helpCard } from '../../cards/help/card.ts';
import { isInRoster, sameUpn } from '../domain/plan.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { committeeStatus } from '../features/questions/committee-status.ts';
import type { Question } from '../features/questions/interpret-message.ts';
import { leadsRounds } from '../features/rounds/find-round.ts';
import type { PlanInForce, Ports, ProvenActivity } from '../ports.ts';
import { texts } from '../texts.ts';
import { answerAway, answerBack } from './absence-turns.ts';
import { answerCorrection } from './correction-turns.ts';
import { offerFile } from './file-offers.ts';
import { answerShowForm } from './form-turns.ts';
import { isPersonal } from './incoming.ts';
import { answerPartsStatus } from './part-turns.ts';
import { answerCoverage, answerModel } from './plan-answers.ts';
import { cardMessage } from './render-notice.ts';
import { answerReport, answerReview } from './report-turns.ts';
import { answerDryRun, answerLedger, answerRound } from './round-turns.ts';

/** A question in chat, and what it takes to answer it. */
export interface Asked {
  readonly ports: Ports;
  readonly context: CardContext;
  readonly activity: ProvenActivity;
  readonly inForce: PlanInForce | undefined;
  readonly person: () => Promise<KnownPerson | undefined>;
  /** Sends a message at once, and gives its id: for what has to be noted when it is shown. */
  readonly send: (message: Reply) => Promise<string | undefined>;
  /** Something happened that the jobs may have to act on. */
  readonly nudge: () => void;
}

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
type Reply = Partial<Activity>;
type Answer<Kind extends Question['kind']> = (asked: Asked, question: QuestionOf<Kind>) => Promise<Reply | undefined>;

const answerers: { readonly [Kind in Question['kind']]: Answer<Kind> } = {
  help: async (asked) => helpMessage(asked, 'help', await rolesOf(asked)),
  'not-understood': async (asked) => helpMessage(asked, 'not-understood'),
  'unknown-committee': async (asked) => helpMessage(asked, 'unknown-committee'),
  'show-form': answerShowForm,
  correct: answerCorrection,
  status,
  model: answerModel,
  coverage,
  'parts-status': answerPartsStatus,
  away: answerAway,
  back: answerBack,
  round: answerRound,
  'dry-run': answerDryRun,
  'round-ledger': answerLedger,
  file: async (asked, { file }) => offerFile(asked, file),
  report: answerReport,
  review: answerReview,
};

/** The message that answers a question; none when it has been sent already. */
export function answerQuestion(asked: Asked, question: Question): Promise<Reply | undefined> {
  const answer = answerers[question.kind] as Answer<Question['kind']>;
  return answer(asked, question);
}

/** What the bot can do, for an occasion. */
export function helpMessage({ inForce, context }: Asked, occasion: HelpCard['occasion'], roles: Roles = {}): Reply {
  const committeeId = inForce?.plan.committees.find(({ validTo }) => validTo === undefined)?.id ?? 'KS';
  return cardMessage(helpCard.build({ occasion, committeeId, context, ...roles }), 'Svar från Styrmodellen');
}

type Roles = Pick<HelpCard, 'reports' | 'leads'>;

/** What the one who asks may do; in a channel everybody reads the answer. */
async function rolesOf({ activity, inForce, person }: Asked): Promise<Roles> {
  const known = inForce && isPersonal(activity) ? await person() : undefined;
  if (!inForce || !known) return {};
  const { plan } = inForce;
  const reports = plan.contacts.some(({ role, upn }) => role === 'reporter' && sameUpn(upn, known.upn));
  return { reports, leads: leadsRounds(plan, known.upn) };
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
