import { setTimeout as delay } from 'node:timers/promises';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { ConnectorClient, type ServiceClientCredentials, TeamsConnectorClient } from 'botframework-connector';
import type { BotIdentity } from '../config.ts';

type SignedRequest = Parameters<ServiceClientCredentials['signRequest']>[0];

const CALL_TIMEOUT_MS = 10_000;
/** What a local Teams gets instead of a token from Entra, which is not asked over plain http. */
const LOCAL_TOKEN = 'local-teams';

/** The token that signs a call could not be had, so the call was never made. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable';
}

/**
 * Clients for the Bot Connector, one for each service address. Each call is one attempt: the SDK's own repeating of POSTs
 * (which sends messages twice) and its following of redirects (which gives the token away) are taken out.
 */
export class Connectors {
  /** Whom they call as. */
  readonly bot: BotIdentity;
  readonly #local: boolean;
  readonly #callTimeoutMs: number;
  readonly #clients = new Map<string, Promise<{ connector: ConnectorClient; teams: TeamsConnectorClient }>>();

  /** `local`: calls carry a fixed token. `callTimeoutMs`: after this long the fate of a call is unknown. */
  constructor(bot: BotIdentity, local: boolean, callTimeoutMs: number = CALL_TIMEOUT_MS) {
    this.bot = bot;
    this.#local = local;
    this.#callTimeoutMs = callTimeoutMs;
  }

  async for(serviceUrl: string): Promise<ConnectorClient> {
    return (await this.#clientsFor(serviceUrl)).connector;
  }

  async teamsFor(serviceUrl: string): Promise<TeamsConnectorClient> {
    return (await this.#clientsFor(serviceUrl)).teams;
  }

  #clientsFor(serviceUrl: string): Promise<{ connector: ConnectorClient; teams: TeamsConnectorClient }> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    const made = this.#make(serviceUrl);
    this.#clients.set(serviceUrl, made);
    made.catch(() => this.#clients.delete(serviceUrl));
    return made;
  }

  async #make(serviceUrl: string): Promise<{ connector: ConnectorClient; teams: TeamsConnectorClient }> {
    const credentials = await this.#credentials();
    const connector = new ConnectorClient(credentials, { baseUri: serviceUrl });
    const teams = new TeamsConnectorClient(credentials, { baseUri: serviceUrl });
    // Both keep the Azure pipeline in a field that their types leave out.
    for (const client of [connector, teams] as unknown as PipelineOwner[]) makeOneAttempt(client, this.#callTimeoutMs);
    return { connector, teams };
  }

  async #credentials(): Promise<ServiceClientCredentials> {
    if (this.#local) return { signRequest: async (request: SignedRequest) => withToken(request) };
    const { appId, appType, password, tenantId, oauthScope, loginUrl } = this.bot;
    const factory = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: appId,
      MicrosoftAppType: appType,
      MicrosoftAppTenantId: tenantId,
      ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    });
    const credentials = await factory.createCredentials(appId, oauthScope, loginUrl, true);
    return {
      async signRequest(request: SignedRequest) {
        try {
          return await Promise.race([credentials.signRequest(request), tooLate()]);
        } catch (cause) {
          throw new TokenUnavailable('No token for the Bot Connector', { cause });
        }
      },
    };
  }
}

/** Entra's own library waits as long as the network does. */
async function tooLate(): Promise<never> {
  await delay(CALL_TIMEOUT_MS, undefined, { ref: false });
  throw new Error('Entra did not answer in time');
}

interface PipelineOwner {
  readonly client: {
    readonly pipeline: {
      removePolicy(policy: { name: string }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest(request: { timeout: number }, next: (request: object) => Promise<unknown>): Promise<unknown>;
      }): void;
    };
  };
}

function makeOneAttempt({ client: { pipeline } }: PipelineOwner, callTimeoutMs: number): void {
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'callTimeout',
    sendRequest(request, next) {
      request.timeout = callTimeoutMs;
      return next(request);
    },
  });
}

function withToken(request: SignedRequest): SignedRequest {
  request.headers.set('authorization', `Bearer ${LOCAL_TOKEN}`);
  return request;
}
