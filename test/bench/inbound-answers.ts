import { setTimeout as delay } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { effectRow } from '../../src/tables/effect-rows.ts';
import { periodPartition } from '../../src/tables/period-table.ts';
import { texts } from '../../src/texts.ts';
import { appId } from '../support/tokens.ts';
import type { BaselineSetup } from './baseline-service.ts';
import type { LoadJob, LoadResult } from './load.ts';
import { BENCH_MONTH, type BusyReporter, openForms } from './reporters.ts';
import { type Comparison, median } from './statistics.ts';
import { startScript, type World } from './world.ts';

const SECONDS = 4;
const RECEIPT = '"Kvitto ';

/** Answers that are stored each second: by the whole service and by the raw baseline, in turns on the same Azurite. */
export async function compareInboundAnswers(world: World, rounds: number): Promise<Comparison> {
  const service = await world.startService();
  const reporters = await openForms(world, service);
  await answerOnce(world, reporters);
  const baseline = await startBaseline(world, reporters);

  const seen: { ours: LoadResult; raw: LoadResult; drained: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = await revisionsOf(world, reporters);
    const ours = await load(world, service.url, reporters, before, RECEIPT);
    const drained = await secondsUntilNothingWaits(world, reporters);
    await checkHistory(world, reporters, before, ours);
    const raw = await load(world, baseline.url, reporters, before, '"stored"');
    if (round > 0) seen.push({ ours, raw, drained }); // the first warms both up
  }
  await baseline.stop();
  await service.stop();

  const repeated = seen.reduce((sum, { ours }) => sum + ours.repeated, 0);
  const ms = (results: readonly LoadResult[]): string =>
    `p50 ${median(results.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(results.map(({ p99 }) => p99)).toFixed(1)} ms`;
  return {
    name: 'Inbound Action.Execute with a stored answer, against a bare route with the same token check and one transaction',
    unit: 'answers/s',
    rounds: seen.map(({ ours, raw }) => ({ ours: ours.perSecond, baseline: raw.perSecond })),
    floor: { kind: 'at-least', ratio: 0.5 },
    notes: [
      `${reporters.length} reporters at once: ours ${ms(seen.map(({ ours }) => ours))}; baseline ${ms(seen.map(({ raw }) => raw))}`,
      `every receipt is a revision in the history; ${repeated} of all presses lost their call to storage and were pressed again`,
      `cards and summary were up to date at most ${Math.max(...seen.map(({ drained }) => drained)).toFixed(1)} s after the last answer`,
    ],
  };
}

/** A first answer each, so that there is something to correct, and rows to copy. */
async function answerOnce(world: World, reporters: readonly BusyReporter[]): Promise<void> {
  const before = await revisionsOf(world, reporters);
  for (const [index, reporter] of reporters.entries()) {
    const reply = await reporter.press(before[index] ?? 0);
    if (!JSON.stringify(reply.card ?? {}).includes(RECEIPT))
      throw new Error(`No receipt: ${JSON.stringify(reply).slice(0, 600)}`);
  }
}

/** The baseline writes copies of what our service stored for one committee. */
async function startBaseline(
  world: World,
  reporters: readonly BusyReporter[],
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const committeeId = reporters[0]?.committeeId ?? '';
  const periods = TableClient.fromConnectionString(world.storage, 'Periods', { allowInsecureConnection: true });
  const stored = await periods.getEntity(periodPartition(committeeId, BENCH_MONTH), 'answer');
  const { etag: _, timestamp: _stamp, 'odata.metadata': _metadata, ...current } = stored;
  const effect = { committeeId, period: BENCH_MONTH, revision: 1, attempts: 0 } as const;
  const setup = {
    connectionString: world.storage,
    keysUrl: `${world.keys.url}/keys`,
    issuer: world.keys.issuer,
    audience: appId,
    current,
    added: [
      { ...current, rowKey: 'log|000001' },
      effectRow({ ...effect, kind: 'cards', pressedActivityId: '1795000000001' }),
      effectRow({ ...effect, kind: 'summary' }),
    ],
  } as BaselineSetup;
  const child = startScript('baseline-service.ts', { BASELINE: JSON.stringify(setup) });
  const [, port] = await child.written(/listening (\d+)/, 30_000);
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stop() };
}

async function load(
  { token }: World,
  url: string,
  reporters: readonly BusyReporter[],
  before: readonly number[],
  expected: string,
): Promise<LoadResult> {
  const job: LoadJob = {
    url: `${url}/api/messages`,
    token,
    seconds: SECONDS,
    expected,
    again: JSON.stringify(texts.notStored).slice(1, -1),
    reporters: reporters.map(({ presses }, index) => ({ revisionShown: before[index] ?? 0, presses })),
  };
  const child = startScript('load.ts', { LOAD_JOB: JSON.stringify(job) });
  await child.exited;
  const [said = ''] = child.lastLines().slice(-1);
  if (!said.startsWith('{')) throw new Error(`The load ended without a result:\n${child.lastLines().join('\n')}`);
  const result = JSON.parse(said) as LoadResult;
  if (result.wrong !== undefined) throw new Error(`Not the expected answer: ${result.wrong}`);
  return result;
}

async function revisionsOf({ stores }: World, reporters: readonly BusyReporter[]): Promise<number[]> {
  const stored = await Promise.all(reporters.map(({ committeeId }) => stores.answers.find(committeeId, BENCH_MONTH)));
  return stored.map((answer) => answer?.revision ?? 0);
}

async function checkHistory(
  world: World,
  reporters: readonly BusyReporter[],
  before: readonly number[],
  { answered }: LoadResult,
): Promise<void> {
  const after = await revisionsOf(world, reporters);
  for (const [index, { committeeId }] of reporters.entries()) {
    const revision = after[index] ?? 0;
    if (revision - (before[index] ?? 0) !== answered[index]) {
      throw new Error(`${committeeId}: ${answered[index]} receipts, but revision ${before[index]} became ${revision}`);
    }
    // Each revision is made once and the row before it replaced by its ETag: with the last one in the history, all are.
    if (!(await world.stores.answers.findRevision(committeeId, BENCH_MONTH, revision))) {
      throw new Error(`${committeeId}: revision ${revision} is not in the history`);
    }
  }
}

/** Until every answer has led to all that it should. */
async function secondsUntilNothingWaits({ stores }: World, reporters: readonly BusyReporter[]): Promise<number> {
  const from = performance.now();
  for (;;) {
    const waiting = await Promise.all(
      reporters.map(({ committeeId }) => stores.effects.findWaiting(committeeId, 2026)),
    );
    const seconds = (performance.now() - from) / 1000;
    if (waiting.flat().length === 0) return seconds;
    if (seconds > 60) throw new Error(`After a minute ${waiting.flat().length} effects still wait`);
    await delay(250);
  }
}
