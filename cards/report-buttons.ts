import type { ReportFormat } from '../src/domain/report-format.ts';
import type { ReportDeed } from '../src/domain/report-state.ts';
import { type ActionData, executeAction, sayAction, type VerbOf } from './actions.ts';

/** As much of a report's fingerprint as a card carries. */
export const MARK_SHOWN = 16;

/** The kinds of file that have a button, in its order: a button carries the kind's place here. */
export const buttonFormats = ['docx', 'pdf', 'xlsx'] as const satisfies ReportFormat[];
export type ButtonFormat = (typeof buttonFormats)[number];
export const formatNames: Readonly<Record<ButtonFormat, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' };

/** What a card about a committee's report is about: the report as it is shown. */
export interface ReportShown {
  readonly committeeId: string;
  readonly period: string;
  /** Of the record: 0 when nobody has done anything to the report. */
  readonly revision: number;
  /** Its fingerprint, or the beginning of it. */
  readonly mark: string;
}

/** What a button carries: what has changed since it was shown is not done unseen. */
export function aboutReport({ committeeId, period, revision, mark }: ReportShown): ActionData {
  return { id: `${committeeId} ${period}`, revision, mark: mark.slice(0, MARK_SHOWN) };
}

/** The committee and the month in a card's id; nothing when it is no such id. */
export function readReportId(id: string): { readonly committeeId: string; readonly period: string } | undefined {
  const [, committeeId, period] = /^(.+) (\d{4}-\d{2})$/su.exec(id) ?? [];
  return committeeId === undefined || period === undefined ? undefined : { committeeId, period };
}

interface Deeds {
  readonly deeds: readonly ReportDeed[];
  /** It has been handed in or signed before. */
  readonly again: boolean;
  /** The message that opens the form with its figures, for whoever may change them. */
  readonly changeFigures?: string;
  readonly isAnswered: boolean;
}

/** Only what the one who looks may do now, what is next first. */
export function deedButtons(shown: ReportShown, { deeds, again, changeFigures, isAnswered }: Deeds): object[] {
  const about = aboutReport(shown);
  const button = (deed: ReportDeed, title: string, verb: VerbOf<'report'>, style?: 'positive'): object[] =>
    deeds.includes(deed) ? [executeAction(title, verb, about, style)] : [];
  const change = isAnswered ? 'Ändra siffror' : 'Öppna formuläret';
  return [
    ...button('sign', 'Attestera', 'signReport', 'positive'),
    ...button('send-back', 'Sänd tillbaka …', 'askSendBack'),
    ...button('hand-in', again ? 'Lämna in igen' : 'Lämna in', 'handInReport', 'positive'),
    ...button('write', 'Skriv text', 'writeReport'),
    ...(changeFigures === undefined ? [] : [sayAction(change, changeFigures)]),
  ];
}

/** One button for each kind of file. */
export function documentButtons(shown: ReportShown): object[] {
  const about = aboutReport(shown);
  return buttonFormats.map((format, page) => executeAction(formatNames[format], 'getReport', { ...about, page }));
}
