import type { ArchivedAccount, ArchivedFinancialGoal, ArchivedPersonnelFigure } from '../domain/plan-document.ts';
import type {
  OperatingAccounts,
  PersonnelFigures,
  PublishedPlan,
  PublishedYear,
  Sources,
} from './published-archive-schema.ts';

/** The accounts of the plan's year, and those of the year before that it was published beside. */
export function accountsOf({ id, operatingAccounts, previousYear }: PublishedPlan): ArchivedAccount[] {
  const year = Number(id);
  return [...rowsOf(operatingAccounts, year), ...rowsOf(previousYear, year - 1)];
}

const AMOUNTS = [
  ['namndbidrag', 'grant'],
  ['verksamhetens_intakter', 'income'],
  ['verksamhetens_kostnader', 'cost'],
  ['resultat', 'result'],
  ['budgeterat_resultat', 'budgetedResult'],
  ['avvikelse_mot_budget', 'deviation'],
  ['justering_balanskrav', 'balanceAdjustment'],
  ['balanskravsresultat', 'balanceResult'],
] as const;

function rowsOf(table: OperatingAccounts | undefined, year: number): ArchivedAccount[] {
  if (!table) return [];
  return table.rader.map((row) => {
    const amounts = 'publicerat_tkr' in row ? row.publicerat_tkr : row.publicerat_mnkr;
    const published = AMOUNTS.flatMap(([swedish, key]) => {
      const amount = amounts[swedish];
      return typeof amount === 'number' ? [[key, amount] as const] : [];
    });
    return {
      year,
      code: row.kod,
      name: row.namnd,
      unit: table.enhet,
      ...Object.fromEntries(published),
      source: sourceText(table.kalla),
    };
  });
}

/** The key that a figure is published under, and who it is about. */
const SICK_LEAVE_GROUPS = [
  ['totalt', 'totalt'],
  ['kvinnor', 'kvinnor'],
  ['man', 'män'],
  ['t.o.m._29', 'till och med 29 år'],
  ['30-49', '30–49 år'],
  ['50+', '50 år och äldre'],
  ['koncern_totalt', 'koncernen totalt'],
] as const;

const OTHER_MEASURES = [
  ['personalomsattning_tillsvidare', 'Personalomsättning, tillsvidareanställda'],
  ['frisknarvaro', 'Frisknärvaro'],
  ['andel_deltid_procent', 'Andel deltid'],
] as const;

/** The figures' common unit is "procent av ordinarie arbetstid om inget annat sägs": it is said of sick leave. */
export function personnelOf(figures: PersonnelFigures | undefined): ArchivedPersonnelFigure[] {
  if (!figures) return [];
  const unit = figures.enhet.replace(/ om inget annat sägs$/u, '');
  const sickLeave = (figures.sjukfranvaro ?? []).flatMap((row) =>
    SICK_LEAVE_GROUPS.flatMap(([key, group]) => {
      const value = row[key];
      return typeof value === 'number' ? [{ measure: 'Sjukfrånvaro', unit, group, value, ...yearAndSource(row) }] : [];
    }),
  );
  const others = OTHER_MEASURES.flatMap(([key, measure]) =>
    (figures[key] ?? []).map((row) => ({
      measure,
      unit: 'procent',
      group: 'totalt',
      value: row.varde,
      ...yearAndSource(row),
    })),
  );
  return [...sickLeave, ...others];
}

function yearAndSource({ ar, kalla, not }: PublishedYear) {
  return {
    year: ar,
    ...(kalla !== undefined && { source: sourceText(kalla) }),
    ...(not !== undefined && { note: not }),
  };
}

export function financialGoalsOf({ financialGoals = [] }: PublishedPlan): ArchivedFinancialGoal[] {
  return financialGoals.flatMap(({ giltig, mal, utfall_2018, kalla }) =>
    [mal].flat().map((goal) => ({
      applies: giltig,
      goal,
      ...(utfall_2018 !== undefined && { outcome: `2018: ${utfall_2018}` }),
      ...(kalla !== undefined && { source: sourceText(kalla) }),
    })),
  );
}

/** All that was said about the figures and belongs to no one of them. */
export function notesOf(plan: PublishedPlan): string[] {
  const { personnel, supplementaryDecisionsT1: decisions, summary } = plan;
  const warning = personnel?.personalomsattning_varning;
  const goals = (plan.financialGoals ?? []).flatMap(({ not, kolada_harlett = {} }) => [
    ...said('Finansiella mål', not),
    ...Object.entries(kolada_harlett).map(([goal, measure]) => `Finansiella mål, ${goal}: Kolada ${measure}`),
  ]);
  return [
    ...(summary ? [`Antal mål: ${summary.goals}`] : []),
    ...said('Betyg', plan.gradeNote),
    ...tableNotes('Driftredovisning', plan.operatingAccounts),
    ...tableNotes('Driftredovisning året före', plan.previousYear),
    ...said('Personal', personnel?.enhet),
    ...said('Sjukfrånvaro, Kolada', personnel?.kolada_id),
    ...(warning ? [`Personalomsättning: ${warning.text} (${sourceText(warning.kalla)})`] : []),
    ...goals,
    ...(decisions
      ? said('Beslut', [decisions.kallans_art, sourceText(decisions.kalla)].filter(Boolean).join(', '))
      : []),
  ];
}

function tableNotes(name: string, table: OperatingAccounts | undefined): string[] {
  return [...said(name, table?.teckenkonvention), ...said(name, table?.not)];
}

function said(about: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`${about}: ${text}`];
}

function sourceText(sources: Sources): string {
  return [sources].flat().join(', ');
}
