import { readFileSync } from 'node:fs';
import { TableClient, type TransactionAction } from '@azure/data-tables';
import { openForCommands } from '../../src/compose-stores.ts';
import { planFiles } from '../../src/documents/plan-files.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { importPlan } from '../../src/features/planning/import-plan.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { planOfIndicators } from './plan-of-indicators.ts';
import { type Comparison, type Round, spread } from './statistics.ts';
import type { World } from './world.ts';

const INDICATORS = 10_000;
/** What Azure takes in one transaction. */
const ROWS_AT_ONCE = 100;
/** A round takes half a minute, most of it to write the workbook that is read. */
const MOST_ROUNDS = 5;

/**
 * A plan of 10 000 indicators takes the example plan's place, from the bytes of its file to in force (read, checked, compared,
 * stored), against storing as many rows of the same content with nothing but submitTransaction × 100.
 */
export async function comparePlanImport({ storage }: World, rounds: number): Promise<Comparison> {
  const example = await read(readFileSync(EXAMPLE_PLAN_FILE), 'example-plan.json');
  const raw = await openRawTable(storage);
  const seen: { json: number; workbook: number; raw: number }[] = [];
  for (let round = 0; round <= Math.min(rounds, MOST_ROUNDS); round++) {
    const files = [0, 1].map((edition) => planOfIndicators(example, INDICATORS, round * 2 + edition));
    const [first = example, second = example] = files;
    const json = await importOver(storage, example, Buffer.from(planFiles.writeJson(first)), 'plan.json');
    const rows = await perSecond(() => storeRows(raw, first, round));
    const workbook = await importOver(storage, example, await planFiles.writeWorkbook(second), 'plan.xlsx');
    if (round > 0) seen.push({ json, workbook, raw: rows }); // the first warms all up
  }
  const ofWorkbook = seen.map((one) => one.workbook / one.raw);
  return {
    name: 'Import of a plan of 10 000 indicators from JSON, against raw submitTransaction × 100 of the same rows',
    unit: 'indicators/s',
    rounds: seen.map((one): Round => ({ ours: one.json, baseline: one.raw })),
    floor: { kind: 'at-least', ratio: 0.6 },
    notes: [`from the workbook ${spread(seen.map((one) => one.workbook))} indicators/s, ratio ${spread(ofWorkbook)}`],
  };
}

/** Indicators stored each second, when the plan takes the place of a small one. */
async function importOver(storage: string, example: PlanFile, bytes: Uint8Array, name: string): Promise<number> {
  await importFile(storage, Buffer.from(planFiles.writeJson(example)), 'example.json');
  return perSecond(() => importFile(storage, bytes, name));
}

async function read(bytes: Uint8Array, name: string): Promise<PlanFile> {
  const { content, problems } = await planFiles.read(bytes, name);
  if (content?.kind !== 'plan') throw new Error(`The plan can't be read: ${JSON.stringify(problems.slice(0, 3))}`);
  return content.file;
}

/** As the command line does it: stores that know nothing from before. */
async function importFile(connectionString: string, bytes: Uint8Array, name: string): Promise<void> {
  const file = await read(bytes, name);
  const ports = await openForCommands({ storage: { connectionString } });
  const imported = await importPlan(ports, file, { validFrom: '2026-01', by: 'bench', reason: name });
  if (!imported.ok) throw new Error(`Not imported: ${JSON.stringify(imported)}`);
}

async function openRawTable(connectionString: string): Promise<TableClient> {
  const table = TableClient.fromConnectionString(connectionString, 'RawRows', {
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: true,
  });
  await table.createTable();
  return table;
}

/** Each indicator as a row, with the text that it has in the plan. */
async function storeRows(table: TableClient, { current }: PlanFile, round: number): Promise<void> {
  const rows = current.indicators.map((indicator) => ({
    partitionKey: `round ${round}`,
    rowKey: indicator.id,
    text: JSON.stringify(indicator),
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const actions = rows.slice(at, at + ROWS_AT_ONCE).map((row): TransactionAction => ['create', row]);
    await table.submitTransaction(actions);
  }
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (INDICATORS * 1000) / (performance.now() - started);
}
