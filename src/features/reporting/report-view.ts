import type { AgendaItem } from '../../domain/report-agenda.ts';
import type { ReportEvent } from '../../domain/report-record.ts';
import type { ReportDeed, ReportState } from '../../domain/report-state.ts';
import type { StoredReport, VersionHead } from '../../ports.ts';
import type { LoadedCommitteeReport, LoadedMunicipalReport } from './load-report.ts';

/** A committee's report as one person may see it, with what that person may do to it now. */
export interface CommitteeReportView extends LoadedCommitteeReport {
  readonly state: ReportState;
  readonly deeds: readonly ReportDeed[];
  /** It was signed, and its figures or texts have been changed since. */
  readonly changedSinceSigned: boolean;
  /** Oldest first; empty for people outside the roster. */
  readonly history: readonly ReportEvent[];
}

/** The municipality's report as one person may see it, with what that person may do to it now. */
export interface MunicipalReportView extends LoadedMunicipalReport {
  /** None: nobody has done anything to it. */
  readonly record?: StoredReport;
  readonly state: ReportState;
  readonly deeds: readonly ReportDeed[];
  /** Of the joint review, the most important first. */
  readonly agenda: readonly AgendaItem[];
  /** Those that the record knows of, oldest first. */
  readonly versions: readonly VersionHead[];
  /** Oldest first; empty for people outside the roster. */
  readonly history: readonly ReportEvent[];
  /** There is a compiled version, and figures, texts or grades have been changed since. */
  readonly correctedSince: boolean;
}

/** Who compiled a version, by name: what was done to a report is known to its readers in the roster. */
export function compilerOf(
  { history }: Pick<MunicipalReportView, 'history'>,
  { compiledBy }: VersionHead,
): string | undefined {
  return history.findLast(({ by }) => by.upn === compiledBy)?.by.name;
}

export type ReportView = CommitteeReportView | MunicipalReportView;

export function isMunicipal(view: ReportView): view is MunicipalReportView {
  return 'versions' in view;
}
