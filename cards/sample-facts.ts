import type { Answer, AreaFigures, StoredAnswer } from '../src/domain/answer.ts';
import { receiptNumber } from '../src/domain/answer.ts';
import type { Break } from '../src/domain/breaks.ts';
import type { Indicator } from '../src/domain/indicator.ts';
import { type MonthlyPrompt, monthlyPrompt } from '../src/domain/monthly-prompt.ts';
import type { Month } from '../src/domain/period.ts';
import type { AddedBudget, BusinessArea, Committee, FollowUp, Plan } from '../src/domain/plan.ts';
import type { Grade } from '../src/domain/plan-document.ts';
import { spreadOver } from '../src/domain/spread.ts';

/*
 * A small municipality for the cards' samples. All of it is invented; amounts are whole kronor.
 */
export const sampleContext: { readonly demoDate: string } = { demoDate: '2026-11-05' };
export const samplePromptId = 'q3Vt0w9xYbZkR1sLmN8pQA';
/** The grades of goals, the best first. */
export const gradeScale: readonly Grade[] = [
  { id: 'FULL', label: 'Helt uppfyllt', colour: 'green' },
  { id: 'HIGH', label: 'I hög grad uppfyllt', colour: 'green' },
  { id: 'PARTLY', label: 'Delvis uppfyllt', colour: 'yellow' },
  { id: 'NOT', label: 'Ej uppfyllt', colour: 'red' },
  { id: 'UNASSESSED', label: 'Kan inte bedömas', colour: null },
];

export const october: FollowUp = {
  period: '2026-10',
  kind: 'month',
  asks: ['finance', 'indicators'],
  opensOnWorkingDay: 3,
  dueOnWorkingDay: 10,
  ladder: [],
};
const DATES = { opensOn: '2026-11-04', dueOn: '2026-11-13', steps: [] };

export const schools = committee('BUN', 'Barn- och utbildningsnämnden');
export const builders = committee('SBN', 'Samhällsbyggnadsnämnden');
export const culture = committee('KFN', 'Kultur- och fritidsnämnden');
export const care = committee('SN', 'Socialnämnden');

const preschool = area('BUN', 'FORSKOLA', 'Förskola', 202_800_000);
const preschoolGrant: AddedBudget = {
  ...{ amountKr: 5_000_000, from: '2026-06', decision: 'KF 2026-06-10 § 87 (exempel)', example: true },
};
const primary = area('BUN', 'GRUNDSKOLA', 'Grundskola och fritidshem', 446_160_000);
export const schoolAreas: readonly BusinessArea[] = [preschool, primary];
const manySchoolAreas: readonly BusinessArea[] = [
  preschool,
  primary,
  area('BUN', 'ANPASSAD', 'Anpassad grundskola', 31_200_000),
  area('BUN', 'ELEVHALSA', 'Central elevhälsa', 18_600_000),
  area('BUN', 'KULTURSKOLA', 'Kulturskola', 9_840_000),
  area('BUN', 'OPPEN', 'Öppen förskola och familjecentral', 4_560_000),
  area('BUN', 'KOST', 'Kost och lokalvård', 52_440_000),
  area('BUN', 'LEDNING', 'Nämnd och förvaltningsledning', 27_000_000),
];
const planning = area('SBN', 'PLAN', 'Plan och bygglov', 26_088_000);
const water: BusinessArea = {
  ...area('SBN', 'VA', 'Vatten och avlopp (avgiftsfinansierat)', 4_500_000),
  feeFinanced: true,
};

const sickLeave: Indicator = {
  id: 'SJUKFRANVARO',
  name: 'Sjukfrånvaro totalt',
  unit: '% av ordinarie arbetstid',
  good: 'down',
  committeeIds: ['BUN', 'SBN', 'KFN', 'SN'],
  frequency: 'month',
  target: { kind: 'at-most', value: 7 },
  values: [{ period: '2026-09', value: 7.4, committeeId: 'BUN', example: true }],
};

export const samplePlan: Plan = {
  id: '2026-2029',
  title: 'Mål och budget 2026–2029',
  periodFrom: 2026,
  periodTo: 2029,
  committees: [schools, builders, culture, care],
  businessAreas: [
    ...schoolAreas,
    planning,
    water,
    area('KFN', 'BIBLIOTEK', 'Bibliotek', 19_200_000),
    area('SN', 'ALDRE', 'Äldreomsorg', 318_600_000),
  ],
  undivided: [],
  indicators: [sickLeave],
  contacts: [],
  followUps: [october],
  channels: [],
  commentLimit: { percentOfBudget: 1, amountKr: 500_000 },
  openingOutcomes: [],
};

/** The year as the council has changed it: money added to preschool and to the committee, and primary school moved to it. */
export const changedPlan: Plan = {
  ...samplePlan,
  businessAreas: samplePlan.businessAreas.map((area) => {
    if (area.id === 'GRUNDSKOLA') return { ...area, heldBefore: [{ committeeId: 'KFN', until: '2026-10' }] };
    return area.id === 'FORSKOLA' ? withGrant(area) : area;
  }),
  undivided: [
    {
      ...{ committeeId: 'BUN', amountKr: 2_000_000, from: '2026-09' },
      ...{ decision: 'KF 2026-09-16 § 131 (exempel)', example: true },
    },
  ],
};
export const changes: readonly Break[] = [
  { kind: 'appropriation', at: '2026-10', amountKr: 2_000_000, decision: 'KF 2026-09-16 § 131', committeeIds: ['BUN'] },
  {
    ...{ kind: 'area-moved', name: 'Grundskola och fritidshem', at: '2026-10' },
    ...{ from: 'Kultur- och fritidsnämnden', to: 'Barn- och utbildningsnämnden', committeeIds: ['BUN', 'KFN'] },
  },
];

const september = stored('BUN', '2026-09', [
  figures('FORSKOLA', 150_841_000, 205_500_000),
  figures('GRUNDSKOLA', 332_604_000, 446_300_000),
]);

export const schoolPrompt: MonthlyPrompt = promptFor(samplePlan, [september]);
export const changedPrompt: MonthlyPrompt = {
  ...promptFor(changedPlan, [
    stored('BUN', '2026-09', [figures('FORSKOLA', 150_841_000, 205_500_000)]),
    stored('KFN', '2026-09', [figures('GRUNDSKOLA', 332_604_000, 446_300_000)]),
  ]),
  breaks: changes,
};
export const firstPromptOfYear: MonthlyPrompt = promptFor(samplePlan, []);
/** The only plan figure for the year is its total. */
export const spreadPrompt: MonthlyPrompt = promptFor(
  { ...samplePlan, businessAreas: schoolAreas.map(({ monthlyKr: _, ...rest }) => ({ ...rest, example: false })) },
  [],
);
/** As many areas as the largest committees have. */
export const largePrompt: MonthlyPrompt = promptFor({ ...samplePlan, businessAreas: manySchoolAreas }, [
  stored(
    'BUN',
    '2026-09',
    manySchoolAreas.map(({ id, netBudgetKr }) => figures(id, Math.round(netBudgetKr * 0.76), netBudgetKr)),
  ),
]);

const strategies: Indicator = {
  ...{ id: 'STRATEGI', name: 'Digital strategi antagen', unit: 'ja/nej', good: 'up', frequency: 'month' },
  ...{ committeeIds: ['KS'], yearlyTargets: [{ year: 2026, target: { kind: 'yes-no', value: true } }] },
  values: [{ period: '2026-09', value: 0, example: true }],
};
const planReady: Indicator = {
  ...{ id: 'KLIMATPLAN', name: 'Klimatplan antagen', unit: 'datum', good: 'down', frequency: 'month' },
  ...{ committeeIds: ['KS'], target: { kind: 'on-date', date: '2026-11-30' }, values: [] },
};

/** The executive board answers for itself, and reports the municipality's total. */
export const totalPrompt: MonthlyPrompt = promptFor(
  {
    ...samplePlan,
    businessAreas: [area('KS', 'STAB', 'Kommunledning och stab', 196_200_000)],
    indicators: [
      {
        ...sickLeave,
        ...{ committeeIds: ['KS', ...sickLeave.committeeIds], totalReportedBy: 'KS' },
        yearlyTargets: [{ year: 2026, target: { kind: 'at-most', value: 7.5 } }],
        values: [
          { period: '2026-09', value: 5.1, committeeId: 'KS', example: true },
          { period: '2026-09', value: 7.4, example: true },
        ],
      },
      strategies,
      planReady,
    ],
  },
  [stored('KS', '2026-09', [figures('STAB', 147_000_000, 196_200_000)])],
  committee('KS', 'Kommunstyrelsen'),
);
export const totalAnswer: Answer = {
  ...answerOf([figures('STAB', 163_700_000, 196_200_000)]),
  indicators: [
    { indicatorId: 'SJUKFRANVARO', report: { kind: 'value', value: 5.3 } },
    { indicatorId: 'SJUKFRANVARO', scope: 'municipality', report: { kind: 'value', value: 7.2 } },
    { indicatorId: 'STRATEGI', report: { kind: 'value', value: 1 } },
    { indicatorId: 'KLIMATPLAN', report: { kind: 'value', value: 20261015 } },
  ],
};

export const schoolAnswer: Answer = {
  areas: [figures('FORSKOLA', 165_900_000, 205_500_000), figures('GRUNDSKOLA', 369_500_500, 446_100_000)],
  indicators: [{ indicatorId: 'SJUKFRANVARO', report: { kind: 'value', value: 7.2 } }],
  comment: 'Fler barn i förskolan än budgeten räknade med.\nVikarier kostar mer än i fjol.',
  measures: [
    { text: 'Samordnade vikarier mellan förskolorna', effectKr: 900_000 },
    { text: 'Färre inköp under resten av året' },
  ],
  goals: [],
  work: [],
  investments: [],
};

export const schoolStored: StoredAnswer = storedAs(schoolAnswer, 'BUN', '2026-10', 1);

/** An answer with its committee, month and revision, as a person sent it. */
export function storedAs(answer: Answer, committeeId: string, period: Month, revision: number): StoredAnswer {
  return {
    committeeId,
    period,
    revision,
    answer,
    reporter: { oid: 'oid-1', upn: 'anna.berg@styrmodell.example', name: 'Anna Berg' },
    reportedAt: new Date(`2026-11-05T07:0${revision + 2}:00Z`),
    receiptNumber: receiptNumber(committeeId, period, revision),
    submissionKey: 'key',
    example: false,
  };
}

export function figures(areaId: string, outcomeKr: number, forecastKr: number): AreaFigures {
  return {
    areaId,
    outcome: { kind: 'value', amountKr: outcomeKr },
    forecast: { kind: 'value', amountKr: forecastKr },
  };
}

function stored(committeeId: string, period: Month, areas: readonly AreaFigures[]): StoredAnswer {
  return storedAs(answerOf(areas), committeeId, period, 1);
}

function answerOf(areas: readonly AreaFigures[]): Answer {
  return { areas, indicators: [], comment: '', measures: [], goals: [], work: [], investments: [] };
}

function promptFor(plan: Plan, answers: readonly StoredAnswer[], asked = schools): MonthlyPrompt {
  return monthlyPrompt(plan, asked, october, DATES, answers);
}

function committee(id: string, name: string): Committee {
  return { id, name, aliases: [] };
}

function withGrant(area: BusinessArea): BusinessArea {
  const { amountKr, from } = preschoolGrant;
  const grantKr = spreadOver(amountKr, from);
  return {
    ...area,
    netBudgetKr: area.netBudgetKr + amountKr,
    monthlyKr: grantKr.map((kr, at) => kr + (area.monthlyKr?.[at] ?? 0)),
    added: [preschoolGrant],
  };
}

/** A budget of twelve like months. */
function area(committeeId: string, id: string, name: string, netBudgetKr: number): BusinessArea {
  const monthlyKr = Array.from({ length: 12 }, () => netBudgetKr / 12);
  return { id, committeeId, name, year: 2026, netBudgetKr, monthlyKr, feeFinanced: false, example: true };
}
