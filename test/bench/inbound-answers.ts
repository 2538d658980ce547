import { TableClient } from '@azure/data-tables';
import { periodPartition } from '../../src/tables/period-table.ts';
import { appId } from '../support/tokens.ts';
import type { BaselineSetup } from './baseline-service.ts';
import type { LoadJob, LoadResult } from './load.ts';
import { BENCH_MONTH, type BusyReporter, meetChannel, openForms, post } from './reporters.ts';
import { type Comparison, median, type Round } from './statistics.ts';
import { type Listening, runToEnd, startListening, startService, type World } from './world.ts';

const SECONDS = 4;
const LOAD_FROM = 'test/bench/load.ts';

/** Answers that are stored each second, by the whole service and by the raw baseline, in turns on the same Azurite. */
export async function compareInboundAnswers(world: World, rounds: number): Promise<Comparison> {
  const service = await startService(world, (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean));
  const url = `${service.url}/api/messages`;
  await meetChannel(world, url);
  const reporters = await openForms(world, url);
  await pressOnce(world, url, reporters);
  const baseline = await startBaseline(world, reporters);

  const seen: { ours: LoadResult; baseline: LoadResult }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = await revisionsOf(world, reporters);
    const ours = await load(world, url, reporters, before, '"value":{"type":"AdaptiveCard"');
    await checkStored(world, reporters, before, ours);
    const raw = await load(world, `${baseline.url}/api/messages`, reporters, before, '"stored"');
    if (round > 0) seen.push({ ours, baseline: raw }); // the first warms both up
  }
  const drained = await effectsAreCarriedOut(world, reporters);
  await baseline.child.stop();
  await service.child.stop();

  const ms = (values: readonly number[]): string => median(values).toFixed(1);
  return {
    name: 'Inbound Action.Execute with a stored answer, against a bare route with the same token check and one transaction',
    unit: 'answers/s',
    rounds: seen.map(({ ours, baseline: raw }): Round => ({ ours: ours.perSecond, baseline: raw.perSecond })),
    floor: { kind: 'at-least', ratio: 0.5 },
    notes: [
      `ours      p50 ${ms(seen.map(({ ours }) => ours.p50))} ms, p99 ${ms(seen.map(({ ours }) => ours.p99))} ms, ${reporters.length} reporters at once`,
      `baseline  p50 ${ms(seen.map(({ baseline: raw }) => raw.p50))} ms, p99 ${ms(seen.map(({ baseline: raw }) => raw.p99))} ms`,
      `every answer was a receipt, every revision is in the history; the last answer's cards and summary were done ${drained.toFixed(1)} s after it`,
    ],
  };
}

/** A first answer each, so that there is something to correct, and rows to copy. */
async function pressOnce(world: World, url: string, reporters: readonly BusyReporter[]): Promise<void> {
  const before = await revisionsOf(world, reporters);
  for (const [index, { presses }] of reporters.entries()) {
    const shown = before[index] ?? 0;
    const answer = await post(world, url, presses[shown % 2 === 0 ? 0 : 1].replace('"@revision@"', String(shown)));
    if (!answer.includes('Kvitto')) throw new Error(`No receipt: ${answer.slice(0, 600)}`);
  }
}

async function startBaseline(world: World, reporters: readonly BusyReporter[]): Promise<Listening> {
  const periods = TableClient.fromConnectionString(world.connectionString, 'Periods', { allowInsecureConnection: true });
  const partition = periodPartition(reporters[0]?.committeeId ?? '', BENCH_MONTH);
  const rows = new Map<string, Record<string, unknown>>();
  for await (const { etag: _, timestamp: _stamp, ...row } of periods.listEntities({ queryOptions: { filter: `PartitionKey eq '${partition}'` } })) {
    rows.set(String(row.rowKey), row);
  }
  const current = rows.get('answer') ?? {};
  const added = [
    { ...current, rowKey: 'log|000001' },
    { ...effectRow('cards'), pressedActivityId: 'activity-1' },
    effectRow('summary'),
  ];
  function effectRow(kind: string): Record<string, unknown> {
    const [committeeId, period] = partition.split('|');
    return { partitionKey: partition, rowKey: `effect|000001|${kind}`, committeeId, period, revision: 1, attempts: 0, kind };
  }
  const setup = {
    connectionString: world.connectionString,
    keysUrl: `${world.keys.url}/keys`,
    issuer: world.keys.issuer,
    audience: appId,
    current,
    added,
  } as BaselineSetup;
  return startListening('baseline', 'test/bench/baseline-service.ts', { BASELINE: JSON.stringify(setup) });
}

async function load(
  { token }: World,
  url: string,
  reporters: readonly BusyReporter[],
  before: readonly number[],
  expected: string,
): Promise<LoadResult> {
  const presses = reporters.map(({ presses: [even, odd] }, index) => ({ revision: before[index] ?? 0, bodies: [even, odd] as [string, string] }));
  const job: LoadJob = { url, token, seconds: SECONDS, expected, presses };
  const result = JSON.parse(await runToEnd('load', [LOAD_FROM], { LOAD_JOB: JSON.stringify(job) })) as LoadResult;
  if (result.wrong !== undefined) throw new Error(`Not the expected answer: ${result.wrong}`);
  return result;
}

function revisionsOf({ stores }: World, reporters: readonly BusyReporter[]): Promise<number[]> {
  return Promise.all(reporters.map(async ({ committeeId }) => (await stores.answers.find(committeeId, BENCH_MONTH))?.revision ?? 0));
}

async function checkStored(world: World, reporters: readonly BusyReporter[], before: readonly number[], { answered }: LoadResult): Promise<void> {
  const after = await revisionsOf(world, reporters);
  for (const [index, { committeeId }] of reporters.entries()) {
    const stored = (after[index] ?? 0) - (before[index] ?? 0);
    if (stored !== answered[index]) throw new Error(`${committeeId}: ${answered[index]} receipts, ${stored} revisions`);
    const last = await world.stores.answers.findRevision(committeeId, BENCH_MONTH, after[index] ?? 0);
    if (!last) throw new Error(`${committeeId}: revision ${after[index]} is not in the history`);
  }
}

/** Seconds until nothing is left to do after the answers. */
async function effectsAreCarriedOut({ stores }: World, reporters: readonly BusyReporter[]): Promise<number> {
  const from = performance.now();
  for (;;) {
    const waiting = await Promise.all(reporters.map(({ committeeId }) => stores.effects.findWaiting(committeeId, 2026)));
    const seconds = (performance.now() - from) / 1000;
    if (waiting.every((effects) => effects.length === 0)) return seconds;
    if (seconds > 60) throw new Error(`After a minute ${waiting.flat().length} effects still wait`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
