import type { FollowUpDates } from '../../domain/follow-up.ts';
import { findCommittee, type Plan, reportersOf } from '../../domain/plan.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import type { BundleItem, Delivery, PeriodLedger } from '../../ports.ts';
import { REHEARSED_PROMPT } from '../outcomes/find-prompt.ts';
import { rehearsalOf } from './outgoing.ts';

/** A follow-up's plan and days, as far as a list of work shows them. */
export interface ListedRound {
  readonly plan: Plan;
  readonly dates: Pick<FollowUpDates, 'dueOn'>;
}

/** One line of a list to somebody, as its committee's ledger stands. */
export function workItem(
  { plan, dates }: ListedRound,
  { committeeId, deliveries }: Pick<PeriodLedger, 'committeeId' | 'deliveries'>,
  recipient: string,
  item: BundleItem,
): WorkItem {
  const committeeName = findCommittee(plan, committeeId)?.name ?? committeeId;
  const about = { committeeId, committeeName, dueOn: dates.dueOn };
  if (item.kind === 'late') return { ...about, kind: 'late', asked: askedIn(deliveries, item) };
  if (item.kind === 'unreachable') return { ...about, kind: 'unreachable' };
  const form = formOf(deliveries, recipient, item);
  return {
    ...{ ...about, kind: item.kind === 'reminder' ? 'reminder' : 'prompt' },
    ...(form ? { promptId: rehearsalOf(item) === undefined ? form.id : REHEARSED_PROMPT, revision: 0 } : {}),
    ...insteadOf(plan, committeeId, recipient),
  };
}

/** The person's own form, that the line or its reminder is about. */
export function formOf(deliveries: readonly Delivery[], recipient: string, item: BundleItem): Delivery | undefined {
  return deliveries.find(
    (row) => row.kind === 'prompt' && row.recipient === recipient && rehearsalOf(row) === rehearsalOf(item),
  );
}

/** The committee's first reporter, when somebody else is asked. */
export function insteadOf(plan: Plan, committeeId: string, recipient: string): { readonly insteadOf?: string } {
  const first = reportersOf(plan, committeeId)[0]?.upn.toLowerCase();
  return first === undefined || first === recipient ? {} : { insteadOf: first };
}

function askedIn(deliveries: readonly Delivery[], item: BundleItem): readonly string[] {
  return deliveries
    .filter(({ kind, state }) => kind === 'prompt' && (state === 'sent' || state === 'ambiguous'))
    .filter((row) => rehearsalOf(row) === rehearsalOf(item))
    .map(({ recipient }) => recipient);
}
