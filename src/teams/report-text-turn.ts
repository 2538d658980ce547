import type { ReportTextCard } from '../../cards/report-text/card.ts';
import { readTextPage } from '../../cards/report-text/read-text.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import { type ReportTexts, reportSections } from '../domain/report-record.ts';
import { reportProblemText } from '../report-texts.ts';
import { reportSectionNames } from '../words/report-section-names.ts';

/** What a text's form says when the text was not stored: at the field what is about the field, else above it. */
export function problemNotes(
  section: keyof ReportTexts,
  problem: ReportProblem,
): Pick<ReportTextCard, 'notes' | 'problem' | 'conflict'> {
  const text = reportProblemText(problem);
  if (problem.code === 'TEXT_TOO_LONG') return { notes: new Map([[section, { text, choices: [] }]]) };
  return { problem: text, ...(problem.code === 'CHANGED_MEANWHILE' && { conflict: true }) };
}

/** What a saved text's next card begins with: that it is stored, and what was taken out of it. */
export function savedText(section: keyof ReportTexts, notices: readonly string[]): string {
  return [`Texten ”${reportSectionNames[section]}” är sparad.`, ...notices].join(' ');
}

/** The text that a button names, else the first that nobody has written. */
export function textToWrite(data: Readonly<Record<string, unknown>>, written: ReportTexts): keyof ReportTexts {
  const wanted = readTextPage(data);
  if (wanted !== undefined && wanted !== 'report') return wanted;
  return reportSections.find((section) => written[section] === '') ?? 'summary';
}
