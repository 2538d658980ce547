import { existsIn } from '../../domain/committee-validity.ts';
import { mayHandIn } from '../../domain/part-roles.ts';
import type { Month } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlanDocument } from '../../domain/plan-document.ts';
import { committeesOf, managesPlan } from '../../domain/plan-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Ports, ReportFormat } from '../../ports.ts';

/** A file of the plan that the service makes: the empty workbook, the plan as a workbook, one committee's part, or next year's. */
export type OfferedPlanFile =
  | { readonly kind: 'template' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'part'; readonly committeeId: string }
  | { readonly kind: 'next-year' };

/** A file that can be offered in chat: of the plan, or a report as a document. */
export type OfferedFile =
  | OfferedPlanFile
  | {
      readonly kind: 'report';
      /** A committee's id, or `municipality`. */
      readonly scope: string;
      readonly period: Month;
      readonly format: ReportFormat;
      /** A compiled version; absent for what stands now, and of the municipality's for the newest version. */
      readonly version?: number;
    };

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `NOT_ALLOWED` also for a committee that does not exist in the plan period: nothing is to be learnt by trying. */
export type OfferProblem = { readonly code: 'NO_PLAN' } | { readonly code: 'NOT_ALLOWED' };

/** Makes a file of the newest plan, for a person who may have it. */
export async function makeFile(
  { plans, planFiles }: Pick<Ports, 'plans' | 'planFiles'>,
  offered: Exclude<OfferedPlanFile, { kind: 'next-year' }>,
  upn: string,
): Promise<Result<MadeFile, OfferProblem>> {
  const [inForce, file] = await Promise.all([plans.current(), plans.file()]);
  if (!inForce || !file) return refused({ code: 'NO_PLAN' });
  if (!mayHave(inForce.plan, file.current, offered, upn)) return refused({ code: 'NOT_ALLOWED' });
  switch (offered.kind) {
    case 'template':
      return done({ name: 'planmall.xlsx', bytes: await planFiles.writeWorkbook(undefined) });
    case 'plan':
      return done({ name: nameOf('plan', file.current.id), bytes: await planFiles.writeWorkbook(file) });
    case 'part': {
      const { committeeId } = offered;
      const bytes = await planFiles.writePart(file, committeeId);
      return done({ name: nameOf('nämndens del', committeeId, file.current.id), bytes });
    }
  }
}

/** The committee whose part somebody means by their own: the only one that they work for. */
export async function ownCommittee({ plans }: Pick<Ports, 'plans'>, upn: string): Promise<string | undefined> {
  const plan = (await plans.current())?.plan;
  const own = plan ? committeesOf(plan, upn) : [];
  return own.length === 1 ? own[0] : undefined;
}

function mayHave(plan: Plan, newest: PlanDocument, offered: OfferedPlanFile, upn: string): boolean {
  if (offered.kind !== 'part') return managesPlan(plan, upn);
  const { committeeId } = offered;
  return (
    newest.committees.some((one) => one.id === committeeId && existsIn(one, newest)) &&
    mayHandIn(plan, upn, committeeId)
  );
}

/** Ids come from a plan file: what a file name can't hold is left out. */
function nameOf(...parts: readonly string[]): string {
  return `${parts.join(' ').replace(/[^\p{L}\p{N}._ -]/gu, '')}.xlsx`;
}
