import { isMonth, type Month } from '../domain/period.ts';
import { type BrokenRow, MUNICIPALITY, type Verified } from '../ports.ts';
import { FrozenReports } from './frozen-reports.ts';
import { key, keysUnder } from './keys.ts';
import { odata, type Table } from './storage.ts';
import { verifyPeriod } from './verify-period.ts';

/** The municipality's own record says how many versions it has compiled. */
const MUNICIPALITYS = key('report', MUNICIPALITY);

/** Recomputes every hash of every version of a period, or of all periods that have any. */
export async function verifyReports(table: Table, period?: Month): Promise<Verified> {
  const all = { versions: 0, rows: 0, broken: [] as BrokenRow[] };
  // One period at a time, and in it one version at a time: what is read at once fits in memory and in a call's time.
  for (const one of period === undefined ? await periodsWithVersions(table) : [period]) {
    const { versions, rows, broken } = await verifyPeriod(await readPeriod(table, one));
    all.versions += versions;
    all.rows += rows;
    all.broken.push(...broken);
  }
  return all;
}

async function readPeriod(table: Table, period: Month): Promise<Parameters<typeof verifyPeriod>[0]> {
  const frozen = new FrozenReports(table);
  const [known, record] = await Promise.all([frozen.read(period), table.find(period, MUNICIPALITYS)]);
  return {
    ...{ period, known, compiled: typeof record?.version === 'number' ? record.version : 0 },
    frozen: (number, seal) => frozen.frozen({ period, number }, seal),
  };
}

/** Every period's partition is named as its month; what is frozen lies in others. */
async function periodsWithVersions(table: Table): Promise<readonly Month[]> {
  const { from, to } = keysUnder('version');
  const months = odata`PartitionKey ge '0' and PartitionKey lt ':'`;
  const wanted = odata`RowKey eq ${MUNICIPALITYS} or (RowKey ge ${from} and RowKey lt ${to})`;
  const rows = await table.list(`${months} and (${wanted})`, ['version']);
  const compiled = rows.filter(({ rowKey, version }) => rowKey !== MUNICIPALITYS || version !== undefined);
  return [...new Set(compiled.map(({ partitionKey }) => partitionKey))].filter(isMonth).sort();
}
