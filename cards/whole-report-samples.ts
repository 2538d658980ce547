import type { Answer } from '../src/domain/answer.ts';
import type { InvestmentAsked, MonthlyPrompt, WorkAsked } from '../src/domain/monthly-prompt.ts';
import { investmentForecastOf, investmentOutcomeOf } from './monthly-prompt/fields.ts';
import { reportAnswer, reportPrompt, reportTyped } from './report-samples.ts';
import { schoolPrompt } from './sample-facts.ts';

/*
 * The report with everything that a committee can be asked for: investments, the council's assignments and agreed measures too.
 */
const school = 'Ny skola i Sunnerby';
const yard = 'Utemiljö vid Vikskolan';

const investments: readonly InvestmentAsked[] = [
  {
    ...{ project: school, budgetKr: 42_000_000, example: true },
    outcome: { amountKr: 9_800_000, period: '2026-04' },
    forecast: { amountKr: 38_000_000, period: '2026-04' },
  },
  { ...{ project: yard, budgetKr: 2_400_000, example: true }, outcome: undefined, forecast: undefined },
];

const assignment: WorkAsked = {
  ...{ id: 'UPPDRAG-2', kind: 'assignment', name: 'Redovisa åtgärder för budget i balans', status: 'ongoing' },
  ...{ endsOn: '2026-09-30', source: '2026-06-10, KF § 89 (exempel)' },
  lateness: { kind: 'on-time', endsOn: '2026-09-30' },
};
const measure: WorkAsked = {
  ...{ id: 'VIKARIER', kind: 'measure', name: 'Ta fram en plan för att minska vikarier i förskolan' },
  ...{ status: 'notStarted', owner: 'Eva Ek, verksamhetschef', source: '2026-04', endsOn: '2026-08-20' },
  lateness: { kind: 'late', endsOn: '2026-08-20', days: 11 },
};

export const wholeReportPrompt: MonthlyPrompt = {
  ...reportPrompt,
  ...{ investments, work: [...reportPrompt.work, assignment, measure] },
};

/** October, when what the review agreed on in the spring is still asked for. */
export const monthWithMeasurePrompt: MonthlyPrompt = {
  ...schoolPrompt,
  work: [{ ...measure, status: 'ongoing', lateness: { kind: 'late', endsOn: '2026-08-20', days: 72 } }],
};

export const wholeReportTyped: Readonly<Record<string, string>> = {
  ...reportTyped,
  [investmentOutcomeOf(school)]: '12,4 mnkr',
  [investmentForecastOf(school)]: '43 900',
  [investmentOutcomeOf(yard)]: '310',
  [investmentForecastOf(yard)]: '2 400',
  'status_UPPDRAG-2': 'done',
  status_VIKARIER: 'ongoing',
};

export const wholeReportAnswer: Answer = {
  ...reportAnswer,
  work: [...reportAnswer.work, { workId: 'UPPDRAG-2', status: 'done' }, { workId: 'VIKARIER', status: 'ongoing' }],
  investments: [
    {
      project: school,
      outcome: { kind: 'value', amountKr: 12_400_000 },
      forecast: { kind: 'value', amountKr: 43_900_000 },
    },
    {
      project: yard,
      outcome: { kind: 'value', amountKr: 310_000 },
      forecast: { kind: 'value', amountKr: 2_400_000 },
    },
  ],
};
