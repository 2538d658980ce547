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
