/** One difference between two versions of a plan. */
export interface PlanChange {
  /** `ended`: it is not in the new version. */
  readonly kind: 'added' | 'changed' | 'ended';
  /** Where it stands: `indicators`, `indicators.values`, `plan` for what there is one of. */
  readonly list: string;
  /** The item, in the plan's own words: its id, or `BUN FORSKOLA 2026`. Empty for what there is one of. */
  readonly item: string;
  /** For `changed`: which field, `target.atLeast`, with its value before and after as the plan writes it. */
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
}
