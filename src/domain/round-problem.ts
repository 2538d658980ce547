import type { Month } from './period.ts';
import type { RoundLine } from './round-overview.ts';

/** Why something can't be done to a round, or be said of it. Days are in Sweden. */
export type RoundProblem =
  | { readonly code: 'NO_PLAN' }
  /** Only controllers and administrators lead rounds. */
  | { readonly code: 'NOT_ALLOWED' }
  | { readonly code: 'NOTHING_OPEN'; readonly next?: { readonly period: Month; readonly opensOn: string } }
  /** The plan does not follow that month up. */
  | { readonly code: 'NO_SUCH_ROUND'; readonly period: Month; readonly open?: Month }
  | { readonly code: 'MONTH_NOT_OVER'; readonly period: Month; readonly earliest: string }
  | { readonly code: 'ALREADY_OPEN'; readonly period: Month; readonly since: string }
  | { readonly code: 'ROUND_NOT_OPEN'; readonly period: Month; readonly opensOn: string }
  /** A later round has opened. */
  | { readonly code: 'ROUND_OVER'; readonly period: Month; readonly open: Month }
  | { readonly code: 'ALREADY_PAUSED'; readonly period: Month }
  | { readonly code: 'NOT_PAUSED'; readonly period: Month }
  | { readonly code: 'ALREADY_REHEARSING'; readonly period: Month; readonly to: string }
  | { readonly code: 'NOT_REHEARSING'; readonly period: Month }
  | { readonly code: 'NOT_IN_ROSTER'; readonly upn: string }
  /** The reason is a stable code: `NOT_INSTALLED`, or `AWAY` to the end of `until`. */
  | { readonly code: 'NOT_REACHABLE'; readonly upn: string; readonly reason: string; readonly until?: string }
  | { readonly code: 'NO_SUCH_COMMITTEE'; readonly committeeId: string }
  | { readonly code: 'NO_SUCH_LINE'; readonly recipient: string; readonly committeeId: string }
  | { readonly code: 'NOT_AMBIGUOUS'; readonly recipient: string; readonly state: RoundLine['state'] }
  /** Nothing of the round has been meant for that person. */
  | { readonly code: 'NOT_ASKED'; readonly upn: string }
  /** What it was about is so no longer. */
  | { readonly code: 'NOT_NEEDED'; readonly upn: string }
  | { readonly code: 'ANSWERED'; readonly committeeIds: readonly string[] }
  /** It is on its way, or goes out by itself. */
  | { readonly code: 'GOES_OUT_ANYWAY'; readonly upn: string }
  | { readonly code: 'DAY_PASSED'; readonly date: string; readonly today: string }
  /** The plan's last year is long gone by then. */
  | { readonly code: 'DAY_OUTSIDE_PLAN'; readonly date: string; readonly to: number }
  /** Somebody else changed it at the same time; nothing was changed. */
  | { readonly code: 'CHANGED_MEANWHILE' };
