import { budgetsAsOf } from './budgets-as-of.ts';
import { type Month, nextMonth, yearOf } from './period.ts';
import type { BusinessArea } from './plan.ts';
import type { CommitteeEntry, PlanDocument } from './plan-document.ts';

/** A plan as it stood for one month. */
export interface PlanAt {
  readonly document: PlanDocument;
  readonly month: Month;
}

/** Why figures of two months can't be held against each other as they stand. Names are for people; amounts whole kronor. */
export type Break = { readonly committeeIds: readonly string[] } & (
  | { readonly kind: 'committee-new'; readonly name: string; readonly at: Month; readonly succeeds?: string }
  | { readonly kind: 'committee-ended'; readonly name: string; readonly at: Month }
  | { readonly kind: 'committee-renamed'; readonly name: string; readonly formerName: string }
  | {
      readonly kind: 'area-moved';
      readonly name: string;
      readonly at: Month;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'appropriation'; readonly at: Month; readonly amountKr: number; readonly decision: string }
  | { readonly kind: 'budget-changed'; readonly name: string; readonly beforeKr: number; readonly afterKr: number }
  | { readonly kind: 'series-break'; readonly name: string; readonly at: string; readonly note: string }
);

/** What happened after the earlier month, up to and with the later one: in the plan, and between versions of it. */
export function breaks(earlier: PlanAt, later: PlanAt): readonly Break[] {
  return [
    ...brokenCommittees(earlier, later),
    ...brokenAreas(earlier, later),
    ...newAppropriations(earlier, later),
    ...brokenSeries(earlier, later),
  ];
}

export function breaksOf(all: readonly Break[], committeeId: string): readonly Break[] {
  return all.filter(({ committeeIds }) => committeeIds.includes(committeeId));
}

function brokenCommittees(earlier: PlanAt, later: PlanAt): Break[] {
  const before = new Map(earlier.document.committees.map((committee) => [committee.id, committee]));
  const after = new Set(later.document.committees.map(({ id }) => id));
  const gone = earlier.document.committees.filter(({ id }) => !after.has(id));
  return [
    ...later.document.committees.flatMap((committee) => changesOf(committee, before.get(committee.id), earlier, later)),
    ...gone.map(({ id, name }): Break => ({ kind: 'committee-ended', name, at: later.month, committeeIds: [id] })),
  ];
}

function changesOf(now: CommitteeEntry, then: CommitteeEntry | undefined, earlier: PlanAt, later: PlanAt): Break[] {
  const { id, name, validFrom, validTo, succeeds } = now;
  const committeeIds = [id];
  const began = validFrom === undefined ? (then ? undefined : later.month) : (validFrom.slice(0, 7) as Month);
  const ended = validTo === undefined ? undefined : nextMonth(validTo.slice(0, 7) as Month);
  const found: Break[] = [];
  if (began && isBetween(began, earlier, later)) {
    const former = succeeds === undefined ? undefined : nameOf(later.document, succeeds);
    found.push({ kind: 'committee-new', name, at: began, committeeIds, ...(former ? { succeeds: former } : {}) });
  }
  if (ended && isBetween(ended, earlier, later)) found.push({ kind: 'committee-ended', name, at: ended, committeeIds });
  if (then && then.name !== name) found.push({ kind: 'committee-renamed', name, formerName: then.name, committeeIds });
  return found;
}

function brokenAreas(earlier: PlanAt, later: PlanAt): Break[] {
  const [before, after] = [areasAt(earlier), areasAt(later)];
  const left = before.filter((area) => !after.some((other) => isSameArea(area, other)));
  return after.flatMap((area): Break[] => {
    const { name, committeeId } = area;
    const same = before.find((other) => isSameArea(area, other));
    if (same) return yearOf(earlier.month) === yearOf(later.month) ? changedBudget(same, area) : [];
    const moved = left.find(({ id }) => id === area.id);
    if (!moved) return [];
    const names = { from: nameOf(earlier.document, moved.committeeId), to: nameOf(later.document, committeeId) };
    const at = area.heldBefore?.at(-1)?.until ?? later.month;
    return [{ kind: 'area-moved', name, at, ...names, committeeIds: [moved.committeeId, committeeId] }];
  });
}

/** A budget that was corrected by a new version; what the council adds is told by itself. */
function changedBudget(before: BusinessArea, after: BusinessArea): Break[] {
  const [beforeKr, afterKr] = [before, after].map(
    ({ netBudgetKr, added = [] }) => netBudgetKr - added.reduce((sum, { amountKr }) => sum + amountKr, 0),
  );
  if (beforeKr === undefined || afterKr === undefined || beforeKr === afterKr) return [];
  return [{ kind: 'budget-changed', name: after.name, beforeKr, afterKr, committeeIds: [after.committeeId] }];
}

function newAppropriations(earlier: PlanAt, later: PlanAt): Break[] {
  return later.document.supplementaryAppropriations.flatMap(({ committee, validFrom, amountKr, decision }) => {
    const at = validFrom.slice(0, 7) as Month;
    if (!isBetween(at, earlier, later) || yearOf(at) !== yearOf(later.month)) return [];
    return [{ kind: 'appropriation', at, amountKr, decision, committeeIds: [committee] }];
  });
}

function brokenSeries(earlier: PlanAt, later: PlanAt): Break[] {
  return later.document.indicators.flatMap(({ name, committees, seriesBreaks }) =>
    seriesBreaks
      .filter(({ from }) => isBetween(from, earlier, later))
      .map(({ from, note }): Break => ({ kind: 'series-break', name, at: from, note, committeeIds: committees })),
  );
}

/** Later than the earlier month, and not later than the later one. A year is its first month. */
function isBetween(at: string, earlier: PlanAt, later: PlanAt): boolean {
  const month = at.length === 4 ? `${at}-01` : at.slice(0, 7);
  return earlier.month < month && month <= later.month;
}

function areasAt({ document, month }: PlanAt): readonly BusinessArea[] {
  return budgetsAsOf(document, month).areas.filter(({ year }) => year === yearOf(month));
}

function isSameArea(one: BusinessArea, other: BusinessArea): boolean {
  return one.id === other.id && one.committeeId === other.committeeId;
}

function nameOf({ committees }: PlanDocument, id: string): string {
  return committees.find((committee) => committee.id === id)?.name ?? id;
}
