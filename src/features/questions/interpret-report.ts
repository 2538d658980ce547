import type { Committee } from '../../domain/plan.ts';
import type { ReportKind } from '../../domain/report-content.ts';
import { monthNamed } from '../../domain/written-day.ts';
import type { ReportFormat } from '../../ports.ts';

/** A report period as somebody names it, before the plan's follow-ups are looked at. Nothing said: the newest is meant. */
export interface PeriodAsked {
  readonly kind?: ReportKind;
  /** The last month of the interval, 1 for January to 12 for December. */
  readonly month?: number;
  readonly year?: number;
}

/** A question about a report, to be shown or to be given as a file. */
export interface ReportAsked {
  readonly kind: 'report';
  /** Whose: `own` when nobody is named. */
  readonly of: 'own' | 'municipality' | Committee;
  readonly period: PeriodAsked;
  /** The file that it is wanted as; absent: it is to be shown. */
  readonly format?: ReportFormat;
}

/** A question about a joint review (gemensam genomgång). */
export interface ReviewAsked {
  readonly kind: 'review';
  readonly period: PeriodAsked;
}

type FindCommittee = (name: string) => Committee | undefined;

/** More words than such a question has. */
const MOST_WORDS = 20;
/** More words than a committee's name has: whoever writes more is talking about something else. */
const MOST_NAME_WORDS = 7;

/** What several words say together, as the one word that is known below. Without dots over å, ä and ö. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gemensam(?:ma)? genomgang(?:en)?|joint review)\b/g, 'genomgang'],
  [/\bmonthly report\b/g, 'manadsrapport'],
  [/\bfour-?month(?:ly)? report\b/g, 'tertialrapport'],
  [/\binterim report\b/g, 'delarsrapport'],
  [/\b(?:annual|yearly) report\b/g, 'arsredovisning'],
  [/\b(?:tertial|forsta tertialet|andra tertialet|tredje tertialet) ?([123])\b/g, 't$1'],
  [/\bforsta tertial(?:et)?\b/g, 't1'],
  [/\bandra tertial(?:et)?\b/g, 't2'],
  [/\btredje tertial(?:et)?\b/g, 't3'],
  [/\bmunicipality['’]?s\b/g, 'kommunens'],
  // `BUN-rapporten`, but not `delårs-rapporten`.
  [/(?<=\S)-(rapport(?:en)?)(?=\s|$)/g, ' $1'],
];

/** What people ask to have done with it; the report's own card has the buttons. */
const WISH =
  /^(?:kan (?:du|jag) (?:fa )?)?(?:visa|se|oppna|las|hamta|skicka|exportera|ge mig|ladda (?:ner|ned)|lamna in|skriv|attestera|status|laget|lage|show|open|get|send|give|export|download|sign|hand in|write)(?: (?:mig|me|in))? /;
const REPORT = /^(?:report|rapport(?:en|s|ens)?)$/;
const REVIEW = /^(?:genomgang(?:en)?|review)$/;
const KINDS: readonly (readonly [RegExp, ReportKind])[] = [
  [/^manads-?rapport(?:en)?$/, 'month'],
  [/^tertial-?rapport(?:en)?$/, 'tertial'],
  [/^(?:delars|halvars)-?rapport(?:en)?$/, 'interim'],
  [/^(?:arsredovisning(?:en)?|ars-?rapport(?:en)?|verksamhetsberattelse(?:n)?)$/, 'annual'],
];
/** The same, beside the word for a report: `rapporten för delåret`. */
const KIND_WORDS: readonly (readonly [RegExp, ReportKind])[] = [
  [/^(?:manaden|manadens|monthly)$/, 'month'],
  [/^tertial(?:et|ets)?$/, 'tertial'],
  [/^(?:delar|delaret|delarets|delarsbokslut(?:et)?|interim)$/, 'interim'],
  [/^(?:aret|helaret|helar|arsbokslut(?:et)?|bokslut(?:et)?|annual)$/, 'annual'],
];
const MUNICIPALITY =
  /^(?:kommunens|kommunen|kommun|kommunrapport(?:en)?|kommungemensam(?:ma)?|kommunovergripande|municipality|municipal)$/;
const OWN = /^(?:min|mitt|mina|egen|egna|var|vart|vara|namndens|namnds|namndrapport(?:en)?|forvaltningens|my|our|own)$/;
const FILLER =
  /^(?:den|det|denna|hela|senaste|nyaste|nya|aktuella|arets|gemensamma|the|latest|whole|newest|en|ett|a|an|som|as|till|med|per|tack|please|fil|filen|dokument|dokumentet|file)$/;
/** Between the parts of a question; within a committee's name they stay. */
const BETWEEN = new Set(['for', 'i', 'av', 'hos', 'pa', 'om', 'till', 'of', 'from', 'fran', 'in', 'och', 'and', '-']);
const FORMAT = /^(?<name>pdf|word|docx?|excel|xlsx?|csv|json)(?:-?(?:fil|filen|dokument|dokumentet|format|:?en|:?n))?$/;
const FORMATS: Readonly<Record<string, ReportFormat>> = {
  ...{ pdf: 'pdf', word: 'docx', doc: 'docx', docx: 'docx', excel: 'xlsx', xls: 'xlsx', xlsx: 'xlsx' },
  ...{ csv: 'csv', json: 'json' },
};

/**
 * Reads a tidied message about a report: `rapporten T1`, `BUN:s delårsrapport 2026 som pdf`, `kommunens rapport`, `genomgången`.
 * `unknown-committee` when it names one that we do not know; nothing when it is about something else.
 */
export function interpretReport(
  words: string,
  find: FindCommittee,
): ReportAsked | ReviewAsked | 'unknown-committee' | undefined {
  const plain = PHRASES.reduce((text, [phrase, word]) => text.replace(phrase, word), withoutDots(words));
  const all = plain.replace(WISH, '').split(' ').map(withoutSigns);
  if (all.length > MOST_WORDS) return undefined;
  const said = sort(all);
  if (!said.names) return undefined;
  if (said.isReview) return { kind: 'review', period: said.period };

  const name = joined(said.rest);
  const committee = name === '' ? undefined : (find(name) ?? find(name.replace(/[:'’]?s$/, '')));
  if (name !== '' && !committee) return said.rest.length > MOST_NAME_WORDS ? undefined : 'unknown-committee';
  const of = committee ?? (said.isMunicipal ? 'municipality' : 'own');
  return { kind: 'report', of, period: said.period, ...(said.format && { format: said.format }) };
}

/** What a message's words have been found to say. */
interface Said {
  /** A word for a report or a review is among them. */
  readonly names: boolean;
  readonly isReview: boolean;
  readonly isMunicipal: boolean;
  readonly period: PeriodAsked;
  readonly format?: ReportFormat;
  /** What nothing is known of: the committee's name, with small words around it. */
  readonly rest: readonly string[];
}

function sort(words: readonly string[]): Said {
  const whatFor = words.map((word) => ({ word, found: meaningOf(word) }));
  const found = whatFor.flatMap((one) => one.found ?? []);
  const rest = whatFor.flatMap(({ word, found: known }) => (known ? [] : [word]));
  const format = found.findLast((one) => one.format)?.format;
  return {
    names: found.some(({ names }) => names),
    isReview: found.some(({ isReview }) => isReview),
    isMunicipal: found.some(({ isMunicipal }) => isMunicipal),
    // Of an interval the last month: follow-up is cumulative.
    period: Object.assign({}, ...found.map(({ period }) => period ?? {})) as PeriodAsked,
    ...(format && { format }),
    rest,
  };
}

type Meaning = Partial<Omit<Said, 'rest'>>;

/** What one word says; nothing for a word that may be part of a name. */
function meaningOf(word: string): Meaning | undefined {
  if (REPORT.test(word)) return { names: true };
  if (REVIEW.test(word)) return { names: true, isReview: true };
  const report = KINDS.find(([pattern]) => pattern.test(word));
  if (report) return { names: true, period: { kind: report[1] } };
  const kind = KIND_WORDS.find(([pattern]) => pattern.test(word));
  if (kind) return { period: { kind: kind[1] } };
  if (MUNICIPALITY.test(word)) return { isMunicipal: true, ...(/rapport/.test(word) && { names: true }) };
  if (OWN.test(word)) return /rapport/.test(word) ? { names: true } : {};
  const format = FORMATS[FORMAT.exec(word)?.groups?.name ?? ''];
  if (format) return { format };
  return periodIn(word) ?? (FILLER.test(word) ? {} : undefined);
}

/** `augusti`, `jan-aug`, `2026`, `2026-08`, `t1`. */
function periodIn(word: string): Meaning | undefined {
  const [, third] = /^t([123])$/.exec(word) ?? [];
  if (third !== undefined) return { period: { month: Number(third) * 4 } };
  const [, year, , number] = /^(20\d\d)([-/.]?(0[1-9]|1[0-2]))?$/.exec(word) ?? [];
  if (year !== undefined) {
    return { period: { year: Number(year), ...(number !== undefined && { month: Number(number) }) } };
  }
  const named = monthNamed((word.split('-').at(-1) ?? word).replace(/s$/, ''));
  return named === undefined || !isMonthWord(word) ? undefined : { period: { month: Number(named) } };
}

/** A month, or two with a dash between. */
function isMonthWord(word: string): boolean {
  return word.split('-').every((part) => part === '' || monthNamed(part.replace(/s$/, '')) !== undefined);
}

/** The committee's name, without the small words around it. */
function joined(words: readonly string[]): string {
  const from = words.findIndex((word) => !BETWEEN.has(word));
  const to = words.findLastIndex((word) => !BETWEEN.has(word));
  return from < 0 ? '' : words.slice(from, to + 1).join(' ');
}

function withoutDots(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-–−]/gu, '-')
    .replace(/["”“»«]/gu, '');
}

function withoutSigns(word: string): string {
  return word.replace(/^[,:;(]+|[,:;.)?!]+$/g, '');
}
