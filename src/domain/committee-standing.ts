import type { FollowUp } from './plan.ts';
import type { CommitteeReportContent, CommitteeStanding, MissingPart } from './report-content.ts';
import type { ReportRecord } from './report-record.ts';

/** A committee's report with what people have done to it. */
export interface CommitteeInReport {
  readonly content: CommitteeReportContent;
  /** Fingerprint of the content as it is now. */
  readonly mark: string;
  /** Absent: nobody has done anything to it. */
  readonly record?: ReportRecord;
}

export function standingOf({ content, mark, record }: CommitteeInReport, followUp: FollowUp): CommitteeStanding {
  const { committeeId, committeeName } = content;
  const state = record?.state ?? 'open';
  const signed = state === 'signed' ? record?.signed : undefined;
  return {
    ...{ committeeId, committeeName, state },
    ...(signed && { signed: { name: signed.name, at: signed.at.toISOString() } }),
    changedSinceSigned: state === 'signed' && record?.mark !== mark,
    missing: [...missingIn(content, followUp), ...(needsSignature(followUp) && state !== 'signed' ? [SIGNATURE] : [])],
  };
}

export function isAnswered({ missing }: Pick<CommitteeStanding, 'missing'>): boolean {
  return !missing.some(({ what }) => what === 'answer');
}

/** Signed as it is now. */
export function isSigned({
  state,
  changedSinceSigned,
}: Pick<CommitteeStanding, 'state' | 'changedSinceSigned'>): boolean {
  return state === 'signed' && !changedSinceSigned;
}

const SIGNATURE: MissingPart = { what: 'signature', names: [] };

/** A month's report is not signed. */
function needsSignature({ kind }: FollowUp): boolean {
  return kind !== 'month';
}

/** Only what the follow-up asks for. Without an answer all of it is missing, and that says enough. */
function missingIn(content: CommitteeReportContent, { kind, asks }: FollowUp): readonly MissingPart[] {
  if (!content.answered) return [{ what: 'answer', names: [] }];
  const { areas } = asks.includes('finance') ? content.finance : { areas: [] };
  const asked = content.indicators.filter((one) => one.asked);
  const projects = kind !== 'month' && asks.includes('finance') ? content.investments : [];
  return [
    ...lacking(
      'outcome',
      areas,
      ({ outcomeKr }) => outcomeKr === undefined,
      ({ name }) => name,
    ),
    ...lacking(
      'forecast',
      areas,
      ({ forecastKr }) => forecastKr === undefined,
      ({ name }) => name,
    ),
    ...lacking(
      'indicator',
      asked,
      ({ said }) => said === undefined,
      ({ name }) => name,
    ),
    ...lacking(
      'grade',
      content.goals,
      ({ graded }) => graded === undefined,
      ({ name }) => name,
    ),
    ...lacking(
      'investment',
      projects,
      ({ outcomeKr, forecastKr }) => outcomeKr === undefined || forecastKr === undefined,
      ({ project }) => project,
    ),
  ];
}

function lacking<Part>(
  what: MissingPart['what'],
  all: readonly Part[],
  lacks: (part: Part) => boolean,
  nameOf: (part: Part) => string,
): MissingPart[] {
  const without = all.filter(lacks);
  if (without.length === 0) return [];
  return [{ what, names: without.length === all.length ? [] : without.map(nameOf) }];
}
