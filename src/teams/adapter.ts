import { type Activity, ActivityTypes, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  UserTokenClient,
} from 'botframework-connector';
import type { FrontDoorAnswer, ProvenActivity } from '../ports.ts';
import type { Connectors } from './connector.ts';

/**
 * Bot Framework's adapter behind our own door. Who calls has been proved before an activity gets here, so the adapter is given
 * the result instead of a header to judge, and connector clients that make one attempt.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: ProvenAuthentication;
  readonly #wentOut: (conversationId: string) => void;

  /** `wentOut` is told of every message of a turn: Teams counts them among the conversation's others. */
  constructor(appId: string, connectors: Connectors, wentOut: (conversationId: string) => void) {
    const authentication = new ProvenAuthentication(appId, connectors);
    super(authentication);
    this.#authentication = authentication;
    this.#wentOut = wentOut;
  }

  /** Runs one turn; what the logic answers an invoke with becomes the answer to the request. */
  async receive(activity: ProvenActivity, logic: (context: TurnContext) => Promise<void>): Promise<FrontDoorAnswer> {
    const result: InvokeResponse | undefined = await this.processActivity(
      this.#authentication.result(),
      activity as unknown as Activity,
      (context) => {
        context.onSendActivities((_, activities, next) => {
          for (const { type } of activities)
            if (type === ActivityTypes.Message) this.#wentOut(conversationOf(activity));
          return next();
        });
        context.onUpdateActivity((_, __, next) => {
          this.#wentOut(conversationOf(activity));
          return next();
        });
        return logic(context);
      },
    );
    return result ? { status: result.status, body: result.body } : { status: 200 };
  }
}

/** A channel's limits are its own, whichever thread is written in. */
function conversationOf({ conversation }: ProvenActivity): string {
  return conversation.id.split(';messageid=')[0] ?? conversation.id;
}

/** Answers an invoke from inside a turn. */
export async function answerInvoke(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}

class ProvenAuthentication extends BotFrameworkAuthentication {
  readonly #identity: ClaimsIdentity;
  readonly #factory: ConnectorFactory;

  constructor(appId: string, connectors: Connectors) {
    super();
    this.#identity = new ClaimsIdentity([{ type: 'aud', value: appId }], 'proved at the door');
    this.#factory = { create: (serviceUrl: string): Promise<ConnectorClient> => connectors.for(serviceUrl) };
  }

  result(): AuthenticateRequestResult {
    return { audience: '', claimsIdentity: this.#identity, connectorFactory: this.#factory };
  }

  /** Nothing may come past the door. */
  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Activities are authenticated at the front door'));
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Streaming is not used'));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#factory;
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return noUserTokens;
  }
}

/** Nobody signs in through the bot: Teams says who they are. */
class NoUserTokens extends UserTokenClient {
  override getUserToken = refuseTokens;
  override getSignInResource = refuseTokens;
  override signOutUser = refuseTokens;
  override getTokenStatus = refuseTokens;
  override getAadTokens = refuseTokens;
  override exchangeToken = refuseTokens;
}

function refuseTokens(): Promise<never> {
  return Promise.reject(new Error('The bot keeps no user tokens'));
}

const noUserTokens = new NoUserTokens();
