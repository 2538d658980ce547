import { type Activity, MessageFactory, type TurnContext } from 'botbuilder';
import { verbSubjects } from '../../cards/actions.ts';
import type { CardContext } from '../../cards/define-card.ts';
import { resumePrompts } from '../features/prompting/resume-prompts.ts';
import { interpretMessage } from '../features/questions/interpret-message.ts';
import { recheckSummary } from '../features/reporting/post-summary.ts';
import type { FrontDoorAnswer, Ports, ProvenActivity } from '../ports.ts';
import { texts } from '../texts.ts';
import { answerInvoke, type TeamsAdapter } from './adapter.ts';
import { answerPress } from './card-actions.ts';
import { type CardAnswer, invokeBody } from './card-answer.ts';
import { type PressReading, readInvokeValue, readSubmitValue } from './card-data.ts';
import type { Connectors } from './connector.ts';
import { answerConsent } from './file-offers.ts';
import type { FileTransfer } from './file-transfer.ts';
import { FileTurns } from './file-turns.ts';
import { sendForms } from './form-turns.ts';
import { isPersonal, nameOf, teamOf, wordsOf } from './incoming.ts';
import { fileOf, type IncomingFile } from './incoming-file.ts';
import type { Presser } from './presser.ts';
import { type Asked, answerQuestion, helpMessage } from './questions.ts';
import { answerMessage, cardMessage } from './render-notice.ts';
import { activityIdOf } from './send-outcome.ts';
import { Whereabouts } from './whereabouts.ts';

export interface BotWiring {
  readonly ports: Ports;
  readonly adapter: TeamsAdapter;
  readonly connectors: Connectors;
  readonly files: FileTransfer;
  readonly context: () => CardContext;
  /** Something happened that the jobs may have to act on. */
  readonly nudge: (what?: 'answers') => void;
}

/** Activities in: answers presses and questions, welcomes, and hands the rest on to the features. */
export class Bot {
  readonly #wiring: BotWiring;
  readonly #whereabouts: Whereabouts;
  readonly #fileTurns: FileTurns;

  constructor(wiring: BotWiring) {
    this.#wiring = wiring;
    this.#whereabouts = new Whereabouts(wiring.ports, wiring.connectors);
    this.#fileTurns = new FileTurns(wiring.files);
  }

  receive(activity: ProvenActivity): Promise<FrontDoorAnswer> {
    return this.#wiring.adapter.receive(activity, (context) => this.#turn(context, activity));
  }

  async #turn(context: TurnContext, activity: ProvenActivity): Promise<void> {
    try {
      if (activity.type === 'invoke') return await this.#invoke(context, activity);
      await this.#whereabouts.remember(activity);
      if (activity.type === 'message') return await this.#message(context, activity);
      if (activity.type === 'installationUpdate') return await this.#installed(context, activity);
      if (activity.type === 'conversationUpdate') return await this.#welcome(context, activity);
    } catch (error) {
      this.#wiring.ports.log.error({ err: error, activityType: activity.type }, 'turn failed');
      const storage = error instanceof Error && error.name === 'StorageUnreachable';
      const pressed = activity.type === 'invoke' || (activity.value !== undefined && activity.value !== null);
      const text = storage ? (pressed ? texts.notStored : texts.noStorage) : texts.failed;
      if (activity.type === 'invoke') await answerInvoke(context, 200, invokeBody({ kind: 'message', text }));
      else if (activity.type === 'message') await this.#reply(context, MessageFactory.text(text));
    }
  }

  async #invoke(context: TurnContext, activity: ProvenActivity): Promise<void> {
    if (activity.name !== 'adaptiveCard/action' && activity.name !== 'fileConsent/invoke')
      return answerInvoke(context, 501);
    await this.#whereabouts.remember(activity);
    if (activity.name === 'fileConsent/invoke') return this.#consent(context, activity);
    const answer = await this.#press(activity, readInvokeValue(activity.value));
    const body = invokeBody(await this.#shown(context, activity, answer));
    await answerInvoke(context, body.statusCode, body);
  }

  /** What is left to answer the press itself with, when what it leads to is shown in a message. */
  async #shown(context: TurnContext, activity: ProvenActivity, answer: CardAnswer): Promise<CardAnswer> {
    if (answer.kind === 'file') await this.#reply(context, answerMessage(answer));
    if (answer.kind !== 'card') return answer;
    if (answer.lasting) await this.#replaceCard(context, activity, answer);
    if (!answer.apart) return answer;
    await this.#reply(context, answerMessage(answer));
    return { kind: 'message', text: texts.seeNextMessage };
  }

  async #press(activity: ProvenActivity, reading: PressReading): Promise<CardAnswer> {
    const { ports, context, nudge } = this.#wiring;
    if (reading.kind === 'bad') {
      const text = {
        UnknownAction: texts.unknownAction,
        BadRequest: texts.malformedCard,
        NotSupported: texts.notSupported,
      }[reading.code];
      return { kind: 'bad-request', code: reading.code, text };
    }
    const person = await this.#whereabouts.person(activity);
    const presser: Presser = {
      person,
      name: nameOf(activity),
      conversationId: activity.conversation.id,
      personal: isPersonal(activity),
      activityId: activityIdOf({ id: activity.replyToId }),
    };
    const answer = await answerPress({ ports, context: context() }, reading.press, presser);
    nudge(verbSubjects[reading.press.verb] === 'prompt' ? 'answers' : undefined);
    return answer;
  }

  async #message(context: TurnContext, activity: ProvenActivity): Promise<void> {
    if (activity.value !== undefined && activity.value !== null) {
      return this.#answerSubmit(context, activity, await this.#press(activity, readSubmitValue(activity.value)));
    }
    const file = fileOf(activity);
    if (file.kind !== 'none') return this.#receiveFile(context, activity, file);
    // Bound at the first sign of life: who comes into the roster later can be reached at once.
    if (isPersonal(activity)) await this.#whereabouts.person(activity);
    const asked = await this.#asked(context, activity);
    const answer = await answerQuestion(asked, interpretMessage(wordsOf(activity), asked.inForce?.plan));
    if (answer) await this.#reply(context, answer);
  }

  async #asked(context: TurnContext, activity: ProvenActivity): Promise<Asked> {
    const { ports, nudge } = this.#wiring;
    return {
      ...{ ports, nudge, activity, context: this.#wiring.context() },
      inForce: await ports.plans.current(),
      person: () => this.#whereabouts.person(activity),
      send: async (message) => activityIdOf(await context.sendActivity(message)),
    };
  }

  /** A person's answer to a file that was offered. */
  async #consent(context: TurnContext, activity: ProvenActivity): Promise<void> {
    const answer = await answerConsent(await this.#asked(context, activity), this.#wiring.files);
    if (answer) await this.#reply(context, answer);
    await answerInvoke(context, answer ? 200 : 400);
  }

  async #receiveFile(
    context: TurnContext,
    activity: ProvenActivity,
    file: Exclude<IncomingFile, { kind: 'none' }>,
  ): Promise<void> {
    const answer = await this.#fileTurns.received(await this.#asked(context, activity), file);
    if (answer) await this.#reply(context, answer);
  }

  /** An older client's press: the answer can't ride on the request, so the card itself is changed. */
  async #answerSubmit(context: TurnContext, activity: ProvenActivity, answer: CardAnswer): Promise<void> {
    if (answer.kind === 'card' && !answer.apart && (await this.#replaceCard(context, activity, answer))) return;
    await this.#reply(context, answerMessage(answer));
  }

  /** Changes the message whose button was pressed; false when that could not be done. */
  async #replaceCard(
    context: TurnContext,
    activity: ProvenActivity,
    { card, summary }: Extract<CardAnswer, { kind: 'card' }>,
  ): Promise<boolean> {
    const id = activityIdOf({ id: activity.replyToId });
    if (id === undefined) return false;
    try {
      await context.updateActivity({ ...cardMessage(card, summary), id });
      return true;
    } catch (error) {
      this.#wiring.ports.log.warn({ err: error }, 'card not updated');
      return false;
    }
  }

  async #installed(context: TurnContext, activity: ProvenActivity): Promise<void> {
    const { ports, nudge } = this.#wiring;
    if (activity.action === 'add') {
      await this.#welcome(context, activity);
      const person = isPersonal(activity) ? await this.#whereabouts.person(activity) : undefined;
      if (person) await resumePrompts(ports, person);
      if (!isPersonal(activity)) await recheckSummary(ports);
      nudge();
    }
    if (activity.action !== 'remove') return;
    const { kind, key } = this.#whereabouts.place(activity);
    await ports.conversations.forgetWelcome(kind, key);
    const team = teamOf(activity);
    if (team) await this.#whereabouts.forgetChannels(team.id);
  }

  /** Once per conversation and installation, however many events it gives. */
  async #welcome(context: TurnContext, activity: ProvenActivity): Promise<void> {
    const { ports, nudge } = this.#wiring;
    if (!addsTheBot(activity)) return;
    const personal = isPersonal(activity);
    const place = this.#whereabouts.place(activity);
    await ports.conversations.remember(place);
    if (!(await ports.conversations.claimWelcome(place.kind, place.key, ports.clock.now()))) return;

    const person = personal ? await this.#whereabouts.person(activity) : undefined;
    const asked = await this.#asked(context, activity);
    await this.#reply(context, helpMessage(asked, personal ? 'welcome' : 'welcome-channel'));
    if (person) await sendForms(asked, person, { onlySent: true });
    nudge();
  }

  async #reply(context: TurnContext, message: Partial<Activity>): Promise<void> {
    try {
      await context.sendActivity(message);
    } catch (error) {
      this.#wiring.ports.log.warn({ err: error }, 'reply not sent');
    }
  }
}

function addsTheBot(activity: ProvenActivity): boolean {
  if (activity.type === 'installationUpdate') return true;
  const added = activity.membersAdded;
  const bot = (activity.recipient as { id?: unknown } | undefined)?.id;
  return (
    Array.isArray(added) &&
    typeof bot === 'string' &&
    added.some((member) => (member as { id?: unknown } | null)?.id === bot)
  );
}
