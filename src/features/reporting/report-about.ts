import type { Month } from '../../domain/period.ts';
import type { Doer } from '../../domain/report-record.ts';
import type { Ports } from '../../ports.ts';

/** What a card shows a report as: what somebody does from it is done to that, or not at all. */
export interface About {
  /** A committee's id, or `municipality`. */
  readonly scope: string;
  readonly period: Month;
  /** Of the record: 0 when nobody has done anything to the report. */
  readonly revision: number;
  /** The report's fingerprint, or its first 16 characters. */
  readonly mark: string;
}

/** A report as it is asked for, whatever it looks like now. */
export type WantedReport = Pick<About, 'scope' | 'period'>;

/** Who does something, from the authenticated activity. With the object id a changed UPN hides nobody. */
export type ReportDoer = Doer & { readonly oid?: string };

/** What reports are read from. */
export type ReadingPorts = Pick<Ports, 'plans' | 'answers' | 'reports' | 'workingDays' | 'clock'>;

/** What is needed to do something to them. */
export type DeedPorts = ReadingPorts & Pick<Ports, 'log'>;

/** A card carries this much of a fingerprint; less would let a guess pass. */
const SHORTEST_MARK = 16;

/** True when the report still is what the card showed. */
export function isAsShown(about: About, now: { readonly mark: string; readonly revision: number }): boolean {
  return about.revision === now.revision && isMarkOf(about, now.mark);
}

export function isMarkOf({ mark }: About, whole: string | undefined): boolean {
  return mark.length >= SHORTEST_MARK && whole?.startsWith(mark) === true;
}
