import { partOf } from '../../domain/committee-part.ts';
import { existsIn } from '../../domain/committee-validity.ts';
import { type PartOverview, partOverview } from '../../domain/part-overview.ts';
import { mayAdopt, mayHandIn } from '../../domain/part-roles.ts';
import type { Adoption, CommitteeEntry, PlanDocument } from '../../domain/plan-document.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { HandedInPart, Ports } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { planOfPart } from './plan-of-part.ts';

/** How far a committee has come with its own part of the plan. */
export interface PartStatus {
  readonly committee: CommitteeEntry;
  /** Waits for the committee's decision; absent also when the plan has it already. */
  readonly waiting?: HandedInPart;
  /** The committee's latest decision that the plan has. */
  readonly adopted?: Adoption;
  /** What waits, else what the plan has. */
  readonly overview: PartOverview;
  /** The one who asks may register the decision on what waits. */
  readonly mayAdopt: boolean;
}

export interface PartsStatus {
  readonly title: string;
  /** Those that have done least come first, and then the plan's order. */
  readonly committees: readonly PartStatus[];
}

/**
 * The committees of the plan's period that have not ended and that a person may see: all for a controller, else the own.
 * None: nothing to see.
 */
export async function partsStatus(
  ports: Pick<Ports, 'plans' | 'parts' | 'clock'>,
  person: KnownPerson,
): Promise<PartsStatus | undefined> {
  const inForce = await ports.plans.current();
  const plan = await planOfPart(ports);
  if (!inForce || !plan) return undefined;
  const { document } = plan;
  const today = stockholmDate(ports.clock.now());
  const handedIn = await ports.parts.list(document.id);
  const committees = document.committees
    .filter((committee) => existsIn(committee, document) && today <= (committee.validTo ?? today))
    .filter(({ id }) => mayHandIn(inForce.plan, person.upn, id))
    .map((committee) => ({
      ...statusOf(document, committee, handedIn, today),
      mayAdopt: mayAdopt(inForce.plan, person.upn, committee.id),
    }));
  if (committees.length === 0) return undefined;
  return { title: document.title, committees: committees.sort((one, other) => progress(one) - progress(other)) };
}

function statusOf(
  document: PlanDocument,
  committee: CommitteeEntry,
  handedIn: readonly HandedInPart[],
  today: string,
): Omit<PartStatus, 'mayAdopt'> {
  const latest = handedIn.find(({ part }) => part.committee === committee.id);
  const waiting = latest?.adopted ? undefined : latest;
  const adopted = document.operationalPlans.find((one) => one.committee === committee.id);
  return {
    committee,
    ...(waiting ? { waiting } : {}),
    ...(adopted ? { adopted } : {}),
    overview: partOverview(document, waiting?.part ?? partOf(document, committee.id), today),
  };
}

/** Nothing, handed in, adopted. */
function progress({ waiting, adopted }: Pick<PartStatus, 'waiting' | 'adopted'>): number {
  if (waiting) return 1;
  return adopted ? 2 : 0;
}
