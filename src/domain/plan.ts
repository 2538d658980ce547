import type { Indicator } from './indicator.ts';
import type { LadderStep } from './ladder.ts';
import { type Month, yearOf } from './period.ts';

/**
 * The part of a plan version (Mål och budget with the committees' plans) that monthly follow-up needs.
 * Source: the council's decision; ids are the plan's own and never change between versions.
 */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly periodFrom: number;
  readonly periodTo: number;
  readonly committees: readonly Committee[];
  readonly businessAreas: readonly BusinessArea[];
  readonly undivided: readonly Undivided[];
  readonly indicators: readonly Indicator[];
  readonly contacts: readonly Contact[];
  readonly followUps: readonly FollowUp[];
  readonly channels: readonly PlanChannel[];
  readonly commentLimit: CommentLimit;
  /** Outcomes from before this service was in use. */
  readonly openingOutcomes: readonly OpeningOutcome[];
}

/** Swedish: nämnd. */
export interface Committee {
  readonly id: string;
  readonly name: string;
  /** Everyday names that people use in chat. */
  readonly aliases: readonly string[];
  /** First and last day it exists, `2021-01-01`; absent means without limit. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The committee whose work it took over, wholly or partly. */
  readonly succeeds?: string;
}

/** A committee's part of the internal budget (verksamhetsområde med internbudget) for one year. Whole kronor, net cost. */
export interface BusinessArea {
  readonly id: string;
  readonly committeeId: string;
  readonly name: string;
  readonly year: number;
  /** With what the council has added during the year. */
  readonly netBudgetKr: number;
  /** Twelve amounts, January first; absent when the plan has the year's total only: then it is spread evenly, and said to be. */
  readonly monthlyKr?: readonly number[];
  /** Fee-financed areas (VA) are shown apart ("varav"). */
  readonly feeFinanced: boolean;
  /** True for figures that are invented for demonstration. */
  readonly example: boolean;
  /** What the council has added during the year; part of the budget above. */
  readonly added?: readonly AddedBudget[];
  /** The committees that it has come from this year or earlier, oldest first, with the first month that was no longer theirs. */
  readonly heldBefore?: readonly { readonly committeeId: string; readonly until: Month }[];
}

/** Money that the council has added during a year (tilläggsanslag), whole kronor; minus when it took some back. */
export interface AddedBudget {
  readonly amountKr: number;
  /** Spread evenly from this month to December. */
  readonly from: Month;
  /** `KF 2026-06-10 § 87`. */
  readonly decision: string;
  readonly example: boolean;
}

/** What a committee has got and not divided yet: part of the committee's total, of no area's budget. */
export interface Undivided extends AddedBudget {
  readonly committeeId: string;
}

export type Role = 'reporter' | 'committeeApprover' | 'controller' | 'councilClerk' | 'manager' | 'administrator';

/** A person in the roster, known by user principal name. Reporters: order 1 is asked first, later ones are deputies. */
export interface Contact {
  readonly upn: string;
  readonly role: Role;
  readonly order: number;
  /** Absent for roles over the whole municipality. */
  readonly committeeId?: string;
}

/** One occasion of the follow-up plan (uppföljningsplan). Days are working days of the month after the period. */
export interface FollowUp {
  readonly period: Month;
  readonly kind: 'month' | 'tertial' | 'interim' | 'annual';
  readonly asks: readonly ('finance' | 'indicators' | 'goals' | 'activities')[];
  /** Absent: every committee. */
  readonly committeeIds?: readonly string[];
  readonly opensOnWorkingDay: number;
  readonly dueOnWorkingDay: number;
  /** In the order of their days. */
  readonly ladder: readonly LadderStep[];
  /** The day in Sweden that a controller opened it, ahead of the calendar. */
  readonly startedOn?: string;
}

export interface PlanChannel {
  /** `municipality` or a committee's id. */
  readonly scope: string;
  readonly team: string;
  readonly channel: string;
}

/** A forecast deviation beyond either limit must be explained. */
export interface CommentLimit {
  readonly percentOfBudget: number;
  readonly amountKr: number;
}

export interface OpeningOutcome {
  readonly committeeId: string;
  readonly businessAreaId: string;
  readonly period: Month;
  readonly accumulatedOutcomeKr: number;
  readonly fullYearForecastKr: number;
  readonly example: boolean;
}

export function findCommittee(plan: Plan, committeeId: string): Committee | undefined {
  return plan.committees.find((committee) => committee.id === committeeId);
}

export function businessAreasOf(plan: Plan, committeeId: string, year: number): readonly BusinessArea[] {
  return plan.businessAreas.filter((area) => area.committeeId === committeeId && area.year === year);
}

export function undividedOf(plan: Plan, committeeId: string, year: number): readonly Undivided[] {
  return plan.undivided.filter((added) => added.committeeId === committeeId && yearOf(added.from) === year);
}

/** Reporter and deputies of a committee, the one who is asked first first. */
export function reportersOf({ contacts }: Plan, committeeId: string): readonly Contact[] {
  const known = reportersByCommittee.get(contacts) ?? groupReporters(contacts);
  reportersByCommittee.set(contacts, known);
  return known.get(committeeId) ?? [];
}

/** Asked for every message of a round: grouped once for each list of contacts, which never changes. */
const reportersByCommittee = new WeakMap<Plan['contacts'], ReadonlyMap<string, readonly Contact[]>>();

function groupReporters(contacts: Plan['contacts']): ReadonlyMap<string, readonly Contact[]> {
  const reporters = contacts.filter(({ role }) => role === 'reporter').sort((one, other) => one.order - other.order);
  return Map.groupBy(reporters, ({ committeeId = '' }) => committeeId);
}

export function isReporterOf(plan: Plan, upn: string, committeeId: string): boolean {
  return reportersOf(plan, committeeId).some((contact) => sameUpn(contact.upn, upn));
}

export function isInRoster(plan: Plan, upn: string): boolean {
  return plan.contacts.some((contact) => sameUpn(contact.upn, upn));
}

/** Entra treats user principal names as the same whatever their case. */
export function sameUpn(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
