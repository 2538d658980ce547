import { standingOf } from '../../domain/committee-standing.ts';
import type { Month } from '../../domain/period.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { MUNICIPALITY, type Ports, type ReportFormat, type ReportToWrite, type ReportVersion } from '../../ports.ts';
import type { MadeFile } from '../planning/send-file.ts';
import { findMunicipalReport, findReport } from './find-report.ts';
import { changesSinceApproved } from './later-changes.ts';
import type { ReadingPorts, ReportDoer } from './report-about.ts';
import type { CommitteeReportView, MunicipalReportView } from './report-view.ts';

/** A report as a file: a committee's, or the municipality's. */
export interface WantedDocument {
  readonly scope: string;
  readonly period: Month;
  readonly format: ReportFormat;
  /** A compiled version; without a number a committee's report as it stands, and of the municipality's the newest version. */
  readonly version?: number;
}

type DocumentPorts = ReadingPorts & Pick<Ports, 'reportFiles' | 'municipality'>;

/** Makes a report's file for a person who may read the report. */
export async function makeDocument(
  ports: DocumentPorts,
  wanted: WantedDocument,
  person: ReportDoer,
): Promise<Result<MadeFile, ReportProblem>> {
  const report = await reportToWrite(ports, wanted, person);
  if (!report.ok) return report;
  const { format } = wanted;
  const bytes = await ports.reportFiles.write(report.value, format);
  return done({ name: ports.reportFiles.nameOf(report.value, format), bytes });
}

/** What the file is made from. */
async function reportToWrite(
  ports: DocumentPorts,
  { scope, period, version }: WantedDocument,
  person: ReportDoer,
): Promise<Result<ReportToWrite, ReportProblem>> {
  if (scope === MUNICIPALITY) return municipalReport(ports, period, version, person);
  const view = await findReport(ports, { scope, period }, person);
  if (!view.ok) return view;
  // Whoever is not in the roster reads it out of the version that the council approved.
  const isFrozen = version !== undefined || view.value.state === 'approved';
  return isFrozen
    ? committeeInVersion(ports, { scope, period, version }, person)
    : done(committeeReport(ports, view.value));
}

/** As it stands now. */
function committeeReport(ports: DocumentPorts, view: CommitteeReportView): ReportToWrite {
  const { content, mark, record, followUp, inForce } = view;
  return {
    ...{ scope: 'committee', content, planTitle: inForce.plan.title, municipality: ports.municipality },
    standing: standingOf({ content, mark, ...(record && { record }) }, followUp),
    ...{ registrationNumber: '', corrections: [], madeAt: ports.clock.now().toISOString() },
  };
}

/** A committee's chapter, as it was compiled. */
async function committeeInVersion(
  ports: DocumentPorts,
  { scope, period, version }: Pick<WantedDocument, 'scope' | 'period'> & { readonly version: number | undefined },
  person: ReportDoer,
): Promise<Result<ReportToWrite, ReportProblem>> {
  const whole = await municipalReport(ports, period, version, person);
  if (!whole.ok || whole.value.scope !== 'municipality') return whole;
  const { committees, standings } = whole.value.content;
  const content = committees.find((one) => one.committeeId === scope);
  const standing = standings.find((one) => one.committeeId === scope);
  if (!content || !standing) return refused({ code: 'NOT_ALLOWED' });
  return done({ ...whole.value, scope: 'committee', content, standing });
}

async function municipalReport(
  ports: DocumentPorts,
  period: Month,
  wanted: number | undefined,
  person: ReportDoer,
): Promise<Result<ReportToWrite, ReportProblem>> {
  const found = await findMunicipalReport(ports, period, person);
  if (!found.ok) return found;
  const view = found.value;
  const number = wanted ?? view.versions.at(-1)?.number;
  if (number === undefined) return done(preliminary(ports, view));
  // Whoever reads only what is approved is shown no other version.
  const isShown = view.versions.some((one) => one.number === number);
  const version = isShown ? await ports.reports.findVersion(period, number) : undefined;
  return version ? done(await frozen(ports, view, version)) : refused({ code: 'NO_SUCH_VERSION', version: number });
}

function preliminary(ports: DocumentPorts, { content, inForce }: MunicipalReportView): ReportToWrite {
  return {
    ...{ scope: 'municipality', content, planTitle: inForce.plan.title, municipality: ports.municipality },
    registrationNumber: content.registrationNumber,
    ...{ corrections: [], madeAt: ports.clock.now().toISOString() },
  };
}

/** The same file every time. */
async function frozen(ports: DocumentPorts, view: MunicipalReportView, version: ReportVersion): Promise<ReportToWrite> {
  const { content, number, seal, compiledAt, decision } = version;
  return {
    ...{ scope: 'municipality', content, planTitle: content.planTitle, municipality: ports.municipality },
    registrationNumber: content.registrationNumber,
    version: { number, seal, compiledAt },
    ...(decision && { decision }),
    corrections: await changesSinceApproved(ports, version, view.versions),
    madeAt: compiledAt,
  };
}
