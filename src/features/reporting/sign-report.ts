import type { ReportProblem } from '../../domain/report-problem.ts';
import { done, type Result } from '../../domain/result.ts';
import { doDeed } from './do-deed.ts';
import { openCommitteeReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { CommitteeReportView } from './report-view.ts';
import { nameOf } from './save-change.ts';

/** The committee's approver signs its report as it is shown: never what the same person has answered or handed in. */
export async function signReport(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
): Promise<Result<CommitteeReportView, ReportProblem>> {
  return doDeed(ports, about, doer, {
    deed: 'sign',
    open: openCommitteeReport,
    decide: ({ view: { mark } }, at) =>
      done({ become: (record) => ({ ...record, mark, signed: { ...nameOf(doer), at } }) }),
    holds: () => true,
  });
}
