import { randomUUID } from 'node:crypto';
import { buttonOf, inputOf, inputsOf } from './card-view.ts';
import type { Card, FakeConnector, Message, Shown } from './fake-connector.ts';
import type { KeyServer } from './key-server.ts';
import { appId, channelToken, tenantId } from './tokens.ts';

/** What came back on the request. `lost`: nothing did. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  /** The card that Teams puts in the pressed card's place. */
  readonly card: Card | undefined;
  readonly lost: boolean;
}

/** A card in a message, as somebody sees it. */
export type OnScreen = Pick<Shown, 'activityId'> & { readonly card: Card };

export interface PressOptions {
  readonly verb: string;
  /** What is typed or chosen, by the beginning of a label or of a field's name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** `submit`: an older client that knows only Action.Submit, and sends a message. */
  readonly via?: 'execute' | 'submit';
  /** Keys of the data that are set as they are. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Fields of the activity that are set as they are. */
  readonly activity?: Readonly<Record<string, unknown>>;
}

export interface Place {
  readonly conversation: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly channelData: Readonly<Record<string, unknown>>;
}

/** Where activities go, and with whose keys they are signed. */
export interface TeamsWiring {
  readonly keys: KeyServer;
  readonly connector: FakeConnector;
  /** The service that the next activity goes to. */
  readonly serviceUrl: () => string;
}

/** The bot as Teams knows it. */
export const botMember = { id: `28:${appId}`, name: 'Styrmodellen' };

/** A person in Teams. Her account and her own chat with the bot follow from her user principal name. */
export class TeamsUser {
  readonly upn: string;
  readonly name: string;
  readonly oid: string;
  readonly id: string;
  /** Her own chat with the bot. */
  readonly chat: Place;
  readonly #wiring: TeamsWiring;

  constructor(wiring: TeamsWiring, upn: string, name: string) {
    this.#wiring = wiring;
    this.upn = upn;
    this.name = name;
    this.oid = randomUUID();
    this.id = `29:1-${upn}`;
    this.chat = {
      conversation: { id: `a:1-${upn}/öppen`, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    };
    wiring.connector.addMember({ id: this.id, aadObjectId: this.oid, name, userPrincipalName: upn });
  }

  /** What her chat with the bot shows. */
  sees(): Shown[] {
    return this.#wiring.connector.shows(this.chat.conversation.id);
  }

  /** The newest message with a card on it. */
  newestCard(): OnScreen {
    const shown = this.sees().findLast(({ card }) => card !== undefined);
    if (!shown?.card) throw new Error(`${this.upn} sees no card`);
    return { activityId: shown.activityId, card: shown.card };
  }

  /** Installing gives two events at the same moment. */
  async install(place: Place = this.chat): Promise<Reply[]> {
    const personal = place === this.chat ? [{ id: this.id, aadObjectId: this.oid }] : [];
    return Promise.all([
      this.send({ type: 'installationUpdate', action: 'add' }, place),
      this.send({ type: 'conversationUpdate', membersAdded: [...personal, botMember] }, place),
    ]);
  }

  uninstall(): Promise<Reply> {
    return this.send({ type: 'installationUpdate', action: 'remove' }, this.chat);
  }

  say(text: string, place: Place = this.chat): Promise<Reply> {
    return this.send({ type: 'message', text, textFormat: 'plain' }, place);
  }

  /** Attaches files to a message: each a name and the link that Teams gives the bot for it. */
  sendFiles(
    files: readonly { readonly name: string; readonly link: string }[],
    place: Place = this.chat,
    id: string = randomUUID(),
  ): Promise<Reply> {
    const attachments = files.map(({ name, link }) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: `https://kommunen-my.sharepoint.com/personal/${this.oid}/Documents/${encodeURIComponent(name)}`,
      name,
      content: { downloadUrl: link, uniqueId: randomUUID(), fileType: name.split('.').at(-1) },
    }));
    // Teams puts what is written into HTML beside the file.
    attachments.push({ contentType: 'text/html', content: '<p></p>' } as never);
    return this.send({ type: 'message', id, text: '', textFormat: 'plain', attachments }, place);
  }

  /** Answers a file that the bot offered, with where Teams lets it be put. */
  answerOffer(offer: Message, action: 'accept' | 'decline', uploadUrl: string): Promise<Reply> {
    const [{ name, content } = { name: '', content: {} }] = (offer.attachments ?? []) as {
      name: string;
      content: { acceptContext?: unknown };
    }[];
    const uploadInfo = {
      contentUrl: `https://kommunen-my.sharepoint.com/personal/Documents/${encodeURIComponent(name)}`,
      name,
      uploadUrl,
      uniqueId: randomUUID(),
      fileType: 'xlsx',
    };
    const context = content.acceptContext;
    const value = { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo } : {}) };
    return this.send({ type: 'invoke', name: 'fileConsent/invoke', value }, this.chat);
  }

  /** Presses a button, with everything that the card's fields hold and what she changed in them. */
  press(on: OnScreen, options: PressOptions): Promise<Reply> {
    return this.send(this.pressed(on, options), this.chat);
  }

  /** The activity of a press, to send as often as wanted: Teams itself repeats slow ones. */
  pressed(
    { activityId, card }: OnScreen,
    { verb, inputs = {}, via = 'execute', data = {}, activity = {} }: PressOptions,
  ): Record<string, unknown> {
    const button = buttonOf(card, verb);
    const shown = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
    const changed = Object.fromEntries(
      Object.entries(inputs).map(([beginning, value]) => [inputOf(card, beginning).id, value]),
    );
    const sent = { ...shown, ...changed };
    if (via === 'submit') {
      return {
        type: 'message',
        replyToId: activityId,
        value: { ...button.fallback?.data, ...sent, ...data },
        ...activity,
      };
    }
    const action = { type: 'Action.Execute', verb, data: { ...button.data, ...sent, ...data } };
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      value: { action, trigger: 'manual' },
      ...activity,
    };
  }

  /** The activity with everything around it that Teams adds. */
  addressed(
    activity: Readonly<Record<string, unknown>>,
    place: Place = this.chat,
  ): Record<string, unknown> & { serviceUrl: string } {
    return {
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: this.#wiring.connector.url,
      from: { id: this.id, name: this.name, aadObjectId: this.oid },
      recipient: botMember,
      locale: 'sv-SE',
      ...place,
      ...activity,
    };
  }

  /** Any activity of hers, signed for the connector's address. */
  async send(activity: Readonly<Record<string, unknown>>, place: Place = this.chat): Promise<Reply> {
    const { keys, serviceUrl } = this.#wiring;
    const whole = this.addressed(activity, place);
    const token = await channelToken(keys, { claims: { serviceurl: whole.serviceUrl } });
    try {
      const answer = await fetch(`${serviceUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(whole),
        signal: AbortSignal.timeout(20_000),
      });
      return readReply(answer.status, await answer.text());
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') throw error;
      return { status: 0, body: undefined, text: '', card: undefined, lost: true };
    }
  }
}

function readReply(status: number, text: string): Reply {
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  const isCard = type === 'application/vnd.microsoft.card.adaptive';
  const said = typeof value === 'string' ? value : String((value as { message?: unknown } | undefined)?.message ?? '');
  return { status, body, text: isCard ? '' : said, card: isCard ? (value as Card) : undefined, lost: false };
}
