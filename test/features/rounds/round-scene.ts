import { StartedPlans } from '../../../src/features/rounds/started-plans.ts';
import type { Delivery, DeliveryChange, DeliveryKey } from '../../../src/ports.ts';
import { aFollowUp, aPlan, aReporterContact, upnOf } from '../../support/builders.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

export const CONTROLLER = 'controller@styrmodell.example';
export const APPROVER = 'forvaltningschef.bun@styrmodell.example';
export const REPORTER = upnOf('BUN');
export const DEPUTY = upnOf('BUN', 2);
export const OF_SN = upnOf('SN');

const ladder = [
  { kind: 'reminder', workingDays: -2 },
  { kind: 'reminder', workingDays: 0 },
  { kind: 'deputy', workingDays: 2 },
  { kind: 'approver', workingDays: 4 },
] as const;

/** October opens on 3 November and is due on the tenth; November opens on 3 December. Every day is a working day. */
export const plan = aPlan({
  contacts: [
    aReporterContact('BUN'),
    aReporterContact('BUN', 2),
    aReporterContact('SN'),
    { upn: APPROVER, role: 'committeeApprover', order: 1, committeeId: 'BUN' },
    { upn: CONTROLLER, role: 'controller', order: 1 },
    { upn: 'kommundirektor@styrmodell.example', role: 'manager', order: 1 },
  ],
  followUps: [aFollowUp('2026-09', { ladder }), aFollowUp('2026-10', { ladder }), aFollowUp('2026-11', { ladder })],
});

/** Everybody but BUN's deputy has installed the app. */
export async function aRound(now = '2026-11-05T08:00:00+01:00'): Promise<FakePorts> {
  const ports = inMemoryPorts({ plan, now });
  for (const upn of [REPORTER, OF_SN, APPROVER, CONTROLLER]) await aKnownPerson(ports, upn);
  return ports;
}

/** The same municipality, with the rounds that have been started ahead of the calendar. */
export function withStarts(ports: FakePorts) {
  return { ...ports, plans: new StartedPlans(ports.plans, ports.rounds) };
}

/** A line of October's ledger as it stands after it was tried, on the morning of 4 November unless said otherwise. */
export async function aLine(
  { deliveries }: FakePorts,
  key: Omit<DeliveryKey, 'period'>,
  change: DeliveryChange = {},
): Promise<Delivery> {
  const [made] = await deliveries.ensureAll([{ ...key, period: '2026-10' }]);
  const tried = { state: 'sent', attempts: 1, claimedAt: new Date('2026-11-04T08:00:00+01:00'), ...change } as const;
  const row = made && (await deliveries.change(made, tried));
  if (!row) throw new Error('The line could not be made');
  return row;
}

export async function aKnownDeputy(ports: FakePorts): Promise<void> {
  await aKnownPerson(ports, DEPUTY);
}
