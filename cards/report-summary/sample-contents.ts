import type { Judgement } from '../../src/domain/judgement.ts';
import type { Committee } from '../../src/domain/plan.ts';
import type {
  CommitteeReportContent,
  CommitteeStanding,
  FinanceFigures,
  GoalContent,
  IndicatorContent,
  MissingPart,
} from '../../src/domain/report-content.ts';
import { NO_TEXTS } from '../../src/domain/report-record.ts';
import type { ReportState } from '../../src/domain/report-state.ts';
import { builders, care, culture, gradeScale, schools } from '../sample-facts.ts';

/*
 * The small municipality's interim report. All of it is invented; amounts are whole kronor.
 */
/** Everybody answered on 9 September. */
function report(
  committee: Committee,
  answeredBy: string | undefined,
  figures: FinanceFigures,
  more: Partial<CommitteeReportContent> = {},
): CommitteeReportContent {
  const { id: committeeId, name: committeeName } = committee;
  return {
    ...{ committeeId, committeeName, period: '2026-08', kind: 'interim' },
    ...(answeredBy === undefined
      ? {}
      : {
          answered: {
            ...{ revision: 1, at: '2026-09-09T08:12:00Z', name: answeredBy },
            ...{ cameWithPlan: false, corrected: false },
          },
        }),
    finance: { ...figures, areas: [], history: [], added: [] },
    ...{ indicators: [], goals: [], gradeScale, work: [], assignments: [], agreedMeasures: [], measures: [] },
    ...{ investments: [], comment: '', texts: NO_TEXTS, breaks: [], example: true },
    ...more,
  };
}

function figures(budgetKr: number, outcomeKr: number, forecastKr: number): FinanceFigures {
  return { budgetKr, budgetToDateKr: (budgetKr / 12) * 8, outcomeKr, forecastKr, deviationKr: budgetKr - forecastKr };
}

export function goal(goalId: string, name: string, gradeId?: string): GoalContent {
  return {
    ...{ goalId, name, contributesTo: [] },
    ...(gradeId === undefined ? {} : { graded: { gradeId, motivation: 'Motiveringen står i rapporten.' } }),
    proposal: { reason: { kind: 'nothing-to-judge-by', missing: 0 } },
  };
}

function indicator(
  name: string,
  unit: string,
  judgement: Judgement,
  value?: { value: number; period: string },
): IndicatorContent {
  return {
    ...{ indicatorId: name, name, unit, scope: 'committee', valueKind: 'number', asked: true, example: true },
    assessment: {
      ...{ indicatorId: name, periodsEnd: judgement, trend: { kind: 'no-earlier-value' } },
      ...(value && { value: { ...value, example: true } }),
    },
  };
}

export function standing(
  { committeeId, committeeName }: Pick<CommitteeReportContent, 'committeeId' | 'committeeName'>,
  state: ReportState,
  missing: readonly MissingPart[] = [],
): CommitteeStanding {
  const signed = { name: 'Mia Holm', at: '2026-09-11T12:40:00Z' };
  return {
    ...{ committeeId, committeeName, state, missing, changedSinceSigned: false },
    ...(state === 'signed' ? { signed } : {}),
  };
}

const atLeast = (target: number, value: number, verdict: 'reached' | 'near' | 'behind'): Judgement => ({
  verdict,
  reason: {
    ...{ kind: 'limit', target: { kind: 'at-least', value: target } },
    value: { value, period: '2025', example: true },
  },
});
const noValue: Judgement = { verdict: 'not-measured', reason: { kind: 'no-value' } };

/** It has answered, and every figure is missing. */
export const cultureReport = report(
  culture,
  'Lo Lind',
  { budgetKr: 62_400_000, budgetToDateKr: 41_600_000 },
  {
    goals: [goal('LAS', 'Fler unga lånar böcker'), goal('MOT', 'Mötesplatser i hela kommunen')],
    indicators: [
      indicator('Lån av barnböcker', 'lån per barn', noValue),
      indicator('Besök på biblioteken', 'besök per invånare', noValue),
    ],
  },
);
export const cultureStanding = standing(cultureReport, 'open', [
  { what: 'outcome', names: [] },
  { what: 'forecast', names: [] },
  { what: 'indicator', names: [] },
  { what: 'grade', names: [] },
  { what: 'signature', names: [] },
]);

/** Twelve million kronor more than its budget. */
export const careReport = report(care, 'Stina Ström', figures(318_600_000, 221_900_000, 330_600_000), {
  measures: [
    { text: 'Färre köpta platser', effectKr: 2_500_000 },
    { text: 'Samordnad nattpatrull', effectKr: 1_700_000 },
    { text: 'Översyn av bemanningen' },
  ],
  goals: [
    goal('TRYGG', 'Äldre känner sig trygga hemma', 'PARTLY'),
    goal('DELAKTIG', 'Den enskilde är delaktig i sin insats', 'HIGH'),
    goal('SJALV', 'Fler klarar sin egen försörjning', 'NOT'),
  ],
  indicators: [
    indicator('Brukare som är nöjda med hemtjänsten', '%', atLeast(90, 84, 'behind')),
    indicator('Personalkontinuitet i hemtjänsten', 'personer på 14 dagar', atLeast(15, 15, 'reached')),
    indicator('Hushåll som klarar sig utan försörjningsstöd efter ett år', '%', noValue),
  ],
  work: [
    {
      ...{ id: 'S1', kind: 'activity', name: 'Ny schemaläggning i hemtjänsten', status: 'ongoing' },
      lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 },
    },
    {
      ...{ id: 'S2', kind: 'activity', name: 'Anhörigcentrum i Ösmo', status: 'ongoing' },
      lateness: { kind: 'on-time', endsOn: '2026-12-31' },
    },
  ],
});

/** One of its targets says "öka" and no more. */
export const schoolReport = report(schools, 'Anna Berg', figures(648_960_000, 430_100_000, 648_700_000), {
  goals: [
    goal('UTBILDAR', 'Kommunen utbildar med god kvalitet', 'HIGH'),
    goal('SKOLDAG', 'Varje barn har en trygg skoldag', 'PARTLY'),
    goal('DELAKTIGA', 'Barn och unga är delaktiga i det som rör dem', 'FULL'),
  ],
  indicators: [
    indicator('Elever som är behöriga till gymnasiet', '%', atLeast(88, 88.4, 'reached')),
    indicator('Lärare med behörighet', '%', atLeast(75, 73.5, 'near')),
    indicator(
      'Elever i årskurs 9 som känner sig trygga i skolan',
      '%',
      {
        verdict: 'not-assessable',
        reason: { kind: 'no-baseline', target: { kind: 'direction', direction: 'increase', text: 'Öka' } },
      },
      { value: 78, period: '2025' },
    ),
  ],
});

export const buildersReport = report(
  builders,
  'Kim Karlsson',
  {
    ...figures(142_300_000, 96_800_000, 141_900_000),
  },
  { goals: [goal('PLANER', 'Planberedskap för 2 000 bostäder', 'HIGH')] },
);

/** Nothing has come from it. */
export const silentCulture = report(
  culture,
  undefined,
  { budgetKr: 62_400_000, budgetToDateKr: 41_600_000 },
  {
    goals: cultureReport.goals,
  },
);
export const silentCultureStanding = standing(silentCulture, 'open', [{ what: 'answer', names: [] }]);
