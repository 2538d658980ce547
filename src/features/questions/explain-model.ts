import { type GovernanceModel, governanceModel } from '../../domain/governance-model.ts';
import type { Ports } from '../../ports.ts';

/** The governance model in the plan in force, and the version whose picture shows the same. */
export interface ModelExplanation {
  readonly model: GovernanceModel;
  readonly version: string;
}

/** What the council has decided is public: anybody may ask, in any conversation. None before the first plan. */
export async function explainModel({ plans }: Pick<Ports, 'plans'>): Promise<ModelExplanation | undefined> {
  const inForce = await plans.current();
  return inForce && { model: governanceModel(inForce.document), version: inForce.version };
}
