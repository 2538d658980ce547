import type { Month } from '../../domain/period.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { done, type Result } from '../../domain/result.ts';
import { MUNICIPALITY, type ReportVersion } from '../../ports.ts';
import { findPlace } from './find-place.ts';
import { openCommitteeReport, openMunicipalReport } from './open-report.ts';
import type { ReadingPorts, ReportDoer, WantedReport } from './report-about.ts';
import { markOf } from './report-mark.ts';
import type { CommitteeReportView, MunicipalReportView } from './report-view.ts';

/** A committee's month or report period as this person may see it, with what the person may do to it now. Writes nothing. */
export async function findReport(
  ports: ReadingPorts,
  wanted: WantedReport,
  doer: ReportDoer,
): Promise<Result<CommitteeReportView, ReportProblem>> {
  const opened = await openCommitteeReport(ports, wanted, doer);
  if (opened.ok) return done(opened.value.view);
  const approved = opened.problem.code === 'NOT_ALLOWED' && (await findApproved(ports, wanted.period));
  const view = approved && (await approvedCommitteeReport(ports, wanted, approved));
  return view ? done(view) : opened;
}

/** The municipality's report over all committees, in the same way. */
export async function findMunicipalReport(
  ports: ReadingPorts,
  period: Month,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const opened = await openMunicipalReport(ports, { scope: MUNICIPALITY, period }, doer);
  if (opened.ok) return done(opened.value.view);
  const approved = opened.problem.code === 'NOT_ALLOWED' && (await findApproved(ports, period));
  const view = approved && (await approvedMunicipalReport(ports, approved));
  return view ? done(view) : opened;
}

/** What the council has approved is public: the newest such version, as it was frozen. */
async function findApproved({ reports }: ReadingPorts, period: Month): Promise<ReportVersion | undefined> {
  const heads = await reports.versions(period);
  const approved = heads.findLast(({ decision }) => decision?.outcome === 'approved');
  return approved && reports.findVersion(period, approved.number);
}

/** Nothing that has happened since, and nobody's deeds. */
async function approvedCommitteeReport(
  ports: ReadingPorts,
  { scope, period }: WantedReport,
  { content: { committees } }: ReportVersion,
): Promise<CommitteeReportView | undefined> {
  const place = await findPlace(ports, period);
  const content = committees.find(({ committeeId }) => committeeId === scope);
  if (!place.ok || !content) return undefined;
  const { inForce, followUp } = place.value;
  const mark = markOf(content);
  return { content, mark, inForce, followUp, state: 'approved', deeds: [], changedSinceSigned: false, history: [] };
}

async function approvedMunicipalReport(
  ports: ReadingPorts,
  { period, content, mark, ...head }: ReportVersion,
): Promise<MunicipalReportView | undefined> {
  const place = await findPlace(ports, period);
  if (!place.ok) return undefined;
  const { inForce, followUp } = place.value;
  return {
    ...{ content, mark, inForce, followUp, records: new Map(), state: 'approved', deeds: [], agenda: [], measures: [] },
    versions: [{ period, mark, ...head }],
    history: [],
    correctedSince: false,
  };
}
