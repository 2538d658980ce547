import type { ReportProblem } from '../../domain/report-problem.ts';
import type { JointReview } from '../../domain/report-record.ts';
import { readHeldReview, readReview } from '../../domain/report-writing.ts';
import { done, type Result } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import { type Decision, doDeed } from './do-deed.ts';
import { openMunicipalReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';

/** Keeps what is known of the joint review, before it is held or after. */
export async function saveReview(
  ports: DeedPorts,
  about: About,
  review: JointReview,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const read = readReview(review);
  return doDeed(ports, about, doer, {
    deed: 'note-review',
    open: openMunicipalReport,
    decide: ({ record }) => (read.ok && isSame(record?.review, read.value) ? done(undefined) : noting(read)),
    holds: (record) => read.ok && isSame(record.review, read.value),
  });
}

/** The joint review has been held: from now on the report can be compiled. */
export async function holdReview(
  ports: DeedPorts,
  about: About,
  review: JointReview,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const read = readHeldReview(review, stockholmDate(ports.clock.now()));
  return doDeed(ports, about, doer, {
    deed: 'hold-review',
    open: openMunicipalReport,
    decide: () => noting(read),
    holds: (record) => read.ok && isSame(record.review, read.value),
  });
}

function noting(read: Result<JointReview, ReportProblem>): Decision {
  return read.ok ? done({ become: (record) => ({ ...record, review: read.value }) }) : read;
}

function isSame(one: JointReview | undefined, other: JointReview): boolean {
  if (one === undefined) return false;
  const { date, startsAt, participants, notes } = one;
  return (
    date === other.date && startsAt === other.startsAt && participants === other.participants && notes === other.notes
  );
}
