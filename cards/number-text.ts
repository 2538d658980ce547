/**
 * What is written in a number field, before anyone asks what it means there: digits, sign, unit, or why it is no number.
 * Digits stay text, so nothing is rounded or guessed here; swedish-number.ts gives them meaning.
 */

/** Digits as typed: `-1 234,50` is negative, `1234`, `50`. */
export interface WrittenNumber {
  readonly negative: boolean;
  readonly whole: string;
  readonly decimals: string;
}

/** Why a text is not a number. */
export type NumberFault = 'not-a-number' | 'two-signs' | 'odd-spaces' | 'foreign-grouping' | 'ends-with-separator';

/** `readings` holds more than one number when the text can be read in more than one way. */
export type NumberText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'word'; readonly says: 'missing' | 'zero' | 'other-number' }
  | { readonly kind: 'minus-last'; readonly figure: string }
  | { readonly kind: 'faulty'; readonly fault: NumberFault }
  | { readonly kind: 'number'; readonly readings: readonly WrittenNumber[]; readonly unit: string };

/** Far above any figure; keeps a pasted document from being searched for numbers. */
const LONGEST = 1_000;

const BLANK = '[\\s\\p{Cf}\\u0085\\u115F\\u1160\\u2800\\u3164\\uFFA0]';
const ONLY_BLANK = new RegExp(`^${BLANK}*$`, 'u');
const BLANK_ENDS = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu');

const MISSING =
  /^(?:(?:uppgift(?:en|er|erna)?|värde(?:t|n)?|data|siffra|siffror) )?(?:saknas|saknar|saknad|fattas|ingen|inget|inga|ingenting|okänt?|vet (?:ej|inte)|ej|n\/a|na|finns (?:ej|inte)|(?:ej|inte) (?:klart?|känt?|rapporterat|tillgängligt?|mätt))(?: (?:uppgift(?:er)?|värden?|data|än|ännu))?$/u;
const DASHES = /^[-\u2014\u2015]{1,3}$/u;
const ZERO = /^noll$/u;
/** Compounds such as `tjugofem`. No word is two others in a row, or the search would try every combination. */
const NUMBER_WORDS =
  /^(?:(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|(?:tret|fjor|fem|sex|sjut|ar|nit)ton|tjugo|(?:tret|fyr|sjut|åt|nit)tio|hundra|tusen|miljon(?:er)?|miljard(?:er)?|komma|minus|noll|halv|och) ?)+$/u;

/** Takes a text apart. Never throws, whatever the text. */
export function readNumberText(text: string): NumberText {
  if (ONLY_BLANK.test(text)) return { kind: 'empty' };
  if (text.length > LONGEST) return faulty('not-a-number');

  const plain = withPlainCharacters(text.replace(BLANK_ENDS, ''));
  return readWord(plain.toLowerCase()) ?? readFigureWithUnit(plain);
}

/** Only digits, minus signs and spaces are made plain: general compatibility mapping (NFKC) would turn `12²` into 122. */
function withPlainCharacters(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2013\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');
}

function readWord(word: string): NumberText | undefined {
  const sentence = word.replace(/ {2,}/gu, ' ').replace(/[.!]$/u, '');
  if (MISSING.test(sentence) || DASHES.test(word)) return { kind: 'word', says: 'missing' };
  if (ZERO.test(sentence)) return { kind: 'word', says: 'zero' };
  if (NUMBER_WORDS.test(sentence)) return { kind: 'word', says: 'other-number' };
  return undefined;
}

function readFigureWithUnit(plain: string): NumberText {
  const inBrackets = /^\(([\d., ]*\d) ?\p{L}*\) ?\p{L}*$/u.exec(plain);
  if (inBrackets?.[1]) return { kind: 'minus-last', figure: inBrackets[1] };

  const parts = /^([-+]*)( *)([\d.,'’´` ]*)(.*)$/su.exec(plain);
  const [, sign = '', gap = '', figure = '', rest = ''] = parts ?? [];
  if (!/\d/u.test(figure)) return faulty('not-a-number');
  if (/^- ?\p{L}*$/u.test(rest) && /\d *$/u.test(figure) && sign === '')
    return { kind: 'minus-last', figure: figure.trim() };

  const unit = rest.trimEnd().toLowerCase();
  if (!/^(?:|:-|%|\p{L}[\p{L}. ]*)$/u.test(unit)) return faulty('not-a-number');
  if (sign.length > 1) return faulty('two-signs');
  const digits = readFigure(figure.trim());
  if (typeof digits === 'string') return faulty(digits);

  // `- 12` is a negative figure to some and a list item to others.
  const signs = sign === '-' ? (gap === '' ? [true] : [true, false]) : [false];
  const readings = signs.flatMap((negative) => digits.map((number) => ({ negative, ...number })));
  return { kind: 'number', readings, unit: unit.replace(/[. ]+/gu, ' ').trim() };
}

type Digits = Pick<WrittenNumber, 'whole' | 'decimals'>;

/** Swedish figures: groups of three by spaces (or dots before a decimal comma), one decimal sign. */
function readFigure(figure: string): readonly Digits[] | NumberFault {
  if (/['’´`]/u.test(figure)) return 'foreign-grouping';
  if (/[.,]$/u.test(figure)) return 'ends-with-separator';

  const ungrouped = /^(\d*)(?:[.,](\d+))?$/u.exec(figure);
  if (ungrouped) return readUngrouped(ungrouped[1] ?? '', ungrouped[2] ?? '');

  const grouped =
    /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/u.exec(figure) ??
    /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/u.exec(figure) ??
    /^([1-9]\d{0,2}(?:\.\d{3}){2,})$/u.exec(figure);
  if (grouped) return [{ whole: (grouped[1] ?? '').replace(/[ .]/gu, ''), decimals: grouped[2] ?? '' }];

  return figure.includes(' ') ? 'odd-spaces' : 'foreign-grouping';
}

/** `1.234` and `1,234` are thousands to some and decimals to others; `0,125`, `1234.567` and `1,23` can only be decimals. */
function readUngrouped(whole: string, decimals: string): readonly Digits[] {
  const asDecimals = { whole, decimals };
  const mayBeGroups = /^[1-9]\d{0,2}$/u.test(whole) && decimals.length === 3;
  return mayBeGroups ? [{ whole: whole + decimals, decimals: '' }, asDecimals] : [asDecimals];
}

function faulty(fault: NumberFault): NumberText {
  return { kind: 'faulty', fault };
}
