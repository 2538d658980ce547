import { type Month, yearOf } from './period.ts';
import type { AddedBudget, BusinessArea, Undivided } from './plan.ts';
import type { Appropriation, AreaMove, BudgetEntry, PlanDocument } from './plan-document.ts';
import { spreadOver } from './spread.ts';
import { type Succession, successions } from './succession.ts';

/** The budgets as they stand at a month's end. */
export interface BudgetsAsOf {
  readonly areas: readonly BusinessArea[];
  readonly undivided: readonly Undivided[];
}

/**
 * What was decided first, with the supplementary appropriations and moves that apply from the month or earlier; without a
 * month, with all of them. An appropriation belongs to the year of its first day. An area that moves takes its whole year's
 * budget with it, and the years after; earlier years stay where they were. What a committee has when it ends goes to the one
 * that succeeds it in the same way, unless the plan moves it elsewhere.
 */
export function budgetsAsOf(document: PlanDocument, month?: Month): BudgetsAsOf {
  const appropriations = document.supplementaryAppropriations.filter((one) => isInForce(one, month));
  const allMoves = movesIn(document);
  return {
    areas: document.budgets.map((entry) => {
      const own = movesOf(entry, allMoves, document);
      return toArea(
        entry,
        own.filter((move) => isInForce(move, month)),
        appropriations.filter((one) => isFor(one, entry, own)),
      );
    }),
    undivided: appropriations
      .filter(({ businessArea }) => businessArea === undefined)
      .map((one) => ({ ...toAdded(one), committeeId: holderOf(one, allMoves, month) })),
  };
}

/** How many of the plan's dated changes apply in a month: months with the same number have the same budgets. */
export function changesInForce(document: PlanDocument, month: Month): number {
  const changes = [...document.supplementaryAppropriations, ...movesIn(document)];
  return changes.filter((change) => isInForce(change, month)).length;
}

function isInForce({ validFrom }: { readonly validFrom: string }, month: Month | undefined): boolean {
  return month === undefined || monthOfDay(validFrom) <= month;
}

/** A move of one area, or a succession that takes all that is left. */
type Move = Succession & Pick<Partial<AreaMove>, 'businessArea'>;

/** In order of time. On the same day what the plan says of an area comes before the succession. */
function movesIn(document: PlanDocument): readonly Move[] {
  const moves: readonly Move[] = [...document.areaMoves, ...successions(document)];
  return moves.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
}

/**
 * Of moves in order of time, those that take an area from hand to hand, from the committee that its budget was decided for.
 * A successor that has a budget of its own for the area is not given its predecessor's too.
 */
function movesOf(entry: BudgetEntry, moves: readonly Move[], { budgets }: PlanDocument): readonly Move[] {
  const { businessArea, year } = entry;
  const hasOwn = (committee: string): boolean =>
    budgets.some((one) => one.committee === committee && one.businessArea === businessArea && one.year === year);
  const taken: Move[] = [];
  for (const move of moves) {
    const last = taken.at(-1);
    const holder = last?.to ?? entry.committee;
    // What the plan moves from a committee that has ended is moved from the one that took over.
    const isFromHolder = move.from === holder || (last?.businessArea === undefined && move.from === last?.from);
    const isOurs = move.businessArea === undefined ? !hasOwn(move.to) : move.businessArea === businessArea;
    if (isFromHolder && isOurs && move.to !== holder && yearOf(monthOfDay(move.validFrom)) <= year)
      taken.push({ ...move, from: holder });
  }
  return taken;
}

/** What isn't divided goes with the rest of what an ended committee had. */
function holderOf({ committee }: Appropriation, moves: readonly Move[], month: Month | undefined): string {
  return moves
    .filter((move) => move.businessArea === undefined && isInForce(move, month))
    .reduce((holder, { from, to }) => (from === holder ? to : holder), committee);
}

/** Decided for whoever holds the area at some time of the year. */
function isFor(appropriation: Appropriation, entry: BudgetEntry, moves: readonly Move[]): boolean {
  const holders = [entry.committee, ...moves.map(({ to }) => to)];
  return (
    appropriation.businessArea === entry.businessArea &&
    holders.includes(appropriation.committee) &&
    yearOf(monthOfDay(appropriation.validFrom)) === entry.year
  );
}

function toArea(entry: BudgetEntry, moves: readonly Move[], appropriations: readonly Appropriation[]): BusinessArea {
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
