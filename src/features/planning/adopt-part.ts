import { type AdoptionDoubt, adoptionDoubt } from '../../domain/adoption.ts';
import { checkPart } from '../../domain/check-part.ts';
import { adoptedPlan } from '../../domain/committee-part.ts';
import { mayAdopt } from '../../domain/part-roles.ts';
import type { Adoption } from '../../domain/plan-document.ts';
import type { PlanProblem } from '../../domain/plan-problem.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { HandedInPart, Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { isOutdated, planOfPart, reportedAreas } from './plan-of-part.ts';
import { startAround } from './valid-from.ts';

/** The committee's decision as a person registers it. */
export type AdoptionGiven = Pick<Adoption, 'date' | 'paragraph'>;

export type AdoptedPart = HandedInPart & Required<Pick<HandedInPart, 'adopted'>>;

/** Also for a part that does not exist, or that the committee has replaced: nothing is learnt by trying. */
export type FindPartProblem = { readonly code: 'NOT_YOUR_PART' };

export type AdoptProblem =
  | FindPartProblem
  | { readonly code: AdoptionDoubt }
  | { readonly code: 'ALREADY_ADOPTED'; readonly adopted: AdoptedPart['adopted'] }
  /** The committee's rows in the plan were changed since the part was handed in: it would take that back. */
  | { readonly code: 'PART_OUTDATED' }
  /** The plan has changed since the part was handed in, and there is no room for it any more. */
  | { readonly code: 'FITS_NO_MORE'; readonly problems: readonly PlanProblem[] }
  | { readonly code: 'PLAN_BUSY' };

export type AdoptionPorts = Pick<Ports, 'plans' | 'parts' | 'answers' | 'clock' | 'workingDays'>;

/** How often a plan that others change at the same moment is tried again. */
const TRIES = 5;

/** What a card's id stands for, when the person may register a decision on it. */
export async function findAdoptable(
  { plans, parts }: Pick<Ports, 'plans' | 'parts'>,
  partId: string,
  person: KnownPerson,
): Promise<Result<HandedInPart, FindPartProblem>> {
  const inForce = await plans.current();
  const planIds = new Set((await plans.versions()).map(({ planId }) => planId));
  const handedIn = (await Promise.all([...planIds].map((planId) => parts.list(planId)))).flat();
  const found = handedIn.find(({ id }) => id === partId);
  if (!inForce || !found || !mayAdopt(inForce.plan, person.upn, found.part.committee)) {
    return refused({ code: 'NOT_YOUR_PART' });
  }
  return done(found);
}

/**
 * Registers that a committee has adopted its part: from then on it is the operational plan that everything reads. The plan
 * gets its new version first and the part its mark last, so that the same press again ends what was interrupted.
 */
export async function adoptPart(
  ports: AdoptionPorts,
  partId: string,
  given: AdoptionGiven,
  person: KnownPerson,
): Promise<Result<AdoptedPart, AdoptProblem>> {
  const decision = { date: given.date, paragraph: given.paragraph.normalize('NFC').trim() };
  const doubt = adoptionDoubt(decision.date, decision.paragraph, stockholmDate(ports.clock.now()));
  let published: AdoptedPart | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await findAdoptable(ports, partId, person);
    // What the committee has handed in since we published waits for a decision of its own.
    if (!found.ok) return published ? done(published) : found;
    const handedIn = found.value;
    const { adopted } = handedIn;
    if (adopted && !published) return whatIsRegistered({ ...handedIn, adopted }, decision);
    if (doubt) return refused({ code: doubt });

    // Of two decisions registered at once, the part's mark says which one counts: the plan follows it.
    const outcome = await putInForce(ports, handedIn, adopted ?? decision, person);
    if (!outcome.ok) return outcome;
    if (outcome.value === 'conflict') continue;
    if (adopted) return whatIsRegistered({ ...handedIn, adopted }, decision);
    published = { ...handedIn, adopted: { ...decision, by: person.upn, at: ports.clock.now() } };
    if ((await ports.parts.save(published, handedIn.etag)) === 'saved') return done(published);
  }
  return refused({ code: 'PLAN_BUSY' });
}

function whatIsRegistered(part: AdoptedPart, decision: AdoptionGiven): Result<AdoptedPart, AdoptProblem> {
  const { adopted } = part;
  return isSame(adopted, decision) ? done(part) : refused({ code: 'ALREADY_ADOPTED', adopted });
}

async function putInForce(
  ports: AdoptionPorts,
  handedIn: HandedInPart,
  { date, paragraph }: AdoptionGiven,
  person: KnownPerson,
): Promise<Result<'published' | 'unchanged' | 'conflict', AdoptProblem>> {
  const { part } = handedIn;
  const plan = await planOfPart(ports, part.planId);
  if (!plan) throw new Error(`The plan ${part.planId} of a part is gone`);
  if (await isOutdated(ports, handedIn, plan.document)) return refused({ code: 'PART_OUTDATED' });
  const reported = await reportedAreas(ports, plan.document, part.committee);
  const problems = checkPart(plan.document, part, reported).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) return refused({ code: 'FITS_NO_MORE', problems });

  const current = adoptedPlan(plan.document, part, { committee: part.committee, date, paragraph });
  const outcome = await ports.plans.publish(
    { ...plan.file, current },
    {
      validFrom: await startAround(ports, plan.document, current, [part.committee]),
      publishedBy: person.upn,
      reason: `Verksamhetsplan ${part.committee} antagen ${date}, ${paragraph}`,
    },
    plan.basedOn,
  );
  return done(outcome);
}

function isSame(one: AdoptionGiven, other: AdoptionGiven): boolean {
  return one.date === other.date && one.paragraph === other.paragraph;
}
