import { type Absence, awayOn } from './absence.ts';
import { type Plan, type Role, reportersOf } from './plan.ts';

/** Who can be told of a report's next step. UPNs in lower case. */
export interface ReportPeople {
  /** A committee's reporter, or the deputy who stands in; and `also`, when that is one of them. */
  reporters(committeeId: string, also?: string): readonly string[];
  /** All of a committee's approvers, or of a role over the whole municipality. */
  inRole(role: Exclude<Role, 'reporter'>, committeeId?: string): readonly string[];
}

/**
 * Those who are away are passed over for others of the same role; when all are, all are told. Who can't be written to is passed
 * over as well: they are told when they can, if it is still so.
 */
export function reportPeople(plan: Plan, { absences, today, canReach }: PeopleFacts): ReportPeople {
  const away = awayOn(absences, today);
  const present = (upns: readonly string[]): readonly string[] => {
    const reachable = [...new Set(upns.map((upn) => upn.toLowerCase()))].filter(canReach);
    const here = reachable.filter((upn) => !away.has(upn));
    return here.length > 0 ? here : reachable;
  };
  return {
    reporters(committeeId, also) {
      const [first, ...deputies] = present(reportersOf(plan, committeeId).map(({ upn }) => upn));
      if (first === undefined) return [];
      const other = deputies.find((upn) => upn === also?.toLowerCase());
      return other === undefined ? [first] : [first, other];
    },
    inRole(role, committeeId) {
      const contacts = plan.contacts
        .filter((one) => one.role === role && (committeeId === undefined || one.committeeId === committeeId))
        .toSorted((one, other) => one.order - other.order);
      return present(contacts.map(({ upn }) => upn));
    },
  };
}

export interface PeopleFacts {
  readonly absences: readonly Absence[];
  /** The day in Sweden. */
  readonly today: string;
  /** True for who has a chat that can be written in. */
  readonly canReach: (upn: string) => boolean;
}
