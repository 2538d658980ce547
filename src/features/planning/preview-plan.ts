import { checkPlan } from '../../domain/check-plan.ts';
import { comparePlans } from '../../domain/compare-plans.ts';
import type { Month } from '../../domain/period.ts';
import type { PlanChange } from '../../domain/plan-change.ts';
import type { PlanFile } from '../../domain/plan-document.ts';
import { type PlanProblem, planError } from '../../domain/plan-problem.ts';
import { monthsOfSucceeded, newestOf } from '../../domain/plan-versions.ts';
import type { PlanVersion, Ports } from '../../ports.ts';
import { checkAgainstStored } from './check-against-stored.ts';
import { startOf } from './valid-from.ts';

/** What an import would do, before it is done. */
export interface PlanPreview {
  /** Against the newest version of the same plan, else against the newest version of any. */
  readonly changes: readonly PlanChange[];
  /** All that is wrong or odd: what the plan says by itself, and what it says against what is stored. */
  readonly problems: readonly PlanProblem[];
  /** Those of the problems that only storage knows of: a file that was read and checked does not have them. */
  readonly againstStored: readonly PlanProblem[];
  readonly validFrom: Month;
  /** The open month is answered and its budgets, goals or indicators change: a person must choose. */
  readonly asks?: { readonly open: Month; readonly next: Month };
  /** Number of the newest version; 0 for none. */
  readonly basedOn: number;
}

export type PlanningPorts = Pick<Ports, 'plans' | 'answers' | 'clock' | 'workingDays'>;

/** Looks through a plan that somebody wants to put in force. Writes nothing. */
export async function previewPlan(ports: PlanningPorts, file: PlanFile, validFrom?: Month): Promise<PlanPreview> {
  const versions = await ports.plans.versions();
  const base = newestOf(versions, file.current.id) ?? versions.at(-1);
  const before = base && (await ports.plans.file(base.number));
  const changes = compareFiles(before, file);
  const start = validFrom === undefined ? await startOf(ports, file.current, changes) : { validFrom };
  const againstStored = [
    ...(before ? await checkAgainstStored(ports, before.current, file.current) : []),
    ...(changes.length > 0 ? checkStart(versions, file.current.id, start.validFrom) : []),
  ];
  return {
    changes,
    problems: [...checkPlan(file.current), ...againstStored],
    againstStored,
    ...start,
    basedOn: versions.at(-1)?.number ?? 0,
  };
}

/** A plan that another one has followed has no months after that one's beginning: a change from then on would apply nowhere. */
function checkStart(versions: readonly PlanVersion[], planId: string, validFrom: Month): PlanProblem[] {
  const months = monthsOfSucceeded(versions, planId);
  if (!months || validFrom <= months.to) return [];
  return [planError('PLAN_SUCCEEDED', 'current', { ...months, start: validFrom })];
}

/** The changes of a whole file: those of its plan, of what it says of itself, and of what was published of earlier plans. */
export function compareFiles(before: PlanFile | undefined, after: PlanFile): readonly PlanChange[] {
  return [
    ...comparePlans(before?.current, after.current),
    ...(before ? compareRemarks(before, after) : []),
    ...compareArchives(before?.archive ?? [], after.archive),
  ];
}

function compareRemarks(before: PlanFile, after: PlanFile): PlanChange[] {
  return (['about', 'demoClock'] as const).flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (old === now) return [];
    const values = { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
    return [{ kind: 'changed', list: 'plan', item: '', field, ...values }];
  });
}

function compareArchives(before: PlanFile['archive'], after: PlanFile['archive']): PlanChange[] {
  const old = new Map(before.map((plan) => [plan.id, JSON.stringify(plan)]));
  const kept = new Set(after.map(({ id }) => id));
  const change = (kind: PlanChange['kind'], item: string): PlanChange => ({ kind, list: 'archive', item });
  return [
    ...after.flatMap((plan) => {
      const earlier = old.get(plan.id);
      if (earlier === undefined) return [change('added', plan.id)];
      return earlier === JSON.stringify(plan) ? [] : [change('changed', plan.id)];
    }),
    ...[...old.keys()].filter((id) => !kept.has(id)).map((id) => change('ended', id)),
  ];
}
