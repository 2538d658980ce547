import type { ReportProblem } from '../../domain/report-problem.ts';
import { done, type Result } from '../../domain/result.ts';
import { doDeed } from './do-deed.ts';
import { openCommitteeReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { CommitteeReportView } from './report-view.ts';
import { nameOf } from './save-change.ts';

/** The committee's reporter hands its report in, as it is shown. A signature on what it was before no longer counts. */
export async function handInReport(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
): Promise<Result<CommitteeReportView, ReportProblem>> {
  return doDeed(ports, about, doer, {
    deed: 'hand-in',
    open: openCommitteeReport,
    decide: ({ view: { mark } }, at) =>
      done({ become: ({ signed: _, ...record }) => ({ ...record, mark, handedIn: { ...nameOf(doer), at } }) }),
    holds: () => true,
  });
}
