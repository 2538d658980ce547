/**
 * Something that is wrong, or odd, in a plan. An error keeps the whole plan out; a warning is shown and let through.
 * `path` is where it stands in the file: `current.indicators.3.unit`.
 */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  /** What the text names, as the plan writes it. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export const planProblemCodes = [
  'UNKNOWN_REFERENCE',
  'DUPLICATE_ID',
  'CYCLE',
  'MONTHS_DO_NOT_ADD_UP',
  'DATES_REVERSED',
  'OUTSIDE_PLAN_PERIOD',
  'OVERLAP',
  'WEIGHTS',
  'TARGET_OUTSIDE_SCALE',
  'NEAR_LIMIT_WRONG_SIDE',
  'APPROVER_IS_REPORTER',
  'NO_CONTRIBUTION',
  'NOBODY_ASKED',
  'NO_REPORTER',
  'FRAME_NOT_KEPT',
  'UNIT_CHANGED',
  'REMOVED_WITH_OUTCOMES',
  'ACTIVITY_WITHOUT_OWNER',
  'ACTIVITY_WITHOUT_DATES',
] as const;
export type PlanProblemCode = (typeof planProblemCodes)[number];
