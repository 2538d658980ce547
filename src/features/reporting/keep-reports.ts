import { committeesThatReport } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { type Delivery, MUNICIPALITY, type Ports, type ReportStore, type StoredReport } from '../../ports.ts';
import { keepSummaries, summaryRows } from './keep-report-summaries.ts';
import { type ReportPeriod, recentReportPeriods } from './report-periods.ts';
import { loadSituation } from './report-situation.ts';
import { sendReportWords } from './send-report-words.ts';

/**
 * Keeps the summaries of the latest report periods and tells people of their next steps. Only of periods that are open, or that this
 * service has had to do with: a report is signed, compiled and decided on long after the next month has opened.
 */
export async function keepReports(ports: Ports): Promise<void> {
  for (const one of await recentReportPeriods(ports)) {
    if (ports.stopping.aborted) return;
    try {
      await keepPeriod(ports, one);
    } catch (error) {
      ports.log.error({ err: error, event: 'job', stage: 'reports', period: one.period }, 'reports not kept');
    }
  }
}

async function keepPeriod(ports: Ports, { period, isOpen }: ReportPeriod): Promise<void> {
  const [records, rows] = await Promise.all([ports.reports.findPeriod(period), summaryRows(ports, period)]);
  const isLive = isOpen || records.size > 0 || (await wasAskedHere(ports, period));
  const before = stampOf(stockholmDate(ports.clock.now()), records, rows);
  if (!isLive || ends.get(ports.reports)?.get(period) === before) return;

  const situation = await loadSituation(ports, period);
  if (!situation) return;
  const told = await sendReportWords(ports, situation);
  const kept = await keepSummaries(ports, situation, rows);
  const isOver = told === 'done' && kept === 'done' && records.get(MUNICIPALITY)?.state === 'approved';
  if (isOver) noteEnd(ports.reports, period, before);
}

/** Approved periods with nothing left to do, and what they looked like then: they are read again when something is done to them. */
const ends = new WeakMap<ReportStore, Map<Month, string>>();

/** With what was read before anything was done: what others do meanwhile is no part of this end. */
function noteEnd(reports: ReportStore, period: Month, before: string): void {
  const known = ends.get(reports) ?? new Map<Month, string>();
  ends.set(reports, known.set(period, before));
}

/** Another every day: who has come back, or got the app, is told of what is still news. */
function stampOf(day: string, records: ReadonlyMap<string, StoredReport>, rows: readonly Delivery[]): string {
  return [day, ...[...records.values(), ...rows].map(({ etag }) => etag)].join(' ');
}

const asked = new WeakMap<ReportStore, Map<Month, boolean>>();

/**
 * True when this service has sent out the period's round: then its last days matter, though nobody has done anything to a report.
 * Remembered: of a period that is open no longer it does not change.
 */
async function wasAskedHere(ports: Pick<Ports, 'reports' | 'deliveries' | 'plans'>, period: Month): Promise<boolean> {
  const known = asked.get(ports.reports) ?? new Map<Month, boolean>();
  asked.set(ports.reports, known);
  const found = known.get(period) ?? (await hasPrompts(ports, period));
  known.set(period, found);
  return found;
}

async function hasPrompts({ deliveries, plans }: Pick<Ports, 'deliveries' | 'plans'>, period: Month): Promise<boolean> {
  const plan = (await plans.forMonth(period))?.plan;
  const committees = plan ? committeesThatReport(plan, period) : [];
  for (const { id } of committees) if ((await deliveries.find(id, period, 'prompt')).length > 0) return true;
  return false;
}
