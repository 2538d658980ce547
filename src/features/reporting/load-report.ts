import type { StoredAnswer } from '../../domain/answer.ts';
import { answersIn, yearsBehind, yearsOfAll } from '../../domain/answers-behind.ts';
import { committeeReport } from '../../domain/committee-report.ts';
import { municipalReport } from '../../domain/municipal-report.ts';
import type { Month } from '../../domain/period.ts';
import type { Committee, FollowUp } from '../../domain/plan.ts';
import type { CommitteeReportContent, MunicipalReportContent } from '../../domain/report-content.ts';
import { type AgreedMeasure, NO_TEXTS, type ReportRecord } from '../../domain/report-record.ts';
import type { VersionHead } from '../../ports.ts';
import { MUNICIPALITY, type PlanInForce, type Ports, type StoredReport } from '../../ports.ts';
import { cameWithPlan } from '../planning/store-opening-outcomes.ts';
import { findAsked, loadEarlier, loadPlansThen, loadYears, type PlansThen } from './report-ground.ts';
import { markOf } from './report-mark.ts';

/** A committee's report as it stands now, with what it was made from. */
export interface LoadedCommitteeReport {
  readonly content: CommitteeReportContent;
  /** The content's fingerprint. */
  readonly mark: string;
  readonly inForce: PlanInForce;
  readonly followUp: FollowUp;
  /** The period's answer; absent: the committee has not answered. */
  readonly stored?: StoredAnswer;
  readonly record?: StoredReport;
}

/** The municipality's report as it stands now, with what it was made from. */
export interface LoadedMunicipalReport {
  readonly content: MunicipalReportContent;
  readonly mark: string;
  readonly inForce: PlanInForce;
  readonly followUp: FollowUp;
  /** By scope: the municipality's own and its committees'. */
  readonly records: ReadonlyMap<string, StoredReport>;
  /** Agreed for this period. */
  readonly measures: readonly AgreedMeasure[];
  /** Heads of all frozen versions, oldest first: also of one whose compilation was interrupted before the record knew of it. */
  readonly versions: readonly VersionHead[];
}

/** The versions that the municipality's record knows of: others are not compiled until whoever began it has ended it. */
export function announced(versions: readonly VersionHead[], whole: ReportRecord | undefined): readonly VersionHead[] {
  return versions.filter(({ number }) => number <= (whole?.version ?? 0));
}

type LoadPorts = Pick<Ports, 'plans' | 'answers' | 'reports'>;

/** None when the plan does not follow the period up, or does not ask the committee then. */
export async function loadCommitteeReport(
  ports: LoadPorts,
  committeeId: string,
  period: Month,
): Promise<LoadedCommitteeReport | undefined> {
  const [asked, record, agreed] = await Promise.all([
    findAsked(ports, period),
    ports.reports.find(committeeId, period),
    ports.reports.agreedMeasures(),
  ]);
  const committee = asked?.committees.find(({ id }) => id === committeeId);
  if (!asked || !committee) return undefined;

  const { inForce, followUp } = asked;
  const years = yearsBehind(inForce.plan, committee, period, agreed);
  const [answers, then] = await Promise.all([loadYears(ports, years), loadPlansThen(ports, inForce, period)]);
  const known: KnownOfAll = { inForce, followUp, answers, agreed, then };
  const content = reportOf(committee, known, record);
  const stored = answerOf(committeeId, period, answers);
  return {
    ...{ content, mark: markOf(content), inForce, followUp },
    ...(stored && { stored }),
    ...(record && { record }),
  };
}

/** None when the plan does not follow the period up. */
export async function loadMunicipalReport(ports: LoadPorts, period: Month): Promise<LoadedMunicipalReport | undefined> {
  const [asked, records, agreed, versions] = await Promise.all([
    findAsked(ports, period),
    ports.reports.findPeriod(period),
    ports.reports.agreedMeasures(),
    ports.reports.versions(period),
  ]);
  if (!asked) return undefined;

  const { inForce, followUp, committees } = asked;
  const { plan, document } = inForce;
  const all = yearsOfAll(plan, period);
  const years = [...all, ...committees.flatMap((committee) => yearsBehind(plan, committee, period, agreed))];
  const [answers, then, earlier] = await Promise.all([
    loadYears(ports, years),
    loadPlansThen(ports, inForce, period),
    loadEarlier(ports, plan, period),
  ]);
  const known: KnownOfAll = { inForce, followUp, answers, agreed, then };
  const record = records.get(MUNICIPALITY);
  const measures = agreed.filter((measure) => measure.period === period);
  const content = municipalReport({
    ...{ plan, document, followUp, earlier },
    answers: answersIn(all, period, answers),
    committees: committees.map((committee) => inReport(committee, known, records.get(committee.id))),
    ...(record && { record }),
    agreedMeasures: measures,
    decisions: versions.flatMap(({ decision }) => decision ?? []),
  });
  return { content, mark: markOf(content), inForce, followUp, records, measures, versions };
}

/** What all committees' reports of the period rest on. */
interface KnownOfAll {
  readonly inForce: PlanInForce;
  readonly followUp: FollowUp;
  /** Of the committee, or of all. */
  readonly answers: readonly StoredAnswer[];
  readonly agreed: readonly AgreedMeasure[];
  readonly then: PlansThen;
}

function inReport(committee: Committee, known: KnownOfAll, record: ReportRecord | undefined) {
  const content = reportOf(committee, known, record);
  return { content, mark: markOf(content), ...(record && { record }) };
}

function reportOf(
  committee: Committee,
  { inForce: { plan, document }, followUp, answers, agreed, then }: KnownOfAll,
  record: ReportRecord | undefined,
): CommitteeReportContent {
  const { period } = followUp;
  const stored = answerOf(committee.id, period, answers);
  return committeeReport({
    ...{ plan, document, committee, followUp, agreed },
    answers: answersIn(yearsBehind(plan, committee, period, agreed), period, answers),
    plansThen: then.plans,
    cameWithPlan: stored !== undefined && cameWithPlan(stored),
    texts: record?.texts ?? NO_TEXTS,
    breaks: then.breaks,
  });
}

function answerOf(committeeId: string, period: Month, answers: readonly StoredAnswer[]): StoredAnswer | undefined {
  return answers.find((one) => one.committeeId === committeeId && one.period === period);
}
