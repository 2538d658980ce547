import type { FinanceFigures } from '../../../domain/report-content.ts';
import type { ReportToWrite } from '../../../ports.ts';
import { deviationInWords } from '../../../words/swedish.ts';
import { MISSING } from '../blocks.ts';
import { writtenText } from '../written-text.ts';
import { type Committees, type DataCell, type DataSheet, kronor, orMissing, text } from './sheet-columns.ts';

export function financeSheet(report: ReportToWrite, committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, finance }) => {
    const name = writtenText(committeeName);
    return [
      ...finance.areas.map((area) => {
        const kind = area.feeFinanced ? 'Verksamhet, avgiftsfinansierad' : 'Verksamhet';
        const why = [area.outcomeMissing, area.forecastMissing].flatMap((one) =>
          one === undefined ? [] : [writtenText(one)],
        );
        return financeRow([name, kind, writtenText(area.name)], area, why.join(' '));
      }),
      financeRow([name, 'Nämndens driftbudget', ''], finance, ''),
      ...(finance.feeFinanced ? [financeRow([name, 'varav avgiftsfinansierat', ''], finance.feeFinanced, '')] : []),
    ];
  });
  return {
    name: 'Ekonomi',
    columns: [
      ...[
        text('Nämnd', 36),
        text('Slag', 30),
        text('Verksamhet', 30),
        kronor('Budget helår'),
        kronor('Budget hittills'),
      ],
      ...[
        kronor('Utfall hittills'),
        kronor('Prognos helår'),
        kronor('Avvikelse'),
        text('Avvikelsen i ord', 22),
        text('Varför något saknas', 40),
      ],
    ],
    rows: [...rows, ...sumRows(report)],
  };
}

function sumRows(report: ReportToWrite): readonly (readonly DataCell[])[] {
  if (report.scope === 'committee') return [];
  const { committeesSum, feeFinanced, committeesSumWithoutFees } = report.content;
  return [
    financeRow(['Alla nämnder', 'Summa nämndernas driftbudget (inte kommunens resultat)', ''], committeesSum, ''),
    ...(feeFinanced
      ? [
          financeRow(['Alla nämnder', 'varav avgiftsfinansierat', ''], feeFinanced, ''),
          financeRow(['Alla nämnder', 'Summa utan avgiftsfinansierat', ''], committeesSumWithoutFees, ''),
        ]
      : []),
  ];
}

function financeRow(about: readonly string[], figures: FinanceFigures, why: string): readonly DataCell[] {
  const { budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr } = figures;
  const words = deviationKr === undefined ? MISSING : deviationInWords(deviationKr);
  return [...about, ...[budgetKr, budgetToDateKr, outcomeKr, forecastKr, deviationKr].map(orMissing), words, why];
}

export function historySheet(committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, finance }) => {
    const name = writtenText(committeeName);
    const whole = finance.history.map((point) => [
      name,
      '',
      point.period,
      orMissing(point.forecastKr),
      orMissing(point.deviationKr),
    ]);
    const areas = finance.areas.flatMap((area) =>
      area.history.map((point) => [
        name,
        writtenText(area.name),
        point.period,
        orMissing(point.forecastKr),
        orMissing(point.deviationKr),
      ]),
    );
    return [...whole, ...areas];
  });
  const columns = [
    text('Nämnd', 36),
    text('Verksamhet', 30),
    text('Uppföljning', 14),
    kronor('Prognos helår'),
    kronor('Avvikelse'),
  ];
  return { name: 'Prognoshistorik', columns, rows };
}

export function investmentSheet(committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, investments }) =>
    investments.map(({ project, budgetKr, outcomeKr, forecastKr, deviationKr, period }) => [
      ...[writtenText(committeeName), writtenText(project)],
      ...[budgetKr, outcomeKr, forecastKr, deviationKr].map(orMissing),
      period ?? '',
    ]),
  );
  const columns = [
    ...[text('Nämnd', 36), text('Projekt', 44), kronor('Budget'), kronor('Utfall'), kronor('Prognos')],
    ...[kronor('Avvikelse'), text('Period', 12)],
  ];
  return { name: 'Investeringar', columns, rows };
}

export function addedSheet(committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, finance }) =>
    finance.added.map(({ amountKr, from, decision, areaName }) => [
      ...[writtenText(committeeName), writtenText(areaName ?? ''), writtenText(decision), from, amountKr],
    ]),
  );
  const columns = [text('Nämnd', 36), text('Verksamhet', 30), text('Beslut', 30), text('Från', 12), kronor('Belopp')];
  return { name: 'Tilläggsanslag', columns, rows };
}
