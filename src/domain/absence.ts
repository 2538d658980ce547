/** A reporter hands over for some days; deputies are asked instead. Days in Sweden, both included. */
export interface Absence {
  readonly upn: string;
  readonly from: string;
  readonly to: string;
  /** UTC. */
  readonly saidAt: Date;
}

/** Who is away on a day, by UPN in lower case, and each one's last day of it. */
export function awayOn(absences: readonly Absence[], day: string): ReadonlyMap<string, string> {
  const lastDays = new Map<string, string>();
  for (const { upn, from, to } of absences) {
    const key = upn.toLowerCase();
    if (from <= day && day <= to && to > (lastDays.get(key) ?? '')) lastDays.set(key, to);
  }
  return lastDays;
}
