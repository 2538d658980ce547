import type { Month } from '../../domain/period.ts';
import type {
  AreaContent,
  CommitteeFinance,
  CommitteeReportContent,
  FinanceFigures,
  ForecastPoint,
  MunicipalReportContent,
} from '../../domain/report-content.ts';
import { withoutFeeWord } from '../../words/area-name.ts';
import { periodText, shortInterval } from '../../words/period-text.ts';
import { isToBudget } from '../../words/swedish.ts';

import { amountColumn, type Column, MISSING, NOTHING, type Row, type Table, table, textColumn } from './blocks.ts';
import { decisionText, deviationText, inThousands, sizeOfDeviation } from './figures-in-words.ts';
import { writtenText } from './written-text.ts';

/** More follow-ups than a page is wide enough for; the workbook has all of them. */
const MOST_FOLLOW_UPS = 7;

/** The columns of every table of operating budgets; all amounts in tkr. */
function financeColumns(whose: string, period: Month): readonly Column[] {
  const sofar = shortInterval(period);
  return [
    textColumn(whose, 27),
    amountColumn('Budget\nhelår', 12.5),
    amountColumn(`Budget\n${sofar}`, 12.5),
    amountColumn(`Utfall\n${sofar}`, 12.5),
    amountColumn('Prognos\nhelår', 12.5),
    amountColumn('Avvikelse', 12),
    textColumn('Avvikelsen\ni ord', 15),
  ];
}

/** A committee's areas, and its sum. */
export function areasTable({ period, finance, committeeName }: CommitteeReportContent): readonly Table[] {
  const rows = finance.areas.map((area) => financeRow(areaName(area), area));
  const sum = financeRow('Nämndens driftbudget', finance, 'sum');
  return table(
    `Driftbudget per verksamhet, ${writtenText(committeeName)}, nettokostnad i tkr`,
    financeColumns('Verksamhet', period),
    finance.areas.length === 0 ? [] : [...rows, sum, ...feeRows(finance)],
  );
}

/** All committees, with what is fee-financed apart, and the sum named for what it is. */
export function committeesTable(content: MunicipalReportContent): readonly Table[] {
  const rows = content.committees.flatMap(({ committeeName, finance }) => [
    financeRow(writtenText(committeeName), finance),
    ...feeRows(finance),
  ]);
  const { committeesSum, feeFinanced, committeesSumWithoutFees } = content;
  return table('Nämndernas driftbudget, nettokostnad i tkr', financeColumns('Nämnd', content.period), [
    ...rows,
    financeRow('Summa nämndernas driftbudget', committeesSum, 'sum'),
    ...feeRows({ ...(feeFinanced && { feeFinanced }) }),
    ...(feeFinanced ? [financeRow('Summa utan avgiftsfinansierat', committeesSumWithoutFees, 'sum')] : []),
  ]);
}

/** What is fee-financed is part of the sum above it. */
function feeRows({ feeFinanced }: Pick<CommitteeFinance, 'feeFinanced'>): readonly Row[] {
  if (!feeFinanced) return [];
  const names = feeFinanced.names.map((name) => writtenText(withoutFeeWord(name))).join(', ');
  return [financeRow(`varav avgiftsfinansierat (${names})`, feeFinanced, 'part')];
}

function areaName({ name, feeFinanced, spreadEvenly }: AreaContent): string {
  const named = feeFinanced ? `${writtenText(withoutFeeWord(name))} (avgiftsfinansierad)` : writtenText(name);
  return `${named}${spreadEvenly ? '*' : ''}`;
}

function financeRow(name: string, figures: FinanceFigures, is?: Row['is']): Row {
  const { budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr } = figures;
  const amounts = [budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr].map(inThousands);
  return { cells: [name, ...amounts, deviationCell(deviationKr)], ...(is && { is }) };
}

function deviationCell(deviationKr: number | undefined): string {
  return deviationKr === undefined ? MISSING : deviationText(deviationKr);
}

/** A row of forecast deviations through the year, and whose it is. */
interface Path {
  readonly name: string;
  readonly history: readonly ForecastPoint[];
  readonly is?: Row['is'];
}

/** How the forecast has moved: a column for each follow-up of the year, deviations in tkr. */
function historyTable(whose: string, paths: readonly Path[]): readonly Table[] {
  const periods = [...new Set(paths.flatMap(({ history }) => history.map(({ period }) => period)))].sort();
  if (periods.length < 2) return [];
  const shown = periods.slice(-MOST_FOLLOW_UPS);
  const left = periods.length > shown.length ? `, de ${shown.length} senaste` : '';
  return table(
    `Prognostiserad avvikelse för helåret vid varje uppföljning${left}, tkr`,
    [textColumn(whose, 32), ...shown.map((period) => amountColumn(shortInterval(period), 68 / shown.length))],
    paths.map((path) => historyRow(path, shown)),
  );
}

function historyRow({ name, history, is }: Path, periods: readonly Month[]): Row {
  const points = periods.map((period) => history.find((point) => point.period === period));
  return { cells: [name, ...points.map(pointCell)], ...(is && { is }) };
}

/** Not asked then is one thing, and not answered another. */
function pointCell(point: ForecastPoint | undefined): string {
  return point === undefined ? NOTHING : inThousands(point.deviationKr);
}

export function committeeHistory({ finance, committeeName }: CommitteeReportContent): readonly Table[] {
  const areas = finance.areas.length > 1 ? finance.areas : [];
  return historyTable(areas.length === 0 ? 'Nämnd' : 'Verksamhet', [
    ...areas.map(({ name, history }): Path => ({ name: writtenText(name), history })),
    { name: writtenText(committeeName), history: finance.history, is: 'sum' },
  ]);
}

/** The committees' paths, and their sum: missing for a follow-up that any of them has not answered. */
export function municipalHistory({ committees }: MunicipalReportContent): readonly Table[] {
  const paths = committees.map(
    ({ committeeName, finance }): Path => ({
      name: writtenText(committeeName),
      history: finance.history,
    }),
  );
  const sum: Path = { name: 'Summa avvikelse', history: summedHistory(paths), is: 'sum' };
  return historyTable('Nämnd', [...paths, ...(paths.length > 1 ? [sum] : [])]);
}

function summedHistory(paths: readonly Path[]): readonly ForecastPoint[] {
  const points = paths.flatMap(({ history }) => history);
  const byPeriod = Map.groupBy(points, ({ period }) => period);
  return [...byPeriod].map(([period, all]) => {
    const deviations = all.flatMap(({ deviationKr }) => (deviationKr === undefined ? [] : [deviationKr]));
    const isWhole = deviations.length === paths.length;
    const kind = all[0]?.kind ?? 'month';
    return { period, kind, ...(isWhole && { deviationKr: deviations.reduce((sum, kr) => sum + kr, 0) }) };
  });
}

/** What the council has added during the year; part of the budget. */
export function addedTable(committees: readonly CommitteeReportContent[]): readonly Table[] {
  const isMany = committees.length > 1;
  const rows = committees.flatMap(({ committeeName, finance }) =>
    finance.added.map(
      ({ amountKr, areaName, decision, from }): Row => ({
        cells: [
          ...(isMany ? [writtenText(committeeName)] : []),
          areaName === undefined ? 'inte fördelat på verksamhet' : writtenText(areaName),
          decisionText(decision),
          periodText(from),
          inThousands(amountKr),
        ],
      }),
    ),
  );
  const columns = [
    ...(isMany ? [textColumn('Nämnd', 27)] : []),
    textColumn('Verksamhet', isMany ? 27 : 42),
    textColumn('Beslut', isMany ? 20 : 30),
    textColumn('Från', 12),
    amountColumn('Belopp', 13),
  ];
  return table('Tilläggsanslag under året, ingår i budgeten, tkr', columns, rows);
}

/** Projects apart from operations, for the whole project. */
export function investmentsTable(committees: readonly CommitteeReportContent[]): readonly Table[] {
  const isMany = committees.length > 1;
  const rows = committees.flatMap(({ committeeName, investments }) =>
    investments.map(
      ({ project, budgetKr, outcomeKr, forecastKr, deviationKr }): Row => ({
        cells: [
          isMany ? `${writtenText(project)}\n${writtenText(committeeName)}` : writtenText(project),
          ...[budgetKr, outcomeKr, forecastKr, deviationKr].map(inThousands),
          investmentInWords(deviationKr),
        ],
      }),
    ),
  );
  const columns = [
    textColumn(isMany ? 'Projekt och nämnd' : 'Projekt', 35),
    amountColumn('Budget', 12),
    amountColumn('Utfall', 12),
    amountColumn('Prognos', 12),
    amountColumn('Avvikelse', 12),
    textColumn('Avvikelsen\ni ord', 15),
  ];
  return table('Investeringar, hela projekten, tkr', columns, rows);
}

/** A project costs more or less than decided: there is no deficit in it. */
function investmentInWords(deviationKr: number | undefined): string {
  if (deviationKr === undefined) return MISSING;
  if (isToBudget(deviationKr)) return deviationText(deviationKr);
  return `${sizeOfDeviation(deviationKr)} ${deviationKr < 0 ? 'dyrare' : 'billigare'}`;
}
