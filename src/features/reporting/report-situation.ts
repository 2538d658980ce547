import type { Month } from '../../domain/period.ts';
import type { MunicipalReportContent } from '../../domain/report-content.ts';
import type { ReportState } from '../../domain/report-state.ts';
import type { SummaryStage } from '../../domain/summary-stage.ts';
import type { VersionHead } from '../../ports.ts';
import { MUNICIPALITY, type ReportStore, type ReportVersion } from '../../ports.ts';
import { announced, type LoadedMunicipalReport, loadMunicipalReport } from './load-report.ts';
import type { ReadingPorts } from './report-about.ts';

/** A period's reports as they are shown to those who only read: what is stored now, or the version that was compiled of it. */
export interface ReportSituation extends Omit<LoadedMunicipalReport, 'content' | 'versions'> {
  /** As stored now. */
  readonly live: MunicipalReportContent;
  /** The newest compiled version; absent before there is one, and when the council has sent it back. */
  readonly compiled?: ReportVersion;
  /** The heads of those that the record knows of, oldest first: one whose compilation was interrupted is not there yet. */
  readonly versions: readonly VersionHead[];
}

/** None when the plan does not follow the period up. */
export async function loadSituation(ports: ReadingPorts, period: Month): Promise<ReportSituation | undefined> {
  const loaded = await loadMunicipalReport(ports, period);
  if (!loaded) return undefined;
  const { content: live, ...rest } = loaded;
  const whole = loaded.records.get(MUNICIPALITY);
  const versions = announced(loaded.versions, whole);
  const newest = versions.at(-1);
  const isCompiled = COMPILED.has(whole?.state ?? 'open');
  const frozen = newest && isCompiled ? await findFrozen(ports.reports, period, newest.number) : undefined;
  return { ...rest, live, versions, ...(frozen && { compiled: { ...frozen, ...newest } }) };
}

const COMPILED: ReadonlySet<ReportState> = new Set(['compiled', 'approved']);
const REVIEWED: ReadonlySet<ReportState> = new Set([...COMPILED, 'reviewed', 'sent-back']);

/** The content that is shown: what the council decides on, once there is such a thing. */
export function shownContent({ compiled, live }: ReportSituation): MunicipalReportContent {
  return compiled?.content ?? live;
}

/** How far a scope's report has come. */
export function stageOf(situation: ReportSituation, scope: string): SummaryStage {
  const { records, compiled, versions } = situation;
  const whole = records.get(MUNICIPALITY);
  const decision = versions.findLast((one) => one.decision)?.decision;
  return {
    ...(scope === MUNICIPALITY ? { state: whole?.state ?? 'open' } : ownStage(situation, scope)),
    ...(whole && REVIEWED.has(whole.state) ? { reviewed: reviewOf(whole.review?.date) } : {}),
    ...(compiled && {
      compiled: {
        ...{ version: compiled.number, at: compiled.compiledAt },
        registrationNumber: compiled.content.registrationNumber,
      },
    }),
    ...(decision && { decided: decidedOf(decision) }),
    changedAfter: changedAfter(situation, scope),
  };
}

function ownStage(situation: ReportSituation, committeeId: string): Omit<SummaryStage, 'changedAfter'> {
  const standing = shownContent(situation).standings.find((one) => one.committeeId === committeeId);
  const handedIn = situation.records.get(committeeId)?.handedIn;
  const isSigned = standing?.signed !== undefined && !standing.changedSinceSigned;
  return {
    state: standing?.state ?? 'open',
    ...(handedIn && { handedIn: { name: handedIn.name, at: handedIn.at.toISOString() } }),
    ...(isSigned && { signed: standing.signed }),
    ...(standing?.changedSinceSigned && { changedSinceSigned: true }),
  };
}

function reviewOf(date: string | undefined): { readonly date?: string } {
  return date === undefined ? {} : { date };
}

function decidedOf({
  date,
  paragraph,
  registrationNumber,
  outcome,
  why,
  version,
}: NonNullable<ReportVersion['decision']>): NonNullable<SummaryStage['decided']> {
  return { date, paragraph, registrationNumber, outcome, why, version };
}

/** Committees that have answered, or written, otherwise since the version was compiled. */
function changedAfter({ compiled, live }: ReportSituation, scope: string): readonly string[] {
  if (!compiled) return [];
  return compiled.content.committees
    .filter(({ committeeId }) => scope === MUNICIPALITY || scope === committeeId)
    .filter((then) => {
      const now = live.committees.find(({ committeeId }) => committeeId === then.committeeId);
      return now && saidIn(now) !== saidIn(then);
    })
    .map(({ committeeName }) => committeeName);
}

function saidIn({ answered, texts }: MunicipalReportContent['committees'][number]): string {
  const { summary, events, outlook, staff } = texts;
  return JSON.stringify([answered?.revision ?? 0, summary, events, outlook, staff]);
}

/** Compiled versions that this process has read: they are large, and never change. */
const frozenKnown = new WeakMap<ReportStore, Map<Month, ReportVersion>>();

async function findFrozen(reports: ReportStore, period: Month, number: number): Promise<ReportVersion | undefined> {
  const known = frozenKnown.get(reports) ?? new Map<Month, ReportVersion>();
  frozenKnown.set(reports, known);
  const found = known.get(period);
  if (found?.number === number) return found;
  const version = await reports.findVersion(period, number);
  if (version) known.set(period, version);
  return version;
}
