import type { ShapedActivity } from './activity-shape.ts';

/**
 * True when every tenant that the activity names is ours. Teams names it in two places; a person from
 * elsewhere may show in one only. Without any, nothing is proved, and `mayBeAbsent` decides.
 */
export function isFromTenant(activity: ShapedActivity, tenantId: string, mayBeAbsent: boolean): boolean {
  const named = [activity.conversation.tenantId, at(at(activity.channelData, 'tenant'), 'id')].filter(
    (tenant) => tenant !== undefined && tenant !== null,
  );
  if (named.length === 0) return mayBeAbsent;

  return named.every((tenant) => typeof tenant === 'string' && tenant.toLowerCase() === tenantId.toLowerCase());
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
