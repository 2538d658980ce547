import type { Month } from './period.ts';
import { type BusinessArea, type Committee, findCommittee, type Plan } from './plan.ts';

/** A committee whose figures are this one's own history. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  /** The first month that is no longer theirs; absent for the committee itself. */
  readonly until?: Month;
}

/** The committee itself, then those it has taken over from: the committee it succeeds, and, for an area, who had that before. */
export function holdersOf(plan: Plan, committee: Committee, area?: BusinessArea): readonly Holder[] {
  const { succeeds, validFrom } = committee;
  const before = [
    ...(area?.heldBefore ?? []),
    ...(succeeds && validFrom ? [{ committeeId: succeeds, until: validFrom.slice(0, 7) as Month }] : []),
  ];
  return [
    { id: committee.id, name: committee.name },
    ...before.map(({ committeeId: id, until }) => ({ id, name: findCommittee(plan, id)?.name ?? id, until })),
  ];
}

/** The one of them that a committee's figure of a period counts as, with the name to say when it was another's. */
export function holderAt(
  holders: readonly Holder[],
  committeeId: string | undefined,
  period: string,
): { readonly reportedBy?: string } | undefined {
  const holder = holders.find(({ id, until }) => id === committeeId && (until === undefined || period < until));
  return holder && (holder.until === undefined ? {} : { reportedBy: holder.name });
}
