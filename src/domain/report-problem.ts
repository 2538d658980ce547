import type { Month } from './period.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { CouncilDecision } from './report-record.ts';
import type { ReportState } from './report-state.ts';

/** Why something can't be done to a report, or be shown of it. */
export type ReportProblem =
  | { readonly code: 'NO_PLAN' }
  /** Also for a committee that does not exist: nothing is learnt by trying. */
  | { readonly code: 'NOT_ALLOWED' }
  /** The plan does not follow that month up. */
  | { readonly code: 'NO_SUCH_PERIOD'; readonly period: Month }
  /** A month's report is not signed, compiled or decided on. */
  | { readonly code: 'NOT_A_REPORT_PERIOD'; readonly period: Month }
  | { readonly code: 'NOT_OPEN_YET'; readonly period: Month; readonly opensOn: string }
  /** The committee has not answered the form yet. */
  | { readonly code: 'NOT_ANSWERED' }
  /** It is not in a state that this can be done from. */
  | { readonly code: 'WRONG_STATE'; readonly state: ReportState }
  /** Who answered, handed in or compiled it can't be who signs or registers the decision on it. */
  | { readonly code: 'OWN_REPORT' }
  | { readonly code: 'REASON_NEEDED' }
  /** Something has changed since the person saw it: nothing was done. */
  | { readonly code: 'CHANGED_MEANWHILE' }
  /** The municipality's report has been compiled, so that a committee's is no longer changed; a controller sends it back. */
  | { readonly code: 'COMPILED' }
  | { readonly code: 'NOT_REVIEWED' }
  | { readonly code: 'NOT_COMPILED' }
  /** A newer version has been compiled. */
  | { readonly code: 'NEWER_VERSION'; readonly version: number }
  | { readonly code: 'ALREADY_DECIDED'; readonly decision: CouncilDecision }
  | { readonly code: 'UNKNOWN_GRADE' }
  | { readonly code: 'NO_SUCH_GOAL' }
  | { readonly code: 'NO_SUCH_COMMITTEE'; readonly committeeId: string }
  | { readonly code: 'NO_SUCH_VERSION'; readonly version: number }
  /** `field` is a stable name: `text`, `why`, `participants`, `notes`, `owner`, `motivation`, `paragraph`, `registrationNumber`. */
  | { readonly code: 'TEXT_TOO_LONG'; readonly field: string; readonly most: number }
  | { readonly code: 'TEXT_MISSING'; readonly field: string }
  /** Not a day in the calendar, or a decision's day that has not come: `field` is `date`, `dueOn`, `validFrom`. */
  | { readonly code: 'BAD_DAY'; readonly field: string }
  /** Not a time on the clock, such as `08:30`. */
  | { readonly code: 'BAD_TIME' }
  | { readonly code: 'BAD_AMOUNT' }
  /**
   * The decision's money or orders do not fit the plan: nothing was stored. Swedish comes from the plan's own problems; `what` is
   * their codes.
   */
  | { readonly code: 'DOES_NOT_FIT_PLAN'; readonly what: string; readonly problems: readonly PlanProblem[] };
