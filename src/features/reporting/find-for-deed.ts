import type { Month } from '../../domain/period.ts';
import { whyNot } from '../../domain/report-deeds.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { ReportDeed } from '../../domain/report-state.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { MUNICIPALITY } from '../../ports.ts';
import { openMunicipalReport } from './open-report.ts';
import type { ReadingPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';

/** The municipality's report for somebody who is about to do something to it, or why that can't be done now. Writes nothing. */
export async function findForDeed(
  ports: ReadingPorts,
  period: Month,
  deed: ReportDeed,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const opened = await openMunicipalReport(ports, { scope: MUNICIPALITY, period }, doer);
  if (!opened.ok) return opened;
  const problem = whyNot(opened.value.now, deed, doer);
  return problem ? refused(problem) : done(opened.value.view);
}
