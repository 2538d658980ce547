import { createHash } from 'node:crypto';
import { committeesThatReport, followUpDates } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import type { FollowUp, Plan } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { type MonthSummary, summariseMonth } from '../../domain/summarise.ts';
import { MUNICIPALITY, type Ports } from '../../ports.ts';
import { keepCard } from '../delivery/keep-card.ts';
import { findOpenFollowUp } from '../prompting/find-open-follow-up.ts';
import { channelOf } from './channel-of.ts';
import { keepReportSummary } from './keep-report-summaries.ts';
import { recentReportPeriods } from './report-periods.ts';

/**
 * Keeps what people see of a month: of an ordinary one a card in the municipality's channel, of a report period its summaries.
 * `later`: it could not be done now and has to be tried again.
 */
export async function postSummary(ports: Ports, period: Month): Promise<'done' | 'later'> {
  const plan = (await ports.plans.forMonth(period))?.plan;
  const followUp = plan?.followUps.find((candidate) => candidate.period === period);
  if (!plan || !followUp) return 'done';
  return followUp.kind === 'month' ? postMonth(ports, plan, followUp) : keepReportSummary(ports, period);
}

/** The month's one card: posted with the first answer, or on the due day, and then updated in place. */
async function postMonth(ports: Ports, plan: Plan, followUp: FollowUp): Promise<'done' | 'later'> {
  const { period } = followUp;
  const conversation = await channelOf(ports, plan, MUNICIPALITY);
  if (!conversation) return 'done';

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
  const card = {
    conversation,
    read: () => loadSummary(ports, plan, period),
    noticeOf: (summary: MonthSummary, replaces: boolean) =>
      ({ kind: 'month-summary', summary, dueOn, replaces }) as const,
    fingerprintOf: (summary: MonthSummary) => fingerprint(summary, dueOn),
    mayPost: true,
  };
  return keepCard(ports, row, card, draft);
}

/**
 * The app has come to a team, perhaps back: the next round shows the figures once more, in the cards that stand there, or in new
 * ones where they are gone.
 */
export async function recheckSummary(
  ports: Pick<Ports, 'plans' | 'workingDays' | 'clock' | 'deliveries'>,
): Promise<void> {
  const open = await findOpenFollowUp(ports);
  const reports = await recentReportPeriods(ports);
  const periods = new Set([...(open ? [open.followUp.period] : []), ...reports.map(({ period }) => period)]);
  for (const period of periods) {
    for (const delivery of await ports.deliveries.find(MUNICIPALITY, period, 'summary')) {
      if (delivery.state === 'sent') await ports.deliveries.change(delivery, { shown: '' });
    }
  }
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
