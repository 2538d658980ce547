import { decimalNumber } from '../src/words/swedish.ts';
import { type NumberFault, type NumberText, readNumberText, type WrittenNumber } from './number-text.ts';

/** What a number field holds. The units are those of what is stored. A range stands in place of the kind's own limits. */
export type NumberField = NumberKind & { readonly range?: { readonly min: number; readonly max: number } };

type NumberKind =
  /** Whole kronor out; the text is in tkr (thousands of kronor) when no unit is typed. */
  | { readonly kind: 'money' }
  /** 0–100, at most 2 decimals. */
  | { readonly kind: 'percent' }
  /** Whole and not negative. */
  | { readonly kind: 'count' }
  /** 0–100, at most 2 decimals. */
  | { readonly kind: 'index' }
  /** Any other decimal number, for example "antal/1 000 invånare"; at most 3 decimals. */
  | { readonly kind: 'ratio' };

/** What can be answered to a question. `label` is Swedish, for example `1 234 tkr`. */
export interface NumberChoice {
  readonly value: number | 'missing';
  readonly label: string;
}

/** Nothing may be stored from a `question` until one of its choices is taken. Messages are Swedish and say what to do. */
export type NumberReading =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'question'; readonly message: string; readonly choices: readonly NumberChoice[] };

/** How digits become what is stored: `scale` decimals are kept as an exact whole number, then divided by `divisor`. */
interface Measure {
  readonly scale: number;
  readonly divisor: number;
  readonly suffix: string;
  /** Largest exact whole number at this scale. */
  readonly largest: bigint;
}

interface FieldRule {
  /** Units that may be typed, and the decimals each of them leaves room for. */
  readonly units: ReadonlyMap<string, Measure>;
  readonly wrongUnit: string;
  readonly example: string;
  /** In thousandths, as limits may have decimals. */
  readonly least?: bigint;
  readonly most?: bigint;
  /** Rare but possible (a year's result of −1,2 % of the taxes): asked about. */
  readonly mayBeNegative?: true;
}

export const MISSING: NumberChoice = { value: 'missing', label: 'Uppgift saknas' };
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** With at most 15 digits a decimal number and its double are the same both ways. */
const FIFTEEN_DIGITS = 10n ** 15n - 1n;

const kr: Measure = { scale: 0, divisor: 1, suffix: ' kr', largest: SAFE };
const tkr: Measure = { scale: 3, divisor: 1, suffix: ' tkr', largest: SAFE };
const mnkr: Measure = { scale: 6, divisor: 1, suffix: ' mnkr', largest: SAFE };
const mdkr: Measure = { scale: 9, divisor: 1, suffix: ' mdkr', largest: SAFE };
const percent: Measure = { scale: 2, divisor: 100, suffix: ' %', largest: FIFTEEN_DIGITS };
const index: Measure = { ...percent, suffix: '' };
const count: Measure = { scale: 0, divisor: 1, suffix: '', largest: SAFE };
const ratio: Measure = { scale: 3, divisor: 1000, suffix: '', largest: FIFTEEN_DIGITS };

const UNITS: readonly (readonly [Measure, string])[] = [
  [kr, 'kr|sek|krona|kronor|:-'],
  [tkr, '|tkr|ksek|tsek|tusen|tusen kr|tusen sek|tusen kronor|tusental kronor'],
  [mnkr, 'mnkr|mkr|msek|mn|mn kr|mn sek|mln|mln kr|milj|milj kr|milj sek|milj kronor'],
  [mnkr, 'miljon|miljoner|miljon kr|miljoner kr|miljoner sek|miljon kronor|miljoner kronor'],
  [mdkr, 'mdkr|mdr|mdr kr|md kr|miljard|miljarder|miljarder kr|miljarder sek|miljarder kronor'],
];

const RULES: Readonly<Record<NumberField['kind'], FieldRule>> = {
  money: {
    units: new Map(UNITS.flatMap(([measure, names]) => names.split('|').map((name) => [name, measure] as const))),
    wrongUnit: 'Fältet är i tkr. Skriv talet utan enhet, eller med kr, tkr eller mnkr efter.',
    example: 'Ange ett tal i tkr, till exempel 1 234,5.',
  },
  percent: {
    units: named(percent, ['', '%', 'procent']),
    wrongUnit: 'Fältet är i procent. Skriv till exempel 7,8 eller 7,8 %.',
    example: 'Ange ett tal i procent, till exempel 7,8.',
    least: 0n,
    most: 100_000n,
    mayBeNegative: true,
  },
  count: {
    units: named(count, ['', 'st', 'styck', 'stycken']),
    wrongUnit: 'Fältet är ett antal. Skriv hela talet utan enhet, till exempel 1 250.',
    example: 'Ange ett heltal, till exempel 1 250.',
    least: 0n,
  },
  index: {
    units: named(index, ['']),
    wrongUnit: 'Fältet är ett index. Skriv talet utan enhet, till exempel 78,5.',
    example: 'Ange ett tal mellan 0 och 100, till exempel 78,5.',
    least: 0n,
    most: 100_000n,
  },
  ratio: {
    units: named(ratio, ['']),
    wrongUnit: 'Skriv talet utan enhet, till exempel 1 234,5.',
    example: 'Ange ett tal, till exempel 1 234,5.',
  },
};

const FAULTS: Readonly<Record<Exclude<NumberFault, 'not-a-number'>, string>> = {
  'two-signs': 'Skriv högst ett minustecken, först: -12.',
  'odd-spaces': 'Mellanslagen delar talet konstigt. Skriv tal som 1 234,5.',
  'foreign-grouping': 'Skriv tal som 1 234,5.',
  'ends-with-separator': 'Talet slutar med komma eller punkt. Skriv till exempel 5 eller 5,2.',
};

/** True for "uppgift saknas" and its like. */
export function saysMissing(text: string): boolean {
  const written = readNumberText(text);
  return written.kind === 'word' && written.says === 'missing';
}

/**
 * Reads what a person wrote in a number field. What can mean two things is asked, never guessed, and a missing value is
 * never 0. Exact: the digits are computed as whole numbers, so 0,1 tkr and 0,2 tkr are 100 and 200 kr.
 */
export function readSwedishNumber(text: string, field: NumberField): NumberReading {
  const written = readNumberText(text);
  const rule = ruleOf(field);
  if (written.kind === 'empty') return problem(`Värde saknas. ${rule.example}`);
  if (written.kind === 'word') return readWord(written.says, rule);
  if (written.kind === 'minus-last') return problem(`Skriv minus först: -${written.figure}`);
  if (written.kind === 'faulty')
    return problem(written.fault === 'not-a-number' ? rule.example : FAULTS[written.fault]);

  const measure = rule.units.get(written.unit);
  if (!measure) return problem(rule.wrongUnit);
  return oneOf(written.readings.map((number) => weigh(number, measure, rule)));
}

function ruleOf({ kind, range }: NumberField): FieldRule {
  const rule = RULES[kind];
  if (!range) return rule;
  const { mayBeNegative: _, ...rest } = rule;
  const [least, most] = [thousandths(range.min), thousandths(range.max)];
  return {
    ...rest,
    least,
    most,
    example: `Ange ett tal mellan ${decimalNumber(least, 3)} och ${decimalNumber(most, 3)}.`,
  };
}

function thousandths(limit: number): bigint {
  return BigInt(Math.round(limit * 1_000));
}

function readWord(says: Extract<NumberText, { kind: 'word' }>['says'], rule: FieldRule): NumberReading {
  if (says === 'missing') return { kind: 'question', message: 'Markera som saknas?', choices: [MISSING] };
  if (says === 'other-number') {
    return { kind: 'question', message: 'Skriv talet med siffror. Markera som saknas?', choices: [MISSING] };
  }
  const zero = { value: 0, label: `0${rule.units.get('')?.suffix ?? ''}` };
  return { kind: 'question', message: `Menar du ${zero.label}? Markera som saknas?`, choices: [zero, MISSING] };
}

type Weighed =
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'exact' | 'rounded' | 'unusual'; readonly choice: NumberChoice & { readonly value: number } };

/** One way to read the digits, held against the field. Compares before rounding: 100,004 % is above 100. */
function weigh(number: WrittenNumber, measure: Measure, rule: FieldRule): Weighed {
  const unit = 10n ** BigInt(number.decimals.length);
  const digits = BigInt(number.whole + number.decimals);
  const exact = number.negative ? -digits : digits;
  const unusual = exact < 0n && rule.mayBeNegative === true;
  const { least, most } = rule;
  const isBelow = least !== undefined && exact * 1_000n < (unusual ? -(most ?? 0n) : least) * unit;
  if (most !== undefined && (isBelow || exact * 1_000n > most * unit)) {
    return problem(`Mellan ${decimalNumber(least ?? 0n, 3)} och ${decimalNumber(most, 3)}. Kontrollera talet.`);
  }
  if (isBelow) return problem('Talet kan inte vara negativt. Skriv 0 eller mer.');

  const scaled = exact * 10n ** BigInt(measure.scale);
  const rounded = roundHalfAwayFromZero(scaled, unit);
  if (rounded > measure.largest || rounded < -measure.largest) {
    return problem('Talet är för stort. Kontrollera siffrorna och enheten.');
  }
  const isExact = rounded * unit === scaled;
  if (measure === count && !isExact) return problem('Heltal: skriv utan decimaler, till exempel 12.');
  const label = `${decimalNumber(rounded, measure.scale)}${measure.suffix}`;
  const kind = unusual ? 'unusual' : isExact ? 'exact' : 'rounded';
  return { kind, choice: { value: Number(rounded) / measure.divisor, label } };
}

/** From every way to read a text to one answer: a value only when there is one way, and it fits without rounding. */
function oneOf(ways: readonly Weighed[]): NumberReading {
  const possible = ways.flatMap((way) => (way.kind === 'problem' ? [] : [way]));
  const choices = possible
    .map((way) => way.choice)
    .filter((choice, at, all) => all.findIndex((other) => other.value === choice.value) === at);
  const [first] = choices;
  if (!first) return problem(ways.map((way) => (way.kind === 'problem' ? way.message : '')).at(-1) ?? '');

  const everyWayFits = possible.length === ways.length && possible.every((way) => way.kind === 'exact');
  if (choices.length === 1 && everyWayFits) return { kind: 'value', value: first.value };
  const onlyRounded = choices.length === 1 && possible.every((way) => way.kind === 'rounded');
  const message = onlyRounded
    ? `Avrundas till ${first.label}?`
    : `Menar du ${choices.map((choice) => choice.label).join(' eller ')}?`;
  return { kind: 'question', message, choices };
}

function roundHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}

function named(measure: Measure, names: readonly string[]): ReadonlyMap<string, Measure> {
  return new Map(names.map((name) => [name, measure]));
}

function problem(message: string): { readonly kind: 'problem'; readonly message: string } {
  return { kind: 'problem', message };
}
