import type { Absence } from '../../domain/absence.ts';
import { addDays } from '../../domain/days.ts';
import { type Committee, isReporterOf, type Plan, reportersOf, sameUpn } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** Who is asked for a committee while one of its reporters is away. */
export interface StandIn {
  readonly committeeId: string;
  readonly committeeName: string;
  /** Absent: nobody is left who can be asked. */
  readonly upn?: string;
  /** The last day before that person is away too. */
  readonly until?: string;
}

export type StandInPorts = Pick<Ports, 'absences' | 'people' | 'conversations'>;

/** For each committee that somebody reports for: the first other one in its order who can be asked as the absence begins. */
export async function standIns(
  ports: StandInPorts,
  plan: Plan,
  upn: string,
  { from, to }: Pick<Absence, 'from' | 'to'>,
): Promise<readonly StandIn[]> {
  const committees = committeesReportedBy(plan, upn, from);
  const [absences, reachable] = await Promise.all([ports.absences.list(), whoIsReachable(ports)]);
  return committees.map(({ id, name }) => {
    const others = reportersOf(plan, id).filter((other) => !sameUpn(other.upn, upn) && reachable(other.upn));
    const [first] = others.flatMap((other) => {
      const away = absences.find((one) => sameUpn(one.upn, other.upn) && one.from <= to && one.to >= from);
      if (!away) return [{ upn: other.upn.toLowerCase() }];
      return away.from > from ? [{ upn: other.upn.toLowerCase(), until: addDays(away.from, -1) }] : [];
    });
    return { committeeId: id, committeeName: name, ...first };
  });
}

/** The committees that somebody reports for and that are there on a day. */
export function committeesReportedBy(plan: Plan, upn: string, day: string): readonly Committee[] {
  return plan.committees.filter(
    ({ id, validTo }) => isReporterOf(plan, upn, id) && (validTo === undefined || validTo >= day),
  );
}

async function whoIsReachable({
  people,
  conversations,
}: Pick<Ports, 'people' | 'conversations'>): Promise<(upn: string) => boolean> {
  const [oids, known] = await Promise.all([people.list(), conversations.listPersonal()]);
  return (upn) => known.has(oids.get(upn.toLowerCase()) ?? '');
}
