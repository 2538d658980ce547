import type { CommitteePart } from './committee-part.ts';
import type { PlanDocument } from './plan-document.ts';

/** A committee's internal budget for one year beside the council's frame for it. Whole kronor, net cost. */
export interface InternalBudget {
  readonly year: number;
  /** What the committee has divided of its frame: without fee-financed areas, which bear their own cost. */
  readonly dividedKr: number;
  /** Absent: the year has no fee-financed area. */
  readonly feeFinancedKr?: number;
  /** As first decided: supplementary appropriations come on top of both. Absent: the plan has none. */
  readonly frameKr?: number;
}

/**
 * The years that have to be divided: those that the committee has budgeted, before or now, and the plan's first when it has
 * a frame. Later years wait until the committee comes to them.
 */
export function internalBudgets(document: PlanDocument, part: CommitteePart): readonly InternalBudget[] {
  const own = document.budgets.filter(({ committee }) => committee === part.committee);
  const frames = document.frames.filter(({ committee }) => committee === part.committee);
  const first = frames.filter(({ year }) => year === document.periodFrom);
  const years = new Set([...first, ...own, ...part.budgets].map(({ year }) => year));
  return [...years]
    .filter((year) => document.periodFrom <= year && year <= document.periodTo)
    .sort((one, other) => one - other)
    .map((year) => {
      const areas = part.budgets.filter((budget) => budget.year === year);
      const feeFinanced = areas.filter((area) => area.feeFinanced);
      const frame = frames.find((one) => one.year === year);
      return {
        year,
        dividedKr: sumOf(areas.filter((area) => !area.feeFinanced)),
        ...(feeFinanced.length > 0 ? { feeFinancedKr: sumOf(feeFinanced) } : {}),
        ...(frame ? { frameKr: frame.amountKr } : {}),
      };
    });
}

function sumOf(areas: readonly { readonly netBudgetKr: number }[]): number {
  return areas.reduce((sum, { netBudgetKr }) => sum + netBudgetKr, 0);
}
