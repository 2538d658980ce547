import { committeesThatReport } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { isReporterOf, type Plan, sameUpn } from '../../domain/plan.ts';
import type { OwedForm, Ports } from '../../ports.ts';

/** The next committee that a person has been asked for in the month, when there is one left. Most people report for one alone. */
export async function findNextOwed(
  { answers, deliveries }: Pick<Ports, 'answers' | 'deliveries'>,
  plan: Plan,
  period: Month,
  upn: string,
): Promise<OwedForm | undefined> {
  const own = committeesThatReport(plan, period).filter(({ id }) => isReporterOf(plan, upn, id));
  if (own.length < 2) return undefined;
  for (const { id, name } of own) {
    if (await answers.find(id, period)) continue;
    const asked = (await deliveries.find(id, period, 'prompt')).find(
      ({ recipient, variant, state }) =>
        sameUpn(recipient, upn) && variant === undefined && (state === 'sent' || state === 'ambiguous'),
    );
    if (asked) return { committeeName: name, promptId: asked.id, revision: 0 };
  }
  return undefined;
}
