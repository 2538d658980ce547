import type { PlanDocument } from './plan-document.ts';

/** One committee that ends, and the one that all its work goes over to. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  /** The successor's first day. */
  readonly validFrom: string;
}

/** Those with one successor only: where several share the work, only the plan can say who gets what. */
export function successions(plan: Pick<PlanDocument, 'committees'>): readonly Succession[] {
  return plan.committees.flatMap(({ id, validTo }) => {
    const [next, ...others] = validTo === undefined ? [] : successorsOf(plan, id);
    if (next?.validFrom === undefined || others.length > 0) return [];
    return [{ from: id, to: next.id, validFrom: next.validFrom }];
  });
}

/** In the year that it takes over or hands over all its work, a committee's money may stand under the other's name. */
export function changesHandsIn(plan: PlanDocument, committee: string, year: number): boolean {
  return successions(plan).some(
    ({ from, to, validFrom }) => validFrom.startsWith(`${year}-`) && [from, to].includes(committee),
  );
}

export function successorsOf({ committees }: Pick<PlanDocument, 'committees'>, id: string): PlanDocument['committees'] {
  return committees.filter(({ succeeds }) => succeeds === id);
}
