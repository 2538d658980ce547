import type { StoredAnswer } from './answer.ts';
import { existsOn } from './committee-validity.ts';
import { holdersOf } from './holders.ts';
import { measuresOf } from './measure-questions.ts';
import { type Month, yearOf } from './period.ts';
import { businessAreasOf, type Committee, type Plan } from './plan.ts';
import type { AgreedMeasure } from './report-record.ts';

/** A committee's answers of a calendar year. */
export interface CommitteeYear {
  readonly committeeId: string;
  readonly year: number;
}

/**
 * The years of answers that a committee's report of a period rests on: its own and those of the committee that it succeeds, since the
 * plan began or since the first measure that it still answers for; and this year's of who had one of its areas before. In the
 * plan's order.
 */
export function yearsBehind(
  plan: Plan,
  committee: Committee,
  period: Month,
  agreed: readonly AgreedMeasure[],
): readonly CommitteeYear[] {
  const year = yearOf(period);
  const measures = measuresOf(agreed, holdersOf(plan, committee), period);
  const first = Math.min(plan.periodFrom, ...measures.map((measure) => yearOf(measure.period)));
  const own = new Set(holdersOf(plan, committee).map(({ id }) => id));
  const ofAreas = new Set(
    businessAreasOf(plan, committee.id, year).flatMap((area) => holdersOf(plan, committee, area).map(({ id }) => id)),
  );
  return yearsOfAll(plan, period, first).filter(
    (one) => own.has(one.committeeId) || (ofAreas.has(one.committeeId) && one.year === year),
  );
}

/** Every year of every committee that existed in it, up to the period's; since the plan began, or from a year. */
export function yearsOfAll(plan: Plan, period: Month, from = plan.periodFrom): readonly CommitteeYear[] {
  const last = yearOf(period);
  const first = Math.min(from, last);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return plan.committees.flatMap((committee) =>
    years.filter((year) => existsOn(committee, String(year))).map((year) => ({ committeeId: committee.id, year })),
  );
}

/** Of answers, those of the years that are no later than the period: what is said later is another report's. */
export function answersIn(
  years: readonly CommitteeYear[],
  period: Month,
  answers: readonly StoredAnswer[],
): readonly StoredAnswer[] {
  const wanted = new Set(years.map(({ committeeId, year }) => `${committeeId}|${year}`));
  return answers.filter(
    (stored) => stored.period <= period && wanted.has(`${stored.committeeId}|${yearOf(stored.period)}`),
  );
}
