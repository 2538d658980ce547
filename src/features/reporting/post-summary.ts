import { createHash } from 'node:crypto';
import { committeesThatReport, followUpDates } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { type MonthSummary, summariseMonth } from '../../domain/summarise.ts';
import { type Delivery, MUNICIPALITY, type Notice, type Ports } from '../../ports.ts';
import { settleExpiredClaim } from '../delivery/after-attempt.ts';
import { sendOnce } from '../delivery/send-once.ts';
import { afterUpdate, updateMessage } from '../delivery/update-message.ts';
import { findOpenFollowUp } from '../prompting/find-open-follow-up.ts';

/** While another process brings the card up to date, this one waits that long before it takes over. */
const UPDATE_CLAIM_MS = 15_000;

/**
 * Keeps the month's one card in the municipality's channel: posted with the first answer, or on the due day, and then updated
 * in place. `later`: it could not be done now and has to be tried again.
 */
export async function postSummary(ports: Ports, period: Month): Promise<'done' | 'later'> {
  const plan = (await ports.plans.forMonth(period))?.plan;
  if (!plan) return 'done';
  const channel = plan.channels.find(({ scope }) => scope === MUNICIPALITY);
  const followUp = plan.followUps.find((candidate) => candidate.period === period);
  const conversation =
    channel && (await ports.conversations.find('channel', channelKey(channel.team, channel.channel)));
  if (!conversation || !followUp) return 'done';

  const { dueOn } = followUpDates(followUp, ports.workingDays);
  const draft = await loadSummary(ports, plan, period);
  const nobody = draft.missing.length === draft.committees.length;
  if (nobody && stockholmDate(ports.clock.now()) < dueOn) return 'done';

  const row = await ports.deliveries.ensure({
    committeeId: MUNICIPALITY,
    period,
    recipient: MUNICIPALITY,
    kind: 'summary',
  });
  const delivery = await settleExpiredClaim(ports, row);
  const shown = fingerprint(draft, dueOn);
  if (delivery.state === 'sending') return 'later';
  if (delivery.notBefore && delivery.notBefore > ports.clock.now()) return 'later';
  if (delivery.shown === shown && delivery.state !== 'ready') return 'done';

  const [activityId] = delivery.activityIds.slice(-1);
  if (delivery.state === 'sent' && activityId) {
    return update(ports, plan, period, { delivery, activityId, dueOn, conversation });
  }
  // New figures after a post of unknown fate are a new message, and say that they stand in for the earlier one.
  const replaces = delivery.state !== 'ready' && delivery.state !== 'refused';
  const sent = await sendOnce(
    ports,
    delivery,
    conversation,
    { kind: 'month-summary', summary: draft, dueOn, replaces },
    shown,
  );
  return sent && sent.state !== 'ready' ? 'done' : 'later';
}

/**
 * The app has come to a team, perhaps back: the next round shows the open month's figures once more, in the card that stands
 * there, or in a new one where it is gone.
 */
export async function recheckSummary(
  ports: Pick<Ports, 'plans' | 'workingDays' | 'clock' | 'deliveries'>,
): Promise<void> {
  const open = await findOpenFollowUp(ports);
  if (!open) return;
  for (const delivery of await ports.deliveries.find(MUNICIPALITY, open.followUp.period, 'summary')) {
    if (delivery.state === 'sent') await ports.deliveries.change(delivery, { shown: '' });
  }
}

interface SummaryUpdate {
  readonly delivery: Delivery;
  readonly activityId: string;
  readonly dueOn: string;
  readonly conversation: Parameters<Ports['messenger']['update']>[0];
}

/** Claims first and reads after, so that an older picture never replaces a newer one. */
async function update(
  ports: Ports,
  plan: Plan,
  period: Month,
  { delivery, activityId, dueOn, conversation }: SummaryUpdate,
): Promise<'done' | 'later'> {
  const now = ports.clock.now();
  const busy =
    delivery.owner !== ports.instance &&
    Math.abs(now.getTime() - (delivery.claimedAt?.getTime() ?? 0)) < UPDATE_CLAIM_MS;
  if (busy) return 'later';
  const claimed = await ports.deliveries.change(delivery, { owner: ports.instance, claimedAt: now });
  if (!claimed) return 'later';

  const summary = await loadSummary(ports, plan, period);
  const notice: Notice = { kind: 'month-summary', summary, dueOn, replaces: false };
  const outcome = await updateMessage(ports, conversation, activityId, notice);
  const updated = await afterUpdate(ports, claimed, outcome);
  if (updated === 'later' || updated === 'failed') return 'later';
  if (updated === 'done') {
    return (await ports.deliveries.change(claimed, { shown: fingerprint(summary, dueOn) })) ? 'done' : 'later';
  }
  // Somebody took the card away: it is posted anew.
  const reset = await ports.deliveries.change(claimed, { state: 'ready', activityIds: [] });
  return reset ? postSummary(ports, period) : 'later';
}

/** The month over all committees, from what is stored now. */
async function loadSummary(ports: Pick<Ports, 'answers'>, plan: Plan, period: Month): Promise<MonthSummary> {
  const answers = await Promise.all(committeesThatReport(plan, period).map(({ id }) => ports.answers.find(id, period)));
  return summariseMonth(
    plan,
    period,
    answers.filter((stored) => stored !== undefined),
  );
}

/** Channels are named in the plan by people; Teams knows them by id. */
export function channelKey(team: string, channel: string): string {
  return `${team}|${channel}`.toLowerCase();
}

/** Changes with everything that the card shows: answers, and the budget that they are held against. */
function fingerprint(summary: MonthSummary, dueOn: string): string {
  const lines = summary.committees.map(({ committee, stored, added, ...sum }) => [
    committee.name,
    [stored?.revision ?? 0, stored?.submissionKey],
    [sum.budgetKr, sum.budgetToDateKr, sum.outcomeKr, sum.forecastKr],
    added.map(({ amountKr, decision, areaName }) => [amountKr, decision, areaName]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([dueOn, lines]))
    .digest('hex');
}
