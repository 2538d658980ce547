import type { IndexRule } from './plan-document.ts';

/**
 * A measure that shows whether a goal is being reached (indikator).
 * Units are the plan's own words: `%` is 0–100, never 0–1. A yes/no indicator's values are 1 and 0; a date indicator's
 * values are the day as a number, 20261130.
 */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly good: 'up' | 'down';
  readonly committeeIds: readonly string[];
  readonly frequency: 'month' | 'tertial' | 'year' | 'everyFollowUp';
  /** For the end of the plan period. None makes it a key figure (nyckeltal): reported, never judged. */
  readonly target?: Target;
  readonly yearlyTargets?: readonly { readonly year: number; readonly target: Target }[];
  readonly nearLimit?: number;
  readonly scale?: { readonly min: number; readonly max: number };
  readonly baseline?: { readonly period: string; readonly value: number };
  readonly seriesBreaks?: readonly { readonly from: string; readonly note: string }[];
  readonly comparisons?: readonly Comparison[];
  readonly breakdown?: readonly string[];
  readonly index?: IndexRule;
  /** The committee that reports the municipality's total. */
  readonly totalReportedBy?: string;
  /** Its committees succeed each other: there are never two at once. */
  readonly inTurn?: boolean;
  /** The council goal, sub-goal or committee goal that it shows the way to. */
  readonly goalId?: string;
  readonly values: readonly IndicatorValue[];
}

export type Target =
  | { readonly kind: 'at-least'; readonly value: number }
  | { readonly kind: 'at-most'; readonly value: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /** Against the baseline; `keep` within the tolerance. `longTermAtLeast` is a floor further ahead, which does not judge. */
  | {
      readonly kind: 'direction';
      readonly direction: 'increase' | 'decrease' | 'keep';
      readonly tolerance?: number;
      readonly longTermAtLeast?: number;
      readonly text: string;
    }
  | { readonly kind: 'better-than'; readonly group: 'county' | 'country'; readonly text: string }
  /** Among the best quarter of all municipalities. */
  | { readonly kind: 'best-quarter'; readonly text: string }
  | { readonly kind: 'on-date'; readonly date: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** Other words than those we understand: can't be judged. */
  | { readonly kind: 'words'; readonly text: string };

/** Whose value it is: a committee's own, or the whole municipality's as its owner reports it. */
export type IndicatorScope = 'committee' | 'municipality';

/** The committees whose own value is the municipality's too, because no other is responsible then or reports a total. */
export function soleCommittees({
  committeeIds,
  totalReportedBy,
  inTurn = false,
}: Pick<Indicator, 'committeeIds' | 'totalReportedBy' | 'inTurn'>): readonly string[] {
  const [only, ...others] = committeeIds;
  if (totalReportedBy === undefined) return others.length === 0 || inTurn ? committeeIds : [];
  return others.length === 0 && totalReportedBy === only ? committeeIds : [];
}

/** What an indicator's values stand for. */
export type ValueKind = 'number' | 'yes-no' | 'day';

/** As its targets have it: the period's end first, then the steps on the way. */
export function valueKind({ target, yearlyTargets = [] }: Pick<Indicator, 'target' | 'yearlyTargets'>): ValueKind {
  const kinds = [target, ...yearlyTargets.map((step) => step.target)].map((one) => one?.kind);
  const kind = kinds.find((one) => one === 'yes-no' || one === 'on-date');
  if (kind === undefined) return 'number';
  return kind === 'on-date' ? 'day' : kind;
}

export interface Comparison {
  readonly group: 'county' | 'country' | 'bestQuarter';
  readonly period: string;
  readonly value: number;
}

/** The day of a date indicator's value: 20261130 is `2026-11-30`. None when it is no day. */
export function dayOf(value: number): string | undefined {
  const day = String(value).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const instant = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(instant.valueOf()) || !instant.toISOString().startsWith(`${day}T`) ? undefined : day;
}

/** A value known from the plan. `committeeId` is absent for the municipality's total, which is never an average of ours. */
export interface IndicatorValue {
  readonly period: string;
  readonly value: number;
  readonly committeeId?: string;
  /** One of the breakdown, or a component of the index; absent for all. */
  readonly group?: string;
  readonly respondents?: number;
  readonly example: boolean;
}
