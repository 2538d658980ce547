/* The plan's fixed phrases for days and reminders, and how they read in the workbook: both ways, exactly. */

const PHRASES = [
  ['on the due day', 'på sista dagen'],
  ['working days', 'arbetsdagar'],
  ['working day', 'arbetsdag'],
  ['before', 'före'],
  ['after', 'efter'],
  ['deputy too', 'även ersättare'],
  ['committee approver is told', 'godkännaren får veta'],
] as const;

const ENGLISH = pattern(PHRASES.map(([english]) => english));
const SWEDISH = pattern(PHRASES.map(([, swedish]) => swedish));

function pattern(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'gu');
}

/** `2 working days before` as `2 arbetsdagar före`. What isn't known stands as it is, for the check to judge. */
export function reminderInSwedish(reminder: string): string {
  return reminder.replaceAll(ENGLISH, (found) => PHRASES.find(([english]) => english === found)?.[1] ?? found);
}

export function reminderFromSwedish(words: string): string {
  return words.replaceAll(SWEDISH, (found) => PHRASES.find(([, swedish]) => swedish === found)?.[0] ?? found);
}

const WORKING_DAY = /^working day (\d+) of the following month$/;

/** The number in `working day 3 of the following month`. */
export function workingDayNumber(phrase: string): number | undefined {
  const digits = WORKING_DAY.exec(phrase)?.[1];
  return digits === undefined ? undefined : JSON.parse(digits);
}

export function workingDayPhrase(number: number): string {
  return `working day ${number} of the following month`;
}

const REMINDER =
  /^(på sista dagen|([1-9]|1[0-5]) arbetsdag(ar)? (före|efter(: även ersättare|: godkännaren får veta)?))$/u;

/** Whether a reminder is written as one. */
export function isReminder(words: string): boolean {
  return REMINDER.test(words);
}

/** What an answer says; undefined for anything but `ja` and `nej`. */
export function yesOrNo(words: string): boolean | undefined {
  const word = words.trim().toLowerCase();
  if (word === 'nej') return false;
  return ['ja', 'x'].includes(word) ? true : undefined;
}

/** Several texts in one cell. One that holds `;` or a quotation mark first is put in quotation marks. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text) => (/;|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('; ');
}

const QUOTED_OR_PLAIN = /\s*(?:"((?:[^"]|"")*)"\s*|([^;]*))(?:;|$)/y;

/** The texts of one cell; empty ones are left out. */
export function splitTexts(cell: string): readonly string[] {
  const texts: string[] = [];
  QUOTED_OR_PLAIN.lastIndex = 0;
  while (QUOTED_OR_PLAIN.lastIndex < cell.length) {
    const match = QUOTED_OR_PLAIN.exec(cell);
    if (!match) return [...texts, cell.slice(QUOTED_OR_PLAIN.lastIndex)];
    texts.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim());
  }
  return texts.filter((text) => text !== '');
}
