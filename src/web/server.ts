import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Checkpoint, Clock, Log, ReceiveActivity } from '../ports.ts';
import { answerJson, answerRefusal } from './answer.ts';
import { type ConnectionLimits, limitConnections, productionLimits } from './connection-limits.ts';
import { FrontDoor } from './front-door.ts';
import { type FindPicture, isPicturePath, PictureWindow } from './model-picture.ts';
import type { Refusal } from './refusal.ts';
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
  readonly findPicture: FindPicture;
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

/** The service's HTTP side: one door for Teams, one window for whoever watches over it and one for pictures. Not yet listening. */
export function createWebServer(options: WebServerOptions): restify.Server {
  const { log, checkpoint, receive } = options;
  const door = openFrontDoor(options);
  const pictures = new PictureWindow(options.findPicture, options.clock);
  const server = restify.createServer({ name: '' }); // '' sends no Server header
  limitConnections(server.server, options.limits ?? productionLimits);

  const turnAway = (response: ServerResponse, refusal: Refusal, visit = newVisit()): void => {
    logRefused(log, visit, refusal);
    answerRefusal(response, visit.id, refusal);
  };

  server.first((request, response) => {
    if (isReadableTarget(request)) return true;
    turnAway(response, { reason: 'target-unreadable' });
    return false;
  });

  // Callback style with next(false): an async handler can't stop restify's chain.
  server.pre((request, response, next) => {
    const refusal = refuseUnopened(request.getPath(), request.method, request.headers['content-encoding']);
    if (refusal) turnAway(response, refusal);
    next(refusal ? false : undefined);
  });

  server.get('/healthz', async (_request, response) => answerJson(response, 200, { status: 'ok' }));

  server.get('/bilder/styrmodell/:file', async (request, response) => {
    try {
      const refusal = await pictures.show(request.getPath(), request, response);
      if (refusal) turnAway(response, refusal);
    } catch (error) {
      const visit = newVisit();
      if (!response.headersSent) answerRefusal(response, visit.id, { reason: 'receiver-failed' });
      logFailed(log, visit, error);
    }
  });

  // One async handler that never throws: restify writes the text of what is thrown into the answer.
  server.post('/api/messages', async (request, response) => {
    const visit = newVisit();
    try {
      const admission = await door.admit(request, visit);
      if (!admission.ok) {
        turnAway(response, admission.problem, visit);
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
function refuseUnopened(path: string, method: string | undefined, encoding: string | undefined): Refusal | undefined {
  const allow = isPicturePath(path) ? 'GET' : methodOf.get(path);
  if (allow === undefined) return { reason: 'path-unknown' };
  if (method !== allow) return { reason: 'method-not-allowed', allow };
  return encoding === undefined ? undefined : { reason: 'content-encoded' };
}
