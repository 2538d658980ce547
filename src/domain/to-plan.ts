import { budgetsAsOf } from './budgets-as-of.ts';
import { existInTurn } from './committee-validity.ts';
import type { Indicator } from './indicator.ts';
import { readLadderStep } from './ladder.ts';
import type { Month } from './period.ts';
import type { Committee, Contact, FollowUp, OpeningOutcome, Plan } from './plan.ts';
import type {
  CommitteeEntry,
  ContactEntry,
  FollowUpEntry,
  IndicatorEntry,
  OutcomeEntry,
  PlanDocument,
  ValueEntry,
} from './plan-document.ts';
import { readTarget } from './read-target.ts';

/**
 * The plan as monthly follow-up uses it, out of the plan as it was decided: budgets as they stand at the month's end, or, without
 * a month, when everything decided has taken effect.
 */
export function toPlan(document: PlanDocument, month?: Month): Plan {
  const { areas, undivided } = budgetsAsOf(document, month);
  return {
    id: document.id,
    title: document.title,
    periodFrom: document.periodFrom,
    periodTo: document.periodTo,
    committees: document.committees.map(toCommittee),
    businessAreas: areas,
    undivided,
    indicators: document.indicators.map((entry) => toIndicator(entry, document)),
    contacts: document.contacts.map(toContact),
    followUps: document.followUpPlan.map(toFollowUp),
    channels: document.channels,
    commentLimit: {
      percentOfBudget: document.deviationCommentLimit.percentOfBudget,
      amountKr: document.deviationCommentLimit.orKr,
    },
    openingOutcomes: document.outcomes.map(toOpeningOutcome),
  };
}

function toCommittee({ administration: _, ...committee }: CommitteeEntry): Committee {
  return committee;
}

function toContact({ committee, ...contact }: ContactEntry): Contact {
  return committee === null ? contact : { ...contact, committeeId: committee };
}

function toFollowUp({ period, kind, committees, asks, opens, due, reminders }: FollowUpEntry): FollowUp {
  return {
    period: period as Month,
    kind,
    asks,
    ...(committees === undefined ? {} : { committeeIds: committees }),
    opensOnWorkingDay: workingDay(opens),
    dueOnWorkingDay: workingDay(due),
    ladder: reminders.map(readLadderStep).toSorted((one, other) => one.workingDays - other.workingDays),
  };
}

/** `working day 3 of the following month` is 3. */
export function workingDay(text: string): number {
  return Number(text.split(' ')[2]);
}

function toOpeningOutcome({ committee, businessArea, period, example = false, ...kr }: OutcomeEntry): OpeningOutcome {
  return { ...kr, committeeId: committee, businessAreaId: businessArea, period: period as Month, example };
}

function toIndicator(entry: IndicatorEntry, document: PlanDocument): Indicator {
  const { committees, target, yearlyTargets, goal, subGoal, committeeGoal, values, committeeValues, ...rest } = entry;
  const { aliases: _, koladaId: __, source: ___, example: ____, ...kept } = rest;
  const goalId = committeeGoal ?? subGoal ?? goal;
  return {
    ...kept,
    committeeIds: committees,
    ...(areInTurn(committees, document) ? { inTurn: true } : {}),
    ...(target === null ? {} : { target: readTarget(target, entry.good) }),
    yearlyTargets: yearlyTargets.map(({ year, target: step }) => ({ year, target: readTarget(step, entry.good) })),
    ...(goalId === undefined ? {} : { goalId }),
    values: [...values.map((value) => toValue(value)), ...committeeValues.map(toCommitteeValue)],
  };
}

/** Some, one after the other. */
function areInTurn(ids: readonly string[], { committees }: PlanDocument): boolean {
  return ids.length > 1 && existInTurn(committees.filter(({ id }) => ids.includes(id)));
}

function toValue({ source: _, example = false, ...value }: ValueEntry): Indicator['values'][number] {
  return { ...value, example };
}

function toCommitteeValue({ committee, ...value }: IndicatorEntry['committeeValues'][number]) {
  return { ...toValue(value), committeeId: committee };
}
