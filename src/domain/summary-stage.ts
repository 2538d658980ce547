import type { CouncilDecision } from './report-record.ts';
import type { ReportState } from './report-state.ts';

/** How far a report has come, as its summary says it. Instants are in UTC, days `2026-09-24`. */
export interface SummaryStage {
  /** The scope's own. */
  readonly state: ReportState;
  readonly handedIn?: { readonly name: string; readonly at: string };
  /** Absent also when it has been changed since, and has to be signed again. */
  readonly signed?: { readonly name: string; readonly at: string };
  readonly changedSinceSigned?: true;
  /** The joint review has been held; on which day, when somebody has noted it. */
  readonly reviewed?: { readonly date?: string };
  /** The newest compiled version of the municipality's report: what is shown is that one's figures. */
  readonly compiled?: { readonly version: number; readonly at: string; readonly registrationNumber: string };
  /** The council's newest decision, and which version it was about. */
  readonly decided?: Pick<CouncilDecision, 'date' | 'paragraph' | 'registrationNumber' | 'outcome' | 'why' | 'version'>;
  /** Names of committees whose figures or texts have been changed since that version was compiled. */
  readonly changedAfter: readonly string[];
}

/** True when the council has approved exactly what is shown. */
export function isApproved({ compiled, decided }: SummaryStage): boolean {
  return decided?.outcome === 'approved' && decided.version === compiled?.version;
}
