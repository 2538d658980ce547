import { type Month, yearOf } from './period.ts';
import type { AddedBudget, BusinessArea, Undivided } from './plan.ts';
import type { Appropriation, AreaMove, BudgetEntry, PlanDocument } from './plan-document.ts';
import { spreadOver } from './spread.ts';

/** The budgets as they stand at a month's end. */
export interface BudgetsAsOf {
  readonly areas: readonly BusinessArea[];
  readonly undivided: readonly Undivided[];
}

/**
 * What was decided first, with the supplementary appropriations and moves that apply from the month or earlier; without a
 * month, with all of them. An appropriation belongs to the year of its first day. An area that moves takes its whole year's
 * budget with it, and the years after; earlier years stay where they were.
 */
export function budgetsAsOf(document: PlanDocument, month?: Month): BudgetsAsOf {
  const appropriations = document.supplementaryAppropriations.filter((one) => isInForce(one, month));
  const allMoves = document.areaMoves.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
  const moves = allMoves.filter((move) => isInForce(move, month));
  return {
    areas: document.budgets.map((entry) => {
      const own = movesOf(entry, allMoves);
      return toArea(
        entry,
        movesOf(entry, moves),
        appropriations.filter((one) => isFor(one, entry, own)),
      );
    }),
    undivided: appropriations
      .filter(({ businessArea }) => businessArea === undefined)
      .map((one) => ({ ...toAdded(one), committeeId: one.committee })),
  };
}

/** How many of the plan's dated changes apply in a month: months with the same number have the same budgets. */
export function changesInForce({ supplementaryAppropriations, areaMoves }: PlanDocument, month: Month): number {
  return [...supplementaryAppropriations, ...areaMoves].filter((change) => isInForce(change, month)).length;
}

function isInForce({ validFrom }: { readonly validFrom: string }, month: Month | undefined): boolean {
  return month === undefined || monthOfDay(validFrom) <= month;
}

/** Of moves in order of time, those that take an area from hand to hand, from the committee that its budget was decided for. */
function movesOf(entry: BudgetEntry, moves: readonly AreaMove[]): AreaMove[] {
  const taken: AreaMove[] = [];
  for (const move of moves) {
    const holder = taken.at(-1)?.to ?? entry.committee;
    const isOurs = move.businessArea === entry.businessArea && move.from === holder;
    if (isOurs && yearOf(monthOfDay(move.validFrom)) <= entry.year) taken.push(move);
  }
  return taken;
}

/** Decided for whoever holds the area at some time of the year. */
function isFor(appropriation: Appropriation, entry: BudgetEntry, moves: readonly AreaMove[]): boolean {
  const holders = [entry.committee, ...moves.map(({ to }) => to)];
  return (
    appropriation.businessArea === entry.businessArea &&
    holders.includes(appropriation.committee) &&
    yearOf(monthOfDay(appropriation.validFrom)) === entry.year
  );
}

function toArea(
  entry: BudgetEntry,
  moves: readonly AreaMove[],
  appropriations: readonly Appropriation[],
): BusinessArea {
  const { committee, businessArea, businessAreaName, year, netBudgetKr, monthlyKr } = entry;
  const added = appropriations.map(toAdded);
  const spread = added.map(({ amountKr, from }) => spreadOver(amountKr, from));
  return {
    id: businessArea,
    committeeId: moves.at(-1)?.to ?? committee,
    name: businessAreaName,
    year,
    netBudgetKr: added.reduce((sum, { amountKr }) => sum + amountKr, netBudgetKr),
    ...(monthlyKr === undefined
      ? {}
      : { monthlyKr: monthlyKr.map((kr, at) => spread.reduce((sum, months) => sum + (months[at] ?? 0), kr)) }),
    feeFinanced: entry.feeFinanced ?? false,
    example: entry.example === true || added.some(({ example }) => example),
    ...(added.length === 0 ? {} : { added }),
    ...(moves.length === 0
      ? {}
      : { heldBefore: moves.map(({ from, validFrom }) => ({ committeeId: from, until: monthOfDay(validFrom) })) }),
  };
}

function toAdded({ amountKr, validFrom, decision, example = false }: Appropriation): AddedBudget {
  return { amountKr, from: monthOfDay(validFrom), decision, example };
}

/** What applies from a day applies from that day's month: follow-up knows nothing shorter. */
function monthOfDay(day: string): Month {
  return day.slice(0, 7) as Month;
}
