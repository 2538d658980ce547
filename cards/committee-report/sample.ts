import type { IndicatorAssessment } from '../../src/domain/assess-indicator.ts';
import type { Judgement } from '../../src/domain/judgement.ts';
import type {
  AreaContent,
  CommitteeReportContent,
  GoalContent,
  IndicatorContent,
  WorkContent,
} from '../../src/domain/report-content.ts';
import { NO_TEXTS, type ReportEvent } from '../../src/domain/report-record.ts';
import type { CardContext } from '../define-card.ts';
import { gradeScale, sampleContext } from '../sample-facts.ts';
import type { CommitteeReportCard } from './card.ts';

/*
 * The school committee's interim report, as people see it. All of it is invented; amounts are whole kronor.
 */

type Facts = CommitteeReportCard & { readonly context: CardContext };

const areas: readonly AreaContent[] = [
  area('FORSKOLA', 'Förskola', { budgetKr: 202_800_000, outcomeKr: 135_900_000, forecastKr: 205_500_000 }),
  area('GRUNDSKOLA', 'Grundskola och fritidshem', {
    ...{ budgetKr: 446_160_000, outcomeKr: 296_200_000, forecastKr: 447_560_000 },
  }),
  area('OVRIGT', 'Övrigt', { budgetKr: 26_640_000, outcomeKr: 17_590_000, forecastKr: 26_640_000 }),
];

const sickLeave = indicator('SJUKFRANVARO', 'Sjukfrånvaro totalt', '% av ordinarie arbetstid', {
  assessment: assessed('SJUKFRANVARO', '2026-08', 7.2, {
    verdict: 'behind',
    reason: { kind: 'limit', target: { kind: 'at-most', value: 7 }, value: value('2026-08', 7.2) },
  }),
  target: { kind: 'at-most', value: 7 },
});
/** The plan says "öka" and not from what: nobody can say whether it is reached. */
const organicFood = indicator('EKO', 'Ekologiska livsmedel i kommunens verksamhet', '%', {
  assessment: assessed('EKO', '2026-08', 41, {
    verdict: 'not-assessable',
    reason: { kind: 'no-baseline', target: { kind: 'direction', direction: 'increase', text: 'Öka' } },
  }),
  target: { kind: 'direction', direction: 'increase', text: 'Öka' },
});

const indicators: readonly IndicatorContent[] = [
  indicator('BEHORIGA', 'Elever behöriga till gymnasiet', '%', {
    assessment: {
      ...assessed('BEHORIGA', '2026-06', 88.4, {
        verdict: 'reached',
        reason: { kind: 'limit', target: { kind: 'at-least', value: 86 }, value: value('2026-06', 88.4) },
      }),
      trend: { kind: 'improving', from: value('2025-06', 87.1), to: value('2026-06', 88.4) },
    },
    target: { kind: 'at-least', value: 86 },
  }),
  sickLeave,
  organicFood,
  indicator('NOJDA', 'Nöjda föräldrar i förskolan', 'index 0–100', {
    assessment: {
      ...assessed('NOJDA', '2025', 84, {
        verdict: 'near',
        reason: { kind: 'limit', target: { kind: 'at-least', value: 85 }, value: value('2025', 84) },
      }),
      trend: { kind: 'improving', from: value('2024', 82), to: value('2025', 84) },
    },
    target: { kind: 'at-least', value: 85 },
    said: { kind: 'no-new-value' },
  }),
  indicator('TRYGGA', 'Elever som känner sig trygga', '%', {
    assessment: {
      ...{ indicatorId: 'TRYGGA', trend: { kind: 'no-earlier-value' } },
      periodsEnd: { verdict: 'not-measured', reason: { kind: 'no-value' } },
    },
    target: { kind: 'at-least', value: 90 },
    said: { kind: 'too-few' },
  }),
  indicator('BARN', 'Barn i förskolan', 'antal', {
    assessment: assessed('BARN', '2026-08', 1640, { verdict: 'key-figure', reason: { kind: 'no-target' } }),
  }),
];

const goals: readonly GoalContent[] = [
  {
    ...{ goalId: 'UTBILDAR', number: '1', name: 'Kommunen utbildar med god kvalitet', contributesTo: ['KF1'] },
    graded: {
      ...{ gradeId: 'HIGH', proposedGradeId: 'HIGH' },
      motivation: 'Tre av fyra indikatorer når målet. Andelen behöriga lärare är nära.',
    },
    proposal: { gradeId: 'HIGH', reason: { kind: 'counted', reached: 3, near: 1, behind: 0, missing: 0 } },
    previous: { gradeId: 'PARTLY', period: '2026-04' },
  },
  {
    ...{ goalId: 'SKOLDAG', number: '2', name: 'Varje barn har en trygg skoldag', contributesTo: ['KF1'] },
    graded: {
      ...{ gradeId: 'HIGH', proposedGradeId: 'PARTLY' },
      motivation: 'Trygghetsvandringarna är gjorda på alla skolor, men enkäten kommer först i november.',
    },
    proposal: {
      gradeId: 'PARTLY',
      reason: { kind: 'counted', reached: 0, near: 1, behind: 0, missing: 1, activities: { counted: 3, toPlan: 2 } },
    },
  },
  {
    ...{ goalId: 'DELAKTIGA', number: '3', contributesTo: ['KF2'] },
    name: 'Barn och unga är delaktiga i det som rör dem',
    proposal: { gradeId: 'UNASSESSED', reason: { kind: 'nothing-to-judge-by', missing: 0 } },
  },
];

const work: readonly WorkContent[] = [
  {
    ...{ id: 'A1', kind: 'commitment', name: 'Minska andelen vikarier i grundskolan', status: 'ongoing' },
    ...{ endsOn: '2026-12-31', lateness: { kind: 'on-time', endsOn: '2026-12-31' } },
  },
  {
    ...{ id: 'A1.1', kind: 'activity', name: 'Rekrytera och behålla behöriga lärare', status: 'late' },
    ...{ endsOn: '2026-06-30', lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 } },
  },
  {
    ...{ id: 'A1.2', kind: 'activity', name: 'Gemensam vikariepool', status: 'done', lateness: { kind: 'done' } },
  },
];

const handedIn: ReportEvent = {
  ...{ revision: 3, at: new Date('2026-09-11T08:12:00Z'), deed: 'hand-in', from: 'open', to: 'handed-in' },
  by: { upn: 'eva.ek@styrmodell.example', name: 'Eva Ek' },
};
const signed: ReportEvent = {
  ...{ revision: 4, at: new Date('2026-09-14T11:40:00Z'), deed: 'sign', from: 'handed-in', to: 'signed' },
  by: { upn: 'per.holm@styrmodell.example', name: 'Per Holm' },
};
const sentBack: ReportEvent = {
  ...{ revision: 4, at: new Date('2026-09-14T11:40:00Z'), deed: 'send-back', from: 'handed-in', to: 'sent-back' },
  by: { upn: 'per.holm@styrmodell.example', name: 'Per Holm' },
  why: 'Skriv vad vi gör åt underskottet i förskolan, och när det ger effekt.',
};

export const sampleReport: CommitteeReportContent = {
  ...{ committeeId: 'BUN', committeeName: 'Barn- och utbildningsnämnden', period: '2026-08', kind: 'interim' },
  answered: {
    ...{ revision: 2, at: '2026-09-10T13:05:00Z', name: 'Eva Ek' },
    ...{ cameWithPlan: false, corrected: true },
  },
  finance: {
    ...{ budgetKr: 675_600_000, budgetToDateKr: 450_400_000, outcomeKr: 449_690_000 },
    ...{ forecastKr: 679_700_000, deviationKr: -4_100_000, areas },
    history: [
      { period: '2026-02', kind: 'month' },
      { period: '2026-04', kind: 'tertial', forecastKr: 677_600_000, deviationKr: -2_000_000 },
      { period: '2026-08', kind: 'interim', forecastKr: 679_700_000, deviationKr: -4_100_000 },
    ],
    added: [],
  },
  ...{ indicators, goals, gradeScale, work },
  assignments: [
    {
      ...{ id: 'UPPDRAG-2', kind: 'assignment', name: 'Redovisa åtgärder för budget i balans', status: 'ongoing' },
      ...{ endsOn: '2026-10-15', source: '2026-06-10, KF § 89' },
      lateness: { kind: 'on-time', endsOn: '2026-10-15' },
    },
  ],
  agreedMeasures: [
    {
      ...{ id: 'm1', kind: 'measure', name: 'Samordna vikarierna i förskolan', status: 'ongoing', source: '2026-04' },
      ...{ endsOn: '2026-08-15', owner: 'Rektor Lena Ljung', effectKr: 900_000 },
      lateness: { kind: 'late', endsOn: '2026-08-15', days: 16 },
    },
  ],
  measures: [
    { text: 'Färre inköp under resten av året', effectKr: 600_000 },
    { text: 'En avdelning mindre på två förskolor från november' },
  ],
  investments: [
    {
      ...{ committeeId: 'BUN', project: 'Ny skola i Sunnerby', budgetKr: 84_000_000, outcomeKr: 31_200_000 },
      ...{ forecastKr: 90_500_000, deviationKr: -6_500_000, period: '2026-08', example: true },
    },
    { committeeId: 'BUN', project: 'Skolgårdar', budgetKr: 4_000_000, example: true },
  ],
  comment: 'Fler barn i förskolan än budgeten räknade med.',
  texts: {
    ...NO_TEXTS,
    summary:
      'Verksamheten går till stor del som planerat.\nUnderskottet i förskolan beror på fler barn och fler vikarier.',
    outlook: 'Antalet barn väntas öka till våren.',
  },
  breaks: [],
  example: true,
};

const usual: Facts = {
  ...{ content: sampleReport, state: 'open', revision: 2, mark: '9f86d081884c7d659a2feaa0c55ad015' },
  ...{ deeds: ['write', 'hand-in'], changedSinceSigned: false, history: [] },
  missing: [
    { what: 'grade', names: ['Barn och unga är delaktiga i det som rör dem'] },
    { what: 'investment', names: ['Skolgårdar'] },
    { what: 'signature', names: [] },
  ],
  changeFigures: 'rätta augusti 2026 för BUN',
  context: sampleContext,
};

const nothingReported: Facts = {
  ...usual,
  ...{ revision: 0, deeds: ['write'], changeFigures: 'visa formuläret' },
  missing: [
    { what: 'answer', names: [] },
    { what: 'signature', names: [] },
  ],
  content: {
    ...withoutAnswer(sampleReport),
    finance: {
      ...{ budgetKr: 675_600_000, budgetToDateKr: 450_400_000, added: [] },
      areas: areas.map(({ outcomeKr: _, forecastKr: __, deviationKr: ___, ...rest }) => rest),
      history: [
        { period: '2026-04', kind: 'tertial' },
        { period: '2026-08', kind: 'interim' },
      ],
    },
    indicators: indicators.map(({ said: _, ...one }) => ({
      ...one,
      assessment: {
        ...{ indicatorId: one.indicatorId, trend: { kind: 'no-earlier-value' } },
        periodsEnd:
          one.assessment.periodsEnd.verdict === 'key-figure'
            ? one.assessment.periodsEnd
            : { verdict: 'not-measured', reason: { kind: 'no-value' } },
      },
    })),
    goals: goals.map(({ goalId, name, contributesTo }) => ({
      ...{ goalId, name, contributesTo },
      proposal: { gradeId: 'UNASSESSED', reason: { kind: 'nothing-to-judge-by', missing: 1 } },
    })),
    investments: [],
    measures: [],
    comment: '',
    texts: NO_TEXTS,
  },
};

const LARGE_DEFICIT = -12_000_000;
const deficit: Facts = {
  ...usual,
  ...{ state: 'handed-in', revision: 3, deeds: ['sign', 'send-back'], history: [handedIn], missing: [] },
  content: {
    ...sampleReport,
    finance: {
      ...sampleReport.finance,
      ...{ forecastKr: 675_600_000 - LARGE_DEFICIT, deviationKr: LARGE_DEFICIT },
      history: [
        ...sampleReport.finance.history.slice(0, 2),
        { period: '2026-08', kind: 'interim', forecastKr: 675_600_000 - LARGE_DEFICIT, deviationKr: LARGE_DEFICIT },
      ],
      areas: [
        { ...areas[0], ...{ forecastKr: 214_800_000, deviationKr: LARGE_DEFICIT } } as AreaContent,
        ...areas.slice(1),
      ],
    },
  },
};

const LONG_TEXT =
  'Verksamheten har under perioden präglats av **många** förändringar. <b>Se</b> =SUMMA(A1:A9). '.repeat(42);
const large: Facts = {
  ...usual,
  ...{ state: 'sent-back', revision: 5, history: [handedIn, sentBack] },
  content: {
    ...sampleReport,
    indicators: Array.from({ length: 40 }, (_, at) => ({
      ...sickLeave,
      indicatorId: `INDIKATOR-${at}`,
      name: `Andel som har fått det stöd de behöver i verksamhetens grupp ${at + 1}`,
    })),
    goals: Array.from({ length: 16 }, (_, at) => ({
      ...(goals[at % 2] as GoalContent),
      ...{ goalId: `MAL-${at}`, number: `${at + 1}` },
    })),
    work: Array.from({ length: 60 }, (_, at) => ({ ...(work[at % 3] as WorkContent), id: `A${at}` })),
    texts: { summary: LONG_TEXT, events: LONG_TEXT, outlook: LONG_TEXT, staff: LONG_TEXT },
  },
};

/** A committee's report as its own people, its approver and others see it. */
export const committeeReportSamples: Readonly<Record<string, Facts>> = {
  'being written by the reporter': usual,
  'all figures missing': nothingReported,
  'deficit of 12 mnkr, to be signed': deficit,
  'text target without baseline': {
    ...usual,
    ...{ deeds: [], missing: [] },
    content: { ...sampleReport, indicators: [organicFood], goals: goals.slice(0, 1) },
  },
  'signed, for a manager': withoutForm({
    ...usual,
    ...{ state: 'signed', revision: 4, deeds: [], history: [handedIn, signed], missing: [] },
    content: { ...sampleReport, texts: { ...sampleReport.texts, events: 'Två nya förskolor har öppnat.' } },
  }),
  'changed after the signature': {
    ...usual,
    ...{ state: 'signed', revision: 4, changedSinceSigned: true, history: [handedIn, signed], missing: [] },
  },
  'sent back': {
    ...usual,
    ...{ state: 'sent-back', revision: 4, history: [handedIn, sentBack], missing: [] },
    problem:
      'Rapporten har ändrats sedan du öppnade kortet. Inget är gjort. Se igenom det som gäller nu och tryck igen.',
  },
  'goals, with what was computed beside': { ...usual, page: 'goals' },
  'indicators, what is not reached first': { ...usual, page: 'indicators' },
  'work, what is late first': { ...usual, page: 'work' },
  texts: { ...usual, page: 'texts' },
  'forty indicators and long texts': large,
  'forty indicators': { ...large, page: 'indicators' },
  'long texts': { ...large, page: 'texts' },
  'at year-end': withoutForm({
    ...usual,
    ...{ state: 'signed', revision: 4, deeds: [], history: [handedIn, signed], missing: [] },
    content: {
      ...sampleReport,
      ...{ kind: 'annual', period: '2026-12' },
      finance: {
        ...sampleReport.finance,
        ...{ budgetToDateKr: 675_600_000, outcomeKr: 679_700_000 },
        areas: areas.map((one) => ({ ...one, budgetToDateKr: one.budgetKr, outcomeKr: one.forecastKr ?? 0 })),
        history: [
          ...sampleReport.finance.history,
          { period: '2026-12', kind: 'annual', forecastKr: 679_700_000, deviationKr: -4_100_000 },
        ],
      },
    },
  }),
  'a month': withoutForm({
    ...usual,
    ...{ deeds: [], missing: [], revision: 0 },
    content: {
      ...sampleReport,
      ...{ kind: 'month', period: '2026-10', goals: [], work: [], investments: [], texts: NO_TEXTS },
    },
  }),
  'approved, in a channel': withoutForm({
    ...usual,
    ...{ state: 'approved', deeds: [], history: [], missing: [], open: true, context: {} },
    decision: {
      ...{ date: '2026-10-21', paragraph: 'KF § 131', registrationNumber: 'KS 2026/88', outcome: 'approved', why: '' },
      ...{ version: 1, seal: 'ab12', appropriations: [], orders: [], at: '2026-10-22T08:00:00Z' },
      by: { upn: 'sekreterare@styrmodell.example', name: 'Karin Kron' },
    },
  }),
};

function area(
  areaId: string,
  name: string,
  { budgetKr, outcomeKr, forecastKr }: { budgetKr: number; outcomeKr: number; forecastKr: number },
): AreaContent {
  return {
    ...{ areaId, name, budgetKr, outcomeKr, forecastKr, deviationKr: budgetKr - forecastKr },
    ...{ budgetToDateKr: (budgetKr * 8) / 12, feeFinanced: false, spreadEvenly: false, history: [] },
  };
}

function indicator(
  indicatorId: string,
  name: string,
  unit: string,
  more: Pick<IndicatorContent, 'assessment'> & Partial<IndicatorContent>,
): IndicatorContent {
  const said = more.assessment.value && { said: { kind: 'value' as const, value: more.assessment.value.value } };
  return {
    ...{ indicatorId, name, unit, scope: 'committee', valueKind: 'number', asked: true, example: true },
    ...said,
    ...more,
  };
}

function assessed(indicatorId: string, period: string, of: number, periodsEnd: Judgement): IndicatorAssessment {
  return {
    ...{ indicatorId, value: value(period, of), periodsEnd },
    trend: { kind: 'worse', from: value('2026-04', of - 0.2), to: value(period, of) },
  };
}

function value(period: string, of: number): { period: string; value: number; example: boolean } {
  return { period, value: of, example: true };
}

function withoutAnswer({ answered: _, ...content }: CommitteeReportContent): CommitteeReportContent {
  return content;
}

function withoutForm({ changeFigures: _, ...facts }: Facts): Facts {
  return facts;
}
