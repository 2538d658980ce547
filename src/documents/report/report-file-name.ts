import type { ReportFormat, ReportToWrite } from '../../ports.ts';
import { reportTitle } from '../../words/report-words.ts';

const LONGEST_NAME = 120;

/** `Delårsrapport januari–augusti 2026 BUN.pdf`, with the version's number when it is frozen. */
export function reportFileName(report: ReportToWrite, format: ReportFormat): string {
  const { version, content } = report;
  const name = [
    reportTitle(content.kind, content.period),
    ownerOf(report),
    ...(version ? [`version ${version.number}`] : []),
  ].join(' ');
  // What a file name can't hold is left out, and it doesn't grow with what a plan calls its committees.
  const safe = name.replace(/[^\p{L}\p{N}._ –-]/gu, '');
  return `${[...safe].slice(0, LONGEST_NAME).join('').trim()}.${format}`;
}

function ownerOf({ scope, content, municipality }: ReportToWrite): string {
  return scope === 'committee' ? content.committeeId : municipality || 'kommunen';
}
