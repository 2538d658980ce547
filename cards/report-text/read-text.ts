import { LONGEST_REPORT_TEXT, type ReportTexts, reportSections } from '../../src/domain/report-record.ts';
import { type FieldNotes, FormReader, problemNote, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';

/** UTF-16 units: twice as many as characters, so that every one of them may be an emoji. */
const MOST_UNITS = 2 * LONGEST_REPORT_TEXT;
/** The same as JSON, where a quotation mark takes two: so much of the form fits in a message. */
const MOST_UNITS_AS_JSON = 9_000;
/** The number that stands for the report itself, behind those of its texts. */
export const AFTER_LAST = reportSections.length;

/** What was written in the form for one text. */
export interface TextReading {
  readonly section: keyof ReportTexts;
  /** None: something has to be corrected or answered first. */
  readonly text: string | undefined;
  readonly typed: Typed;
  readonly notes: FieldNotes;
  /** What was taken out of it, in Swedish. */
  readonly notices: readonly string[];
  readonly attempt: number;
}

/** Reads the form; nothing when it is no form of ours, or not text at all. */
export function readTextForm(data: Readonly<Record<string, unknown>>): TextReading | undefined {
  const { typed, attempt } = typedFields(data);
  const section = reportSections.find((name) => typed[name] !== undefined);
  const form = new FormReader(typed);
  if (section === undefined || form.malformed) return undefined;
  const text = form.text(section, LONGEST_REPORT_TEXT, MOST_UNITS);
  if (!form.notes.has(section) && unitsAsJson(text) > MOST_UNITS_AS_JSON) {
    form.notes.set(section, problemNote('Texten tar för stor plats. Korta den eller ta bort emojier.'));
  }
  const isComplete = form.notes.size === 0;
  const { notes, notices } = form;
  return { section, text: isComplete ? text : undefined, typed: form.typed, notes, notices, attempt };
}

/** The text's place in the form's order, or the report itself. */
export function readTextPage(data: Readonly<Record<string, unknown>>): keyof ReportTexts | 'report' | undefined {
  const { s } = data;
  if (typeof s !== 'number' || !Number.isInteger(s)) return undefined;
  return s === AFTER_LAST ? 'report' : reportSections[s];
}

/** As much of the beginning as a form can carry back. */
export function textThatFits(written: string): string {
  let text = written.slice(0, MOST_UNITS);
  while (unitsAsJson(text) > MOST_UNITS_AS_JSON) text = text.slice(0, Math.floor(text.length * 0.9));
  return text;
}

function unitsAsJson(text: string): number {
  return JSON.stringify(text).length;
}
