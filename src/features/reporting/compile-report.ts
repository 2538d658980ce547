import { LONGEST_WHY } from '../../domain/report-limits.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import { readReason, readRegistrationNumber } from '../../domain/report-writing.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { VersionHead } from '../../ports.ts';
import { doDeed } from './do-deed.ts';
import { type OpenedMunicipal, openMunicipalReport } from './open-report.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';
import type { Change } from './save-change.ts';
import { publishable } from './without-drafts.ts';

export interface Compilation {
  /** Swedish: diarienummer. */
  readonly registrationNumber: string;
  /** Why it is compiled again: demanded once the council has approved a version. */
  readonly reason?: string;
}

/**
 * Compiles the municipality's report: freezes it as its next version, then says so in the record. Interrupted in between, the
 * next press finds the version that the record doesn't know of and ends what was begun. What is compiled already, and has not
 * changed since, gets no second version.
 */
export async function compileReport(
  ports: DeedPorts,
  about: About,
  compilation: Compilation,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const number = readRegistrationNumber(compilation.registrationNumber);
  return doDeed(ports, about, doer, {
    deed: 'compile',
    open: openMunicipalReport,
    decide: async (found, at) => {
      if (!number.ok) return number;
      const reason = reasonFor(found, compilation.reason);
      if (!reason.ok) return reason;
      return freeze(ports, found, { registrationNumber: number.value, reason: reason.value, doer, at });
    },
    holds: (record) => number.ok && record.registrationNumber === number.value,
  });
}

/** '' where none is needed and none is given. */
function reasonFor({ versions }: OpenedMunicipal, written: string | undefined): Result<string, ReportProblem> {
  const isApproved = versions.some(({ decision }) => decision?.outcome === 'approved');
  const reason = readReason(written ?? '', LONGEST_WHY);
  const isMissing = !reason.ok && reason.problem.code === 'REASON_NEEDED';
  return isMissing && !isApproved ? done('') : reason;
}

interface Freezing {
  readonly registrationNumber: string;
  readonly reason: string;
  readonly doer: ReportDoer;
  readonly at: Date;
}

/** How often it is tried again when others compile at the same moment. */
const TRIES = 3;

async function freeze(
  ports: DeedPorts,
  found: OpenedMunicipal,
  freezing: Freezing,
): Promise<Result<Change | undefined, ReportProblem>> {
  let { versions } = found;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const newest = versions.at(-1);
    if (newest && (await isOfThis(ports, found, newest, freezing))) {
      return done(newest.number === found.record?.version ? undefined : compiled(newest, freezing));
    }
    const number = (newest?.number ?? 0) + 1;
    if ((await freezeAs(ports, number, found, freezing)) !== 'conflict') {
      return done(compiled({ number, mark: found.view.mark }, freezing));
    }
    versions = await ports.reports.versions(found.now.period);
  }
  return refused({ code: 'CHANGED_MEANWHILE' });
}

/**
 * A version that the council has decided on is done with: what it sent back is compiled anew, changed or not. Nor is one that was begun
 * before a reason was needed ended as what has one.
 */
async function isOfThis(
  { reports }: DeedPorts,
  { view: { mark }, now: { period }, record }: OpenedMunicipal,
  head: VersionHead,
  { registrationNumber, reason }: Freezing,
): Promise<boolean> {
  if (head.mark !== mark || head.decision) return false;
  const isBegun = head.number > (record?.version ?? 0);
  if (isBegun && head.reason === undefined && reason !== '') return false;
  const version = await reports.findVersion(period, head.number);
  return version?.content.registrationNumber === registrationNumber;
}

function freezeAs(
  { reports }: DeedPorts,
  number: number,
  { view: { content, records, mark }, now: { period } }: OpenedMunicipal,
  { registrationNumber, reason, doer, at }: Freezing,
): Promise<{ readonly seal: string } | 'conflict'> {
  return reports.freeze({
    period,
    number,
    content: { ...publishable(content, records), registrationNumber },
    compiledAt: at.toISOString(),
    compiledBy: doer.upn,
    ...(reason === '' ? {} : { reason }),
    mark,
  });
}

function compiled(
  { number, mark }: Pick<VersionHead, 'number' | 'mark'>,
  { registrationNumber, reason }: Freezing,
): Change {
  return {
    become: (record) => ({ ...record, version: number, mark, registrationNumber }),
    ...(reason === '' ? {} : { why: reason }),
  };
}
