import type { Outlet } from '../../words/outlet.ts';

/* What people have written, as a document can hold it: their own words, less what no file or reader can show. */

/** The ways to break a line, vertical tabs and Unicode's separators among them. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
/** Control signs, halves of pairs and signs that mean nothing: XML has no place for them. */
const UNWRITABLE = /(?!\n)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
/** Signs that turn the direction of what follows, or hide text from the eye: a reader would see other words than the file has. */
const HIDING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A text in one line. */
export const writtenText: Outlet = (text) => cleaned(text).replaceAll('\n', ' ').trim();

/** A text in its own lines, for a cell; empty lines are left out. */
export function writtenLines(text: string): string {
  return writtenParagraphs(text).join('\n');
}

/** A text as paragraphs: one for each line that people have written. */
export function writtenParagraphs(text: string): readonly string[] {
  return cleaned(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINE_BREAK, '\n')
    .replaceAll('\t', ' ')
    .replace(UNWRITABLE, '')
    .replace(HIDING, '');
}
