import { fold } from '../swedish/fold.ts';
import { stem } from '../swedish/stem.ts';

/** Words of the calendar and of counting, folded, with what they are. Written with their inflections: they are few. */

const MONTHS: readonly string[] = [
  'januari jan january januaris',
  'februari feb febr february februaris',
  'mars mar march',
  'april apr aprils',
  'maj may majs',
  'juni jun june junis',
  'juli jul july julis',
  'augusti aug august augustis',
  'september sep sept septembers',
  'oktober okt oct october oktobers',
  'november nov novembers',
  'december dec decembers',
];

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'ett en första förste one first',
  2: 'två andra two second',
  3: 'tre tredje three third',
  4: 'fyra fjärde four fourth',
  5: 'fem femte five fifth',
  6: 'sex sjätte six sixth',
  7: 'sju sjunde seven seventh',
  8: 'åtta åttonde eight eighth',
  9: 'nio nionde nine ninth',
  10: 'tio tionde ten tenth',
  11: 'elva elfte eleven eleventh',
  12: 'tolv tolfte twelve twelfth',
};

/** Cardinal numbers and ordinals: `fyra` and `fjärde` are 4. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries(NUMBERS).flatMap(([number, words]) => words.split(' ').map((word) => [fold(word), Number(number)])),
);

/** 1 for January to 12 for December. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
);

/** Months as they stand in compounds: oktober of oktoberrapporten. */
export const MONTH_STEMS: ReadonlyMap<string, number> = new Map(
  [...MONTH_NUMBERS].filter(([word]) => word.length > 2).map(([word, number]) => [stem(word), number]),
);

/** The words that the grammar of periods is written in, so that a misspelled one is known for what it is. */
export const CALENDAR_WORDS: readonly string[] = [
  ...MONTH_NUMBERS.keys(),
  ...NUMBER_WORDS.keys(),
  ...'manad manaden manader manaderna tertial tertialet tertialen kvartal kvartalet halvar halvaret delar delaret helar helaret'.split(
    ' ',
  ),
  ...'bokslut bokslutet arsbokslut arsskifte forra foregaende senaste sista innevarande nuvarande nasta kommande sedan hittills'.split(
    ' ',
  ),
  ...'arsredovisning arsredovisningen delarsrapport delarsrapporten tertialrapport tertialrapporten planperiod planperioden'.split(
    ' ',
  ),
];
