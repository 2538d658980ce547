import type { ReportToWrite } from '../../ports.ts';

/** What this period's joint review agreed stands in a file with the committee that is to do it, as it will in that one's next report. */
export function withAgreedMeasures(report: ReportToWrite): ReportToWrite {
  if (report.scope === 'committee') return report;
  const { committees, agreedMeasures = [] } = report.content;
  const all = committees.map((committee) => {
    const own = agreedMeasures.filter(({ committeeId }) => committeeId === committee.committeeId);
    return { ...committee, agreedMeasures: [...committee.agreedMeasures, ...own] };
  });
  return { ...report, content: { ...report.content, committees: all } };
}
