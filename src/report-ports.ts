import type { LaterChange } from './domain/later-change.ts';
import type { Month } from './domain/period.ts';
import type { CommitteeReportContent, CommitteeStanding, MunicipalReportContent } from './domain/report-content.ts';
import type { ReportFormat } from './domain/report-format.ts';
import type { AgreedMeasure, CouncilDecision, ReportEvent, ReportRecord } from './domain/report-record.ts';

/** A record with storage's mark of this version; every change demands it. */
export interface StoredReport extends ReportRecord {
  readonly etag: string;
}

/** A compiled report, whole and never changed: its content over rows, each with the hash of itself and of the row before it. */
export interface ReportVersion {
  readonly period: Month;
  /** 1 for the first of the period. */
  readonly number: number;
  readonly content: MunicipalReportContent;
  /** The last row's hash: says all of the version and of those before it. */
  readonly seal: string;
  /** Instant in UTC. */
  readonly compiledAt: string;
  readonly compiledBy: string;
  /** Why it was compiled again after the council had approved an earlier one. */
  readonly reason?: string;
  /** Fingerprint of what it was compiled from. */
  readonly mark: string;
  /** The council's decision on this version, once registered. */
  readonly decision?: CouncilDecision;
}

/** A compiled version without its content. */
export type VersionHead = Omit<ReportVersion, 'content'>;

/** A version as it is given to be frozen: the seal follows from its rows, and the decision comes later. */
export type VersionToFreeze = Omit<ReportVersion, 'seal' | 'decision'>;

/**
 * A row of a frozen report that is not as it was written, or is gone. `row` is its key: `2026-08|000001|committee-BUN`, where a later
 * row of the same part has `|2` behind; `…|about` says who compiled it, `…|head` is what finds it, `…|decision` is the council's,
 * and `2026-08|chain` has all of a period's versions and decisions in their order.
 */
export interface BrokenRow {
  readonly row: string;
  /** `changed`: any of its columns; `unchained`: it does not follow on what is before it; `missing`; `added`. */
  readonly what: 'changed' | 'unchained' | 'missing' | 'added';
}

/** What was counted, and what is not as it was written. */
export interface Verified {
  readonly versions: number;
  readonly rows: number;
  readonly broken: readonly BrokenRow[];
}

export interface ReportStore {
  /** The committee's, or with `municipality` the municipality's. None: nobody has done anything to it. */
  find(scope: string, period: Month): Promise<StoredReport | undefined>;
  /** Of all scopes, by scope: one query. */
  findPeriod(period: Month): Promise<ReadonlyMap<string, StoredReport>>;
  /** Everything that has been done to it, oldest first. */
  history(scope: string, period: Month): Promise<readonly ReportEvent[]>;
  /**
   * Stores the record as its next revision with what was done, in one transaction.
   * `etag` of the record it builds on; none for the first. `conflict`: somebody else changed it meanwhile.
   */
  save(record: ReportRecord, event: ReportEvent, etag: string | undefined): Promise<'saved' | 'conflict'>;

  /** All measures that joint reviews have agreed on, oldest first: one query. */
  agreedMeasures(): Promise<readonly AgreedMeasure[]>;
  /** Keeps a measure; the same id again changes nothing. */
  agree(measure: AgreedMeasure): Promise<void>;

  /**
   * Writes a version's rows, then its head; whole or not there. The number is the next one.
   * `conflict`: another was compiled under that number meanwhile.
   */
  freeze(version: VersionToFreeze): Promise<{ readonly seal: string } | 'conflict'>;
  /** One version, the newest without a number. Throws when it is not as it was frozen. */
  findVersion(period: Month, number?: number): Promise<ReportVersion | undefined>;
  /** Heads of all versions of a period, oldest first, without their content. */
  versions(period: Month): Promise<readonly VersionHead[]>;
  /**
   * Chains the decision to its version's rows. `conflict`: there is a decision on that version already, there is a newer version, or
   * its seal is another.
   */
  decide(period: Month, decision: CouncilDecision): Promise<'saved' | 'conflict'>;
  /** Decisions whose money and orders have not come into the plan yet. */
  decisionsToCarryOut(): Promise<readonly { readonly period: Month; readonly decision: CouncilDecision }[]>;
  /** They are in the plan now; again does no harm. */
  carriedOut(period: Month, version: number): Promise<void>;
  /** Recomputes every row of every version of a period, or of all; empty when nothing is broken. */
  verify(period?: Month): Promise<Verified>;

  /** What was posted: kept with the fingerprint of the data behind it. The same again changes nothing. */
  keepPosted(posted: Posted): Promise<void>;
  /** What was posted last in a place for a period. */
  lastPosted(scope: string, period: Month): Promise<Posted | undefined>;
}

/** A summary as it was posted. */
export interface Posted {
  readonly period: Month;
  /** `municipality`, a committee's id, or a manager's UPN in lower case. */
  readonly scope: string;
  /** Instant in UTC. */
  readonly at: string;
  /** Fingerprint of the figures and states behind it. */
  readonly mark: string;
  /** The summary's facts as JSON. */
  readonly content: string;
}

export type { ReportFormat };

/** What a document is made from: one committee's report or the municipality's, with where it stands. */
export type ReportToWrite = {
  readonly planTitle: string;
  /** The municipality's name, as the plan's title or the configuration has it; '' when not known. */
  readonly municipality: string;
  /** Swedish: diarienummer; '' when it has none yet. */
  readonly registrationNumber: string;
  /** Compiled version and its seal; absent for what is not compiled: then it says that it is preliminary. */
  readonly version?: { readonly number: number; readonly seal: string; readonly compiledAt: string };
  readonly decision?: CouncilDecision;
  /** What the version has that the one approved before it had not; empty without such a one. */
  readonly corrections: readonly LaterChange[];
  /** Instant in UTC that the document says it was made at; fixed for a frozen version, so that it is the same file every time. */
  readonly madeAt: string;
} & (
  | {
      readonly scope: 'committee';
      readonly content: CommitteeReportContent;
      /** Where the committee's report is, and what it lacks. */
      readonly standing: CommitteeStanding;
    }
  | { readonly scope: 'municipality'; readonly content: MunicipalReportContent }
);

/** The only place that knows the reports' file formats. */
export interface ReportFiles {
  write(report: ReportToWrite, format: ReportFormat): Promise<Uint8Array>;
  /** What the file is called, its ending included. */
  nameOf(report: ReportToWrite, format: ReportFormat): string;
}
