import type { Delivery } from '../../ports.ts';

/** Older messages than these are left as they are. */
const MOST_MESSAGES = 5;

/** The messages that show a delivery, with one more; the newest last. */
export function shownIn({ activityIds }: Delivery, activityId: string | undefined): readonly string[] {
  if (activityId === undefined || activityId === '') return activityIds;
  return [...new Set([...activityIds, activityId])].slice(-MOST_MESSAGES);
}
