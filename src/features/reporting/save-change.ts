import { stateAfter } from '../../domain/report-deeds.ts';
import { type Doer, NO_TEXTS, type ReportEvent, type ReportRecord } from '../../domain/report-record.ts';
import type { ReportDeed } from '../../domain/report-state.ts';
import type { StoredReport } from '../../ports.ts';
import type { Opened } from './open-report.ts';
import type { DeedPorts, ReportDoer, WantedReport } from './report-about.ts';

/** What a deed makes of the record; its revision and state follow by themselves. */
export interface Change {
  readonly become: (record: ReportRecord) => ReportRecord;
  readonly why?: string;
  /** The measure that was agreed on. */
  readonly measureId?: string;
}

/** A clerk's decision is registered elsewhere: what it leads to is not the doer's to say. */
export type OwnDeed = Exclude<ReportDeed, 'decide'>;

export interface Doing {
  readonly deed: OwnDeed;
  readonly doer: ReportDoer;
  readonly at: Date;
  readonly change: Change;
}

/** Stores the record as its next revision, with who did what. */
export async function saveChange(
  { reports, log }: DeedPorts,
  { scope, period }: WantedReport,
  { view, record: stored }: Opened,
  { deed, doer, at, change: { become, ...said } }: Doing,
): Promise<'saved' | 'conflict'> {
  const before = stored ? withoutEtag(stored) : newRecord(scope, period);
  const { state: from } = before;
  const to = stateAfter(deed, from);
  const record = { ...become(before), revision: before.revision + 1, state: to };
  const { revision } = record;
  const event: ReportEvent = { revision, at, by: nameOf(doer), deed, from, to, mark: view.mark, ...said };
  const outcome = await reports.save(record, event, stored?.etag);
  if (outcome === 'saved') {
    const who = doer.oid === undefined ? {} : { oid: doer.oid };
    log.info({ event: 'audit', deed, scope, period, revision, from, to, ...who }, 'report changed');
  }
  return outcome;
}

/** As it is stored: the identity and a name to read. */
export function nameOf({ upn, name }: Doer): Doer {
  return { upn, name };
}

function withoutEtag({ etag: _, ...record }: StoredReport): ReportRecord {
  return record;
}

function newRecord(scope: string, period: ReportRecord['period']): ReportRecord {
  return { scope, period, revision: 0, state: 'open', texts: NO_TEXTS, grades: [], registrationNumber: '' };
}
