import { checkPlan } from './check-plan.ts';
import { folded } from './check-plan-ids.ts';
import type { Month } from './period.ts';
import type { Appropriation, Assignment, PlanDocument, PlanFile } from './plan-document.ts';
import { type PlanProblem, planError } from './plan-problem.ts';
import type { CouncilDecision, DecidedAppropriation, DecidedOrder } from './report-record.ts';

/** A decision as far as it comes into the plan. */
export type DecidedChanges = Pick<CouncilDecision, 'date' | 'paragraph' | 'version' | 'appropriations' | 'orders'>;

/**
 * The plan with what the council decided about a period's report: money as supplementary appropriations, orders as council
 * assignments. What is there already is not added again, so that doing it twice is doing it once; a plan that has all of it is
 * answered as it is. The frames stay: they say what was decided first, and appropriations come on top.
 */
export function decisionInPlan(file: PlanFile, period: Month, decision: DecidedChanges): PlanFile {
  const { current } = file;
  const known = new Set(current.supplementaryAppropriations.map(sameMoney));
  const money = decision.appropriations
    .map((one) => toAppropriation(one, decision))
    .filter((one) => !known.has(sameMoney(one)));
  const orders = newAssignments(current, period, decision);
  if (money.length === 0 && orders.length === 0) return file;
  return {
    ...file,
    current: {
      ...current,
      supplementaryAppropriations: [...current.supplementaryAppropriations, ...money],
      councilAssignments: [...current.councilAssignments, ...orders],
    },
  };
}

/** Why the plan can't hold the decision: what is wrong with it then that is not wrong now. Only errors. */
export function decisionProblems(file: PlanFile, period: Month, decision: DecidedChanges): readonly PlanProblem[] {
  const twice = sameMoneyTwice(decision);
  if (twice.length > 0) return twice;
  const before = new Set(errorsIn(file.current).map(sameProblem));
  const after = errorsIn(decisionInPlan(file, period, decision).current);
  return after.filter((problem) => !before.has(sameProblem(problem)));
}

/** As the plan names a decision of the council: `KF 2026-06-10 § 88`. */
export function decisionText({ date, paragraph }: Pick<CouncilDecision, 'date' | 'paragraph'>): string {
  return `KF ${date} ${paragraph.replace(/^KF\b\s*/i, '')}`.trim();
}

function toAppropriation(
  { committeeId, businessAreaId, amountKr, validFrom }: DecidedAppropriation,
  decision: DecidedChanges,
): Appropriation {
  return {
    committee: committeeId,
    ...(businessAreaId === undefined ? {} : { businessArea: businessAreaId }),
    ...{ amountKr, validFrom, decision: decisionText(decision) },
  };
}

/** The same amount for the same purpose by the same decision is the same money, whoever put it in the plan. */
function sameMoney({ committee, businessArea, amountKr, validFrom, decision }: Appropriation): string {
  return JSON.stringify([committee, businessArea ?? null, amountKr, validFrom, folded(decision)]);
}

/** Two such rows in one decision would become one in the plan: the clerk must say them as one amount. */
function sameMoneyTwice(decision: DecidedChanges): readonly PlanProblem[] {
  const rows = decision.appropriations.map((one) => toAppropriation(one, decision));
  const names = rows.map(sameMoney);
  return rows.flatMap(({ committee, businessArea, amountKr }, at) => {
    if (names.indexOf(names[at] ?? '') === at) return [];
    const item = [committee, businessArea, `${amountKr} kr`].filter((part) => part !== undefined).join(' ');
    return [planError('DUPLICATE_ROW', `current.supplementaryAppropriations.${at}`, { item })];
  });
}

/**
 * An order's id follows from the report and its place in the decision. Somebody else's assignment of that name is left alone: ours
 * is then told by a letter more. One that was changed in the plan since is still ours, by its decision.
 */
function newAssignments(
  { councilAssignments }: PlanDocument,
  period: Month,
  decision: DecidedChanges,
): readonly Assignment[] {
  const known = new Map(councilAssignments.map((one) => [folded(one.id), one]));
  return decision.orders.flatMap((order, at) => {
    const id = [...idsFor(`KF-${period}-${decision.version}-${at + 1}`)].find((candidate) => {
      const there = known.get(folded(candidate));
      return !there || isOf(there, order, decision);
    });
    if (id === undefined) throw new Error(`The plan has no room for order ${at + 1} of ${period}`);
    return known.has(folded(id)) ? [] : [toAssignment(id, order, decision)];
  });
}

function* idsFor(id: string): Generator<string> {
  yield id;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') yield `${id}${letter}`;
}

function isOf({ committee, decidedAt, paragraph }: Assignment, order: DecidedOrder, decision: DecidedChanges): boolean {
  return committee === order.committeeId && decidedAt === decision.date && paragraph === decision.paragraph;
}

function toAssignment(id: string, { committeeId, text, dueOn }: DecidedOrder, decision: DecidedChanges): Assignment {
  const { date: decidedAt, paragraph } = decision;
  return { id, committee: committeeId, text, decidedAt, paragraph, dueOn, status: 'notStarted' };
}

function errorsIn(document: PlanDocument): readonly PlanProblem[] {
  return checkPlan(document).filter(({ severity }) => severity === 'error');
}

function sameProblem({ code, path, facts }: PlanProblem): string {
  return JSON.stringify([code, path, facts]);
}
