import { sameUpn } from '../../domain/plan.ts';
import { whyNot } from '../../domain/report-deeds.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { ReportRecord } from '../../domain/report-record.ts';
import type { ReportDeed } from '../../domain/report-state.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Opened } from './open-report.ts';
import { type About, type DeedPorts, isAsShown, isMarkOf, type ReportDoer, type WantedReport } from './report-about.ts';
import { type Change, type OwnDeed, saveChange } from './save-change.ts';

export interface Deed<Found extends Opened> {
  readonly deed: OwnDeed;
  readonly open: (ports: DeedPorts, wanted: WantedReport, doer: ReportDoer) => Promise<Result<Found, ReportProblem>>;
  /** Undefined: it is so already, and nothing is stored. */
  readonly decide: (found: Found, at: Date) => Decision | Promise<Decision>;
  /** True when the record holds what this press wanted, so that the same press again is known. */
  readonly holds: (record: ReportRecord) => boolean;
}

export type Decision = Result<Change | undefined, ReportProblem>;

type ViewOf<Found extends Opened> = Found['view'];

/**
 * Does something to a report, as it is now: authorised anew, from today's roster. What has changed since the card was shown is
 * never done unseen; the same press again is one deed.
 */
export async function doDeed<Found extends Opened>(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
  deed: Deed<Found>,
): Promise<Result<ViewOf<Found>, ReportProblem>> {
  const opened = await deed.open(ports, about, doer);
  if (!opened.ok) return opened;
  const found = opened.value;
  if (isPressedAgain(found, about, doer, deed)) return done(found.view);
  const problem = problemOf(found, about, doer, deed.deed);
  if (problem?.code === 'CHANGED_MEANWHILE') return lookAgain(ports, about, doer, deed);
  if (problem) return refused(problem);

  const at = ports.clock.now();
  const decision = await deed.decide(found, at);
  if (!decision.ok) return decision;
  if (decision.value === undefined) return done(found.view);

  const saved = await saveChange(ports, about, found, { deed: deed.deed, doer, at, change: decision.value });
  if (saved === 'conflict') return lookAgain(ports, about, doer, deed);
  const after = await deed.open(ports, about, doer);
  return after.ok ? done(after.value.view) : after;
}

/** Somebody was faster. When that was the same press, it is done: a report is read with several questions, and it may have come between. */
async function lookAgain<Found extends Opened>(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
  deed: Deed<Found>,
): Promise<Result<ViewOf<Found>, ReportProblem>> {
  const after = await deed.open(ports, about, doer);
  if (!after.ok) return after;
  return isPressedAgain(after.value, about, doer, deed)
    ? done(after.value.view)
    : refused({ code: 'CHANGED_MEANWHILE' });
}

/** Who may not do it at all learns nothing of what has changed. */
export function problemOf(
  { now, view, record }: Opened,
  about: About,
  doer: ReportDoer,
  deed: ReportDeed,
): ReportProblem | undefined {
  const problem = whyNot(now, deed, doer);
  if (problem?.code === 'NOT_ALLOWED' || problem?.code === 'NOT_A_REPORT_PERIOD') return problem;
  const isCurrent = isAsShown(about, { mark: view.mark, revision: record?.revision ?? 0 });
  return isCurrent ? problem : { code: 'CHANGED_MEANWHILE' };
}

/** The first deed on the revision that the card showed was this one, by this person, on what the card showed. */
function isPressedAgain<Found extends Opened>(
  { view, record }: Found,
  about: About,
  doer: ReportDoer,
  { deed, holds }: Deed<Found>,
): boolean {
  const event = view.history.find(({ revision }) => revision === about.revision + 1);
  if (!event || !record) return false;
  return event.deed === deed && sameUpn(event.by.upn, doer.upn) && isMarkOf(about, event.mark) && holds(record);
}
