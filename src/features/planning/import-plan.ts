import type { Month } from '../../domain/period.ts';
import { yearOf } from '../../domain/period.ts';
import type { PlanFile } from '../../domain/plan-document.ts';
import type { PlanProblem } from '../../domain/plan-problem.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { toPlan } from '../../domain/to-plan.ts';
import { type PlanningPorts, type PlanPreview, previewPlan } from './preview-plan.ts';
import { type CommitteeMonth, storeOpeningOutcomes } from './store-opening-outcomes.ts';

export interface HowToImport {
  /** The first month that it is used for; absent when the plan and what is answered decide. */
  readonly validFrom?: Month;
  readonly by: string;
  readonly reason: string;
  /** Number of the newest version that the person has seen; absent for whatever is newest now. */
  readonly expected?: number;
}

export interface PlanImport {
  readonly outcome: 'published' | 'unchanged';
  readonly preview: PlanPreview;
  /** Months whose figures people have reported here: the plan's own figures for them were left aside. */
  readonly leftAside: readonly CommitteeMonth[];
}

export type ImportProblem =
  | { readonly code: 'PLAN_HAS_ERRORS'; readonly problems: readonly PlanProblem[] }
  /** The open month is answered: a person must say from which of the two months the plan applies. */
  | { readonly code: 'MONTH_ANSWERED'; readonly open: Month; readonly next: Month }
  | { readonly code: 'OUTSIDE_PLAN_PERIOD'; readonly from: number; readonly to: number }
  /** Somebody else put a plan in force since the preview. */
  | { readonly code: 'PLAN_CHANGED' };

/**
 * Puts a plan in force and stores the outcomes that it brings from before, or refuses and writes nothing. Running it again,
 * also after it was interrupted, leaves the same result.
 */
export async function importPlan(
  ports: PlanningPorts,
  file: PlanFile,
  { validFrom, by, reason, expected }: HowToImport,
): Promise<Result<PlanImport, ImportProblem>> {
  const preview = await previewPlan(ports, file, validFrom);
  const problem = whatHinders(preview, file);
  if (problem) return refused(problem);

  const how = { validFrom: preview.validFrom, publishedBy: by, reason };
  const outcome = await ports.plans.publish(file, how, expected ?? preview.basedOn);
  if (outcome === 'conflict') return refused({ code: 'PLAN_CHANGED' });

  const leftAside = await storeOpeningOutcomes(ports, toPlan(file.current).openingOutcomes);
  return done({ outcome, preview, leftAside });
}

function whatHinders({ problems, validFrom, asks }: PlanPreview, { current }: PlanFile): ImportProblem | undefined {
  if (problems.some(({ severity }) => severity === 'error')) return { code: 'PLAN_HAS_ERRORS', problems };
  const { periodFrom: from, periodTo: to } = current;
  if (yearOf(validFrom) < from || yearOf(validFrom) > to) return { code: 'OUTSIDE_PLAN_PERIOD', from, to };
  return asks && { code: 'MONTH_ANSWERED', ...asks };
}
