import { fold } from '../swedish/fold.ts';

export type RelativePeriod =
  | 'latest'
  | 'open'
  | 'this_month'
  | 'last_month'
  | 'this_tertial'
  | 'last_tertial'
  | 'this_year'
  | 'last_year'
  | 'next_year'
  | 'all';

/** How people name a period by where it stands from today. Written out: there is no rule in `i fjol`. */
const WRITTEN: Readonly<Record<RelativePeriod, string>> = {
  latest: `
    just nu, för närvarande, för tillfället, senaste perioden, senaste rapporten, senaste uppföljningen, right now,
    i dagsläget`,
  open: `
    denna period, den här perioden, aktuell period, aktuella perioden, innevarande period, nuvarande period,
    öppna perioden, perioden nu, this period, pågående period`,
  this_month: `
    denna månad, den här månaden, denna månaden, månaden nu, innevarande månad, i månad, this month, den månaden`,
  last_month: `
    förra månaden, förra mån, förra månad, föregående månad, senaste månaden, sista månaden, månaden innan,
    last month, forra manan, previous month, månaden som gick`,
  this_tertial: `
    detta tertial, det här tertialet, den här tertialen, denna tertial, innevarande tertial, nuvarande tertial,
    tertialet nu, pågående tertial, this tertial`,
  last_tertial: `
    förra tertialet, förra tertialen, föregående tertial, sista tertialet, senaste tertialet, senaste tertialen,
    sista tertialen, last tertial, förra tertial, tertialet innan`,
  this_year: `
    i år, detta år, det här året, detta året, innevarande år, under året, hittills i år, this year, helår i år,
    på året, årets, hela året, året ut, årsskiftet, årets slut, nu i år`,
  last_year: `
    i fjol, ifjol, förra året, förra år, föregående år, fjolåret, fjolårets, fjol, last year, året innan, året före,
    förra årets, samma period förra året, samma månad förra året, samma tid förra året, samma period i fjol,
    ett år sedan, för ett år sen, previous year, fjolårs`,
  next_year: `nästa år, nästkommande år, kommande år, next year, nästa års, kommande året, nästa året, året efter`,
  all: `
    över tid, över tiden, genom åren, genom tiderna, alla år, samtliga år, hela perioden, hela tiden,
    hela planperioden, sedan start, sedan början, sedan starten, från början, historiskt, all time, over time,
    over the years, senaste åren, de senaste åren, mandatperioden, planperioden, sen start, tillbaka i tiden`,
};

interface Phrase {
  readonly words: readonly string[];
  readonly code: RelativePeriod;
}

/** By their first word; longer ones first. */
export const RELATIVE: ReadonlyMap<string, readonly Phrase[]> = byFirstWord(
  Object.entries(WRITTEN).flatMap(([code, written]) =>
    written.split(',').map((phrase) => ({ words: fold(phrase).trim().split(/\s+/), code: code as RelativePeriod })),
  ),
);

function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases.toSorted((one, other) => other.words.length - one.words.length)) {
    const [first = ''] = phrase.words;
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}
