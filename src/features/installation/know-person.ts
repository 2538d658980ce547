import type { Ports } from '../../ports.ts';

/** Somebody who uses the app, by the identity that counts (object id) and the name that the roster has (UPN). */
export interface KnownPerson {
  readonly oid: string;
  readonly upn: string;
}

/**
 * Finds out whom an object id belongs to. The first time, Teams is asked for the member's UPN, and the two are bound for good;
 * a UPN that is bound to another object id already gives nobody, and is logged for an administrator.
 * Everybody who installs the app is bound, in the roster or not: who comes into the roster later can be reached at once.
 * What a person may do is asked of the plan each time, never here.
 */
export async function knowPerson(
  { people, log }: Pick<Ports, 'people' | 'log'>,
  oid: string,
  askTeams: () => Promise<string | undefined>,
): Promise<KnownPerson | undefined> {
  const known = await people.findByOid(oid);
  if (known) return known;

  const upn = await askTeams();
  if (!upn) return undefined;
  if ((await people.bind(oid, upn)) === 'taken') {
    log.warn({ event: 'audit', reason: 'UPN_BOUND_TO_ANOTHER' }, 'person not bound');
    return undefined;
  }
  return { oid, upn: upn.toLowerCase() };
}
