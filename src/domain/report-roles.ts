import { isInRoster, type Plan, type Role, sameUpn } from './plan.ts';
import { isController, worksForCommittee } from './plan-roles.ts';
import type { ReportKind } from './report-content.ts';
import type { ReportState } from './report-state.ts';

type Roster = Pick<Plan, 'contacts'>;

/** They read every committee's report whatever state it is in: it is their work to follow all of them. */
const READS_ALL: readonly Role[] = ['controller', 'administrator', 'councilClerk', 'manager'];

/** True for who signs the committee's report. */
export function isApproverOf({ contacts }: Roster, upn: string, committeeId: string): boolean {
  return contacts.some(
    (contact) =>
      contact.role === 'committeeApprover' && contact.committeeId === committeeId && sameUpn(contact.upn, upn),
  );
}

/** True for who registers the council's decisions. */
export function isCouncilClerk({ contacts }: Roster, upn: string): boolean {
  return contacts.some(({ role, upn: other }) => role === 'councilClerk' && sameUpn(other, upn));
}

/** A committee's report as far as it decides who reads it. */
export interface Readable {
  readonly committeeId: string;
  readonly kind: ReportKind;
  readonly state: ReportState;
  /** The municipality's report has been compiled: what it says of the committee is read by the roster there too. */
  readonly compiled: boolean;
}

/** A month's figures are open to the roster; a report period's are the committee's own until it hands them in. */
export function mayReadReport(plan: Plan, upn: string, { committeeId, kind, state, compiled }: Readable): boolean {
  if (worksForCommittee(plan, upn, committeeId)) return true;
  if (plan.contacts.some(({ role, upn: other }) => READS_ALL.includes(role) && sameUpn(other, upn))) return true;
  return isInRoster(plan, upn) && (kind === 'month' || compiled || isHandedIn(state));
}

/** Texts that are being written are for those who write them, and for controllers. */
export function maySeeTexts(
  plan: Plan,
  upn: string,
  { committeeId, state }: Omit<Readable, 'kind' | 'compiled'>,
): boolean {
  return isHandedIn(state) || worksForCommittee(plan, upn, committeeId) || isController(plan, upn);
}

/** The committee stands for what is in it. */
export function isHandedIn(state: ReportState): boolean {
  return state === 'handed-in' || state === 'signed';
}
