import { isInRoster } from '../../domain/plan.ts';
import type { Ports } from '../../ports.ts';

/** A person of the roster, by the identity that counts (object id) and the name that the roster has (UPN). */
export interface RosterPerson {
  readonly oid: string;
  readonly upn: string;
}

/**
 * Finds out who an object id is in the roster. The first time, Teams is asked for the member's UPN, and the two are bound for
 * good; a UPN that is bound to another object id already gives nobody, and is logged for an administrator.
 */
export async function knowPerson(
  { people, plans, log }: Pick<Ports, 'people' | 'plans' | 'log'>,
  oid: string,
  askTeams: () => Promise<string | undefined>,
): Promise<RosterPerson | undefined> {
  const known = await people.findByOid(oid);
  if (known) return known;

  const inForce = await plans.current();
  const upn = inForce && (await askTeams());
  if (!inForce || !upn || !isInRoster(inForce.plan, upn)) return undefined;

  if ((await people.bind(oid, upn)) === 'taken') {
    log.warn({ event: 'audit', reason: 'UPN_BOUND_TO_ANOTHER' }, 'person not bound');
    return undefined;
  }
  return { oid, upn: upn.toLowerCase() };
}
