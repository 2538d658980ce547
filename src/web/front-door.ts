import type { IncomingMessage } from 'node:http';
import { done, type Result, refused } from '../domain/result.ts';
import type { Checkpoint, Clock, FrontDoorAnswer, ProvenActivity } from '../ports.ts';
import { type ShapedActivity, shapeActivity } from './activity-shape.ts';
import { type ChannelTrust, proveChannel } from './channel-token.ts';
import { RateLimit } from './rate-limit.ts';
import { readJsonBody } from './read-json-body.ts';
import type { Refusal } from './refusal.ts';
import type { ServiceUrlRule } from './service-url.ts';
import { isFromTenant } from './tenant.ts';
import type { Visit } from './visit-log.ts';

export interface FrontDoorRules extends ServiceUrlRule {
  readonly trust: ChannelTrust;
  readonly tenantId: string;
  /** No tokens at all: only for the playground on the same machine. Everything else is checked as always. */
  readonly anonymous: boolean;
  readonly clock: Clock;
  readonly checkpoint: Checkpoint;
  /** Activities per person and minute. */
  readonly rateLimitPerMinute: number;
}

/** Either an activity that may go on, or the answer to one that is no person's doing. */
export type Admission = { readonly activity: ProvenActivity } | { readonly ignored: FrontDoorAnswer };

/** Who may come in. The order is the rule: cheap and harmless checks first, nothing is looked up for strangers. */
export class FrontDoor {
  readonly #rules: FrontDoorRules;
  readonly #rate: RateLimit;

  constructor(rules: FrontDoorRules) {
    this.#rules = rules;
    this.#rate = new RateLimit(rules.clock, rules.rateLimitPerMinute);
  }

  async admit(request: IncomingMessage, visit: Visit): Promise<Result<Admission, Refusal>> {
    if (!isJson(request.headers['content-type'])) return refused({ reason: 'content-not-json' });
    const body = await readJsonBody(request);
    this.#rules.checkpoint('S1');
    if (!body.ok) return body;

    const shaped = shapeActivity(body.value, this.#rules);
    if (!shaped.ok) return shaped;
    const activity = shaped.value;
    visit.type = activity.type;
    if (activity.type === 'invoke') visit.invoke = activity.name;

    const origin = await this.#proveOrigin(request, activity);
    if (!origin.ok) return origin;
    this.#rules.checkpoint('S2');
    if (isMachine(activity)) return done({ ignored: { status: 200 } });

    const retryAfterSeconds = this.#rate.count(activity.from.aadObjectId ?? activity.from.id);
    if (retryAfterSeconds > 0) return refused({ reason: 'rate-exceeded', retryAfterSeconds });
    return done({ activity: origin.value });
  }

  /** Channel and tenant. What comes out may be believed. */
  async #proveOrigin(request: IncomingMessage, activity: ShapedActivity): Promise<Result<ProvenActivity, Refusal>> {
    const { anonymous, tenantId, trust } = this.#rules;
    const { channelId } = activity;
    if (!anonymous) {
      const proof = await proveChannel(trust, request, activity);
      if (!proof.ok) return proof;
    }
    if (channelId !== 'msteams') return refused({ reason: 'channel-not-teams' });
    if (!isFromTenant(activity, tenantId, anonymous)) return refused({ reason: 'tenant-foreign' });
    return done({ ...activity, channelId });
  }
}

/** JSON is UTF-8; another charset in the header is another format. */
function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType);
}

/**
 * Bots and apps get no answer, so that two of them never talk to each other for ever.
 * Who is in a conversation is Teams' own news, whoever caused it.
 */
function isMachine({ type, from }: ShapedActivity): boolean {
  if (type === 'conversationUpdate' || type === 'installationUpdate') return false;
  return from.id.startsWith('28:') || from.role === 'bot' || from.role === 'skill';
}
