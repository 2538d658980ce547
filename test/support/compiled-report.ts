import assert from 'node:assert/strict';
import type { Month } from '../../src/domain/period.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import type { DecisionGiven } from '../../src/domain/read-decision.ts';
import { NO_TEXTS } from '../../src/domain/report-record.ts';
import type { About } from '../../src/features/reporting/report-about.ts';
import type { Ports } from '../../src/ports.ts';
import { aDocument, aFollowUp, aPlan, documentOf } from './builders.ts';
import { type FakePorts, inMemoryPorts } from './fakes.ts';
import { aMunicipalContent, aVersion } from './frozen-reports.ts';

export const THE_PERIOD: Month = '2026-08';
export const clerk = { upn: 'kommunsekreterare@styrmodell.example', name: 'Klara Åberg' };
export const controller = { upn: 'controller@styrmodell.example', name: 'Kim Ek' };

/** A clerk's press on the card of a version. */
export const onVersion: About & { readonly version: number } = {
  scope: 'municipality',
  period: THE_PERIOD,
  revision: 1,
  mark: 'f'.repeat(16),
  version: 1,
};

/** The interim report of August and the month after, with a council clerk in the roster. */
export function aReportingPlan(overrides: Partial<PlanDocument> = {}): PlanDocument {
  const followUps = [
    aFollowUp(THE_PERIOD, { kind: 'interim', asks: ['finance', 'indicators', 'goals', 'activities'] }),
    ...[aFollowUp('2026-09'), aFollowUp('2026-10')],
  ];
  const contacts = [
    ...aPlan().contacts,
    { upn: clerk.upn, role: 'councilClerk', order: 1 } as const,
    {
      upn: 'forvaltningschef.bun@styrmodell.example',
      role: 'committeeApprover',
      order: 1,
      committeeId: 'BUN',
    } as const,
  ];
  return aDocument({ ...documentOf(aPlan({ followUps, contacts })), ...overrides });
}

/** 30 October 2026: the interim report was compiled on 20 October, and the council met on the 28th. */
export async function aCompiledMunicipality(): Promise<FakePorts> {
  const ports = inMemoryPorts({ now: '2026-10-30T08:00:00+01:00' });
  ports.plans.use(aReportingPlan());
  await compileIn(ports);
  return ports;
}

/** Freezes a version and says so in the municipality's report. */
export async function compileIn({ reports }: Pick<Ports, 'reports'>, number = 1): Promise<void> {
  const version = aVersion(THE_PERIOD, {
    ...{ number, compiledAt: '2026-10-20T08:00:00.000Z', compiledBy: controller.upn },
    content: aMunicipalContent({ period: THE_PERIOD }),
  });
  assert.notEqual(await reports.freeze(version), 'conflict');
  const stored = await reports.find('municipality', THE_PERIOD);
  const { etag, ...before } = stored ?? {
    ...{ scope: 'municipality', period: THE_PERIOD, revision: 0, state: 'reviewed', texts: NO_TEXTS, grades: [] },
    etag: undefined,
  };
  const revision = before.revision + 1;
  const saved = await reports.save(
    {
      ...{ ...before, grades: [], registrationNumber: 'KS 2026/123', revision, state: 'compiled' },
      ...{ version: number, mark: version.mark },
    },
    {
      ...{ revision, at: new Date(version.compiledAt), by: controller, deed: 'compile' },
      ...{ from: before.state, to: 'compiled' },
    },
    etag,
  );
  assert.equal(saved, 'saved');
}

/** Approved on 28 October, with money for BUN's preschools and an order to SN. */
export function aDecisionGiven(overrides: Partial<DecisionGiven> = {}): DecisionGiven {
  return {
    ...{ date: '2026-10-28', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
    appropriations: [{ committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 300_000, validFrom: '2026-10-01' }],
    orders: [{ committeeId: 'SN', text: 'Återkom med en plan för ekonomi i balans', dueOn: '2026-12-01' }],
    ...overrides,
  };
}
