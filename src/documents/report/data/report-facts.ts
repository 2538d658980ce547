import { isSigned } from '../../../domain/committee-standing.ts';
import { reportSections } from '../../../domain/report-record.ts';
import type { ReportToWrite } from '../../../ports.ts';
import { reportSectionNames } from '../../../words/report-section-names.ts';
import { reportTitle } from '../../../words/report-words.ts';
import { writtenParagraphs, writtenText } from '../written-text.ts';

/** Where a report stands, in one word. */
export function standingWordOf(
  report: ReportToWrite,
): 'preliminär' | 'attesterad' | 'sammanställd' | 'godkänd' | 'återsänd' {
  if (report.scope === 'committee') {
    return isSigned(report.standing) ? 'attesterad' : 'preliminär';
  }
  if (report.decision) return report.decision.outcome === 'approved' ? 'godkänd' : 'återsänd';
  return report.version ? 'sammanställd' : 'preliminär';
}

export function reportNameOf({ content }: ReportToWrite): string {
  return reportTitle(content.kind, content.period);
}

/** What people have written in a report. */
export interface WrittenPart {
  readonly namnd_id: string;
  readonly namnd: string;
  readonly avsnitt: string;
  readonly text: string;
}

/** Texts, comments and motivations, with whose they are. */
export function writtenParts({ scope, content }: ReportToWrite): readonly WrittenPart[] {
  const committees = scope === 'committee' ? [content] : content.committees;
  const municipal = scope === 'committee' ? [] : partsOf({ namnd_id: '', namnd: 'Kommunen' }, content.texts, '');
  return [
    ...municipal,
    ...committees.flatMap(({ committeeId, committeeName, texts, comment }) =>
      partsOf({ namnd_id: committeeId, namnd: writtenText(committeeName) }, texts, comment),
    ),
  ];
}

function partsOf(
  whose: Pick<WrittenPart, 'namnd_id' | 'namnd'>,
  texts: ReportToWrite['content']['texts'],
  comment: string,
): readonly WrittenPart[] {
  const named: readonly (readonly [string, string])[] = [
    ...reportSections.map((section) => [reportSectionNames[section], texts[section]] as const),
    ['Kommentar till ekonomin', comment],
  ];
  return named
    .map(([avsnitt, text]) => ({ ...whose, avsnitt, text: writtenParagraphs(text).join('\n\n') }))
    .filter(({ text }) => text !== '');
}
