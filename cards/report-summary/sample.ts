import { addFigures } from '../../src/domain/add-figures.ts';
import type {
  CommitteeReportContent,
  CommitteeStanding,
  GradeCounts,
  MunicipalReportContent,
} from '../../src/domain/report-content.ts';
import { NO_TEXTS } from '../../src/domain/report-record.ts';
import { committeeSummary, municipalSummary, type SummaryAbout } from '../../src/domain/report-summary.ts';
import type { Earlier } from '../../src/domain/summary-changes.ts';
import type { SummaryStage } from '../../src/domain/summary-stage.ts';
import type { CardContext } from '../define-card.ts';
import { gradeScale, sampleContext } from '../sample-facts.ts';
import type { ReportSummaryCard } from './card.ts';
import {
  buildersReport,
  careReport,
  cultureReport,
  cultureStanding,
  goal,
  schoolReport,
  silentCulture,
  silentCultureStanding,
  standing,
} from './sample-contents.ts';

type Facts = ReportSummaryCard & { readonly context: CardContext };

const context: CardContext = { ...sampleContext, botId: '00000000-0000-4000-8000-000000000000' };
const open: SummaryStage = { state: 'open', changedAfter: [] };
const handedIn = { name: 'Stina Ström', at: '2026-09-10T06:30:00Z' };
const signed = { name: 'Mia Holm', at: '2026-09-11T12:40:00Z' };
const reviewed = { date: '2026-09-24' };
const compiled = { version: 1, at: '2026-10-02T11:05:00Z', registrationNumber: 'KS/2026:188' };
const decided: NonNullable<SummaryStage['decided']> = {
  ...{ date: '2026-10-21', paragraph: 'KF § 112', registrationNumber: 'KS/2026:188' },
  ...{ outcome: 'approved', why: '', version: 1 },
};
/** What the cards of the tertial report said. */
const earlier: Earlier = {
  ...{ period: '2026-04', kind: 'tertial' },
  deviations: { SN: -8_000_000, BUN: 240_000, KFN: 0, SBN: 0 },
  grades: { SJALV: 'PARTLY', TRYGG: 'PARTLY', UTBILDAR: 'PARTLY', 'KF-1': 'PARTLY' },
};

function ofOne(
  content: CommitteeReportContent,
  whereItIs: CommitteeStanding,
  stage: SummaryStage,
  about: Partial<SummaryAbout> = {},
): Facts {
  const summary = committeeSummary(content, [whereItIs], { dueOn: '2026-09-14', stage, ...about });
  return { summary, place: 'channel', replaces: false, context };
}

function ofAll(standings: readonly CommitteeStanding[], stage: SummaryStage, culture = cultureReport): Facts {
  const content = municipality([careReport, schoolReport, culture, buildersReport], standings);
  return {
    summary: municipalSummary(content, { dueOn: '2026-09-14', stage, earlier }),
    ...{ place: 'channel', replaces: false, context },
  };
}

function municipality(
  committees: readonly CommitteeReportContent[],
  standings: readonly CommitteeStanding[],
): MunicipalReportContent {
  const sum = addFigures(committees.map(({ finance }) => finance));
  const grades = committees.flatMap(({ goals }) => goals.map(({ graded }) => graded?.gradeId));
  const council = [
    goal('KF-1', 'Kommunen utbildar med god kvalitet', 'HIGH'),
    goal('KF-2', 'Trygga och aktiva äldre', 'PARTLY'),
    goal('KF-3', 'Hållbar tillväxt', 'HIGH'),
    goal('KF-4', 'God ekonomisk hushållning', 'NOT'),
  ];
  return {
    ...{ period: '2026-08', kind: 'interim', planId: '2026-2029', planTitle: 'Mål och budget 2026–2029' },
    ...{ registrationNumber: '', committees, standings, committeesSum: sum, committeesSumWithoutFees: sum },
    councilGoals: council,
    councilGoalCounts: counts(council.map(({ graded }) => graded?.gradeId)),
    committeeGoalCounts: counts(grades),
    indicators: [careReport, schoolReport].flatMap(({ indicators }) => indicators),
    ...{ gradeScale, texts: NO_TEXTS, agreedMeasures: [], decisions: [], example: true },
  };
}

function counts(given: readonly (string | undefined)[]): GradeCounts {
  return {
    of: given.length,
    grades: gradeScale.map(({ id, label }) => ({
      ...{ gradeId: id, label, count: given.filter((one) => one === id).length },
    })),
    ungraded: given.filter((one) => one === undefined).length,
  };
}

const allSigned = [
  standing(careReport, 'signed'),
  standing(schoolReport, 'signed'),
  { ...cultureStanding, state: 'handed-in' as const },
  standing(buildersReport, 'signed'),
];
const beforeReview = [
  standing(careReport, 'signed'),
  { ...standing(schoolReport, 'signed'), changedSinceSigned: true },
  silentCultureStanding,
  standing(buildersReport, 'handed-in', [{ what: 'signature', names: [] }]),
];
const approved: SummaryStage = { ...open, state: 'approved', reviewed, compiled, decided };

/** The interim report's cards, from the day it is due to the council's decision and what comes after it. */
export const reportSummarySamples: Readonly<Record<string, Facts>> = {
  'all figures are missing': ofOne(cultureReport, cultureStanding, open, { earlier }),
  'a deficit of 12 million kronor': ofOne(
    careReport,
    standing(careReport, 'handed-in'),
    { ...open, state: 'handed-in', handedIn },
    { earlier },
  ),
  'a target in words without a baseline': ofOne(
    schoolReport,
    standing(schoolReport, 'signed'),
    { ...open, state: 'signed', signed },
    { earlier },
  ),
  'nothing has been reported': {
    ...ofOne(silentCulture, silentCultureStanding, open),
    context: sampleContext,
  },
  'the committee’s is approved': ofOne(
    {
      ...careReport,
      texts: {
        ...NO_TEXTS,
        summary: 'Köpta platser och fler hushåll med försörjningsstöd gör att budgeten inte räcker.',
      },
    },
    standing(careReport, 'signed'),
    { ...approved, state: 'signed', signed },
    { earlier },
  ),
  'some have reported': ofAll(beforeReview, open, silentCulture),
  'reviewed, for a manager': { ...ofAll(allSigned, { ...open, state: 'reviewed', reviewed }), place: 'chat' },
  compiled: ofAll(allSigned, { ...open, state: 'compiled', reviewed, compiled }),
  approved: ofAll(allSigned, approved),
  'changed after the approval': {
    ...ofAll(allSigned, { ...approved, changedAfter: ['Socialnämnden'] }),
    replaces: true,
  },
};
