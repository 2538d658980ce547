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

export type PlanProblemCode =
  | 'UNKNOWN_REFERENCE'
  | 'MISSPELT_REFERENCE'
  | 'AREA_WITHOUT_BUDGET'
  | 'AREA_HELD_TWICE'
  | 'UNKNOWN_GROUP'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_ROW'
  | 'CYCLE'
  | 'MONTHS_DO_NOT_ADD_UP'
  | 'DATES_REVERSED'
  | 'DUE_BEFORE_OPENING'
  | 'REMINDER_BEFORE_FORM'
  | 'OTHER_YEAR'
  | 'OUTSIDE_PLAN_PERIOD'
  | 'COMMITTEE_NOT_THEN'
  | 'OVERLAP'
  | 'SUCCESSION_GAP'
  | 'AREA_NOT_DIVIDED'
  | 'AREA_LEFT'
  | 'NOTHING_TO_FOLLOW'
  | 'FOLLOW_UP_TWICE'
  | 'WEIGHT_OUTSIDE_LIMITS'
  | 'WEIGHTS'
  | 'WEIGHT_COUNT'
  | 'TARGET_REVERSED'
  | 'SCALE_REVERSED'
  | 'TARGET_OUTSIDE_SCALE'
  | 'VALUE_OUTSIDE_SCALE'
  | 'VALUE_NOT_YES_OR_NO'
  | 'VALUE_NOT_A_DAY'
  | 'SUB_GOAL_ELSEWHERE'
  | 'TARGET_AGAINST_DIRECTION'
  | 'TARGET_NOT_UNDERSTOOD'
  | 'NO_BASELINE'
  | 'NEAR_LIMIT_WITHOUT_TARGET'
  | 'NEAR_LIMIT_WRONG_SIDE'
  | 'GRADE_STEPS_NOT_FALLING'
  | 'APPROVER_IS_REPORTER'
  | 'UNREACHABLE'
  | 'ROLE_WITHOUT_COMMITTEE'
  | 'ROLE_WITH_COMMITTEE'
  | 'SAME_ORDER'
  | 'NO_CONTRIBUTION'
  | 'NOBODY_ASKED'
  | 'NOBODY_TOTALS'
  | 'NO_REPORTER'
  | 'FRAME_NOT_KEPT'
  | 'UNIT_CHANGED'
  | 'PLAN_SUCCEEDED'
  | 'REMOVED_WITH_OUTCOMES'
  | 'COMMITTEE_REMOVED'
  | 'ADOPTION_UNDONE'
  | 'ACTIVITY_WITHOUT_OWNER'
  | 'ACTIVITY_WITHOUT_DATES'
  | 'OTHER_PLAN'
  | 'OTHER_COMMITTEE'
  | 'COMMITTEE_NOT_VALID'
  | 'SHARED_GOAL_CHANGED'
  | 'GOAL_NOT_OWN'
  | 'GOAL_NOT_SHARED'
  | 'FRAME_UNKNOWN';

export function planError(code: PlanProblemCode, path: string, facts: PlanProblem['facts']): PlanProblem {
  return { code, severity: 'error', path, facts };
}

export function planWarning(code: PlanProblemCode, path: string, facts: PlanProblem['facts']): PlanProblem {
  return { code, severity: 'warning', path, facts };
}
