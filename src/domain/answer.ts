import type { IndicatorScope } from './indicator.ts';
import type { Month } from './period.ts';
import type { WorkStatus } from './plan-document.ts';

/** One reported amount in whole kronor. Missing is never 0: it carries the reporter's own reason. */
export type Amount =
  | { readonly kind: 'value'; readonly amountKr: number }
  | { readonly kind: 'missing'; readonly reason: string };

export interface AreaFigures {
  readonly areaId: string;
  /** Net cost from January to the end of the period. */
  readonly outcome: Amount;
  /** Net cost for the whole year, as the committee sees it now. */
  readonly forecast: Amount;
}

/** What a committee says of an indicator, in the indicator's own unit. */
export type IndicatorReport =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'no-new-value' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'too-few' };

export interface IndicatorAnswer {
  readonly indicatorId: string;
  /** Absent for the committee's own value; alone responsible, that is the municipality's too. */
  readonly scope?: 'municipality';
  readonly report: IndicatorReport;
}

/** Something the committee does about a deviation (åtgärd). */
export interface Measure {
  readonly text: string;
  /** What it is expected to give this year, whole kronor; absent when nobody has counted it. */
  readonly effectKr?: number;
}

/** A person's judgement of a goal, with the proposal that stood beside it. */
export interface GoalAnswer {
  readonly goalId: string;
  /** One of the plan's grades. */
  readonly gradeId: string;
  readonly motivation: string;
  /** Absent when nothing could be proposed. */
  readonly proposedGradeId?: string;
}

/** An investment project's figures as its committee says, for the whole project, whole kronor. */
export interface InvestmentFigures {
  readonly project: string;
  readonly outcome: Amount;
  readonly forecast: Amount;
}

/** How far a commitment, an activity, an assignment or an agreed measure has come, as its committee says. */
export interface WorkAnswer {
  readonly workId: string;
  readonly status: WorkStatus;
}

/** All that a committee answers for one month. Text is as the person wrote it, in NFC. */
export interface Answer {
  readonly areas: readonly AreaFigures[];
  readonly indicators: readonly IndicatorAnswer[];
  readonly comment: string;
  readonly measures: readonly Measure[];
  /** Empty when the follow-up did not ask for them. */
  readonly goals: readonly GoalAnswer[];
  readonly work: readonly WorkAnswer[];
  readonly investments: readonly InvestmentFigures[];
}

/** What an answer says of an indicator, for the committee itself or as the municipality's total. */
export function reportOf(
  { indicators }: Pick<Answer, 'indicators'>,
  id: string,
  wanted: IndicatorScope,
): IndicatorReport | undefined {
  return indicators.find(({ indicatorId, scope = 'committee' }) => indicatorId === id && scope === wanted)?.report;
}

/** Who answered, as the authenticated activity said at that time. */
export interface Reporter {
  /** Entra object id: the identity. */
  readonly oid: string;
  readonly upn: string;
  /** Display name at the time, for people to read; never an identity. */
  readonly name: string;
}

/** A stored answer: revision 1 is the first, each correction one more. Earlier ones are kept. */
export interface StoredAnswer {
  readonly committeeId: string;
  readonly period: Month;
  readonly revision: number;
  readonly answer: Answer;
  readonly reporter: Reporter;
  /** UTC. */
  readonly reportedAt: Date;
  readonly receiptNumber: string;
  /** Same prompt, same revision shown and same content give the same key: pressing twice is one answer. */
  readonly submissionKey: string;
  /** Where it was given and on what version of the card, for the record; absent for what came with a plan. */
  readonly given?: { readonly conversationId: string; readonly cardVersion: number };
  /** The plan version that it was reported against; absent for what came with a plan, and in rows from before versions. */
  readonly planVersion?: string;
  /** Why it was changed: demanded once the month is locked, and then given by a controller. */
  readonly correctionReason?: string;
  /** True for figures imported from a demonstration plan. */
  readonly example: boolean;
}

/** Readable aloud over the phone: committee, month, revision, e.g. `BUN-2026-10-1`. */
export function receiptNumber(committeeId: string, period: Month, revision: number): string {
  return `${committeeId}-${period}-${revision}`;
}
