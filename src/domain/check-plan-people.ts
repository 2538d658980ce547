import { folded } from './check-plan-ids.ts';
import { existsIn } from './committee-validity.ts';
import type { ContactEntry, PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';

/** The roster: everybody can be reached, somebody reports, and nobody approves their own figures. */
export function checkPeople(plan: PlanDocument): PlanProblem[] {
  return [...checkContacts(plan), ...checkReporters(plan)];
}

/** Entra's user principal names are written like e-mail addresses. */
const UPN = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

function checkContacts({ contacts }: PlanDocument): PlanProblem[] {
  const seen = new Set<string>();
  const isRepeated = (place: string): boolean => seen.has(place) || !seen.add(place);
  return contacts.flatMap((contact, at) => {
    const { committee, role, order, upn } = contact;
    const path = `current.contacts.${at}`;
    const person = { upn, committee: committee ?? '', role };
    return [
      ...(UPN.test(upn) ? [] : [planError('UNREACHABLE', `${path}.upn`, { upn })]),
      ...(committee === null && isCommitteeRole(contact)
        ? [planError('ROLE_WITHOUT_COMMITTEE', `${path}.committee`, person)]
        : []),
      ...(committee !== null && isPlanRole(contact)
        ? [planError('ROLE_WITH_COMMITTEE', `${path}.committee`, person)]
        : []),
      ...(isRepeated(placeOf(contact))
        ? [planError('DUPLICATE_ROW', path, { item: [committee, role, upn].filter(Boolean).join(' ') })]
        : []),
      ...(role === 'reporter' && isRepeated(`${committee} ${order}`)
        ? [planError('SAME_ORDER', `${path}.order`, { ...person, order })]
        : []),
    ];
  });
}

function isCommitteeRole({ role }: ContactEntry): boolean {
  return role === 'reporter' || role === 'committeeApprover';
}

/** They may change the whole plan: a committee beside such a role is meant as less than it gives. */
function isPlanRole({ role }: ContactEntry): boolean {
  return role === 'controller' || role === 'administrator';
}

function placeOf({ committee, role, upn }: Pick<ContactEntry, 'committee' | 'role' | 'upn'>): string {
  return `${committee} ${role} ${folded(upn)}`;
}

function checkReporters(plan: PlanDocument): PlanProblem[] {
  const roles = new Set(plan.contacts.map(placeOf));
  const reported = new Set(plan.contacts.filter(({ role }) => role === 'reporter').map(({ committee }) => committee));
  return [
    ...plan.contacts.flatMap(({ committee, role, upn }, at) =>
      role === 'committeeApprover' && roles.has(placeOf({ committee, role: 'reporter', upn }))
        ? [planError('APPROVER_IS_REPORTER', `current.contacts.${at}.upn`, { upn, committee: committee ?? '' })]
        : [],
    ),
    ...plan.committees.flatMap((committee, at) =>
      existsIn(committee, plan) && !reported.has(committee.id)
        ? [planWarning('NO_REPORTER', `current.committees.${at}`, { committee: committee.name })]
        : [],
    ),
  ];
}
