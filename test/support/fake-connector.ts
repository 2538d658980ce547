import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot asked Teams to do. */
export type Operation =
  | 'post'
  | 'update'
  | 'delete'
  | 'member'
  | 'members'
  | 'team'
  | 'channels'
  | 'conversation'
  | 'other';

/** One request that arrived whole. Ids are decoded. */
export interface Call {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  /** The message that is changed, or that a post answers. */
  readonly activityId: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Message;
  /** Milliseconds of the process's own clock. */
  readonly at: number;
}

export type Card = Readonly<Record<string, unknown>>;
export type Message = Readonly<Record<string, unknown>>;

/** A message as the conversation shows it now, and every version that it has had. */
export interface Shown {
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: Card | undefined;
  readonly text: string;
  readonly versions: readonly Message[];
}

/**
 * What a scripted answer does instead of the usual one. `delivered`: the message shows up in the conversation all the
 * same, as when Teams' answer is lost on its way back.
 */
export type Reaction = { readonly delivered?: boolean } & (
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | { readonly fate: 'hang' | 'reset' }
);

export interface Member {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
}

interface Team {
  readonly name: string;
  readonly channels: readonly { readonly id: string; readonly name?: string }[];
}

interface Script {
  readonly matches: (call: Call) => boolean;
  readonly reactions: Reaction[];
}

const NEVER: Reaction = { status: 404, body: { error: { code: 'NotFound', message: 'Not here' } } };

/** Starts a Bot Connector on a free port of the loopback interface. */
export async function startConnector(host = '127.0.0.1'): Promise<FakeConnector> {
  const connector = new FakeConnector();
  await connector.listen(host);
  return connector;
}

/**
 * The Bot Connector's side of Teams over plain http: keeps what conversations show, remembers every call, and can be told
 * to answer badly. Paths are those of the Bot Connector's REST reference.
 */
export class FakeConnector {
  readonly calls: Call[] = [];
  readonly #members = new Map<string, Member>();
  readonly #teams = new Map<string, Team>();
  readonly #messages: { conversationId: string; activityId: string; versions: Message[] }[] = [];
  readonly #scripts: Script[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #lastId = 1_795_000_000_000;
  #url = '';

  /** The service address that activities carry. */
  get url(): string {
    return this.#url;
  }

  async listen(host: string): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, host, resolve));
    this.#url = `http://${host}:${(this.#server.address() as AddressInfo).port}/emea/`;
  }

  addMember(member: Member): void {
    this.#members.set(member.id, member);
  }

  addTeam(id: string, team: Team): void {
    this.#teams.set(id, team);
  }

  /** The next calls that match get these answers, one each; then the usual ones again. Give `times` for the same many times. */
  script(matches: (call: Call) => boolean, ...reactions: readonly Reaction[]): void {
    this.#scripts.push({ matches, reactions: [...reactions] });
  }

  /** Takes back what was scripted and not used. */
  clearScripts(): void {
    this.#scripts.length = 0;
  }

  /** What a conversation shows, oldest first. */
  shows(conversationId: string): Shown[] {
    return this.#messages
      .filter((message) => message.conversationId === conversationId)
      .map(({ activityId, versions }) => {
        const latest = versions.at(-1) ?? {};
        return {
          conversationId,
          activityId,
          card: cardOf(latest),
          text: String(latest.text ?? ''),
          versions: [...versions],
        };
      });
  }

  callsOf(operation: Operation, conversationId?: string): Call[] {
    return this.calls.filter(
      (call) =>
        call.operation === operation && (conversationId === undefined || call.conversationId === conversationId),
    );
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.calls.push(call);
    const scripted = this.#takeReaction(call);
    const usual = scripted && !scripted.delivered ? undefined : this.#carryOut(call);
    const reaction = scripted ?? usual ?? NEVER;
    if ('status' in reaction) return send(response, reaction);
    if (reaction.fate === 'reset') request.socket.destroy();
  }

  #takeReaction(call: Call): Reaction | undefined {
    for (const { matches, reactions } of this.#scripts) {
      if (reactions.length > 0 && matches(call)) return reactions.shift();
    }
    return undefined;
  }

  #carryOut(call: Call): Reaction {
    switch (call.operation) {
      case 'post':
        return { status: 201, body: { id: this.#keep(call.conversationId, call.body) } };
      case 'update':
        return this.#change(call);
      case 'delete':
        return this.#remove(call);
      case 'member':
        return found(this.#members.get(call.activityId ?? ''));
      case 'members':
        return {
          status: 200,
          body: call.path.endsWith('pagedmembers')
            ? { members: [...this.#members.values()] }
            : [...this.#members.values()],
        };
      case 'team': {
        const team = this.#teams.get(call.conversationId);
        return found(team && { id: call.conversationId, name: team.name });
      }
      case 'channels': {
        const team = this.#teams.get(call.conversationId);
        return found(team && { conversations: team.channels });
      }
      case 'conversation':
        return this.#open(call.body);
      case 'other':
        return NEVER;
    }
  }

  #keep(conversationId: string, activity: Message): string {
    this.#lastId += 1;
    const activityId = String(this.#lastId);
    this.#messages.push({ conversationId: conversationId.split(';')[0] ?? '', activityId, versions: [activity] });
    return activityId;
  }

  #change({ conversationId, activityId, body }: Call): Reaction {
    const inIt = conversationId.split(';')[0];
    const message = this.#messages.find(
      (candidate) => candidate.activityId === activityId && candidate.conversationId === inIt,
    );
    message?.versions.push(body);
    return found(message && { id: activityId }, 'ActivityNotFoundInConversation');
  }

  #remove({ activityId }: Call): Reaction {
    const at = this.#messages.findIndex((candidate) => candidate.activityId === activityId);
    if (at < 0) return found(undefined, 'ActivityNotFoundInConversation');
    this.#messages.splice(at, 1);
    return { status: 200, body: {} };
  }

  #open(body: Message): Reaction {
    const channel = (body.channelData as { channel?: { id?: string } } | undefined)?.channel?.id;
    const [member] = (body.members as { id: string }[] | undefined) ?? [];
    const conversationId = channel ?? `a:1-${member?.id ?? 'nobody'}`;
    const activityId = body.activity ? this.#keep(conversationId, body.activity as Message) : undefined;
    const id = channel && activityId ? `${channel};messageid=${activityId}` : conversationId;
    return { status: 201, body: { id, ...(activityId ? { activityId } : {}) } };
  }
}

/** A reaction, so many times. */
export function times(count: number, reaction: Reaction): Reaction[] {
  return Array.from({ length: count }, () => reaction);
}

function found(body: unknown, code = 'NotFound'): Reaction {
  return body === undefined ? { status: 404, body: { error: { code, message: 'Not found' } } } : { status: 200, body };
}

function cardOf(activity: Message): Card | undefined {
  const [attachment] = (activity.attachments as { content?: Card }[] | undefined) ?? [];
  return attachment?.content;
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const path = (request.url ?? '').split('?')[0] ?? '';
  const method = request.method ?? '';
  const [kind = '', id = '', part = '', partId] = path
    .replace(/^.*?\/v3\//, '')
    .split('/')
    .map(decodeURIComponent);
  return {
    operation: operationOf(method, kind, part, partId, id),
    method,
    path,
    conversationId: id,
    activityId: partId,
    headers: request.headers,
    body: text.startsWith('{') ? (JSON.parse(text) as Message) : {},
    at: performance.now(),
  };
}

function operationOf(method: string, kind: string, part: string, partId: string | undefined, id: string): Operation {
  if (kind === 'teams') return part === 'conversations' ? 'channels' : 'team';
  if (kind !== 'conversations') return 'other';
  if (id === '') return 'conversation';
  if (part === 'activities') {
    return ({ POST: 'post', PUT: 'update', DELETE: 'delete' } as const)[method] ?? 'other';
  }
  if (part === 'members' && partId !== undefined) return 'member';
  return part === 'members' || part === 'pagedmembers' ? 'members' : 'other';
}

function send(
  response: ServerResponse,
  { status, headers = {}, body = '' }: Extract<Reaction, { status: number }>,
): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
