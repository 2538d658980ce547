import type { LaterChange } from '../../domain/later-change.ts';
import type { Month } from '../../domain/period.ts';
import type { CommitteeReportContent } from '../../domain/report-content.ts';
import type { Ports, ReportVersion, VersionHead } from '../../ports.ts';

/** Corrections of one committee that are named one by one. */
const MOST_REVISIONS = 10;

/**
 * What a version has that differs from the one that the council had approved before it: answers that came or were corrected, or
 * something else. Both are frozen, so that it is the same every time; the approved one itself says nothing of what came after.
 */
export async function changesSinceApproved(
  { answers, reports }: Pick<Ports, 'answers' | 'reports'>,
  { period, number, content }: Pick<ReportVersion, 'period' | 'number' | 'content'>,
  versions: readonly VersionHead[],
): Promise<readonly LaterChange[]> {
  const approved = versions.findLast((one) => one.number < number && one.decision?.outcome === 'approved');
  const before = approved && (await reports.findVersion(period, approved.number));
  if (!before) return [];
  const changed = await Promise.all(
    content.committees.map((now) => {
      const then = before.content.committees.find(({ committeeId }) => committeeId === now.committeeId);
      return answersBetween({ answers }, period, then, now);
    }),
  );
  const changes = changed.flat();
  return changes.length === 0 ? [{ kind: 'other' }] : changes;
}

/** The committee's answers after the one that was approved, up to the one that was compiled, oldest first. */
async function answersBetween(
  { answers }: Pick<Ports, 'answers'>,
  period: Month,
  then: CommitteeReportContent | undefined,
  { committeeId, committeeName, answered }: CommitteeReportContent,
): Promise<readonly LaterChange[]> {
  const [from, to] = [then?.answered?.revision ?? 0, answered?.revision ?? 0];
  const revisions = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + 1 + at).slice(-MOST_REVISIONS);
  const stored = await Promise.all(revisions.map((revision) => answers.findRevision(committeeId, period, revision)));
  return stored.flatMap((one): LaterChange[] => {
    if (!one) return [];
    const about = { committeeName, period, at: one.reportedAt.toISOString() };
    const reason = one.correctionReason === undefined ? {} : { reason: one.correctionReason };
    return [{ kind: one.revision === 1 ? 'answered' : 'corrected', ...about, ...reason }];
  });
}
