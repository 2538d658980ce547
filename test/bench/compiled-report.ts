import { readFileSync } from 'node:fs';
import { TableClient, type TransactionAction } from '@azure/data-tables';
import { openForCommands } from '../../src/compose-stores.ts';
import { planText } from '../../src/documents/plan-text.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Month, monthOf } from '../../src/domain/period.ts';
import type { FollowUpEntry, PlanFile } from '../../src/domain/plan-document.ts';
import { loadMunicipalReport } from '../../src/features/reporting/load-report.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { anAnswer, aStoredAnswer, figures } from '../support/builders.ts';
import { planOfIndicators } from './plan-of-indicators.ts';
import { type Comparison, type Round, spread } from './statistics.ts';
import type { World } from './world.ts';

const COMMITTEES = Array.from({ length: 10 }, (_, at) => `N${String(at + 1).padStart(2, '0')}`);
const MONTHS = Array.from({ length: 12 }, (_, at): Month => monthOf(2026, at + 1));
/** Each is one committee's, and reported by it every month. */
const INDICATORS = 2_000;
const ANNUAL: Month = '2026-12';
const BUDGET_KR = 120_000_000;
/** What Azure takes in one transaction. */
const ROWS_AT_ONCE = 100;

/**
 * The annual report of ten committees that have reported 2 000 indicators every month, put together with its fingerprint by stores that
 * know nothing from before, against reading the 24 000 values as rows of one partition with nothing but listEntities.
 */
export async function compareCompiledReport({ storage }: World, rounds: number): Promise<Comparison> {
  const plan = aLargePlan(planText.read(readFileSync(EXAMPLE_PLAN_FILE, 'utf8')));
  const values = await reportYear(storage, plan);
  const raw = await storeRows(storage, values);
  const seen: { cold: number; warm: number; raw: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ports = await openForCommands({ storage: { connectionString: storage } });
    const cold = await milliseconds(() => compile(ports));
    const rows = await milliseconds(() => readRows(raw));
    const warm = await milliseconds(() => compile(ports));
    if (round > 0) seen.push({ cold, warm, raw: rows }); // the first warms all up
  }
  const ofWarm = seen.map((one) => one.warm / one.raw);
  return {
    name: `A report of ${COMMITTEES.length} committees, ${MONTHS.length} months and ${INDICATORS} indicators, against reading the same ${values.length} rows from one partition`,
    unit: 'ms',
    rounds: seen.map((one): Round => ({ ours: one.cold, baseline: one.raw })),
    floor: { kind: 'at-most', ratio: 1.5 },
    notes: [`with the plan in memory ${spread(seen.map((one) => one.warm))} ms, ratio ${spread(ofWarm)}`],
  };
}

type ReportPorts = Awaited<ReturnType<typeof openForCommands>>;

async function compile(ports: ReportPorts): Promise<void> {
  const report = await loadMunicipalReport(ports, ANNUAL);
  const shown = report?.content.committees.flatMap(({ indicators }) => indicators.filter(({ said }) => said)) ?? [];
  if (shown.length !== INDICATORS) throw new Error(`The report has ${shown.length} of ${INDICATORS} indicators`);
}

function aLargePlan(example: PlanFile): PlanFile {
  const { current } = example;
  const committees = COMMITTEES.map((id) => ({ id, name: `Nämnd ${id}`, aliases: [] }));
  const base: PlanFile = {
    ...example,
    current: {
      ...current,
      ...{ id: 'large', committees, followUpPlan: MONTHS.map(aFollowUp) },
      committeeGoals: current.committeeGoals.map((goal) => ({ ...goal, committees: COMMITTEES })),
      budgets: COMMITTEES.map((committee) => ({
        ...{ committee, businessArea: committee, businessAreaName: 'Verksamhet', year: 2026, netBudgetKr: BUDGET_KR },
      })),
      ...{ commitments: [], councilAssignments: [], investments: [], frames: [], outcomes: [], contacts: [] },
      ...{ supplementaryAppropriations: [], areaMoves: [], operationalPlans: [] },
    },
  };
  const large = planOfIndicators(base, INDICATORS, 0);
  const indicators = large.current.indicators.map((entry) => ({ ...entry, frequency: 'month' as const }));
  return { ...large, current: { ...large.current, indicators } };
}

function aFollowUp(period: Month): FollowUpEntry {
  const isAnnual = period === ANNUAL;
  return {
    ...{ year: 2026, period, kind: isAnnual ? 'annual' : 'month', reminders: [] },
    asks: ['finance', 'indicators', ...(isAnnual ? (['goals', 'activities'] as const) : [])],
    ...{ opens: 'working day 3 of the following month', due: 'working day 10 of the following month' },
  };
}

interface ReportedValue {
  readonly committeeId: string;
  readonly period: Month;
  readonly indicatorId: string;
  readonly value: number;
}

/** Every committee answers every month, with all its indicators. */
async function reportYear(storage: string, plan: PlanFile): Promise<readonly ReportedValue[]> {
  const ports = await openForCommands({ storage: { connectionString: storage } });
  await ports.plans.publish(plan, { validFrom: '2026-01', publishedBy: 'bench', reason: 'A large plan' });
  const values: ReportedValue[] = [];
  for (const [at, period] of MONTHS.entries()) {
    for (const committeeId of COMMITTEES) {
      const own = plan.current.indicators.filter(({ committees }) => committees.includes(committeeId));
      const reported = own.map(({ id }, index) => ({ indicatorId: id, value: 50 + ((at + index) % 400) / 10 }));
      const answer = answerOf(committeeId, at + 1, reported);
      await ports.answers.save(aStoredAnswer({ committeeId, period, answer }), []);
      values.push(...reported.map((one) => ({ committeeId, period, ...one })));
    }
  }
  return values;
}

function answerOf(
  committeeId: string,
  months: number,
  reported: readonly Pick<ReportedValue, 'indicatorId' | 'value'>[],
): Answer {
  return anAnswer({
    areas: [figures(committeeId, (BUDGET_KR / 12) * months, BUDGET_KR)],
    indicators: reported.map(({ indicatorId, value }) => ({ indicatorId, report: { kind: 'value', value } })),
  });
}

/** Each value as a row of its own, all in one partition. */
async function storeRows(storage: string, values: readonly ReportedValue[]): Promise<TableClient> {
  const table = TableClient.fromConnectionString(storage, 'ScratchRows', {
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: true,
  });
  await table.createTable();
  const rows = values.map(({ value, ...rest }, at) => ({
    ...{ partitionKey: 'scratch', rowKey: String(at).padStart(6, '0') },
    ...{ ...rest, kind: 'value', value: String(value) },
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await table.submitTransaction(rows.slice(at, at + ROWS_AT_ONCE).map((row): TransactionAction => ['create', row]));
  }
  return table;
}

async function readRows(table: TableClient): Promise<void> {
  let count = 0;
  for await (const _ of table.listEntities({ queryOptions: { filter: "PartitionKey eq 'scratch'" } })) count += 1;
  if (count !== INDICATORS * MONTHS.length) throw new Error(`${count} rows were read`);
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
