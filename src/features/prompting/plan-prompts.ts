import { committeesThatReport } from '../../domain/follow-up.ts';
import { reportersOf } from '../../domain/plan.ts';
import type { Delivery, Ports } from '../../ports.ts';
import { findOpenFollowUp } from './find-open-follow-up.ts';

/**
 * Makes sure that everyone who owes this month's answer has one prompt waiting or sent. What is due follows from the plan,
 * the calendar and what is stored, so running it twice, late, or in two places changes nothing.
 */
export async function planPrompts(
  ports: Pick<Ports, 'clock' | 'log' | 'plans' | 'workingDays' | 'answers' | 'deliveries'>,
): Promise<Delivery[]> {
  const open = await findOpenFollowUp(ports);
  if (!open) return [];
  const { plan, followUp } = open;

  const owed: Delivery[] = [];
  // A committee whose rows can't be read does not keep the others from being asked.
  for (const { id: committeeId } of committeesThatReport(plan, followUp.period)) {
    try {
      const [reporter] = reportersOf(plan, committeeId);
      if (!reporter || (await ports.answers.find(committeeId, followUp.period))) continue;
      const prompt = { committeeId, period: followUp.period, recipient: reporter.upn, kind: 'prompt' } as const;
      owed.push(await ports.deliveries.ensure(prompt));
    } catch (error) {
      ports.log.error({ err: error, event: 'job', committee: committeeId }, 'prompt not planned');
    }
  }
  return owed;
}
