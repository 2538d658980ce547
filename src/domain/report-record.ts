import type { GoalAnswer } from './answer.ts';
import type { Month } from './period.ts';
import type { ReportDeed, ReportState } from './report-state.ts';

/** What people write beside the figures; '' where nothing is written. Each at most `LONGEST_REPORT_TEXT` characters. */
export interface ReportTexts {
  /** Sammanfattning. */
  readonly summary: string;
  /** Händelser av väsentlig betydelse. */
  readonly events: string;
  /** Förväntad utveckling. */
  readonly outlook: string;
  /** Väsentliga personalförhållanden. */
  readonly staff: string;
}

export const reportSections = ['summary', 'events', 'outlook', 'staff'] as const satisfies (keyof ReportTexts)[];
export const NO_TEXTS: ReportTexts = { summary: '', events: '', outlook: '', staff: '' };
/** Characters as people count them. */
export const LONGEST_REPORT_TEXT = 4_000;

/** Who did something: from the authenticated activity. The UPN is who, the name is for people to read. */
export interface Doer {
  readonly upn: string;
  readonly name: string;
}

/** One committee's report of a period, or the municipality's (`scope` is then `municipality`), as people have brought it so far. */
export interface ReportRecord {
  readonly scope: string;
  readonly period: Month;
  /** 1 after the first deed; every change is one more. */
  readonly revision: number;
  readonly state: ReportState;
  readonly texts: ReportTexts;
  /** The municipality's only: the executive board's grades of council goals and sub-goals. A committee's stand in its answer. */
  readonly grades: readonly GoalAnswer[];
  readonly review?: JointReview;
  /** Swedish: diarienummer; of the municipality's only, '' before it has one. */
  readonly registrationNumber: string;
  /** Fingerprint of all that was handed in, signed or compiled last: differs when a figure or text has changed since. */
  readonly mark?: string;
  readonly handedIn?: Doer & { readonly at: Date };
  readonly signed?: Doer & { readonly at: Date };
  /** Why it was sent back last. */
  readonly why?: string;
  /** Number of the newest compiled version; of the municipality's only. */
  readonly version?: number;
  /** Of a committee's: the compiled version of the municipality's that it was sent back after. It can be changed until the next. */
  readonly reopenedAfter?: number;
}

/** Every deed in the order that they were done; never changed. */
export interface ReportEvent {
  readonly revision: number;
  readonly at: Date;
  readonly by: Doer;
  readonly deed: ReportDeed;
  readonly from: ReportState;
  readonly to: ReportState;
  readonly why?: string;
  /** Fingerprint of what it was done to. */
  readonly mark?: string;
  /** The measure that the joint review agreed on. */
  readonly measureId?: string;
}

/** Swedish: gemensam genomgång. The executive board goes through the report with the committees. */
export interface JointReview {
  /** The day it is or was held; texts as people wrote them. */
  readonly date?: string;
  /** `08:30`, on Swedish clocks. */
  readonly startsAt?: string;
  readonly participants: string;
  readonly notes: string;
}

/** What a joint review agreed that a committee does: asked for in later prompts until it is done. Never changed. */
export interface AgreedMeasure {
  readonly id: string;
  readonly committeeId: string;
  /** The report period that it was agreed for. */
  readonly period: Month;
  readonly text: string;
  /** Who sees to it, as people wrote it. */
  readonly owner: string;
  readonly dueOn: string;
  /** What it is expected to give this year, whole kronor; absent when nobody has counted it. */
  readonly effectKr?: number;
  readonly agreedAt: string;
  readonly by: Doer;
}

/** The council's decision on a compiled version, as the clerk registered it. Never changed. */
export interface CouncilDecision {
  readonly date: string;
  /** `KF § 88`. */
  readonly paragraph: string;
  /** Swedish: diarienummer. */
  readonly registrationNumber: string;
  readonly outcome: 'approved' | 'sent-back';
  /** Why it was sent back; '' when approved. */
  readonly why: string;
  /** The compiled version that it is about, and that version's seal. */
  readonly version: number;
  readonly seal: string;
  readonly appropriations: readonly DecidedAppropriation[];
  readonly orders: readonly DecidedOrder[];
  readonly by: Doer;
  /** Instant in UTC. */
  readonly at: string;
}

/** Swedish: tilläggsanslag. Whole kronor; minus takes money back. */
export interface DecidedAppropriation {
  readonly committeeId: string;
  /** Absent: the committee divides it later. */
  readonly businessAreaId?: string;
  readonly amountKr: number;
  /** First day, `2026-06-10`. */
  readonly validFrom: string;
}

/** The council's order to a committee to come back: becomes an assignment. */
export interface DecidedOrder {
  readonly committeeId: string;
  readonly text: string;
  readonly dueOn: string;
}
