import { budgetsAsOf } from './budgets-as-of.ts';
import { existsIn, existsOn } from './committee-validity.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanProblem, planError } from './plan-problem.ts';

/** Committees over time: who takes over from whom, and that nothing is given to one that doesn't exist then or has it already. */
export function checkCommittees(plan: PlanDocument): PlanProblem[] {
  return [...checkSuccession(plan), ...checkExistence(plan), ...checkMovedAreas(plan)];
}

/**
 * A committee that ends hands over the day after: of those that succeed it, wholly or partly, at least one begins then, or
 * its work would have two homes or none. One that goes on may hand over a part at any time.
 */
function checkSuccession({ committees }: PlanDocument): PlanProblem[] {
  const successors = Map.groupBy(
    committees.flatMap((committee, at) => (committee.succeeds === undefined ? [] : [{ ...committee, at }])),
    ({ succeeds }) => succeeds,
  );
  return committees.flatMap(({ id, validTo }) => {
    const next = successors.get(id);
    if (validTo === undefined || !next) return [];
    const last = next.toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? '')).at(-1);
    const begins = dayAfter(validTo);
    if (!last || next.some(({ validFrom }) => validFrom === begins)) return [];
    const code = (last.validFrom ?? '') < begins ? 'OVERLAP' : 'SUCCESSION_GAP';
    const facts = { committee: last.id, other: id, date: validTo, begins };
    return [planError(code, `current.committees.${last.at}.validFrom`, facts)];
  });
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function checkExistence({
  committees,
  budgets,
  frames,
  areaMoves,
  supplementaryAppropriations,
}: PlanDocument): PlanProblem[] {
  const known = new Map(committees.map((committee) => [committee.id, committee]));
  const inYear = (list: string, rows: readonly { readonly committee: string; readonly year: number }[]) =>
    rows.flatMap(({ committee: id, year }, at) => {
      const committee = known.get(id);
      if (!committee || existsIn(committee, { periodFrom: year, periodTo: year })) return [];
      return [planError('COMMITTEE_NOT_THEN', `current.${list}.${at}.committee`, { committee: id, date: year })];
    });
  const onDay = (path: string, id: string, day: string): PlanProblem[] => {
    const committee = known.get(id);
    if (!committee || existsOn(committee, day)) return [];
    return [planError('COMMITTEE_NOT_THEN', path, { committee: id, date: day })];
  };
  return [
    ...inYear('budgets', budgets),
    ...inYear('frames', frames),
    ...areaMoves.flatMap(({ to, validFrom }, at) => onDay(`current.areaMoves.${at}.to`, to, validFrom)),
    // What is for an area goes with it to whoever holds it then.
    ...supplementaryAppropriations.flatMap(({ committee, businessArea, validFrom }, at) =>
      businessArea === undefined
        ? onDay(`current.supplementaryAppropriations.${at}.committee`, committee, validFrom)
        : [],
    ),
  ];
}

/** An area takes its whole year's budget with it: the committee that gets it must not have another one for it. */
function checkMovedAreas(plan: PlanDocument): PlanProblem[] {
  const held = Map.groupBy(
    budgetsAsOf(plan).areas.map((area, at) => ({ ...area, at })),
    ({ committeeId, id, year }) => `${committeeId}/${id}/${year}`,
  );
  return [...held.values()].flatMap((areas) => {
    const moved = areas.find(({ heldBefore }) => heldBefore !== undefined);
    if (areas.length === 1 || !moved) return [];
    const facts = { area: moved.id, committee: moved.committeeId, year: moved.year };
    return [planError('AREA_HELD_TWICE', `current.budgets.${moved.at}.committee`, facts)];
  });
}
