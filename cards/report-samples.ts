import type { Answer } from '../src/domain/answer.ts';
import { type GoalAsked, type MonthlyPrompt, monthlyPrompt, type WorkAsked } from '../src/domain/monthly-prompt.ts';
import type { FollowUp } from '../src/domain/plan.ts';
import { figures, gradeScale, october, samplePlan, schools, storedAs } from './sample-facts.ts';

/*
 * The small municipality's report periods. All of it is invented.
 */
const august: FollowUp = {
  ...october,
  ...{ period: '2026-08', kind: 'interim', asks: ['finance', 'indicators', 'goals', 'activities'] },
};
const december: FollowUp = { ...august, period: '2026-12', kind: 'annual' };

const goals: readonly GoalAsked[] = [
  {
    goal: { id: 'UTBILDAR', number: '1', name: 'Kommunen utbildar med god kvalitet' },
    proposal: { gradeId: 'HIGH', reason: { kind: 'counted', reached: 3, near: 1, behind: 0, missing: 0 } },
    last: {
      ...{ gradeId: 'PARTLY', period: '2026-04' },
      motivation: 'Betygen vände uppåt men andelen behöriga lärare sjönk under våren.',
    },
  },
  {
    goal: { id: 'SKOLDAG', number: '2', name: 'Varje barn har en trygg skoldag' },
    proposal: {
      gradeId: 'PARTLY',
      reason: {
        ...{ kind: 'counted', reached: 0, near: 1, behind: 0, missing: 1 },
        activities: { counted: 3, toPlan: 2 },
      },
    },
    last: undefined,
  },
  {
    goal: { id: 'DELAKTIGA', number: '3', name: 'Barn och unga är delaktiga i det som rör dem' },
    proposal: { gradeId: 'UNASSESSED', reason: { kind: 'nothing-to-judge-by', missing: 0 } },
    last: undefined,
  },
];

const work: readonly WorkAsked[] = [
  {
    ...{ id: 'A1', kind: 'commitment', name: 'Minska andelen vikarier i grundskolan', status: 'ongoing' },
    ...{ endsOn: '2026-12-31', lateness: { kind: 'on-time', endsOn: '2026-12-31' } },
  },
  {
    ...{ id: 'A1.1', kind: 'activity', name: 'Rekrytera och behålla behöriga lärare', status: 'ongoing' },
    ...{ startsOn: '2026-01-15', endsOn: '2026-06-30' },
    lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 },
  },
  {
    ...{ id: 'A1.2', kind: 'activity', name: 'Gemensam vikariepool', status: 'notStarted' },
    ...{ startsOn: '2026-08-01', endsOn: '2026-11-30' },
    lateness: { kind: 'should-have-started', startsOn: '2026-08-01', days: 30 },
  },
  {
    ...{
      id: 'A2',
      kind: 'commitment',
      name: 'Alla elever i årskurs 3 når lärandemålen i läsning',
      status: 'notStarted',
    },
    lateness: { kind: 'no-dates' },
  },
];

const june = storedAs(
  {
    areas: [figures('FORSKOLA', 101_420_000, 204_000_000), figures('GRUNDSKOLA', 222_900_000, 446_200_000)],
    ...{ indicators: [], comment: '', measures: [], goals: [], work: [], investments: [] },
  },
  'BUN',
  '2026-06',
  1,
);

/** What the school committee is asked in its interim report: four pages. */
export const reportPrompt: MonthlyPrompt = {
  ...monthlyPrompt({ ...samplePlan, followUps: [august] }, schools, august, dates('2026-09-03', '2026-09-14'), [june]),
  ...{ goals, gradeScale, work },
};

/** The same at year-end. */
export const yearEndPrompt: MonthlyPrompt = {
  ...reportPrompt,
  ...{ followUp: december, dates: dates('2027-01-07', '2027-01-18') },
};

/** The report as somebody has filled it in. */
export const reportTyped: Readonly<Record<string, string>> = {
  outcome_FORSKOLA: '135 900',
  forecast_FORSKOLA: '205 500',
  outcome_GRUNDSKOLA: '296 200',
  forecast_GRUNDSKOLA: '446 100',
  comment: 'Fler barn i förskolan än budgeten räknade med.',
  indicator_SJUKFRANVARO: '7,2',
  kind_SJUKFRANVARO: 'value',
  grade_UTBILDAR: 'HIGH',
  motivation_UTBILDAR: 'Tre av fyra indikatorer når målet. Andelen behöriga lärare är nära.',
  grade_SKOLDAG: 'PARTLY',
  motivation_SKOLDAG: 'Trygghetsvandringarna är gjorda, men enkäten kommer först i november.',
  grade_DELAKTIGA: 'PARTLY',
  motivation_DELAKTIGA: 'Elevråden finns på alla skolor sedan våren.',
  status_A1: 'ongoing',
  'status_A1.1': 'late',
  'status_A1.2': 'ongoing',
  status_A2: 'notStarted',
};

export const reportAnswer: Answer = {
  areas: [figures('FORSKOLA', 135_900_000, 205_500_000), figures('GRUNDSKOLA', 296_200_000, 446_100_000)],
  indicators: [{ indicatorId: 'SJUKFRANVARO', report: { kind: 'value', value: 7.2 } }],
  comment: reportTyped.comment ?? '',
  measures: [],
  goals: goals.map(({ goal: { id }, proposal: { gradeId } }) => ({
    ...{ goalId: id, gradeId: reportTyped[`grade_${id}`] ?? '', motivation: reportTyped[`motivation_${id}`] ?? '' },
    ...(gradeId === undefined ? {} : { proposedGradeId: gradeId }),
  })),
  investments: [],
  work: [
    { workId: 'A1', status: 'ongoing' },
    { workId: 'A1.1', status: 'late' },
    { workId: 'A1.2', status: 'ongoing' },
    { workId: 'A2', status: 'notStarted' },
  ],
};

function dates(opensOn: string, dueOn: string): MonthlyPrompt['dates'] {
  return { opensOn, dueOn, steps: [] };
}
