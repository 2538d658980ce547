import type { StoredAnswer } from '../../domain/answer.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import { isInRoster } from '../../domain/plan.ts';
import {
  type CommitteeReportNow,
  deedsOf,
  type MunicipalReportNow,
  type ReportNow,
  type Somebody,
} from '../../domain/report-deeds.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { mayReadReport } from '../../domain/report-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { reviewAgenda } from '../../domain/review-agenda.ts';
import type { VersionHead } from '../../ports.ts';
import { MUNICIPALITY, type StoredReport } from '../../ports.ts';
import { cameWithPlan } from '../planning/store-opening-outcomes.ts';
import { findPlace, type Place } from './find-place.ts';
import { announced, type LoadedCommitteeReport, loadCommitteeReport, loadMunicipalReport } from './load-report.ts';
import type { ReadingPorts, ReportDoer, WantedReport } from './report-about.ts';
import type { CommitteeReportView, MunicipalReportView, ReportView } from './report-view.ts';
import { withoutCommitteeDrafts, withoutDraft } from './without-drafts.ts';

/** A report as it is stored, as a person sees it, and what decides what can be done to it. */
export interface Opened<View extends ReportView = ReportView> {
  readonly view: View;
  readonly now: ReportNow;
  /** Whole, whatever the person may see of it; none before the first deed. */
  readonly record: StoredReport | undefined;
}

export interface OpenedMunicipal extends Opened<MunicipalReportView> {
  readonly now: MunicipalReportNow;
  /** Also one that was frozen by a compilation that was interrupted before the record knew of it. */
  readonly versions: readonly VersionHead[];
}

/** A committee's report for somebody in the roster who may read it now. */
export async function openCommitteeReport(
  ports: ReadingPorts,
  wanted: WantedReport,
  doer: ReportDoer,
): Promise<Result<Opened<CommitteeReportView>, ReportProblem>> {
  const { scope: committeeId, period } = wanted;
  const place = await findPlace(ports, period);
  if (!place.ok) return place;
  const { plan } = place.value.inForce;
  const reports = committeesThatReport(plan, period).some(({ id }) => id === committeeId);
  if (!reports || !isInRoster(plan, doer.upn)) return refused({ code: 'NOT_ALLOWED' });

  const [loaded, municipal, history] = await Promise.all([
    loadCommitteeReport(ports, committeeId, period),
    ports.reports.find(MUNICIPALITY, period),
    ports.reports.history(committeeId, period),
  ]);
  if (!loaded) return refused({ code: 'NOT_ALLOWED' });
  const now = committeeReportNow(place.value, loaded, municipal, await answerersOf(ports, loaded.stored));
  const { kind, state } = now;
  const readable = { committeeId, kind, state, compiled: municipal?.version !== undefined };
  if (!mayReadReport(plan, doer.upn, readable)) return refused({ code: 'NOT_ALLOWED' });

  const view = {
    ...loaded,
    state,
    deeds: deedsOf(now, doer),
    changedSinceSigned: state === 'signed' && now.changed,
    history,
  };
  return done({ view: withoutDraft(view, doer.upn), now, record: loaded.record });
}

/** The municipality's report for somebody in the roster. */
export async function openMunicipalReport(
  ports: ReadingPorts,
  { scope, period }: WantedReport,
  doer: ReportDoer,
): Promise<Result<OpenedMunicipal, ReportProblem>> {
  const place = await findPlace(ports, period);
  if (!place.ok) return place;
  const isReader = scope === MUNICIPALITY && isInRoster(place.value.inForce.plan, doer.upn);
  if (!isReader) return refused({ code: 'NOT_ALLOWED' });

  const [loaded, history] = await Promise.all([
    loadMunicipalReport(ports, period),
    ports.reports.history(MUNICIPALITY, period),
  ]);
  if (!loaded) return refused({ code: 'NO_SUCH_PERIOD', period });
  const record = loaded.records.get(MUNICIPALITY);
  const versions = announced(loaded.versions, record);
  const now = municipalReportNow(place.value, loaded.mark, record, versions);
  const view = {
    ...withoutCommitteeDrafts(loaded, doer.upn),
    ...(record && { record }),
    state: now.state,
    deeds: deedsOf(now, doer),
    agenda: reviewAgenda(loaded.content),
    versions,
    history,
    correctedSince: now.changed,
  };
  return done({ view, now, record, versions: loaded.versions });
}

function committeeReportNow(
  { inForce: { plan }, followUp: { period, kind }, opensOn, today }: Place,
  { content, mark, record }: LoadedCommitteeReport,
  municipal: StoredReport | undefined,
  answeredBy: readonly Somebody[],
): CommitteeReportNow {
  return {
    scope: 'committee',
    ...{ plan, period, kind, opensOn, today },
    committeeId: content.committeeId,
    state: record?.state ?? 'open',
    changed: record?.mark !== undefined && record.mark !== mark,
    answeredBy,
    ...(record?.handedIn && { handedInBy: record.handedIn }),
    locked: isCompiled(municipal) && record?.reopenedAfter !== municipal?.version,
  };
}

/** Of what came with the plan nobody is the author. */
async function answerersOf(
  { answers }: Pick<ReadingPorts, 'answers'>,
  stored: StoredAnswer | undefined,
): Promise<readonly Somebody[]> {
  if (!stored || cameWithPlan(stored)) return [];
  const { committeeId, period, revision } = stored;
  const earlier = Array.from({ length: revision - 1 }, (_, at) => answers.findRevision(committeeId, period, at + 1));
  return [...(await Promise.all(earlier)), stored].flatMap((one) => one?.reporter ?? []);
}

function isCompiled(municipal: StoredReport | undefined): boolean {
  return municipal?.state === 'compiled' || municipal?.state === 'approved';
}

function municipalReportNow(
  { inForce: { plan }, followUp: { period, kind }, opensOn, today }: Place,
  mark: string,
  record: StoredReport | undefined,
  versions: readonly VersionHead[],
): MunicipalReportNow {
  const newest = versions.at(-1);
  return {
    scope: 'municipality',
    ...{ plan, period, kind, opensOn, today },
    state: record?.state ?? 'open',
    changed: newest !== undefined && newest.mark !== mark,
    ...(newest && {
      compiled: { by: { upn: newest.compiledBy }, ...(newest.decision && { decision: newest.decision }) },
    }),
  };
}
