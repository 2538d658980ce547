import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Checkpoint, Clock, Log, ReceiveActivity } from '../ports.ts';
import { answerJson, answerRefusal } from './answer.ts';
import { type ConnectionLimits, limitConnections, productionLimits } from './connection-limits.ts';
import { FrontDoor } from './front-door.ts';
import type { Refusal, RefusalReason } from './refusal.ts';
import { SigningKeys } from './signing-keys.ts';
import { logFailed, logReceived, logRefused, type Visit } from './visit-log.ts';

declare module 'restify' {
  interface Server {
    /** Runs before anything else of restify; false ends the request. Missing in the published types. */
    first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): Server;
  }
}

/** Whom the door lets in. */
export interface FrontDoorAuth {
  readonly appId: string;
  readonly tenantId: string;
  /** Of the channel's tokens. */
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** Hosts that the bot may write to, lower case. */
  readonly serviceHosts: readonly string[];
  readonly allowLoopbackServiceUrls: boolean;
  /** No inbound tokens: only for the playground on the same machine. */
  readonly anonymous: boolean;
}

export interface WebServerOptions {
  readonly auth: FrontDoorAuth;
  readonly receive: ReceiveActivity;
  readonly log: Log;
  /** Tokens, keys and rates are timed by it: the real time, also where the year is played. */
  readonly clock: Clock;
  readonly checkpoint: Checkpoint;
  readonly rateLimitPerMinute: number;
  /** Shorter in tests. */
  readonly limits?: ConnectionLimits;
  /** For the key server's documents. */
  readonly keysTimeoutMs?: number;
}

const methodOf = new Map([
  ['/api/messages', 'POST'],
  ['/healthz', 'GET'],
]);

/** The service's HTTP side: one door for Teams and one window for whoever watches over it. Not yet listening. */
export function createWebServer(options: WebServerOptions): restify.Server {
  const { log, checkpoint, receive } = options;
  const door = openFrontDoor(options);
  const server = restify.createServer({ name: '' }); // '' sends no Server header
  limitConnections(server.server, options.limits ?? productionLimits);

  const turnAway = (response: ServerResponse, reason: RefusalReason, visit = newVisit()): void => {
    const refusal: Refusal = { reason };
    logRefused(log, visit, refusal);
    answerRefusal(response, visit.id, refusal);
  };

  server.first((request, response) => {
    if (isReadableTarget(request)) return true;
    turnAway(response, 'target-unreadable');
    return false;
  });

  // Callback style with next(false): an async handler can't stop restify's chain.
  server.pre((request, response, next) => {
    const reason = refuseUnopened(request.getPath(), request.method, request.headers['content-encoding']);
    if (reason) turnAway(response, reason);
    next(reason ? false : undefined);
  });

  server.get('/healthz', async (_request, response) => answerJson(response, 200, { status: 'ok' }));

  // One async handler that never throws: restify writes the text of what is thrown into the answer.
  server.post('/api/messages', async (request, response) => {
    const visit = newVisit();
    try {
      const admission = await door.admit(request, visit);
      if (!admission.ok) {
        logRefused(log, visit, admission.problem);
        answerRefusal(response, visit.id, admission.problem);
        return;
      }
      const entry = admission.value;
      const answer = 'ignored' in entry ? entry.ignored : await receive(entry.activity);
      response.once('finish', () => checkpoint('S6'));
      answerJson(response, answer.status, answer.body);
      logReceived(log, visit, answer.status);
    } catch (error) {
      if (!response.headersSent) answerRefusal(response, visit.id, { reason: 'receiver-failed' });
      logFailed(log, visit, error);
    }
  });
  return server;
}

function newVisit(): Visit {
  return { id: randomUUID() };
}

function openFrontDoor({
  auth,
  log,
  clock,
  checkpoint,
  rateLimitPerMinute,
  keysTimeoutMs = 3000,
}: WebServerOptions): FrontDoor {
  const { appId, issuer, openIdMetadataUrl } = auth;
  const keys = new SigningKeys({ openIdMetadataUrl, clock, log, timeoutMs: keysTimeoutMs });
  return new FrontDoor({ ...auth, trust: { appId, issuer, clock, keys }, clock, checkpoint, rateLimitPerMinute });
}

/** restify builds a URL from both, outside every catch: one that can't be built would end the process. */
function isReadableTarget({ url, headers: { host = 'localhost' } }: IncomingMessage): boolean {
  return url?.startsWith('/') === true && !/[/?#@\\]/.test(host) && URL.canParse(`http://${host}${url}`);
}

/** What is refused before a byte of the body is read. Compressed bodies never: what they unpack to has no limit. */
function refuseUnopened(
  path: string,
  method: string | undefined,
  encoding: string | undefined,
): RefusalReason | undefined {
  const expected = methodOf.get(path);
  if (expected === undefined) return 'path-unknown';
  if (method !== expected) return 'method-not-allowed';
  return encoding === undefined ? undefined : 'content-encoded';
}
