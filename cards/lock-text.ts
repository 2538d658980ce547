import type { Month } from '../src/domain/period.ts';
import { cumulativePeriod, swedishDate } from '../src/words/swedish.ts';

/** A month that its reporters change no more. */
interface Lock {
  readonly period: Month;
  /** The day that it was locked, `2026-12-03`. */
  readonly since: string;
  /** UPNs of those who can correct it. */
  readonly controllers: readonly string[];
  /** The follow-up that is open today. */
  readonly open: Month | undefined;
}

/** Since when a month is locked, who can correct it, and which one is open instead. */
export function lockedText({ period, since, controllers, open }: Lock): string {
  const whom = controllers.length === 0 ? '' : ` (${controllers.join(', ')})`;
  const instead = open === undefined ? '' : ` Den som är öppen nu är ${cumulativePeriod(open)}.`;
  return `Rapporten för ${cumulativePeriod(period)} är låst sedan ${swedishDate(since)}, då nästa månad öppnade. Nu rättas den bara av controllern${whom}, som anger varför.${instead}`;
}
