import type { ServiceProcess } from '../support/service-process.ts';
import { bodyFor } from './press-text.ts';
import { BENCH_MONTH, openForms } from './reporters.ts';
import { type Comparison, median, type Round } from './statistics.ts';
import { startScript, type World } from './world.ts';

/** From nothing to the first answer, against a process that only loads the same packages. */
export async function compareColdStarts(world: World, rounds: number): Promise<Comparison> {
  const press = await preparePress(world);
  const starts: Round[] = [];
  const answered: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const baseline = await millisecondsToImport();
    const { healthy, receipt } = await millisecondsToAnswer(world, press);
    if (round === 0) continue; // the first fills the system's file cache
    starts.push({ ours: healthy, baseline });
    answered.push(receipt / baseline);
  }
  return {
    name: 'Cold start to the first answered request, against a process that only loads the same packages',
    unit: 'ms',
    rounds: starts,
    floor: { kind: 'at-most', ratio: 1.5 },
    notes: [`to the first receipt, with keys and plan fetched: ${median(answered).toFixed(2)} times the baseline`],
  };
}

type Press = (service: ServiceProcess) => Promise<void>;

/** A press that is answered already: the same receipt comes back however often the service starts. */
async function preparePress(world: World): Promise<Press> {
  const service = await world.startService();
  const [reporter] = await openForms(world, service);
  if (!reporter) throw new Error('Nobody has a form');
  const stored = await world.stores.answers.find(reporter.committeeId, BENCH_MONTH);
  const revision = stored?.revision ?? 0;
  await reporter.press(revision);
  await service.stop();
  return async ({ url }) => {
    const body = bodyFor(reporter.presses, revision);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${world.token}` };
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
    const text = await response.text();
    if (!text.includes('"Kvitto ')) throw new Error(`No receipt: ${text.slice(0, 600)}`);
  };
}

async function millisecondsToImport(): Promise<number> {
  const from = performance.now();
  const child = startScript('import-packages.ts', {});
  await child.written(/imported/, 30_000);
  const milliseconds = performance.now() - from;
  await child.exited;
  return milliseconds;
}

async function millisecondsToAnswer(world: World, press: Press): Promise<{ healthy: number; receipt: number }> {
  const from = performance.now();
  const service = await world.startService();
  const response = await fetch(`${service.url}/healthz`);
  if (response.status !== 200) throw new Error(`/healthz answered ${response.status}`);
  const healthy = performance.now() - from;
  await press(service);
  const receipt = performance.now() - from;
  await service.stop();
  return { healthy, receipt };
}
