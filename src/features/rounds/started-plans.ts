import type { Month } from '../../domain/period.ts';
import type { FollowUp } from '../../domain/plan.ts';
import type { PlanFile } from '../../domain/plan-document.ts';
import type { NewPlanVersion, PlanInForce, PlanStore, PlanVersion, RoundStore } from '../../ports.ts';

/**
 * The plans as they are in force, with the days that a controller has opened follow-ups ahead of the calendar. The plan itself,
 * its versions and files are as decided.
 */
export class StartedPlans implements PlanStore {
  readonly #plans: PlanStore;
  readonly #rounds: Pick<RoundStore, 'started'>;

  constructor(plans: PlanStore, rounds: Pick<RoundStore, 'started'>) {
    this.#plans = plans;
    this.#rounds = rounds;
  }

  async current(): Promise<PlanInForce | undefined> {
    return this.#withStarts(await this.#plans.current());
  }

  async forMonth(month: Month): Promise<PlanInForce | undefined> {
    return this.#withStarts(await this.#plans.forMonth(month));
  }

  versions(): Promise<readonly PlanVersion[]> {
    return this.#plans.versions();
  }

  file(number?: number): Promise<PlanFile | undefined> {
    return this.#plans.file(number);
  }

  publish(file: PlanFile, how: NewPlanVersion, expected?: number): Promise<'published' | 'unchanged' | 'conflict'> {
    return this.#plans.publish(file, how, expected);
  }

  async #withStarts(inForce: PlanInForce | undefined): Promise<PlanInForce | undefined> {
    if (!inForce) return undefined;
    const started = await this.#rounds.started();
    if (started.size === 0) return inForce;
    const followUps = inForce.plan.followUps.map((followUp) => withStart(followUp, started.get(followUp.period)));
    return { ...inForce, plan: { ...inForce.plan, followUps } };
  }
}

function withStart(followUp: FollowUp, startedOn: string | undefined): FollowUp {
  return startedOn === undefined ? followUp : { ...followUp, startedOn };
}
