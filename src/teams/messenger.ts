import type { Activity, ConversationParameters } from 'botbuilder';
import type { CardContext } from '../../cards/define-card.ts';
import type { Clock, KnownConversation, Messenger, Notice, SendOutcome } from '../ports.ts';
import type { Connectors } from './connector.ts';
import { renderNotice } from './render-notice.ts';
import { activityIdOf, type Failure, outcomeOfFailure } from './send-outcome.ts';

/** Where Teams answers everybody, when nobody has been written to yet. Source: Microsoft, "Send proactive messages". */
const TEAMS_URL = 'https://smba.trafficmanager.net/teams/';

/** Writes to Teams outside a turn: one attempt per call, and one of four answers. */
export class TeamsMessenger implements Messenger {
  readonly #connectors: Connectors;
  readonly #context: () => CardContext;
  readonly #mayWriteTo: (serviceUrl: string) => boolean;
  readonly #clock: Clock;
  /** Where it wrote last, and as whom: a tenant has one address. */
  #last: { readonly serviceUrl: string; readonly bot: unknown } | undefined;

  /** `mayWriteTo`: a stored service address is checked again before the bot's token goes there. `clock`: the real time, for `Retry-After`. */
  constructor(
    connectors: Connectors,
    context: () => CardContext,
    mayWriteTo: (serviceUrl: string) => boolean,
    clock: Clock,
  ) {
    this.#connectors = connectors;
    this.#context = context;
    this.#mayWriteTo = mayWriteTo;
    this.#clock = clock;
  }

  async send(conversation: KnownConversation, notice: Notice): Promise<SendOutcome> {
    return this.#attempt(
      conversation,
      async (client, activity) => client.conversations.sendToConversation(conversation.id, activity),
      notice,
    );
  }

  async update(conversation: KnownConversation, activityId: string, notice: Notice): Promise<SendOutcome> {
    return this.#attempt(
      conversation,
      async (client, activity) =>
        client.conversations.updateActivity(conversation.id, activityId, { ...activity, id: activityId }),
      notice,
    );
  }

  async openConversation(oid: string): Promise<KnownConversation | Failure> {
    const { appId, tenantId } = this.#connectors.bot;
    const { serviceUrl, bot } = this.#last ?? { serviceUrl: TEAMS_URL, bot: { id: `28:${appId}` } };
    if (!this.#mayWriteTo(serviceUrl)) return { kind: 'refused', reason: 'SERVICE_URL_NOT_ALLOWED' };
    const wanted = { isGroup: false, bot, members: [{ id: oid }], tenantId, channelData: { tenant: { id: tenantId } } };
    try {
      const client = await this.#connectors.for(serviceUrl);
      const id = activityIdOf(await client.conversations.createConversation(wanted as ConversationParameters));
      if (id === undefined) return { kind: 'ambiguous', reason: 'UNREADABLE_ANSWER' };
      const conversation = { id, conversationType: 'personal', tenantId };
      const user = { id: oid, aadObjectId: oid };
      return {
        id,
        kind: 'personal',
        key: oid,
        reference: { channelId: 'msteams', serviceUrl, bot, user, conversation },
      };
    } catch (error) {
      return outcomeOfFailure(error, this.#clock.now());
    }
  }

  async #attempt(
    conversation: KnownConversation,
    call: (client: Awaited<ReturnType<Connectors['for']>>, activity: Partial<Activity>) => Promise<unknown>,
    notice: Notice,
  ): Promise<SendOutcome> {
    const { id, reference } = conversation;
    const serviceUrl = String(reference.serviceUrl ?? '');
    if (!this.#mayWriteTo(serviceUrl)) return { kind: 'refused', reason: 'SERVICE_URL_NOT_ALLOWED' };
    if (!isConversationOfItsKey(conversation)) return { kind: 'refused', reason: 'CONVERSATION_OF_ANOTHER' };
    this.#last = { serviceUrl, bot: reference.bot };
    const activity = {
      ...renderNotice(notice, this.#context()),
      channelId: 'msteams',
      from: reference.bot,
      conversation: reference.conversation ?? { id },
    } as Partial<Activity>;
    try {
      const activityId = activityIdOf(await call(await this.#connectors.for(serviceUrl), activity));
      return activityId === undefined ? { kind: 'sent' } : { kind: 'sent', activityId };
    } catch (error) {
      return outcomeOfFailure(error, this.#clock.now());
    }
  }
}

/** A person's figures go only where that person wrote from: a row that was mixed up with another is not used. */
function isConversationOfItsKey({ kind, key, id, reference }: KnownConversation): boolean {
  if (kind !== 'personal') return true;
  const { user, conversation } = reference as { user?: { aadObjectId?: unknown }; conversation?: { id?: unknown } };
  return String(user?.aadObjectId).toLowerCase() === key && conversation?.id === id;
}
