import type { CommitteeStanding, MissingPart, MunicipalReportContent } from '../../domain/report-content.ts';
import { missingText } from '../../words/report-words.ts';
import { upperFirst } from '../../words/sentence-parts.ts';
import { type Block, paragraph } from './blocks.ts';
import { writtenText } from './written-text.ts';

/** Names in a list that is still read; the workbook has a row for each. */
const MOST_NAMES = 12;

/** What one committee's report lacks, or that it lacks nothing. */
export function committeeMissing(standing: CommitteeStanding): readonly Block[] {
  const parts = missingParts(standing);
  if (parts.length === 0) return [paragraph('Inget saknas av det som har efterfrågats.')];
  return [{ kind: 'list', items: parts.map(upperFirst) }];
}

function missingParts({ missing, changedSinceSigned }: CommitteeStanding): readonly string[] {
  return [
    ...missing.filter(({ what }) => what !== 'signature' || !changedSinceSigned).map(missingPart),
    ...(changedSinceSigned ? ['attest av det som ändrades efter den förra attesten'] : []),
  ];
}

function missingPart(part: MissingPart): string {
  return missingText(part, writtenText, MOST_NAMES);
}

/** What each committee's report lacks; those that lack nothing are not named. */
export function municipalMissing({
  standings,
  councilGoalCounts,
  councilGoals,
}: MunicipalReportContent): readonly Block[] {
  const items = [
    ...standings.filter(lacksSomething).map(standingText),
    ...(councilGoalCounts.ungraded > 0 ? [ungradedText(councilGoals)] : []),
  ];
  if (items.length === 0)
    return [paragraph('Inget saknas: alla nämnder har svarat på allt och attesterat sina rapporter.')];
  return [
    paragraph('Rapporten är gjord av det som fanns när den sammanställdes. Det här saknades:'),
    { kind: 'list', items },
  ];
}

export function lacksSomething({ missing, changedSinceSigned }: CommitteeStanding): boolean {
  return missing.length > 0 || changedSinceSigned;
}

function standingText(standing: CommitteeStanding): string {
  return `${writtenText(standing.committeeName)}: ${missingParts(standing).join('; ')}`;
}

function ungradedText(goals: MunicipalReportContent['councilGoals']): string {
  const names = goals.filter(({ graded }) => !graded).map(({ name }) => name);
  return `Fullmäktiges mål: ${missingText({ what: 'grade', names }, writtenText, MOST_NAMES)}`;
}
