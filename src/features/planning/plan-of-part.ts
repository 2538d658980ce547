import type { ReportedArea } from '../../domain/check-part.ts';
import { hasChangedSince } from '../../domain/committee-part.ts';
import { yearOf } from '../../domain/period.ts';
import type { PlanDocument, PlanFile } from '../../domain/plan-document.ts';
import { lastToBegin, newestOf } from '../../domain/plan-versions.ts';
import { stockholmMonth } from '../../domain/stockholm.ts';
import type { HandedInPart, Ports } from '../../ports.ts';

/** The plan that the committees' parts go into: the newest version, valid or not yet. */
export interface PlanOfPart {
  readonly file: PlanFile;
  readonly document: PlanDocument;
  /** Number of the newest version of any plan. */
  readonly basedOn: number;
}

/** Without an id, or with one that no version has: the plan that begins last, which the committees work on. */
export async function planOfPart({ plans }: Pick<Ports, 'plans'>, planId?: string): Promise<PlanOfPart | undefined> {
  const versions = await plans.versions();
  const newest = versions.at(-1);
  const base = newestOf(versions, planId ?? '') ?? lastToBegin(versions);
  const file = base && (await plans.file(base.number));
  return newest && file && { file, document: file.current, basedOn: newest.number };
}

/** True when putting a part in would take back what others have changed in the committee's rows since it was checked. */
export async function isOutdated(
  { plans }: Pick<Ports, 'plans'>,
  { part, basedOn }: Pick<HandedInPart, 'part' | 'basedOn'>,
  document: PlanDocument,
): Promise<boolean> {
  if (basedOn === undefined) return false;
  const known = (await plans.versions()).filter(({ number }) => number <= basedOn);
  const version = newestOf(known, part.planId);
  const before = version && (await plans.file(version.number));
  return before !== undefined && hasChangedSince(before.current, document, part);
}

/** What a committee has reported outcomes of in the plan's years so far. */
export async function reportedAreas(
  { answers, clock }: Pick<Ports, 'answers' | 'clock'>,
  { periodFrom, periodTo }: PlanDocument,
  committeeId: string,
): Promise<readonly ReportedArea[]> {
  const last = Math.min(periodTo, yearOf(stockholmMonth(clock.now())));
  const years = Array.from({ length: Math.max(0, last - periodFrom + 1) }, (_, index) => periodFrom + index);
  const reported = await Promise.all(years.map((year) => answers.findYear(committeeId, year)));
  return reported
    .flat()
    .flatMap(({ answer, period }) =>
      answer.areas
        .filter(({ outcome }) => outcome.kind === 'value')
        .map(({ areaId }) => ({ businessArea: areaId, year: yearOf(period) })),
    );
}
