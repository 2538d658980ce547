import { type Month, previousMonth } from './period.ts';
import type { PlanDocument } from './plan-document.ts';

/** What decides which version of the plan a month is followed up against. Lists of them are in the order of publishing. */
export interface Validity {
  readonly number: number;
  readonly planId: string;
  readonly validFrom: Month;
}

/** The versions that a month's plan is put together from. */
export interface VersionsInForce<Version> {
  /** Goals, indicators, budgets and committees. */
  readonly content: Version;
  /** Contacts, channels and calendar. */
  readonly people: Version;
  /** The plan before that one: its last months are still followed up when the new one has begun. */
  readonly before: Version | undefined;
}

/**
 * The content is that of the newest version valid from the month or earlier; before the first one's time, of the first.
 * People and calendar follow the newest version of today's plan at once, whichever month it is valid from: who has left is
 * asked no more. Another plan's people wait until that plan begins.
 */
export function versionsInForce<Version extends Validity>(
  versions: readonly Version[],
  month: Month,
  today: Month,
): VersionsInForce<Version> | undefined {
  const content = validIn(versions, month);
  const current = validIn(versions, today);
  if (!content || !current) return undefined;

  const begins = beginningsOf(versions).get(current.planId) ?? current.validFrom;
  const replaced = versions.findLast(({ planId, validFrom }) => planId !== current.planId && validFrom < begins);
  return {
    content,
    people: newestOf(versions, current.planId) ?? current,
    before: replaced && newestOf(versions, replaced.planId),
  };
}

/** The newest version of a plan, whichever month it is valid from. */
export function newestOf<Version extends Validity>(versions: readonly Version[], planId: string): Version | undefined {
  return versions.findLast((version) => version.planId === planId);
}

/** The newest version of the plan that begins last: a late correction of a plan doesn't take its place from the one after it. */
export function lastToBegin<Version extends Validity>(versions: readonly Version[]): Version | undefined {
  const beginnings = beginningsOf(versions);
  const latest = [...beginnings.values()].sort().at(-1);
  return versions.findLast(({ planId }) => beginnings.get(planId) === latest);
}

/** The months of a plan that another one has followed. */
export function monthsOfSucceeded(
  versions: readonly Validity[],
  planId: string,
): { readonly from: Month; readonly to: Month } | undefined {
  const beginnings = beginningsOf(versions);
  const from = beginnings.get(planId);
  const next = from && [...beginnings.values()].sort().find((begins) => begins > from);
  return next && { from, to: previousMonth(next) };
}

function validIn<Version extends Validity>(versions: readonly Version[], month: Month): Version | undefined {
  return lastToBegin(versions.filter(({ validFrom }) => validFrom <= month)) ?? versions[0];
}

/** The first month of any of a plan's versions, by plan. */
function beginningsOf(versions: readonly Validity[]): ReadonlyMap<string, Month> {
  const beginnings = new Map<string, Month>();
  for (const { planId, validFrom } of versions) {
    const known = beginnings.get(planId);
    if (known === undefined || validFrom < known) beginnings.set(planId, validFrom);
  }
  return beginnings;
}

/** The content with today's people. Both plans' calendars stand in it; the newer one's word goes where both name a month. */
export function withPeople({ content, people, before }: VersionsInForce<PlanDocument>): PlanDocument {
  const { contacts, channels, followUpPlan } = people;
  const named = new Set(followUpPlan.map(({ period }) => period));
  const first = [...named].sort()[0] ?? '';
  const left = (before?.followUpPlan ?? []).filter(({ period }) => period < first);
  return { ...content, contacts, channels, followUpPlan: [...left, ...followUpPlan] };
}
