import { createHash } from 'node:crypto';
import { isSameYear, type Month } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { ReportSummary } from '../../domain/report-summary.ts';
import { type Earlier, earlierOf } from '../../domain/summary-changes.ts';
import type { Ports, ReportStore } from '../../ports.ts';

/** The same for summaries that look the same. */
export function fingerprint(summary: ReportSummary): string {
  return createHash('sha256').update(JSON.stringify(summary)).digest('hex');
}

/** A summary as it is kept. A later shape gets a number of its own; what is not of this one is not read back. */
interface PostedSummary {
  readonly v: 1;
  readonly summary: ReportSummary;
}

/** Kept as it was shown, with the fingerprint of the data behind it. `scope`: the place's, or a manager's UPN. */
export async function keepPosted(
  { reports, clock }: Pick<Ports, 'reports' | 'clock'>,
  scope: string,
  summary: ReportSummary,
): Promise<void> {
  const { period } = summary;
  const known = postedKnown.get(reports) ?? new Map<string, string>();
  postedKnown.set(reports, known);
  const mark = fingerprint(summary);
  if (known.get(`${scope}|${period}`) === mark) return;
  if ((await reports.lastPosted(scope, period))?.mark !== mark) {
    const content: PostedSummary = { v: 1, summary };
    await reports.keepPosted({ scope, period, mark, at: clock.now().toISOString(), content: JSON.stringify(content) });
  }
  known.set(`${scope}|${period}`, mark);
}

/** What this process knows to be kept: it is asked at every tick. */
const postedKnown = new WeakMap<ReportStore, Map<string, string>>();

/** What was posted last of the year's report before this one. Read each time: every process holds the card against the same. */
export async function findEarlier(
  { reports }: Pick<Ports, 'reports'>,
  { followUps }: Plan,
  period: Month,
  scope: string,
): Promise<Earlier | undefined> {
  const before = followUps
    .filter((one) => one.kind !== 'month' && one.period < period && isSameYear(one.period, period))
    .toSorted((one, other) => other.period.localeCompare(one.period));
  for (const one of before) {
    const posted = await reports.lastPosted(scope, one.period);
    const content = posted && (JSON.parse(posted.content) as Partial<PostedSummary>);
    if (content?.v === 1 && content.summary) return earlierOf(content.summary);
  }
  return undefined;
}
