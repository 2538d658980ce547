import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { planText } from '../../src/documents/plan-text.ts';
import type { Month } from '../../src/domain/period.ts';
import { importPlan } from '../../src/features/planning/import-plan.ts';
import type { Clock, Ports } from '../../src/ports.ts';

/** Imports a plan as the command line does, from a month that nobody is asked about. */
export async function putInForce(
  stores: Pick<Ports, 'plans' | 'answers'>,
  clock: Clock,
  text: string,
  validFrom: Month = '2026-01',
): Promise<void> {
  const ports = { ...stores, clock, workingDays: swedishWorkingDays() };
  const imported = await importPlan(ports, planText.read(text), { validFrom, by: 'styr', reason: 'Planen' });
  if (!imported.ok) throw new Error(`The plan is not in force: ${JSON.stringify(imported.problem)}`);
}
