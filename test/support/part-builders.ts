import { type CommitteePart, partOf } from '../../src/domain/committee-part.ts';
import type {
  Activity,
  BudgetEntry,
  Commitment,
  CommitteeGoal,
  ContactEntry,
  CouncilGoal,
  PlanDocument,
} from '../../src/domain/plan-document.ts';
import { aDocument } from './builders.ts';

export function aCouncilGoal(id: string, overrides: Partial<CouncilGoal> = {}): CouncilGoal {
  return { id, name: `Mål ${id}`, committeeEffects: [], aliases: [], ...overrides };
}

export function aCommitteeGoal(id: string, committees: readonly string[], contributesTo = ['SKOLA']): CommitteeGoal {
  return { id, name: `Nämndmål ${id}`, committees, contributesTo, aliases: [] };
}

export function aCommitment(id: string, committeeGoal: string, overrides: Partial<Commitment> = {}): Commitment {
  return {
    ...{ id, committee: 'BUN', committeeGoal, name: `Åtagande ${id}`, status: 'notStarted' },
    activities: [anActivity(`${id}.1`)],
    ...overrides,
  };
}

export function anActivity(id: string, overrides: Partial<Activity> = {}): Activity {
  return {
    ...{ id, name: `Aktivitet ${id}`, status: 'notStarted', owner: 'Rektor' },
    ...{ startsOn: '2026-02-01', endsOn: '2026-11-30' },
    ...overrides,
  };
}

export function aBudget(committee: string, businessArea: string, overrides: Partial<BudgetEntry> = {}): BudgetEntry {
  return {
    ...{ committee, businessArea, businessAreaName: `Område ${businessArea}`, year: 2026, netBudgetKr: 1_200_000 },
    ...overrides,
  };
}

export const approver = 'forvaltningschef.bun@styrmodell.example';

export const othersApprover = 'forvaltningschef.sn@styrmodell.example';

function anApprover(committee: string, upn: string): ContactEntry {
  return { committee, role: 'committeeApprover', order: 1, upn };
}

/** One council goal, one goal for each of two committees and one that they share, and a frame that is kept. */
export function aDividedPlan(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return aDocument({
    councilGoals: [aCouncilGoal('SKOLA')],
    committeeGoals: [
      aCommitteeGoal('LASA', ['BUN']),
      aCommitteeGoal('TRYGG', ['BUN', 'SN']),
      aCommitteeGoal('VARD', ['SN']),
    ],
    commitments: [aCommitment('BUN-1', 'LASA'), aCommitment('SN-1', 'VARD', { committee: 'SN' })],
    contacts: [...aDocument().contacts, anApprover('BUN', approver), anApprover('SN', othersApprover)],
    frames: [
      { committee: 'BUN', year: 2026, amountKr: 1_200_000 },
      { committee: 'SN', year: 2026, amountKr: 1_200_000 },
    ],
    ...overrides,
  });
}

/** What BUN has in the divided plan, with changes. */
export function aPart(overrides: Partial<CommitteePart> = {}, document = aDividedPlan()): CommitteePart {
  return { ...partOf(document, 'BUN'), ...overrides };
}
