import type {
  AreaContent,
  CommitteeReportContent,
  CommitteeStanding,
  FinanceFigures,
  GoalContent,
  MunicipalReportContent,
} from '../src/domain/report-content.ts';
import {
  type AgreedMeasure,
  type CouncilDecision,
  type DecidedAppropriation,
  NO_TEXTS,
} from '../src/domain/report-record.ts';
import { gradeScale } from './sample-facts.ts';

/*
 * The small municipality's interim report as it comes together. All of it is invented; amounts are whole kronor.
 */
export const sampleMark = '9f2c41d07ab35e1846c9d02f7b1a3e55c0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f';

/** A forecast apart from the budget by so much; none: it is missing. */
function figuresOf(budgetKr: number, deviationKr?: number): FinanceFigures {
  const budgetToDateKr = Math.round((budgetKr * 8) / 12);
  if (deviationKr === undefined) return { budgetKr, budgetToDateKr };
  return { budgetKr, budgetToDateKr, outcomeKr: budgetToDateKr, forecastKr: budgetKr - deviationKr, deviationKr };
}

function area(areaId: string, name: string, figures: FinanceFigures, feeFinanced = false): AreaContent {
  return { areaId, name, feeFinanced, spreadEvenly: false, history: [], ...figures };
}

type Finance = Partial<CommitteeReportContent['finance']>;

function committee(
  committeeId: string,
  committeeName: string,
  figures: FinanceFigures,
  finance: Finance = {},
): CommitteeReportContent {
  return {
    ...{ committeeId, committeeName, period: '2026-08', kind: 'interim' },
    finance: { ...figures, areas: [], history: [], added: [], ...finance },
    ...{ indicators: [], goals: [], gradeScale, work: [], assignments: [], agreedMeasures: [] },
    ...{ measures: [], investments: [], comment: '', texts: NO_TEXTS, breaks: [], example: false },
  };
}

const fees = figuresOf(4_500_000, 0);
const schools = committee('BUN', 'Barn- och utbildningsnämnden', figuresOf(648_960_000, -7_500_000), {
  areas: [
    area('FORSKOLA', 'Förskola', figuresOf(202_800_000, -6_900_000)),
    area('GRUNDSKOLA', 'Grundskola och fritidshem', figuresOf(446_160_000, -600_000)),
  ],
});
const builders = committee('SBN', 'Samhällsbyggnadsnämnden', figuresOf(30_588_000, 1_200_000), {
  areas: [
    area('PLAN', 'Plan och bygglov', figuresOf(26_088_000, 1_200_000)),
    area('VA', 'Vatten och avlopp', fees, true),
  ],
  feeFinanced: { ...fees, names: ['Vatten och avlopp'] },
});
const culture = committee('KFN', 'Kultur- och fritidsnämnden', figuresOf(19_200_000, 0), {
  areas: [area('BIBLIOTEK', 'Bibliotek', figuresOf(19_200_000, 0))],
});
const care = committee('SN', 'Socialnämnden', figuresOf(318_600_000), {
  areas: [area('ALDRE', 'Äldreomsorg', figuresOf(318_600_000))],
});

function standing(
  { committeeId, committeeName }: CommitteeReportContent,
  state: CommitteeStanding['state'],
  missing: CommitteeStanding['missing'] = [],
): CommitteeStanding {
  const signed = state === 'signed' ? { signed: { name: 'Eva Ek', at: '2026-09-17T08:12:00.000Z' } } : {};
  return { committeeId, committeeName, state, ...signed, changedSinceSigned: false, missing };
}

const SIGNATURE = { what: 'signature', names: [] } as const;
const ANSWER = { what: 'answer', names: [] } as const;

function goal(goalId: string, number: string, name: string, given: Partial<GoalContent> = {}): GoalContent {
  const reason = { kind: 'counted', reached: 3, near: 1, behind: 0, missing: 0 } as const;
  return { goalId, number, name, proposal: { gradeId: 'HIGH', reason }, contributesTo: [], ...given };
}

const nothing = { gradeId: 'UNASSESSED', reason: { kind: 'nothing-to-judge-by', missing: 2 } } as const;
const previous = { gradeId: 'PARTLY', period: '2026-04' } as const;
const goals: readonly GoalContent[] = [
  goal('ARBETSLIV', '1', 'Fler går till arbete eller studier', { previous }),
  goal('UTBILDNING', '2', 'Kommunen utbildar med god kvalitet'),
  goal('UTBILDNING.1', '2.1', 'Alla elever läser flytande efter årskurs 3', { proposal: nothing }),
  goal('TRYGGHET', '3', 'Det är tryggt att bo och röra sig i kommunen'),
  goal('HALLBART', '4', 'Kommunen är hållbar för klimat och miljö', { proposal: nothing }),
  goal('EKONOMI', '5', 'Ekonomin är i balans'),
];

function graded(one: GoalContent, gradeId: string, motivation: string): GoalContent {
  return { ...one, graded: { gradeId, motivation } };
}
const why = 'Tre av fyra indikatorer når målet, och arbetet följer planen.';
const gradedGoals = goals.map((one, at) => graded(one, at === 4 ? 'PARTLY' : 'HIGH', why));

function counts(numbers: readonly number[], ungraded: number): MunicipalReportContent['councilGoalCounts'] {
  return {
    of: numbers.reduce((sum, one) => sum + one, ungraded),
    grades: gradeScale.map(({ id, label }, at) => ({ gradeId: id, label, count: numbers[at] ?? 0 })),
    ungraded,
  };
}

const report: MunicipalReportContent = {
  ...{ period: '2026-08', kind: 'interim', planId: '2026-2029', planTitle: 'Mål och budget 2026–2029' },
  registrationNumber: '',
  committees: [schools, builders, culture, care],
  standings: [],
  committeesSum: figuresOf(1_017_348_000),
  feeFinanced: { ...fees, names: ['Vatten och avlopp'] },
  committeesSumWithoutFees: figuresOf(1_012_848_000),
  councilGoals: goals,
  councilGoalCounts: counts([], 5),
  committeeGoalCounts: counts([2, 5, 6, 1, 2], 2),
  ...{ indicators: [], gradeScale, texts: NO_TEXTS },
  statutory: { rule: 'interim', lastDay: '2026-10-31' },
  decisions: [],
  example: true,
};

/** The day that it opens: no committee has answered. */
export const reportUntouched: MunicipalReportContent = {
  ...report,
  committees: report.committees.map((one) => ({
    ...one,
    finance: {
      ...figuresOf(one.finance.budgetKr),
      areas: one.finance.areas.map(({ areaId, name, feeFinanced, budgetKr }) =>
        area(areaId, name, figuresOf(budgetKr), feeFinanced),
      ),
      ...{ history: [], added: [] },
      ...(one.finance.feeFinanced && { feeFinanced: { ...figuresOf(4_500_000), names: ['Vatten och avlopp'] } }),
    },
  })),
  standings: report.committees.map((one) => standing(one, 'open', [ANSWER, SIGNATURE])),
  feeFinanced: { ...figuresOf(4_500_000), names: ['Vatten och avlopp'] },
  committeeGoalCounts: counts([], 18),
};

/** Some have signed, one is handed in, one has not answered. */
export const reportUnderWork: MunicipalReportContent = {
  ...report,
  standings: [
    standing(schools, 'signed'),
    standing(builders, 'handed-in', [SIGNATURE]),
    standing(culture, 'sent-back', [
      { what: 'indicator', names: ['Biblioteksbesök'] },
      { what: 'grade', names: ['Alla kan delta i kulturlivet', 'Fler unga rör på sig', 'Föreningar trivs'] },
      SIGNATURE,
    ]),
    standing(care, 'open', [ANSWER, SIGNATURE]),
  ],
};

const whole = figuresOf(1_017_348_000, -10_400_000);
const careAnswered = committee('SN', 'Socialnämnden', figuresOf(318_600_000, -4_100_000), {
  areas: [area('ALDRE', 'Äldreomsorg', figuresOf(318_600_000, -4_100_000))],
});

/** All committees have signed, the review is held, and the council's goals are graded. */
export const reportSigned: MunicipalReportContent = {
  ...report,
  registrationNumber: 'KS 2026/123',
  committees: [schools, builders, culture, careAnswered],
  standings: [schools, builders, culture, careAnswered].map((one) => standing(one, 'signed')),
  ...{ committeesSum: whole, committeesSumWithoutFees: figuresOf(1_012_848_000, -10_400_000) },
  ...{ councilGoals: gradedGoals, councilGoalCounts: counts([0, 4, 1], 0) },
  committeeGoalCounts: counts([2, 5, 6, 1, 4], 0),
  texts: { summary: 'Underskott i förskolan.', events: 'Ny skola.', outlook: 'Åtgärder väntas.', staff: 'Som väntat.' },
  review: {
    ...{ date: '2026-10-06', startsAt: '08:30' },
    participants: 'Kommunstyrelsens presidium, nämndernas ordförande och förvaltningschefer',
    notes: 'Förskolans underskott gicks igenom.\nSocialnämnden återkommer om hemtjänsten.',
  },
};

export const sampleMeasures: readonly AgreedMeasure[] = [
  {
    ...{ id: '_measure-1', committeeId: 'BUN', period: '2026-08' },
    text: 'Plan för budget i balans i förskolan',
    ...{ owner: 'Eva Ek, förvaltningschef', dueOn: '2026-11-20', effectKr: 2_000_000 },
    ...{ agreedAt: '2026-10-06T08:10:00.000Z', by: { upn: 'controller@styrmodell.example', name: 'Carin Ohlsson' } },
  },
  {
    ...{ id: '_measure-2', committeeId: 'SN', period: '2026-08' },
    text: 'Redovisa hemtjänstens kostnader per timme',
    ...{ owner: 'Ali Demir', dueOn: '2026-12-01' },
    ...{ agreedAt: '2026-10-06T08:20:00.000Z', by: { upn: 'controller@styrmodell.example', name: 'Carin Ohlsson' } },
  },
];

const APPROPRIATIONS: readonly DecidedAppropriation[] = [
  { committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 5_000_000, validFrom: '2026-11-01' },
  { committeeId: 'SBN', amountKr: -1_000_000, validFrom: '2026-11-01' },
];

const sampleSeal = '4b7c0e9a1d2f38560718293a4b5c6d7e8f90112233445566778899aabbccddee';

export const sampleApproval: CouncilDecision = {
  ...{ date: '2026-10-28', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
  ...{ version: 1, seal: sampleSeal, appropriations: APPROPRIATIONS },
  orders: [
    {
      committeeId: 'BUN',
      text: 'Återkomma med åtgärder för en budget i balans.',
      dueOn: '2026-12-15',
    },
  ],
  by: { upn: 'kommunsekreterare@styrmodell.example', name: 'Siv Sekreterare' },
  at: '2026-10-29T07:42:00.000Z',
};

export const sampleReturn: CouncilDecision = {
  ...sampleApproval,
  ...{ outcome: 'sent-back', appropriations: [], orders: [] },
  why: 'Socialnämndens prognos behöver förklaras innan fullmäktige tar ställning.',
};

export const sampleVersion = {
  ...{ number: 1, compiledAt: '2026-10-14T08:02:00.000Z', compiledBy: 'Carin Ohlsson' },
  seal: sampleSeal,
} as const;
