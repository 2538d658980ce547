import type { Month } from '../../src/domain/period.ts';
import type {
  CommitteeReportContent,
  FinanceFigures,
  IndicatorContent,
  MunicipalReportContent,
} from '../../src/domain/report-content.ts';
import { type CouncilDecision, NO_TEXTS } from '../../src/domain/report-record.ts';
import type { ReportVersion, VersionToFreeze } from '../../src/ports.ts';

const figures: FinanceFigures = {
  ...{ budgetKr: 1_200_000, budgetToDateKr: 800_000, outcomeKr: 812_345, forecastKr: 1_250_000, deviationKr: -50_000 },
};

export function anIndicatorContent(indicatorId: string, overrides: Partial<IndicatorContent> = {}): IndicatorContent {
  return {
    ...{ indicatorId, name: `Indikator ${indicatorId}`, unit: '%', scope: 'committee', valueKind: 'number' },
    assessment: {
      indicatorId,
      periodsEnd: { verdict: 'key-figure', reason: { kind: 'no-target' } },
      trend: { kind: 'no-earlier-value' },
    },
    said: { kind: 'value', value: 7.25 },
    ...{ asked: true, example: false },
    ...overrides,
  };
}

/** One committee's report as it is compiled, complete enough to be stored. */
export function aCommitteeContent(
  committeeId: string,
  overrides: Partial<CommitteeReportContent> = {},
): CommitteeReportContent {
  return {
    ...{ committeeId, committeeName: `${committeeId}-nämnden`, period: '2026-08', kind: 'interim' },
    finance: { ...figures, areas: [], history: [], added: [] },
    indicators: [anIndicatorContent('SJUK')],
    ...{ goals: [], gradeScale: [], work: [], assignments: [], agreedMeasures: [], measures: [], investments: [] },
    ...{ comment: '', texts: NO_TEXTS, breaks: [], example: false },
    ...overrides,
  };
}

/** The municipality's report over three committees; the last has reported nothing. */
export function aMunicipalContent(overrides: Partial<MunicipalReportContent> = {}): MunicipalReportContent {
  return {
    ...{ period: '2026-08', kind: 'interim', planId: '2026-2029', planTitle: 'Mål och budget 2026–2029' },
    registrationNumber: 'KS 2026/123',
    committees: [
      aCommitteeContent('BUN', { texts: { ...NO_TEXTS, summary: 'Läget är "gott" 😀\nmen ansträngt' } }),
      aCommitteeContent('SN', { comment: '=1+1; <b>å</b>' }),
      aCommitteeContent('MSN', { indicators: [] }),
    ],
    ...{ standings: [], committeesSum: figures, committeesSumWithoutFees: figures, councilGoals: [] },
    councilGoalCounts: { of: 0, grades: [], ungraded: 0 },
    committeeGoalCounts: { of: 0, grades: [], ungraded: 0 },
    ...{ indicators: [], gradeScale: [], texts: NO_TEXTS, decisions: [], example: false },
    ...overrides,
  };
}

export function aVersion(period: Month, overrides: Partial<ReportVersion> = {}): VersionToFreeze {
  return {
    ...{ period, number: 1, content: aMunicipalContent({ period }), mark: 'f'.repeat(64) },
    ...{ compiledAt: '2026-09-20T08:00:00.000Z', compiledBy: 'controller@styrmodell.example' },
    ...overrides,
  };
}

export function aDecision(overrides: Partial<CouncilDecision> = {}): CouncilDecision {
  return {
    ...{ date: '2026-09-30', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
    ...{ version: 1, seal: 'unknown' },
    appropriations: [
      { committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 5_000_000, validFrom: '2026-10-01' },
      { committeeId: 'SN', amountKr: -250_000, validFrom: '2026-10-01' },
    ],
    orders: [{ committeeId: 'SN', text: 'Återkom med en plan för "ekonomi i balans" 😀', dueOn: '2026-12-01' }],
    ...{ by: { upn: 'kommunsekreterare@styrmodell.example', name: 'Klara Åberg' }, at: '2026-10-01T07:00:00.000Z' },
    ...overrides,
  };
}
