import { createHash } from 'node:crypto';
import type { Month } from '../../domain/period.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { AgreedMeasure, ReportRecord } from '../../domain/report-record.ts';
import { type MeasureGiven, readMeasure } from '../../domain/report-writing.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { MUNICIPALITY } from '../../ports.ts';
import { problemOf } from './do-deed.ts';
import { openMunicipalReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';
import { nameOf, saveChange } from './save-change.ts';

/** How often the audit trail is tried again when others write in it at the same moment. */
const TRIES = 5;

/**
 * Keeps what the joint review has agreed that a committee does: it is asked for in later prompts until it is done. The same
 * measure again is one. It takes nothing from what others write, so once it is kept only the audit trail is left, and that is
 * written on top of whatever came between.
 */
export async function agreeMeasure(
  ports: DeedPorts,
  about: About,
  given: MeasureGiven,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const opened = await openMunicipalReport(ports, about, doer);
  if (!opened.ok) return opened;
  const { view } = opened.value;
  const committeeIds = view.content.committees.map(({ committeeId }) => committeeId);
  const read = readMeasure(given, committeeIds);
  // Asked after the report: what another press of the same has come to meanwhile is seen.
  const measures = read.ok ? await ports.reports.agreedMeasures() : [];
  const known = read.ok && measures.find(({ id }) => id === measureId(about.period, read.value));
  const problem = problemOf(opened.value, about, doer, 'note-review');
  // The press again of what is kept already is no news to anybody.
  if (problem && !(known && problem.code === 'CHANGED_MEANWHILE')) return refused(problem);
  if (!read.ok) return read;

  const measure = known || newMeasure(about.period, read.value, doer, ports.clock.now());
  await ports.reports.agree(measure);
  return writeTrail(ports, measure, doer);
}

function newMeasure(period: Month, given: MeasureGiven, doer: ReportDoer, at: Date): AgreedMeasure {
  return { id: measureId(period, given), period, ...given, agreedAt: at.toISOString(), by: nameOf(doer) };
}

/** Deterministic, so that a press twice is one measure. No id in a plan begins with an underscore. */
function measureId(period: Month, { committeeId, text, dueOn }: MeasureGiven): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([period, committeeId, text, dueOn]))
    .digest('hex');
  return `_measure-${hash.slice(0, 24)}`;
}

/** Says in the report's history that the review has agreed on it, unless that is said already. */
async function writeTrail(
  ports: DeedPorts,
  { id, period }: AgreedMeasure,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const wanted = { scope: MUNICIPALITY, period };
  const change = { become: (record: ReportRecord) => record, measureId: id };
  const doing = { deed: 'note-review', doer, at: ports.clock.now(), change } as const;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const opened = await openMunicipalReport(ports, wanted, doer);
    if (!opened.ok) return opened;
    const { view } = opened.value;
    if (view.history.some(({ measureId }) => measureId === id)) return done(view);
    await saveChange(ports, wanted, opened.value, doing);
  }
  throw new Error('The audit trail of a report could not be written: others write in it all the time');
}
