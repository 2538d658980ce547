import type { Month } from '../../domain/period.ts';
import type { CouncilDecision, ReportEvent, ReportRecord } from '../../domain/report-record.ts';
import { MUNICIPALITY, type Ports } from '../../ports.ts';

/** How often it is tried when others write in the report at the same moment. */
const TRIES = 10;

/**
 * Says in the municipality's report what the council has decided on it. The decision itself is stored by then: done again, also by
 * the service after an interruption, it changes nothing.
 */
export async function settleDecision(
  { reports, log }: Pick<Ports, 'reports' | 'log'>,
  period: Month,
  decision: CouncilDecision,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stored = await reports.find(MUNICIPALITY, period);
    if (stored?.state !== 'compiled' || stored.version !== decision.version) return;
    const { etag, why: _, ...record } = stored;
    const { record: next, event } = decided(record, decision);
    if ((await reports.save(next, event, etag)) === 'conflict') continue;
    const { revision, deed, from, to } = event;
    const facts = { event: 'audit', deed, scope: MUNICIPALITY, period, revision, from, to, version: decision.version };
    log.info(facts, 'report changed');
    return;
  }
  throw new Error(`The decision on ${period} could not be said in its report: others write in it all the time`);
}

function decided(
  record: ReportRecord,
  { outcome, why, by, at, version }: CouncilDecision,
): { record: ReportRecord; event: ReportEvent } {
  const to = outcome === 'approved' ? 'approved' : 'sent-back';
  const revision = record.revision + 1;
  const said = why === '' ? {} : { why };
  const marked = record.mark === undefined ? {} : { mark: record.mark };
  return {
    record: { ...record, revision, version, state: to, ...said },
    event: { revision, at: new Date(at), by, deed: 'decide', from: record.state, to, ...marked, ...said },
  };
}
