import type { StoredAnswer } from '../../domain/answer.ts';
import { followUpDates } from '../../domain/follow-up.ts';
import { type MonthlyPrompt, monthlyPrompt } from '../../domain/monthly-prompt.ts';
import { type Month, yearOf } from '../../domain/period.ts';
import { findCommittee, type Plan } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** The month's questions to a committee, with what is known; none when the plan has no such committee or follow-up. */
export async function loadPrompt(
  { answers, workingDays }: Pick<Ports, 'answers' | 'workingDays'>,
  plan: Plan,
  committeeId: string,
  period: Month,
): Promise<MonthlyPrompt | undefined> {
  const committee = findCommittee(plan, committeeId);
  const followUp = plan.followUps.find((candidate) => candidate.period === period);
  if (!committee || !followUp) return undefined;
  const year: StoredAnswer[] = await answers.findYear(committeeId, yearOf(period));
  return monthlyPrompt(plan, committee, followUp, followUpDates(followUp, workingDays), year);
}
