import assert from 'node:assert/strict';
import { planText } from '../../src/documents/plan-text.ts';
import { loadMunicipalReport } from '../../src/features/reporting/load-report.ts';
import { AnswerRows } from '../../src/tables/answer-rows.ts';
import { PlanRows } from '../../src/tables/plan-rows.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import { openTable, type Table } from '../../src/tables/storage.ts';
import { freshStorage } from '../support/azurite.ts';
import { anAnswer, aStoredAnswer } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { anIndicatorEntry, aSoundPlanFile } from '../support/plan-document.ts';
import { anOccasion } from '../support/report-facts.ts';

/** Counts the queries to a table: one for each row or list that is asked for, however many pages the list has. */
function counted(table: Table, count: () => void): Table {
  return Object.assign(Object.create(table) as Table, {
    find: (...args: Parameters<Table['find']>) => {
      count();
      return table.find(...args);
    },
    list: (...args: Parameters<Table['list']>) => {
      count();
      return table.list(...args);
    },
    create: table.create.bind(table),
    transact: table.transact.bind(table),
  });
}

/** Two committees that have answered two months of so many indicators each. */
async function aMunicipality(indicatorCount: number) {
  const connectionString = await freshStorage();
  const tables = ['Plans', 'Periods', 'Reports'].map((name) => openTable({ connectionString }, name, () => undefined));
  await Promise.all(tables.map((table) => table.prepare()));
  const clock = new FakeClock('2026-11-05T08:00:00+01:00');
  let queries = 0;
  const open = () => {
    const [plans, periods, reports] = tables.map((table) => counted(table, () => (queries += 1)));
    assert(plans && periods && reports);
    return {
      plans: new PlanRows(plans, planText, clock),
      answers: new AnswerRows(periods, () => undefined, clock),
      reports: new ReportRows(reports),
    };
  };

  const indicators = Array.from({ length: indicatorCount }, (_, at) =>
    anIndicatorEntry(`I${at}`, {
      committees: ['BUN', 'SN'],
      aliases: ['Ett namn som tar plats i planens text'.repeat(4)],
    }),
  );
  const followUpPlan = [anOccasion('2026-04', 'tertial'), anOccasion('2026-08', 'interim')];
  const stores = open();
  const how = { validFrom: '2026-01', publishedBy: 'styr', reason: '' } as const;
  await stores.plans.publish(aSoundPlanFile({ indicators, followUpPlan }), how);
  const said = indicators.map(({ id }) => ({ indicatorId: id, report: { kind: 'value', value: 81 } as const }));
  for (const committeeId of ['BUN', 'SN']) {
    for (const period of ['2026-04', '2026-08'] as const) {
      const answer = anAnswer({ areas: [], indicators: said });
      await stores.answers.save(aStoredAnswer({ committeeId, period, answer }), []);
    }
  }

  return {
    /** By a process that knows nothing from before. */
    queriesOf: async (work: (stores: ReturnType<typeof open>) => Promise<unknown>): Promise<number> => {
      queries = 0;
      await work(open());
      return queries;
    },
  };
}

describe('The municipality’s report, read from tables', () => {
  it('takes as many queries with many indicators as with few', async () => {
    const queries: number[] = [];
    for (const count of [3, 300]) {
      const municipality = await aMunicipality(count);
      const asked = await municipality.queriesOf(async (stores) => {
        const loaded = await loadMunicipalReport(stores, '2026-08');
        const said = loaded?.content.committees.flatMap(({ indicators }) => indicators.filter((one) => one.said));
        assert.equal(said?.length, 2 * count);
      });
      queries.push(asked);
    }

    // Versions, the plan's text, two committees' years, records, measures, versions, the spring's record.
    assert.deepEqual(queries, [8, 8]);
  });
});
