import { readFileSync } from 'node:fs';
import { planText } from '../../src/documents/plan-text.ts';
import type { Amount, Answer, AreaFigures, Reporter, StoredAnswer } from '../../src/domain/answer.ts';
import { receiptNumber } from '../../src/domain/answer.ts';
import { followUpDates, type WorkingDays } from '../../src/domain/follow-up.ts';
import type { Indicator, Target } from '../../src/domain/indicator.ts';
import type { LadderStep } from '../../src/domain/ladder.ts';
import { type MonthlyPrompt, monthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import {
  type BusinessArea,
  type Committee,
  type Contact,
  type FollowUp,
  findCommittee,
  type Plan,
} from '../../src/domain/plan.ts';
import type { IndicatorEntry, PlanDocument, PlanFile, TargetEntry } from '../../src/domain/plan-document.ts';
import type { AgreedMeasure } from '../../src/domain/report-record.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';

/** A calendar where every day is a working day: the third working day of May is 3 May. */
export const everyDayWorks: WorkingDays = {
  nthOf: (month, n) => `${month}-${String(n).padStart(2, '0')}`,
  shift: (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10),
  isWorkingDay: () => true,
};

/** The plan that the demonstration imports. */
export function examplePlan(month?: Month): Plan {
  return toPlan(exampleFile().current, month);
}

export function exampleFile(): PlanFile {
  return planText.read(examplePlanText());
}

export function examplePlanText(): string {
  return readFileSync(EXAMPLE_PLAN_FILE, 'utf8');
}

export function aCommittee(id: string, overrides: Partial<Committee> = {}): Committee {
  return { id, name: `${id}-nämnden`, aliases: [], ...overrides };
}

/** 1 200 000 kr for the year, 100 000 kr a month. */
export function anArea(id: string, overrides: Partial<BusinessArea> = {}): BusinessArea {
  return {
    id,
    committeeId: 'BUN',
    name: `Område ${id}`,
    year: 2026,
    netBudgetKr: 1_200_000,
    feeFinanced: false,
    example: false,
    ...overrides,
  };
}

export function anIndicator(id: string, overrides: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: `Indikator ${id}`,
    unit: '%',
    good: 'up',
    committeeIds: ['BUN'],
    frequency: 'month',
    values: [],
    ...overrides,
  };
}

/** Opens on the third working day after the month and is due on the tenth. */
export function aFollowUp(period: Month, overrides: Partial<FollowUp> = {}): FollowUp {
  return {
    period,
    kind: 'month',
    asks: ['finance', 'indicators'],
    opensOnWorkingDay: 3,
    dueOnWorkingDay: 10,
    ladder: [],
    ...overrides,
  };
}

export function aReporterContact(committeeId: string, order = 1): Contact {
  return { committeeId, role: 'reporter', order, upn: upnOf(committeeId, order) };
}

export function upnOf(committeeId: string, order = 1): string {
  return `${order === 1 ? 'rapportor' : 'ersattare'}.${committeeId.toLowerCase()}@styrmodell.example`;
}

/** Two committees with one area and one reporter each, and the follow-ups of September and October. */
export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    id: '2026-2029',
    title: 'Mål och budget',
    periodFrom: 2026,
    periodTo: 2029,
    committees: [
      aCommittee('BUN', { name: 'Barn- och utbildningsnämnden', aliases: ['skolan'] }),
      aCommittee('SN', { name: 'Socialnämnden' }),
    ],
    businessAreas: [anArea('FORSKOLA'), anArea('ALDRE', { committeeId: 'SN' })],
    undivided: [],
    indicators: [],
    contacts: [
      aReporterContact('BUN'),
      aReporterContact('BUN', 2),
      aReporterContact('SN'),
      { upn: 'controller@styrmodell.example', role: 'controller', order: 1 },
    ],
    followUps: [aFollowUp('2026-09'), aFollowUp('2026-10')],
    channels: [{ scope: 'municipality', team: 'Ekonomi', channel: 'Uppföljning' }],
    commentLimit: { percentOfBudget: 1, amountKr: 500_000 },
    openingOutcomes: [],
    ...overrides,
  };
}

export function kronor(amountKr: number): Amount {
  return { kind: 'value', amountKr };
}

export function missing(reason = 'Underlaget är inte klart'): Amount {
  return { kind: 'missing', reason };
}

export function figures(areaId: string, outcome: number | Amount, forecast: number | Amount): AreaFigures {
  const amount = (given: number | Amount): Amount => (typeof given === 'number' ? kronor(given) : given);
  return { areaId, outcome: amount(outcome), forecast: amount(forecast) };
}

/** On budget at the end of October: 1 000 000 kr of 1 200 000 kr. */
export function anAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    areas: [figures('FORSKOLA', 1_000_000, 1_200_000)],
    indicators: [],
    comment: '',
    measures: [],
    goals: [],
    work: [],
    investments: [],
    ...overrides,
  };
}

/** The school committee's, agreed when the tertial report was gone through. */
export function anAgreedMeasure(id: string, overrides: Partial<AgreedMeasure> = {}): AgreedMeasure {
  return {
    ...{ id, committeeId: 'BUN', period: '2026-04', text: `Åtgärd ${id}`, owner: 'Eva Ek', dueOn: '2026-09-30' },
    ...{ agreedAt: '2026-05-20T10:00:00.000Z', by: { upn: 'controller@styrmodell.example', name: 'Kim Controller' } },
    ...overrides,
  };
}

export function aReporter(overrides: Partial<Reporter> = {}): Reporter {
  return { oid: 'oid-bun', upn: upnOf('BUN'), name: 'Rut Rapportör', ...overrides };
}

export function aStoredAnswer(overrides: Partial<StoredAnswer> = {}): StoredAnswer {
  const { committeeId = 'BUN', period = '2026-10', revision = 1 } = overrides;
  return {
    committeeId,
    period,
    revision,
    answer: anAnswer(),
    reporter: aReporter(),
    reportedAt: new Date('2026-11-05T07:00:00.000Z'),
    receiptNumber: receiptNumber(committeeId, period, revision),
    submissionKey: `${committeeId}|${period}|${revision}`,
    example: false,
    ...overrides,
  };
}

/** What a committee of the plan is asked for a month, with what it has answered before. */
export function aPrompt(
  plan: Plan,
  committeeId: string,
  period: Month,
  answers: readonly StoredAnswer[] = [],
): MonthlyPrompt {
  const committee = findCommittee(plan, committeeId);
  const followUp = plan.followUps.find((candidate) => candidate.period === period);
  if (!committee || !followUp) throw new Error(`The plan asks ${committeeId} nothing in ${period}.`);
  return monthlyPrompt(plan, committee, followUp, followUpDates(followUp, everyDayWorks), answers);
}

/** The same of a report period, from the plan as it was decided; `answers` may be of earlier years too. */
export function aReportPrompt(
  document: PlanDocument,
  committeeId: string,
  period: Month,
  answers: readonly StoredAnswer[] = [],
): MonthlyPrompt {
  const plan = toPlan(document, period);
  const { committee, followUp, dates } = aPrompt(plan, committeeId, period);
  const report = { document, indicators: plan.indicators, committeeId, followUp, answers };
  return monthlyPrompt(plan, committee, followUp, dates, answers, { report });
}

/** The answers that the plan itself brings for a committee, month by month. */
export function openingAnswersOf(plan: Plan, committeeId: string): StoredAnswer[] {
  const own = plan.openingOutcomes.filter((outcome) => outcome.committeeId === committeeId);
  return [...Map.groupBy(own, ({ period }) => period)].map(([period, outcomes]) =>
    aStoredAnswer({
      committeeId,
      period,
      example: true,
      answer: anAnswer({
        areas: outcomes.map(({ businessAreaId, accumulatedOutcomeKr, fullYearForecastKr }) =>
          figures(businessAreaId, accumulatedOutcomeKr, fullYearForecastKr),
        ),
      }),
    }),
  );
}

/** A decided plan with nothing in it but two committees with an area and a reporter each, as `aPlan` has them. */
export function aDocument(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return { ...documentOf(aPlan()), ...overrides };
}

export function aPlanFile(overrides: Partial<PlanDocument> = {}): PlanFile {
  return { current: aDocument(overrides), archive: [] };
}

/** The plan as it would stand in a file: `toPlan` gives it back. */
export function documentOf(plan: Plan): PlanDocument {
  const { id, title, periodFrom, periodTo } = plan;
  return {
    ...{ id, title, periodFrom, periodTo },
    vision: { name: 'En kommun', focusAreas: [] },
    gradeScale: [],
    ...{ goalAreas: [], councilGoals: [], subGoals: [], committeeGoals: [], goalGrades: [], councilAssignments: [] },
    ...{ investments: [], frames: [], supplementaryAppropriations: [], areaMoves: [], commitments: [] },
    operationalPlans: [],
    channels: plan.channels,
    committees: plan.committees,
    indicators: plan.indicators.map(indicatorEntry),
    budgets: plan.businessAreas.map(
      ({ id, committeeId, name, year, netBudgetKr, monthlyKr, feeFinanced, example }) => ({
        ...{ committee: committeeId, businessArea: id, businessAreaName: name, year, netBudgetKr },
        ...(monthlyKr === undefined ? {} : { monthlyKr }),
        ...(feeFinanced ? { feeFinanced } : {}),
        ...(example ? { example } : {}),
      }),
    ),
    outcomes: plan.openingOutcomes.map(({ committeeId, businessAreaId, example, ...outcome }) => ({
      ...{ committee: committeeId, businessArea: businessAreaId, ...outcome },
      ...(example ? { example } : {}),
    })),
    contacts: plan.contacts.map(({ committeeId, ...contact }) => ({ committee: committeeId ?? null, ...contact })),
    followUpPlan: plan.followUps.map(({ period, kind, asks, opensOnWorkingDay, dueOnWorkingDay, ladder }) => ({
      ...{ year: Number(period.slice(0, 4)), period, kind, asks, reminders: ladder.map(ladderPhrase) },
      opens: `working day ${opensOnWorkingDay} of the following month`,
      due: `working day ${dueOnWorkingDay} of the following month`,
    })),
    deviationCommentLimit: { percentOfBudget: plan.commentLimit.percentOfBudget, orKr: plan.commentLimit.amountKr },
  };
}

function ladderPhrase({ kind, workingDays }: LadderStep): string {
  const side = workingDays < 0 ? 'before' : 'after';
  const when = workingDays === 0 ? 'on the due day' : `${Math.abs(workingDays)} working days ${side}`;
  const then = { reminder: '', deputy: ': deputy too', approver: ': committee approver is told' };
  return `${when}${then[kind]}`;
}

function indicatorEntry({ id, name, unit, good, committeeIds, frequency, target, values }: Indicator): IndicatorEntry {
  const own = values.map(({ example, ...value }) => ({ ...value, ...(example ? { example } : {}) }));
  return {
    ...{ id, name, unit, good, committees: committeeIds, frequency },
    target: target ? targetEntry(target) : null,
    ...{ yearlyTargets: [], breakdown: [], seriesBreaks: [], comparisons: [], aliases: [] },
    values: own.filter(({ committeeId }) => committeeId === undefined),
    committeeValues: own.flatMap(({ committeeId, ...value }) =>
      committeeId === undefined ? [] : [{ ...value, committee: committeeId }],
    ),
  };
}

function targetEntry(target: Target): TargetEntry {
  switch (target.kind) {
    case 'at-least':
      return { atLeast: target.value };
    case 'at-most':
      return { atMost: target.value };
    case 'between':
      return { between: [target.from, target.to] };
    case 'on-date':
      return { onDate: target.date };
    case 'yes-no':
      return { yesNo: target.value };
    default:
      return { text: target.text };
  }
}
