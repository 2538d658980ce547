import { type Plan, type Role, sameUpn } from './plan.ts';

/** True for those who look after the plan itself, for all committees: controllers and administrators. */
export function managesPlan(plan: Plan, upn: string): boolean {
  return hasRole(plan, upn, ['controller', 'administrator']);
}

/** UPNs of those who correct for any committee, in the roster's order. */
export function controllersOf({ contacts }: Plan): readonly string[] {
  return contacts.filter(({ role }) => role === 'controller').map(({ upn }) => upn);
}

export function isController(plan: Plan, upn: string): boolean {
  return hasRole(plan, upn, ['controller']);
}

/** True for those who work out a committee's own part: its reporters, their deputies and its approvers. */
export function worksForCommittee(plan: Plan, upn: string, committeeId: string): boolean {
  return hasRole(plan, upn, ['reporter', 'committeeApprover'], committeeId);
}

/** The committees that a person works for, in the plan's order. */
export function committeesOf(plan: Plan, upn: string): readonly string[] {
  return plan.committees.map(({ id }) => id).filter((id) => worksForCommittee(plan, upn, id));
}

function hasRole({ contacts }: Plan, upn: string, roles: readonly Role[], committeeId?: string): boolean {
  return contacts.some(
    (contact) =>
      sameUpn(contact.upn, upn) &&
      roles.includes(contact.role) &&
      (committeeId === undefined || contact.committeeId === committeeId),
  );
}
