import { LONGEST_WHY } from '../../domain/report-limits.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { readReason } from '../../domain/report-writing.ts';
import { done, type Result } from '../../domain/result.ts';
import { MUNICIPALITY } from '../../ports.ts';
import { doDeed } from './do-deed.ts';
import { openCommitteeReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { CommitteeReportView } from './report-view.ts';

/** The approver or a controller sends a committee's report back, and says why. After it was compiled that also lets it be changed again. */
export async function sendBackReport(
  ports: DeedPorts,
  about: About,
  why: string,
  doer: ReportDoer,
): Promise<Result<CommitteeReportView, ReportProblem>> {
  const reason = readReason(why, LONGEST_WHY);
  return doDeed(ports, about, doer, {
    deed: 'send-back',
    open: openCommitteeReport,
    decide: async () => {
      if (!reason.ok) return reason;
      const version = (await ports.reports.find(MUNICIPALITY, about.period))?.version;
      const reopened = version === undefined ? {} : { reopenedAfter: version };
      return done({
        why: reason.value,
        become: ({ signed: _, ...record }) => ({ ...record, why: reason.value, ...reopened }),
      });
    },
    holds: (record) => reason.ok && record.why === reason.value,
  });
}
