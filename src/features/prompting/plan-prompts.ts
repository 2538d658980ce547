import { committeesThatReport, openFollowUp } from '../../domain/follow-up.ts';
import { reportersOf } from '../../domain/plan.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Delivery, Ports } from '../../ports.ts';

/**
 * Makes sure that everyone who owes this month's answer has one prompt waiting or sent. What is due follows from the plan,
 * the calendar and what is stored, so running it twice, late, or in two places changes nothing.
 */
export async function planPrompts(
  ports: Pick<Ports, 'clock' | 'log' | 'plans' | 'workingDays' | 'answers' | 'deliveries'>,
): Promise<Delivery[]> {
  const inForce = await ports.plans.current();
  if (!inForce) return [];
  const followUp = openFollowUp(inForce.plan, ports.workingDays, stockholmDate(ports.clock.now()));
  if (!followUp) return [];

  const owed: Delivery[] = [];
  // A committee whose rows can't be read does not keep the others from being asked.
  for (const { id: committeeId } of committeesThatReport(inForce.plan, followUp.period)) {
    try {
      const [reporter] = reportersOf(inForce.plan, committeeId);
      if (!reporter || (await ports.answers.find(committeeId, followUp.period))) continue;
      const prompt = { committeeId, period: followUp.period, recipient: reporter.upn, kind: 'prompt' } as const;
      owed.push(await ports.deliveries.ensure(prompt));
    } catch (error) {
      ports.log.error({ err: error, event: 'job', committee: committeeId }, 'prompt not planned');
    }
  }
  return owed;
}
