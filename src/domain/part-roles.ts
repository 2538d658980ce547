import { type Plan, sameUpn } from './plan.ts';
import { managesPlan, worksForCommittee } from './plan-roles.ts';

/** A committee's own people work out its part: reporter, deputies and approver. Who manages the plan may for all of them. */
export function mayHandIn(plan: Plan, upn: string, committeeId: string): boolean {
  return managesPlan(plan, upn) || worksForCommittee(plan, upn, committeeId);
}

/** Who registers that the committee has adopted its part. */
export function mayAdopt(plan: Plan, upn: string, committeeId: string): boolean {
  const approves = plan.contacts.some(
    (contact) =>
      contact.role === 'committeeApprover' && contact.committeeId === committeeId && sameUpn(contact.upn, upn),
  );
  return approves || managesPlan(plan, upn);
}
