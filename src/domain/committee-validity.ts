import type { CommitteeEntry, PlanDocument } from './plan-document.ts';

/** True when the committee exists on some day of the years. */
export function existsIn(
  { validFrom, validTo }: Pick<CommitteeEntry, 'validFrom' | 'validTo'>,
  { periodFrom, periodTo }: Pick<PlanDocument, 'periodFrom' | 'periodTo'>,
): boolean {
  return (
    (validFrom === undefined || validFrom <= `${periodTo}-12-31`) &&
    (validTo === undefined || validTo >= `${periodFrom}-01-01`)
  );
}

/** The day itself, or the plan period's first or last when it lies outside. */
export function nearestDay(
  { periodFrom, periodTo }: Pick<PlanDocument, 'periodFrom' | 'periodTo'>,
  day: string,
): string {
  const [first, last] = [`${periodFrom}-01-01`, `${periodTo}-12-31`];
  if (day < first) return first;
  return day > last ? last : day;
}

/** True when no two of them exist on the same day. */
export function existInTurn(committees: readonly Pick<CommitteeEntry, 'validFrom' | 'validTo'>[]): boolean {
  return committees.every(({ validFrom: from = '', validTo: to = '9' }, at) =>
    committees.every(({ validFrom = '', validTo = '9' }, other) => at === other || validFrom > to || validTo < from),
  );
}

/** @param day `2026-06-30`, or only its month: then true when it exists on some day of it */
export function existsOn({ validFrom, validTo }: Pick<CommitteeEntry, 'validFrom' | 'validTo'>, day: string): boolean {
  const from = validFrom?.slice(0, day.length);
  const to = validTo?.slice(0, day.length);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
