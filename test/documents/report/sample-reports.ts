import assert from 'node:assert/strict';
import type { IndicatorAssessment } from '../../../src/domain/assess-indicator.ts';
import type { Target } from '../../../src/domain/indicator.ts';
import type { Month } from '../../../src/domain/period.ts';
import type { Grade } from '../../../src/domain/plan-document.ts';
import type {
  AreaContent,
  CommitteeFinance,
  CommitteeReportContent,
  CommitteeStanding,
  FinanceFigures,
  ForecastPoint,
  GoalContent,
  GradeCounts,
  IndicatorContent,
  MunicipalReportContent,
  WorkContent,
} from '../../../src/domain/report-content.ts';
import { NO_TEXTS } from '../../../src/domain/report-record.ts';
import type { ReportToWrite } from '../../../src/report-ports.ts';

/* An invented municipality's interim report: six committees, VA with a deficit, one that has not answered. */

const PERIOD: Month = '2026-08';

const SCALE: readonly Grade[] = [
  { id: 'helt', label: 'Helt uppfyllt', colour: 'green' },
  { id: 'hog', label: 'I hög grad uppfyllt', colour: 'green' },
  { id: 'delvis', label: 'Delvis uppfyllt', colour: 'yellow' },
  { id: 'ej', label: 'Inte uppfyllt', colour: 'red' },
  { id: 'okand', label: 'Kan inte bedömas', colour: null },
];

interface AreaFacts {
  readonly id: string;
  readonly name: string;
  readonly budgetKr: number;
  readonly outcomeKr?: number;
  readonly forecastKr?: number;
  readonly fee?: boolean;
  /** Forecast deviations at earlier follow-ups of the year, whole kronor. */
  readonly earlier?: readonly (number | undefined)[];
  readonly why?: string;
  readonly evenly?: boolean;
}

const EARLIER: readonly { readonly period: Month; readonly kind: ForecastPoint['kind'] }[] = [
  { period: '2026-02', kind: 'month' },
  { period: '2026-03', kind: 'month' },
  { period: '2026-04', kind: 'tertial' },
  { period: '2026-05', kind: 'month' },
];

function anArea({
  id,
  name,
  budgetKr,
  outcomeKr,
  forecastKr,
  fee = false,
  earlier = [],
  why,
  evenly = false,
}: AreaFacts): AreaContent {
  const deviationKr = forecastKr === undefined ? undefined : budgetKr - forecastKr;
  return {
    areaId: id,
    name,
    feeFinanced: fee,
    spreadEvenly: evenly,
    budgetKr,
    budgetToDateKr: Math.round((budgetKr * 8) / 12),
    ...(outcomeKr !== undefined && { outcomeKr }),
    ...(forecastKr !== undefined && { forecastKr }),
    ...(deviationKr !== undefined && { deviationKr }),
    ...(why !== undefined && { forecastMissing: why }),
    history: [
      ...EARLIER.map(({ period, kind }, at): ForecastPoint => pointOf(period, kind, budgetKr, earlier[at])),
      pointOf(PERIOD, 'interim', budgetKr, deviationKr),
    ],
  };
}

function pointOf(
  period: Month,
  kind: ForecastPoint['kind'],
  budgetKr: number,
  deviationKr: number | undefined,
): ForecastPoint {
  return { period, kind, ...(deviationKr !== undefined && { forecastKr: budgetKr - deviationKr, deviationKr }) };
}

/** A sum with a part missing is missing. */
export function sumOf(all: readonly FinanceFigures[]): FinanceFigures {
  const add = (key: keyof FinanceFigures): number | undefined =>
    all.reduce<number | undefined>((sum, one) => {
      const value = one[key];
      return sum === undefined || value === undefined ? undefined : sum + value;
    }, 0);
  const [outcomeKr, forecastKr, deviationKr] = [add('outcomeKr'), add('forecastKr'), add('deviationKr')];
  return {
    budgetKr: add('budgetKr') ?? 0,
    budgetToDateKr: add('budgetToDateKr') ?? 0,
    ...(outcomeKr !== undefined && { outcomeKr }),
    ...(forecastKr !== undefined && { forecastKr }),
    ...(deviationKr !== undefined && { deviationKr }),
  };
}

function aFinance(facts: readonly AreaFacts[], added: CommitteeFinance['added'] = []): CommitteeFinance {
  const areas = facts.map(anArea);
  const fees = areas.filter(({ feeFinanced }) => feeFinanced);
  const [first] = areas;
  const history = (first?.history ?? []).map(({ period, kind }): ForecastPoint => {
    const points = areas.map((area) => area.history.find((point) => point.period === period)?.deviationKr);
    const isWhole = points.every((point) => point !== undefined);
    const deviationKr = points.reduce<number>((sum, kr) => sum + (kr ?? 0), 0);
    const budgetKr = areas.reduce((sum, area) => sum + area.budgetKr, 0);
    return pointOf(period, kind, budgetKr, isWhole ? deviationKr : undefined);
  });
  return {
    ...sumOf(areas),
    areas,
    ...(fees.length > 0 && { feeFinanced: { ...sumOf(fees), names: fees.map(({ name }) => name) } }),
    history,
    added,
  };
}

function aCommittee(
  facts: Pick<CommitteeReportContent, 'committeeId' | 'committeeName' | 'finance'> & Partial<CommitteeReportContent>,
): CommitteeReportContent {
  return {
    period: PERIOD,
    kind: 'interim',
    answered: {
      revision: 1,
      at: '2026-09-09T08:12:00.000Z',
      name: 'Karin Lindqvist',
      cameWithPlan: false,
      corrected: false,
    },
    indicators: [],
    goals: [],
    gradeScale: SCALE,
    work: [],
    assignments: [],
    agreedMeasures: [],
    measures: [],
    investments: [],
    comment: '',
    texts: NO_TEXTS,
    breaks: [],
    example: true,
    ...facts,
  };
}

const AT_LEAST = (value: number): Target => ({ kind: 'at-least', value });

export function anIndicator(
  facts: Pick<IndicatorContent, 'indicatorId' | 'name'> & Partial<IndicatorContent>,
): IndicatorContent {
  return {
    unit: '%',
    scope: 'committee',
    valueKind: 'number',
    asked: true,
    example: true,
    assessment: assessed(facts.indicatorId, AT_LEAST(80), 82.5, 79.1),
    ...facts,
  };
}

/** A value of this year against a floor, with the year before to compare with. */
export function assessed(indicatorId: string, target: Target, value: number, before?: number): IndicatorAssessment {
  const now = { period: '2026-08', value, example: true };
  const floor = target.kind === 'at-least' ? value >= target.value : target.kind === 'at-most' && value <= target.value;
  const from = { period: '2025-08', value: before ?? 0, example: true };
  return {
    indicatorId,
    value: now,
    periodsEnd: { verdict: floor ? 'reached' : 'behind', reason: { kind: 'limit', target, value: now } },
    trend:
      before === undefined
        ? { kind: 'no-earlier-value' }
        : {
            kind:
              value === before ? 'unchanged' : value > before === (target.kind !== 'at-most') ? 'improving' : 'worse',
            from,
            to: now,
          },
  };
}

const NO_VALUE = (indicatorId: string): IndicatorAssessment => ({
  indicatorId,
  periodsEnd: { verdict: 'not-measured', reason: { kind: 'no-value' } },
  trend: { kind: 'no-earlier-value' },
});

const WITHOUT_BASELINE = (indicatorId: string): IndicatorAssessment => ({
  indicatorId,
  value: { period: '2026', value: 64, example: true },
  periodsEnd: {
    verdict: 'not-assessable',
    reason: { kind: 'no-baseline', target: { kind: 'direction', direction: 'increase', text: 'Öka' } },
  },
  trend: { kind: 'no-earlier-value' },
});

const KEY_FIGURE = (indicatorId: string): IndicatorAssessment => ({
  indicatorId,
  value: { period: '2026-08', value: 29_114, example: true },
  periodsEnd: { verdict: 'key-figure', reason: { kind: 'no-target' } },
  trend: { kind: 'no-earlier-value' },
});

const COUNTED = { kind: 'counted', reached: 3, near: 0, behind: 1, missing: 0 } as const;

function aGoal(facts: Pick<GoalContent, 'goalId' | 'name'> & Partial<GoalContent>): GoalContent {
  return { proposal: { gradeId: 'hog', reason: COUNTED }, contributesTo: [], ...facts };
}

function work(id: string, name: string, facts: Partial<WorkContent> = {}): WorkContent {
  return {
    id,
    kind: 'commitment',
    name,
    status: 'ongoing',
    lateness: { kind: 'on-time', endsOn: '2026-12-31' },
    ...facts,
  };
}

const BUN = aCommittee({
  committeeId: 'BUN',
  committeeName: 'Barn- och utbildningsnämnden',
  finance: aFinance(
    [
      {
        id: 'FORSKOLA',
        name: 'Förskola',
        budgetKr: 198_400_000,
        outcomeKr: 135_912_345,
        forecastKr: 203_400_000,
        earlier: [0, -1_500_000, -2_800_000, -4_000_000],
      },
      {
        id: 'GRUNDSKOLA',
        name: 'Grundskola och fritidshem',
        budgetKr: 412_750_000,
        outcomeKr: 281_455_120,
        forecastKr: 420_250_000,
        earlier: [-1_000_000, -2_500_000, -4_700_000, -6_900_000],
      },
      {
        id: 'GYMNASIUM',
        name: 'Gymnasie- och vuxenutbildning',
        budgetKr: 121_300_000,
        outcomeKr: 79_640_880,
        forecastKr: 120_800_500,
        earlier: [0, 0, 300_000, 400_000],
      },
    ],
    [
      {
        amountKr: 4_000_000,
        from: '2026-06',
        decision: 'KF 2026-06-10 § 88',
        areaName: 'Grundskola och fritidshem',
        example: true,
      },
    ],
  ),
  indicators: [
    anIndicator({
      indicatorId: 'behorighet',
      name: 'Elever i årskurs 9 som är behöriga till yrkesprogram, kommunens skolor',
      goalId: 'N1',
      assessment: assessed('behorighet', AT_LEAST(85), 82.4, 80.9),
      said: { kind: 'value', value: 82.4 },
    }),
    anIndicator({
      indicatorId: 'trygghet',
      name: 'Elever i årskurs 8 som känner sig trygga i skolan',
      goalId: 'N1',
      assessment: assessed('trygghet', AT_LEAST(80), 83.1, 84.6),
      said: { kind: 'value', value: 83.1 },
    }),
    anIndicator({
      indicatorId: 'sjuk',
      name: 'Sjukfrånvaro',
      goalId: 'N2',
      unit: '% av ordinarie arbetstid',
      assessment: assessed('sjuk', { kind: 'at-most', value: 7 }, 7.8, 7.4),
      said: { kind: 'value', value: 7.8 },
    }),
    anIndicator({
      indicatorId: 'hme',
      name: 'Hållbart medarbetarengagemang (HME)',
      goalId: 'N2',
      unit: 'index 0–100',
      assessment: WITHOUT_BASELINE('hme'),
    }),
    anIndicator({
      indicatorId: 'larartathet',
      name: 'Elever per lärare',
      unit: 'elever',
      assessment: NO_VALUE('larartathet'),
      target: { kind: 'at-most', value: 12 },
    }),
    anIndicator({ indicatorId: 'barn', name: 'Barn i förskolan', unit: 'barn', assessment: KEY_FIGURE('barn') }),
  ],
  goals: [
    aGoal({
      goalId: 'N1',
      number: '1',
      name: 'Alla elever lämnar skolan med behörighet till nästa steg',
      graded: {
        gradeId: 'delvis',
        motivation:
          'Behörigheten till yrkesprogram ökar men når inte målet. Skillnaden mellan skolorna är fortfarande stor.\nTryggheten är god, men något lägre än förra året.',
        proposedGradeId: 'hog',
      },
      proposal: { gradeId: 'hog', reason: COUNTED },
      previous: { gradeId: 'delvis', period: '2026-04' },
      contributesTo: ['KF1'],
    }),
    aGoal({
      goalId: 'N2',
      number: '2',
      name: 'Nämnden är en arbetsgivare som medarbetare stannar hos',
      contributesTo: ['KF3'],
      proposal: { gradeId: 'delvis', reason: { ...COUNTED, reached: 0, behind: 1, missing: 1 } },
    }),
  ],
  work: [
    work('A1', 'Tidiga insatser i läsning', { lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 } }),
    work('A1a', 'Utbilda två lästräningslärare per skola', {
      kind: 'activity',
      status: 'done',
      lateness: { kind: 'done' },
    }),
    work('A1b', 'Läsprov i alla årskurs 1', {
      kind: 'activity',
      status: 'notStarted',
      lateness: { kind: 'should-have-started', startsOn: '2026-08-17', days: 14 },
    }),
    work('A2', 'Rehabsamtal inom fem dagar', {}),
  ],
  assignments: [
    work('U1', 'Utreda hur lokalkostnaderna i förskolan kan minskas med fem procent', {
      kind: 'assignment',
      source: '2026-02-11, KF § 14',
      lateness: { kind: 'on-time', endsOn: '2026-11-30' },
    }),
  ],
  agreedMeasures: [
    work('M1', 'Redovisa bemanningen i grundskolan per enhet', {
      kind: 'measure',
      owner: 'Anna Ek',
      endsOn: '2026-10-15',
      source: '2026-08',
      status: 'notStarted',
      lateness: { kind: 'on-time', endsOn: '2026-10-15' },
    }),
    work('M0', 'Stoppa inköp som inte är nödvändiga', {
      kind: 'measure',
      owner: 'Anna Ek',
      endsOn: '2026-06-30',
      source: '2026-04',
      status: 'done',
      lateness: { kind: 'done' },
    }),
  ],
  measures: [
    { text: 'Vikarieanskaffning samlas i en pool för alla förskolor från september.', effectKr: 1_800_000 },
    { text: 'Vakanser på skolornas stödfunktioner tillsätts inte i höst.', effectKr: 2_450_000 },
    { text: 'Översyn av skolskjuts inför läsåret 2027.' },
  ],
  investments: [
    {
      committeeId: 'BUN',
      project: 'Ny förskola, Kullsta',
      budgetKr: 62_000_000,
      outcomeKr: 38_412_000,
      forecastKr: 65_000_000,
      deviationKr: -3_000_000,
      period: '2026-08',
      example: true,
    },
    {
      committeeId: 'BUN',
      project: 'Inventarier',
      budgetKr: 4_500_000,
      outcomeKr: 2_100_000,
      forecastKr: 4_500_000,
      deviationKr: 0,
      period: '2026-08',
      example: true,
    },
  ],
  comment:
    'Underskottet beror på fler elever i behov av särskilt stöd än budgeterat och på höga vikariekostnader i förskolan.\n\nVolymerna i gymnasieskolan är något lägre än väntat.',
  texts: {
    summary: 'Nämnden når inte en budget i balans. Åtgärder är beslutade och väntas ge effekt under hösten.',
    events: 'Förskolan i Kullsta började byggas i mars. Tre friskolor har fått tillstånd att starta i kommunen.',
    outlook: 'Antalet barn i förskoleåldern minskar de närmaste tre åren. Det kräver färre lokaler.',
    staff: 'Sjukfrånvaron har ökat, framför allt den korta. Andelen behöriga lärare är 81 procent.',
  },
});

const SBN = aCommittee({
  committeeId: 'SBN',
  committeeName: 'Samhällsbyggnadsnämnden',
  finance: aFinance([
    {
      id: 'GATA',
      name: 'Gata, park och natur',
      budgetKr: 61_200_000,
      outcomeKr: 44_800_300,
      forecastKr: 62_400_000,
      evenly: true,
      earlier: [-2_000_000, -1_800_000, -1_500_000, -1_200_000],
    },
    {
      id: 'FASTIGHET',
      name: 'Fastigheter',
      budgetKr: 18_650_000,
      outcomeKr: 11_020_455,
      forecastKr: 17_350_000,
      earlier: [0, 500_000, 800_000, 1_000_000],
    },
    {
      id: 'VA',
      name: 'VA',
      budgetKr: 4_499_000,
      outcomeKr: 6_150_000,
      forecastKr: 8_749_000,
      fee: true,
      earlier: [0, -1_000_000, -2_250_000, -3_900_000],
    },
  ]),
  indicators: [
    anIndicator({
      indicatorId: 'bygglov',
      name: 'Bygglov inom tio veckor',
      assessment: assessed('bygglov', AT_LEAST(95), 96.2, 96.2),
      said: { kind: 'value', value: 96.2 },
    }),
  ],
  goals: [
    aGoal({
      goalId: 'N5',
      name: 'Det är nära mellan idé och byggstart',
      graded: {
        gradeId: 'helt',
        motivation: 'Handläggningstiderna håller och två detaljplaner är antagna.',
        proposedGradeId: 'helt',
      },
      contributesTo: ['KF2'],
    }),
  ],
  measures: [{ text: 'Läckagesökning på huvudledningarna i Ösmo.', effectKr: 600_000 }],
  investments: [
    {
      committeeId: 'SBN',
      project: 'Huvudvattenledning Ösmo–Nynäshamn',
      budgetKr: 148_000_000,
      outcomeKr: 61_240_000,
      forecastKr: 148_000_000,
      deviationKr: 0,
      period: '2026-08',
      example: true,
    },
    { committeeId: 'SBN', project: 'Gång- och cykelväg Sorunda', budgetKr: 12_400_000, example: true },
  ],
  comment: 'VA räknar med ett större underskott än budgeterat efter vattenläckorna i januari.',
  breaks: [
    {
      kind: 'area-moved',
      name: 'Natur',
      at: '2026-07',
      from: 'Miljö- och hälsoskyddsnämnden',
      to: 'Samhällsbyggnadsnämnden',
      committeeIds: ['SBN', 'MHN'],
    },
  ],
});

const SN = aCommittee({
  committeeId: 'SN',
  committeeName: 'Socialnämnden',
  finance: aFinance([
    {
      id: 'ALDRE',
      name: 'Äldreomsorg',
      budgetKr: 287_900_000,
      outcomeKr: 190_334_000,
      forecastKr: 286_400_000,
      earlier: [-3_000_000, -1_000_000, 0, 1_000_000],
    },
    {
      id: 'LSS',
      name: 'Funktionsstöd (LSS)',
      budgetKr: 142_350_000,
      outcomeKr: 96_120_000,
      forecastKr: 143_850_000,
      earlier: [0, 0, -900_000, -1_500_000],
    },
    {
      id: 'IFO',
      name: 'Individ- och familjeomsorg',
      budgetKr: 98_700_000,
      outcomeKr: 64_010_900,
      forecastKr: 96_350_000,
      earlier: [0, 1_100_000, 1_900_000, 2_000_000],
    },
  ]),
  goals: [
    aGoal({
      goalId: 'N3',
      name: 'Den som behöver stöd får det i rätt tid',
      graded: {
        gradeId: 'hog',
        motivation: 'Väntetiden till särskilt boende är nu 41 dagar, målet är högst 45.',
        proposedGradeId: 'hog',
      },
      contributesTo: ['KF1'],
    }),
  ],
  assignments: [
    work('U2', 'Återkomma med en plan för hur hemtjänstens restider kan kortas', {
      kind: 'assignment',
      source: '2025-12-10, KF § 201',
      status: 'late',
      lateness: { kind: 'late', endsOn: '2026-06-30', days: 62 },
    }),
  ],
  comment: 'Överskottet i individ- och familjeomsorgen beror på färre placeringar än budgeterat.',
});

const KS = aCommittee({
  committeeId: 'KS',
  committeeName: 'Kommunstyrelsen',
  finance: aFinance([
    {
      id: 'LEDNING',
      name: 'Ledning och stöd',
      budgetKr: 131_500_000,
      outcomeKr: 86_900_000,
      forecastKr: 131_500_000,
      earlier: [0, 0, 0, 0],
    },
  ]),
  goals: [
    aGoal({
      goalId: 'N6',
      name: 'Invånarna får svar samma dag',
      graded: { gradeId: 'helt', motivation: 'Kontaktcenter svarar inom två minuter.', proposedGradeId: 'helt' },
      contributesTo: ['KF3'],
    }),
  ],
});

const MHN = aCommittee({
  committeeId: 'MHN',
  committeeName: 'Miljö- och hälsoskyddsnämnden',
  finance: aFinance([
    {
      id: 'MILJO',
      name: 'Miljö och hälsoskydd',
      budgetKr: 9_870_000,
      outcomeKr: 6_030_450,
      forecastKr: 9_520_000,
      earlier: [0, 100_000, 200_000, 300_000],
    },
  ]),
});

const KFN = aCommittee({
  committeeId: 'KFN',
  committeeName: 'Kultur- och fritidsnämnden',
  finance: aFinance([
    { id: 'KULTUR', name: 'Kultur', budgetKr: 38_250_000, earlier: [0, 0, -400_000, undefined] },
    { id: 'FRITID', name: 'Fritid', budgetKr: 52_600_000, earlier: [0, 0, 0, undefined] },
  ]),
});
const { answered: _never, ...unanswered } = KFN;

/** In the plan's order. */
export const COMMITTEES: readonly CommitteeReportContent[] = [KS, BUN, SN, SBN, unanswered, MHN];

function standingOf({ committeeId, committeeName, answered }: CommitteeReportContent): CommitteeStanding {
  const base = { committeeId, committeeName, changedSinceSigned: false };
  if (!answered)
    return {
      ...base,
      state: 'open',
      missing: [
        { what: 'answer', names: [] },
        { what: 'signature', names: [] },
      ],
    };
  if (committeeId === 'SN') {
    return {
      ...base,
      state: 'signed',
      changedSinceSigned: true,
      signed: { name: 'Per Åberg', at: '2026-09-11T13:30:00.000Z' },
      missing: [{ what: 'signature', names: [] }],
    };
  }
  const missing: CommitteeStanding['missing'] =
    committeeId === 'BUN'
      ? [
          { what: 'indicator', names: ['Elever per lärare'] },
          { what: 'grade', names: ['Nämnden är en arbetsgivare som medarbetare stannar hos'] },
        ]
      : committeeId === 'SBN'
        ? [{ what: 'investment', names: ['Gång- och cykelväg Sorunda'] }]
        : [];
  return { ...base, state: 'signed', signed: { name: 'Per Åberg', at: '2026-09-11T13:30:00.000Z' }, missing };
}

const COUNCIL_GOALS: readonly GoalContent[] = [
  aGoal({
    goalId: 'KF1',
    number: '1',
    name: 'En trygg uppväxt och en god utbildning',
    graded: {
      gradeId: 'delvis',
      motivation:
        'Skolresultaten går åt rätt håll men målet bedöms inte nås helt i år. Väntetiderna till stöd är korta.',
      proposedGradeId: 'hog',
    },
    previous: { gradeId: 'delvis', period: '2026-04' },
  }),
  aGoal({
    goalId: 'KF2',
    number: '2',
    name: 'Ett växande Nynäshamn med hållbar vattenförsörjning',
    graded: {
      gradeId: 'hog',
      motivation: 'Byggandet följer planen. Huvudvattenledningen är i tid.',
      proposedGradeId: 'hog',
    },
    previous: { gradeId: 'hog', period: '2026-04' },
  }),
  aGoal({
    goalId: 'KF2.1',
    number: '2.1',
    name: 'Läckaget i ledningsnätet minskar',
    proposal: { gradeId: 'okand', reason: { kind: 'nothing-to-judge-by', missing: 1 } },
  }),
  aGoal({
    goalId: 'KF3',
    number: '3',
    name: 'En attraktiv arbetsgivare',
    graded: { gradeId: 'ej', motivation: 'Sjukfrånvaron ökar i tre av fem nämnder.', proposedGradeId: 'ej' },
    previous: { gradeId: 'delvis', period: '2026-04' },
  }),
];

const MUNICIPAL_INDICATORS: readonly IndicatorContent[] = [
  anIndicator({
    indicatorId: 'behorighet-kommun',
    name: 'Elever i årskurs 9 som är behöriga till yrkesprogram, lägeskommun',
    goalId: 'KF1',
    assessment: assessed('behorighet-kommun', AT_LEAST(85), 82.4, 80.9),
  }),
  anIndicator({
    indicatorId: 'vantetid',
    name: 'Väntetid till särskilt boende',
    goalId: 'KF1',
    unit: 'dagar',
    assessment: assessed('vantetid', { kind: 'at-most', value: 45 }, 41, 48),
  }),
  anIndicator({
    indicatorId: 'lackage',
    name: 'Läckage i ledningsnätet',
    goalId: 'KF2.1',
    unit: 'm³ per km och dygn',
    assessment: NO_VALUE('lackage'),
    target: { kind: 'at-most', value: 5 },
  }),
  anIndicator({
    indicatorId: 'bostader',
    name: 'Färdigställda bostäder',
    goalId: 'KF2',
    unit: 'bostäder',
    assessment: assessed('bostader', AT_LEAST(200), 143, 98),
  }),
  anIndicator({
    indicatorId: 'sjuk-kommun',
    name: 'Sjukfrånvaro',
    goalId: 'KF3',
    unit: '% av ordinarie arbetstid',
    assessment: assessed('sjuk-kommun', { kind: 'at-most', value: 7 }, 7.6, 7.2),
  }),
  anIndicator({
    indicatorId: 'nki',
    name: 'Nöjd kund-index, företagsklimat',
    unit: 'index 0–100',
    assessment: WITHOUT_BASELINE('nki'),
  }),
  anIndicator({ indicatorId: 'invanare', name: 'Invånare', unit: 'personer', assessment: KEY_FIGURE('invanare') }),
];

function countsOf(goals: readonly GoalContent[]): GradeCounts {
  return {
    of: goals.length,
    grades: SCALE.map(({ id, label }) => ({
      gradeId: id,
      label,
      count: goals.filter(({ graded }) => graded?.gradeId === id).length,
    })),
    ungraded: goals.filter(({ graded }) => !graded).length,
  };
}

/** A municipality's content over these committees, with sums as the domain has them. */
export function municipalContent(committees: readonly CommitteeReportContent[]): MunicipalReportContent {
  const fees = committees.flatMap(({ finance }) => (finance.feeFinanced ? [finance.feeFinanced] : []));
  const areas = committees.flatMap(({ finance }) => finance.areas);
  return {
    period: PERIOD,
    kind: 'interim',
    planId: 'mob-2026-2029',
    planTitle: 'Mål och budget 2026–2029',
    registrationNumber: 'KS 2026/0123',
    committees,
    standings: committees.map(standingOf),
    committeesSum: sumOf(committees.map(({ finance }) => finance)),
    ...(fees.length > 0 && { feeFinanced: { ...sumOf(fees), names: fees.flatMap(({ names }) => names) } }),
    committeesSumWithoutFees: sumOf(areas.filter(({ feeFinanced }) => !feeFinanced)),
    councilGoals: COUNCIL_GOALS,
    councilGoalCounts: countsOf(COUNCIL_GOALS),
    committeeGoalCounts: countsOf(committees.flatMap(({ goals }) => goals)),
    indicators: MUNICIPAL_INDICATORS,
    gradeScale: SCALE,
    texts: {
      summary:
        'Kommunen går in i hösten med ett stort tryck på skolan och en ekonomi som inte är i balans. Kommunstyrelsen föreslår att fullmäktige ger barn- och utbildningsnämnden i uppdrag att återkomma med åtgärder.',
      events:
        'I januari brast huvudvattenledningen i Ösmo på två ställen. Förskolan i Kullsta började byggas i mars.\nRegeringen beslutade i juni om ett nytt statsbidrag för läromedel.',
      outlook: 'Skatteunderlaget väntas öka med 3,9 procent 2027. Befolkningen växer långsammare än i planen.',
      staff: 'Kommunen har 2 318 månadsavlönade. Sjukfrånvaron är 7,6 procent, 0,4 procentenheter högre än förra året.',
    },
    review: {
      date: '2026-09-16',
      startsAt: '08:30',
      participants: 'Kommunstyrelsens presidium\nNämndernas presidier\nFörvaltningschefer',
      notes:
        'Genomgången ägnades mest åt grundskolans bemanning och VA-kollektivets underskott.\nKultur- och fritidsnämnden kompletterar till sammanträdet i oktober.',
    },
    statutory: { rule: 'interim', lastDay: '2026-10-31' },
    decisions: [],
    example: true,
  };
}

const SEAL = '9f2c4e0b7a6d1538c0de54aa81b3f7726e9d0c4b5a6f7e8d9c0b1a2f3e4d5c6b';

/** Compiled and waiting for the council. */
export function municipalReport(content: MunicipalReportContent = municipalContent(COMMITTEES)): ReportToWrite {
  return {
    scope: 'municipality',
    content,
    planTitle: content.planTitle,
    municipality: 'Nynäshamns kommun',
    registrationNumber: content.registrationNumber,
    version: { number: 1, seal: SEAL, compiledAt: '2026-09-18T11:02:41.000Z' },
    corrections: [],
    madeAt: '2026-09-18T11:02:41.000Z',
  };
}

/** The council has approved it, given money and an order. */
export function approvedReport(): ReportToWrite {
  return {
    ...municipalReport(),
    decision: {
      date: '2026-10-21',
      paragraph: 'KF § 141',
      registrationNumber: 'KS 2026/0123',
      outcome: 'approved',
      why: '',
      version: 1,
      seal: SEAL,
      appropriations: [
        { committeeId: 'BUN', businessAreaId: 'GRUNDSKOLA', amountKr: 3_000_000, validFrom: '2026-11-01' },
      ],
      orders: [{ committeeId: 'BUN', text: 'Återkomma med åtgärder för en budget i balans', dueOn: '2026-12-09' }],
      by: { upn: 'kommunsekreterare@styrmodell.example', name: 'Maria Sjö' },
      at: '2026-10-22T07:10:00.000Z',
    },
    corrections: [
      {
        ...{ kind: 'corrected', committeeName: 'Barn- och utbildningsnämnden', period: PERIOD },
        ...{ at: '2026-11-02T09:00:00.000Z', reason: 'fel konto i augusti' },
      },
    ],
  };
}

/** Compiled anew after the council had approved it, because a committee had corrected a figure. */
export function correctedReport(): ReportToWrite {
  const { content, decision, ...report } = approvedReport();
  assert.ok(report.scope === 'municipality' && 'committeesSum' in content && decision);
  return {
    ...report,
    content: { ...content, decisions: [decision] },
    version: { number: 2, seal: SEAL.replaceAll('9', 'a'), compiledAt: '2026-11-03T09:00:00.000Z' },
    corrections: [
      {
        ...{ kind: 'corrected', committeeName: 'Barn- och utbildningsnämnden', period: PERIOD },
        ...{ at: '2026-11-02T09:00:00.000Z', reason: 'fel konto' },
      },
    ],
    madeAt: '2026-11-03T09:00:00.000Z',
  };
}

/** A committee with a deficit of 12 million, signed. */
export function committeeReport(content: CommitteeReportContent = BUN): ReportToWrite {
  return {
    scope: 'committee',
    content,
    standing: standingOf(content),
    planTitle: 'Mål och budget 2026–2029',
    municipality: 'Nynäshamns kommun',
    registrationNumber: '',
    corrections: [],
    madeAt: '2026-09-11T13:31:00.000Z',
  };
}

/** The same committee's month: finance, indicators, measures and assignments for its meeting. */
export function monthReport(): ReportToWrite {
  const { gradeScale, ...rest } = BUN;
  return {
    ...committeeReport({ ...rest, gradeScale, kind: 'month', goals: [], investments: [], texts: NO_TEXTS }),
    madeAt: '2026-09-10T06:00:00.000Z',
  };
}
