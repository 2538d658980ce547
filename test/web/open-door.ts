import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { CrashStep, FrontDoorAnswer, ProvenActivity } from '../../src/ports.ts';
import { createWebServer, type FrontDoorAuth, type WebServerOptions } from '../../src/web/server.ts';
import type { KeyServer } from '../support/key-server.ts';
import { appId, channelToken, teamsServiceUrl, tenantId } from '../support/tokens.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A door with everything that went through it, and a clock that tests move. */
export interface OpenDoor {
  readonly port: number;
  readonly received: ProvenActivity[];
  readonly steps: CrashStep[];
  readonly log: LogLine[];
  /** The lines about requests: everything but the key cache's own. */
  lines(): LogLine[];
  advance(ms: number): void;
  now(): Date;
  /** Posts with a right token, unless `authorization` says otherwise (null: none). */
  post(activity: unknown, options?: PostOptions): Promise<Reply>;
  /** Any request, byte by byte as given. */
  send(request: RawRequest): Promise<Reply>;
  /** Writes bytes to a socket; what came back when the other side closed it. */
  socket(...bytes: string[]): Promise<string>;
  close(): Promise<void>;
}

export interface PostOptions {
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface DoorOptions extends Partial<Omit<WebServerOptions, 'auth' | 'receive'>> {
  readonly auth?: Partial<FrontDoorAuth>;
  readonly receive?: (activity: ProvenActivity) => Promise<FrontDoorAnswer>;
}

const jsonHeaders = { 'content-type': 'application/json' };

/** Opens the real door on a free port. What gets through is answered 200 with a body. */
export async function openDoor(keys: KeyServer, options: DoorOptions = {}): Promise<OpenDoor> {
  const received: ProvenActivity[] = [];
  const steps: CrashStep[] = [];
  const log: LogLine[] = [];
  let aheadMs = 0;
  const now = (): Date => new Date(Date.now() + aheadMs);
  const note =
    (level: LogLine['level']) =>
    (facts: object, message: string): void => {
      log.push({ level, message, facts: { ...facts } });
    };
  const { auth, receive, ...rest } = options;
  const server = createWebServer({
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    clock: { now },
    checkpoint: (step) => steps.push(step),
    rateLimitPerMinute: 10_000,
    findPicture: async () => undefined,
    ...rest,
    auth: {
      appId,
      tenantId,
      issuer: keys.issuer,
      openIdMetadataUrl: keys.openIdMetadataUrl,
      serviceHosts: ['smba.trafficmanager.net'],
      allowLoopbackServiceUrls: false,
      anonymous: false,
      ...auth,
    },
    receive: (activity) => {
      received.push(activity);
      return receive ? receive(activity) : Promise.resolve({ status: 200, body: { answered: true } });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.server.address() as AddressInfo).port;
  const rightToken = await channelToken(keys);

  const send = ({ method = 'POST', path = '/api/messages', headers = jsonHeaders, body }: RawRequest): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      });
      request.on('error', reject).end(body);
    });

  return {
    port,
    received,
    steps,
    log,
    lines: () => log.filter((line) => line.message.startsWith('activity ')),
    advance: (ms) => {
      aheadMs += ms;
    },
    now,
    send,
    post: (activity, { authorization = `Bearer ${rightToken}`, headers = {} } = {}) =>
      send({
        headers: { ...jsonHeaders, ...(authorization === null ? {} : { authorization }), ...headers },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      }),
    socket: (...bytes) =>
      new Promise((resolve, reject) => {
        const socket = net.connect(port, '127.0.0.1', () => {
          for (const part of bytes) socket.write(part);
        });
        let text = '';
        socket.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        socket.on('error', reject).on('close', () => resolve(text));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}

/** A chat message as Teams sends it, changed as given; `undefined` leaves a field out. */
export function anActivity(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1763900000000',
    timestamp: '2026-11-05T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: teamsServiceUrl,
    from: { id: '29:1-person', name: 'Eva Ek', aadObjectId: '33333333-3333-3333-3333-333333333333' },
    recipient: { id: `28:${appId}`, name: 'Styrmodellen' },
    conversation: { id: 'a:1-conversation', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'hjälp',
    ...changes,
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The refusal that a stranger sees, and its one line in the log; nothing got through. */
export function assertRefused(door: OpenDoor, reply: Reply, status: number, what?: string): void {
  assert.equal(reply.status, status, what);
  const body = JSON.parse(reply.text) as { fel: string; id: string };
  assert.deepEqual(Object.keys(body), ['fel', 'id'], what);
  assert.match(body.fel, /^[A-ZÅÄÖ][a-zåäö ,.A-ZÅÄÖ]+\.$/, what);
  assert.match(body.id, uuid, what);
  assert.equal(door.received.length, 0, what);
  const lines = door.lines();
  assert.equal(lines.length, 1, `${what}: ${JSON.stringify(lines)}`);
  assert.equal(lines[0]?.level, 'warn', what);
  assert.equal(lines[0]?.facts.id, body.id, what);
  assert.equal(lines[0]?.facts.status, status, what);
  door.log.length = 0;
}

/** It got through once, was answered, and left one line. */
export function assertReceived(door: OpenDoor, reply: Reply, what?: string): void {
  assert.equal(reply.status, 200, `${what}: ${reply.text}`);
  assert.equal(door.received.length, 1, what);
  const lines = door.lines();
  assert.equal(lines.length, 1, what);
  assert.equal(lines[0]?.level, 'info', what);
  door.log.length = 0;
  door.received.length = 0;
}
