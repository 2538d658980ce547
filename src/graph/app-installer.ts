import type { AppInstaller, Log } from '../ports.ts';
import type { GetToken } from './graph-token.ts';

/** A person is not waiting for this: it only must end. */
const CALL_TIMEOUT_MS = 30_000;
/** On the first day of the first round everybody lacks the app; Graph says no to many at once. */
const AT_ONCE = 4;

/** What is told once about a reason that stops every installation, in words for the IT department. */
const ALARMS = {
  NO_CONSENT:
    'Microsoft Graph does not let the bot install its app for people. Either TeamsAppInstallation.ReadWriteSelfForUser.All is not granted to its identity, or webApplicationInfo.id in the uploaded app package is another identity, or an app policy in Teams blocks the app.',
  TOKEN_UNAVAILABLE: 'No token for Microsoft Graph: the app is not installed for anybody until there is one.',
} as const;

type Installed = Awaited<ReturnType<AppInstaller['install']>>;

export interface GraphInstallation {
  /** `https://graph.microsoft.com`, without a slash at its end. */
  readonly graphUrl: string;
  /** The id that the municipality's own app catalogue has given the app: not the id in the package. */
  readonly catalogAppId: string;
  readonly getToken: GetToken;
  readonly log: Log;
  /** Ends a call that is under way. */
  readonly stopping: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Puts the app into people's own Teams through Microsoft Graph. Teams then tells the bot, as when people install it themselves.
 * One attempt per call; redirects are not followed, as they would take the token along.
 * Source: userteamwork-post-installedapps in Microsoft Graph's reference.
 */
export class GraphInstaller implements AppInstaller {
  readonly #graph: GraphInstallation;
  readonly #told = new Set<keyof typeof ALARMS>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(graph: GraphInstallation) {
    this.#graph = graph;
  }

  async install(upn: string): Promise<Installed> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else await new Promise<void>((takeOver) => this.#waiting.push(takeOver));
    try {
      return await this.#attempt(upn);
    } finally {
      const takeOver = this.#waiting.shift();
      if (takeOver) takeOver();
      else this.#running -= 1;
    }
  }

  async #attempt(upn: string): Promise<Installed> {
    const { getToken, stopping, timeoutMs = CALL_TIMEOUT_MS } = this.#graph;
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]);
    const token = await orAborted(getToken, signal).catch((err: unknown) => {
      if (!stopping.aborted) this.#tellOnce('TOKEN_UNAVAILABLE', { err });
    });
    if (token === undefined) return { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE' };

    const response = await this.#ask(upn, token, signal).catch(() => undefined);
    if (!response) return { kind: 'waiting', reason: 'NO_ANSWER' };
    // The status says it all. A body that never ends must not keep the connection.
    void response.body?.cancel().catch(() => undefined);
    return this.#meaningOf(response);
  }

  async #ask(upn: string, token: string, signal: AbortSignal): Promise<Response> {
    const { graphUrl, catalogAppId } = this.#graph;
    return fetch(`${graphUrl}/v1.0/users/${encodeURIComponent(upn)}/teamwork/installedApps`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ 'teamsApp@odata.bind': `${graphUrl}/v1.0/appCatalogs/teamsApps/${catalogAppId}` }),
      redirect: 'manual',
      signal,
    });
  }

  #meaningOf({ status, headers }: Response): Installed {
    switch (status) {
      case 201:
      case 409: // it was there already
        this.#told.clear();
        return { kind: 'installed' };
      case 403:
        this.#tellOnce('NO_CONSENT', { requestId: headers.get('request-id') });
        return { kind: 'refused', reason: 'NO_CONSENT' };
      case 404:
        return { kind: 'refused', reason: 'USER_OR_APP_NOT_FOUND' };
      default: {
        const reason = status === 429 ? 'THROTTLED' : `GRAPH_${status}`;
        return { kind: 'waiting', reason, ...retryAfterMs(headers.get('retry-after')) };
      }
    }
  }

  /** Once until an installation has succeeded again. */
  #tellOnce(reason: keyof typeof ALARMS, facts: object): void {
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    this.#graph.log.error({ event: 'alarm', reason, ...facts }, ALARMS[reason]);
  }
}

/** Entra's own library waits as long as the network does. */
async function orAborted<Value>(get: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([get(), aborted]);
}

/** `Retry-After` comes as seconds or as a date. */
function retryAfterMs(header: string | null): { retryAfterMs?: number } {
  if (header === null) return {};
  if (/^\d{1,6}$/.test(header)) return { retryAfterMs: Number(header) * 1_000 };
  const until = Date.parse(header) - Date.now();
  return Number.isNaN(until) ? {} : { retryAfterMs: Math.max(0, until) };
}
