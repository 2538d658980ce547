import { checkPart } from '../../domain/check-part.ts';
import type { CommitteePart } from '../../domain/committee-part.ts';
import { type PartOverview, partOverview } from '../../domain/part-overview.ts';
import { mayHandIn } from '../../domain/part-roles.ts';
import type { PlanProblem } from '../../domain/plan-problem.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { HandedInPart, Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { isOutdated, planOfPart, reportedAreas } from './plan-of-part.ts';

/** A part as its sender sees it before it is handed in. */
export interface PartPreview {
  /** Number of the newest plan version. */
  readonly basedOn: number;
  readonly overview: PartOverview;
  /** Any error among them: it can't be handed in. */
  readonly problems: readonly PlanProblem[];
  /** What the committee has handed in before, which this would take the place of. */
  readonly earlier?: HandedInPart;
}

export type PartProblem =
  | { readonly code: 'NO_PLAN' }
  /** Also for a committee that does not exist: nothing is learnt by trying. */
  | { readonly code: 'NOT_YOUR_COMMITTEE' };

export type HandInProblem =
  | PartProblem
  | { readonly code: 'NOT_COMPLETE'; readonly problems: readonly PlanProblem[] }
  /** Somebody else has handed in the same committee's part since the sender's was checked. */
  | { readonly code: 'HANDED_IN_MEANWHILE'; readonly by: string; readonly at: Date };

export interface HandingIn {
  readonly person: KnownPerson;
  /** When the sender was shown what is in the part: what others have handed in later is not replaced unseen. */
  readonly seenAt: Date;
}

export type PartPorts = Pick<Ports, 'plans' | 'parts' | 'answers' | 'clock'>;

/** Looks through a committee's part. Writes nothing. */
export async function previewPart(
  ports: PartPorts,
  part: CommitteePart,
  person: KnownPerson,
): Promise<Result<PartPreview, PartProblem>> {
  const inForce = await ports.plans.current();
  const plan = await planOfPart(ports, part.planId);
  if (!inForce || !plan) return refused({ code: 'NO_PLAN' });
  if (!mayHandIn(inForce.plan, person.upn, part.committee)) return refused({ code: 'NOT_YOUR_COMMITTEE' });

  const reported = await reportedAreas(ports, plan.document, part.committee);
  const earlier = await ports.parts.find(part.planId, part.committee);
  return done({
    basedOn: plan.basedOn,
    overview: partOverview(plan.document, part, stockholmDate(ports.clock.now())),
    problems: checkPart(plan.document, part, reported),
    ...(earlier ? { earlier } : {}),
  });
}

/**
 * Stores a committee's part as handed in, in place of what it handed in before, which is kept as history. The same part from
 * the same person again changes nothing, so a double press does no harm; but where the plan has changed the committee's rows or
 * lost its adoption meanwhile, it waits anew.
 */
export async function handInPart(
  ports: PartPorts & Pick<Ports, 'newId'>,
  part: CommitteePart,
  { person, seenAt }: HandingIn,
): Promise<Result<Omit<HandedInPart, 'etag'>, HandInProblem>> {
  const preview = await previewPart(ports, part, person);
  if (!preview.ok) return preview;
  const { problems, earlier, basedOn } = preview.value;
  if (problems.some(({ severity }) => severity === 'error')) return refused({ code: 'NOT_COMPLETE', problems });
  if (earlier && isSame(earlier, part, person) && (await isStillSo(ports, earlier))) return done(earlier);
  if (earlier && earlier.handedInBy !== person.upn && earlier.handedInAt > seenAt) {
    return refused({ code: 'HANDED_IN_MEANWHILE', by: earlier.handedInBy, at: earlier.handedInAt });
  }

  const handedIn = { id: ports.newId(), part, handedInBy: person.upn, handedInAt: ports.clock.now(), basedOn };
  const outcome = await ports.parts.save(handedIn, earlier?.etag);
  // Who was first is seen in the next round.
  return outcome === 'saved' ? done(handedIn) : handInPart(ports, part, { person, seenAt });
}

function isSame({ part, handedInBy }: HandedInPart, again: CommitteePart, { upn }: KnownPerson): boolean {
  return handedInBy === upn && JSON.stringify(part) === JSON.stringify(again);
}

/** The plan may have changed under a part that waits, and an older plan file may have taken an adopted one out of it again. */
async function isStillSo({ plans }: Pick<Ports, 'plans'>, earlier: HandedInPart): Promise<boolean> {
  const { part, adopted } = earlier;
  const document = (await planOfPart({ plans }, part.planId))?.document;
  if (!document) return false;
  if (!adopted) return !(await isOutdated({ plans }, earlier, document));
  return document.operationalPlans.some(
    ({ committee, date, paragraph }) =>
      committee === part.committee && date === adopted.date && paragraph === adopted.paragraph,
  );
}
