import { yearOf } from '../../domain/period.ts';
import type { PlanDocument } from '../../domain/plan-document.ts';
import { type PlanProblem, planWarning } from '../../domain/plan-problem.ts';
import { stockholmMonth } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';

/**
 * What only storage can tell about a new version: a unit that changes under figures that stand in the old one (an error: such
 * an indicator needs a new id), and what the version leaves out though there are figures of it (a warning: the figures and
 * the earlier versions stay, nothing is ever removed). The next period's plan may have other areas and indicators, but its
 * roster is who is asked when the old plan's last month is followed up: a committee that it leaves out could not answer then.
 */
export async function checkAgainstStored(
  { plans, answers, clock }: Pick<Ports, 'plans' | 'answers' | 'clock'>,
  before: PlanDocument,
  after: PlanDocument,
): Promise<PlanProblem[]> {
  const missing = leftOut(before, after).filter(({ of }) => before.id === after.id || of.startsWith('committee '));
  const units = unitsOf(before);
  const added = after.indicators.map(({ id }) => id).filter((id) => !units.has(id));
  const suspects = [...changedUnits(units, after), ...missing];
  const undone = before.id === after.id ? adoptionsUndone(before, after) : [];
  if (suspects.length === 0 && added.length === 0) return undone;

  const hasFigures = await figuresOf(answers, before, yearOf(stockholmMonth(clock.now())));
  const known = added.filter((id) => hasFigures.has(`indicator ${id}`));
  const returned = changedUnits(await earlierUnits(plans, known), after);
  return [
    ...[...suspects, ...returned].filter(({ of }) => hasFigures.has(of)).map(({ problem }) => problem),
    ...undone,
  ];
}

/** The units of indicators that were taken out of the plan once, as the newest version that had them says. */
async function earlierUnits(plans: Ports['plans'], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (ids.length === 0) return found;
  for (const { number } of (await plans.versions()).toReversed()) {
    const file = await plans.file(number);
    const units = file ? unitsOf(file.current) : new Map<string, string>();
    for (const id of ids) {
      const unit = units.get(id);
      if (unit !== undefined && !found.has(id)) found.set(id, unit);
    }
    if (found.size === ids.length) break;
  }
  return found;
}

function unitsOf({ indicators }: PlanDocument): ReadonlyMap<string, string> {
  return new Map(indicators.map(({ id, unit }) => [id, unit]));
}

/** A file from before a committee's decision has none of what it decided: the whole part goes back with it. */
function adoptionsUndone(before: PlanDocument, after: PlanDocument): PlanProblem[] {
  const known = new Map(after.operationalPlans.map(({ committee, date }) => [committee, date]));
  return before.operationalPlans
    .filter(({ committee, date }) => (known.get(committee) ?? '') < date)
    .map(({ committee, date, paragraph }) =>
      planWarning('ADOPTION_UNDONE', 'current.operationalPlans', { committee, date, paragraph }),
    );
}

/** A problem if there are figures of `of`: `indicator SJUKFRANVARO`. */
interface Suspect {
  readonly of: string;
  readonly problem: PlanProblem;
}

function changedUnits(units: ReadonlyMap<string, string>, after: PlanDocument): Suspect[] {
  return after.indicators.flatMap(({ id, name, unit }, index) => {
    const old = units.get(id);
    if (old === undefined || old === unit) return [];
    const path = `current.indicators.${index}.unit`;
    const facts = { id, name, before: old, after: unit };
    return [{ of: `indicator ${id}`, problem: { code: 'UNIT_CHANGED', severity: 'error', path, facts } }];
  });
}

function leftOut(before: PlanDocument, after: PlanDocument): Suspect[] {
  const kept = new Set(namedIn(after).map(({ of }) => of));
  return namedIn(before)
    .filter(({ of }) => !kept.has(of))
    .map(({ of, list, facts }) => ({
      of,
      problem: {
        code: list === 'committees' ? 'COMMITTEE_REMOVED' : 'REMOVED_WITH_OUTCOMES',
        severity: 'warning',
        path: `current.${list}`,
        facts,
      },
    }));
}

/** Everything in a plan that figures are reported for. */
function namedIn({ committees, budgets, indicators }: PlanDocument) {
  const areas = new Map(budgets.map((budget) => [budget.businessArea, budget]));
  return [
    ...committees.map(({ id, name }) => ({ of: `committee ${id}`, list: 'committees', facts: { id, name } })),
    ...[...areas.values()].map(({ businessArea: id, businessAreaName: name }) => ({
      ...{ of: `area ${id}`, list: 'budgets', facts: { id, name } },
    })),
    ...indicators.map(({ id, name }) => ({ of: `indicator ${id}`, list: 'indicators', facts: { id, name } })),
  ];
}

/** What there are figures of, in the plan itself or in what has been answered since it began. */
async function figuresOf(answers: Ports['answers'], plan: PlanDocument, thisYear: number): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { committee, businessArea } of plan.outcomes)
    found.add(`committee ${committee}`).add(`area ${businessArea}`);
  for (const { id, values, committeeValues } of plan.indicators) {
    if (values.length + committeeValues.length > 0) found.add(`indicator ${id}`);
  }
  for (const { id } of plan.committees) {
    for (let year = plan.periodFrom; year <= thisYear; year++) {
      for (const { answer } of await answers.findYear(id, year)) {
        found.add(`committee ${id}`);
        for (const { areaId } of answer.areas) found.add(`area ${areaId}`);
        for (const { indicatorId, report } of answer.indicators) {
          if (report.kind === 'value') found.add(`indicator ${indicatorId}`);
        }
      }
    }
  }
  return found;
}
