import { awayOn } from './absence.ts';
import type { RoundFacts } from './due-items.ts';
import type { Contact, Plan, Role } from './plan.ts';

/** Everybody with a part in a round, laid out once for all its committees. UPNs in lower case. */
export interface RoundPeople {
  /** By committee, the one who is asked first first. */
  readonly reporters: ReadonlyMap<string, readonly string[]>;
  /** By committee. */
  readonly approvers: ReadonlyMap<string, readonly string[]>;
  readonly controllers: readonly string[];
  /** The last day of those who are away today. */
  readonly awayUntil: ReadonlyMap<string, string>;
}

export function roundPeople({ plan, absences, today }: Pick<RoundFacts, 'plan' | 'absences' | 'today'>): RoundPeople {
  return {
    reporters: byCommittee(plan, 'reporter'),
    approvers: byCommittee(plan, 'committeeApprover'),
    controllers: upnsOf(plan.contacts.filter(({ role }) => role === 'controller')),
    awayUntil: awayOn(absences, today),
  };
}

function byCommittee({ contacts }: Plan, role: Role): ReadonlyMap<string, readonly string[]> {
  const inRole = contacts.filter((contact) => contact.role === role);
  const groups = Map.groupBy(inRole, ({ committeeId = '' }) => committeeId);
  return new Map([...groups].map(([committeeId, some]) => [committeeId, upnsOf(some)]));
}

/** Each person once, in their order. */
function upnsOf(contacts: readonly Contact[]): readonly string[] {
  const inOrder = contacts.toSorted((one, other) => one.order - other.order);
  return [...new Set(inOrder.map(({ upn }) => upn.toLowerCase()))];
}
