import { z } from 'zod';
import { done, type Result, refused } from '../domain/result.ts';
import type { ProvenActivity } from '../ports.ts';
import type { Refusal } from './refusal.ts';
import { isAllowedServiceUrl, type ServiceUrlRule } from './service-url.ts';

/** An activity of the right shape, from anybody: nothing is proved yet. */
export interface ShapedActivity {
  readonly type: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: ProvenActivity['conversation'];
  readonly from: ProvenActivity['from'];
  readonly [key: string]: unknown;
}

/** What must be true before the token is looked at. Everything else is tolerated: Teams adds fields and events at any time. */
const Activity = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z
    .string()
    .max(64)
    .regex(/^[a-z]+$/),
  serviceUrl: z.string().min(1).max(2048),
  conversation: z.looseObject({ id: z.string().min(1).max(1024) }),
});

const Sender = z
  .looseObject({ id: z.string().min(1).max(1024) })
  .transform(({ aadObjectId, ...rest }) => (typeof aadObjectId === 'string' ? { ...rest, aadObjectId } : rest));

/** These are answered to a person, so they need one. */
const needsSender = new Set(['message', 'invoke']);
const nobody = { id: '' };

/** The validated copy of an activity: only this one goes further, so that duplicate keys can't mean two things. */
export function shapeActivity(body: unknown, rule: ServiceUrlRule): Result<ShapedActivity, Refusal> {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) return refused({ reason: 'activity-shape' });

  const activity = parsed.data;
  if (!isAllowedServiceUrl(rule, activity.serviceUrl)) return refused({ reason: 'activity-service-url' });

  const sender = Sender.safeParse(activity.from);
  if (!sender.success && needsSender.has(activity.type)) return refused({ reason: 'activity-sender' });

  return done({ ...activity, from: sender.success ? sender.data : nobody });
}
