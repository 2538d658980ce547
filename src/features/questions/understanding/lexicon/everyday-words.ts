import { NUMBER_WORDS } from '../periods/calendar-words.ts';
import { agrees } from '../swedish/fold.ts';
import { stem } from '../swedish/stem.ts';

/**
 * What people say, and the words that plans and Kolada have for it. General Swedish, with a little English: a plan's own
 * names and nicknames are not here but in the plan. Left is what is typed, right what it may stand for.
 */
const EVERYDAY = `
  nian niorna niondeklassare nior nia: åk 9 årskurs
  sexan sexorna: åk 6 årskurs
  trean treorna: åk 3 årskurs
  åk: årskurs
  årskurs: åk
  eko: ekologiska livsmedel eko
  mat maten: livsmedel måltid mat
  måltid måltiderna: livsmedel mat
  elever elev: elev student
  lärare lärarna fröken: pedagog lärare
  personal personalen anställda: medarbetare anställd tillsvidareanställd personal
  medarbetare: medarbetare medarbetarengagemang personal anställd
  sjuka sjuk sjukskrivna sjukskrivning sjukskriven sjukskrivningar sick: sjuk
  frisk friska: frisk
  omsättning slutar sluta: personalomsättning
  dagis: förskola
  gympa: idrott
  gymnasiet gymnasieskola: gymnasium gymnasieelev gymnasieexamen gymnasi
  socialbidrag bidrag försörjningsstöd soc-bidrag: ekonomiskt bistånd försörjningsstöd bidrag
  bistånd: bistånd försörjningsstöd
  äldre gamla åldringar äldrevård: äldre äldreomsorg
  äldreboende boende: särskilt boende äldre
  hemtjänst: hemtjänst hemtjänsttagare
  bibblan bibban biblan: bibliotek
  böcker bok utlån lån: boklån bok läsa
  läsa läser läsning: läsa läsande läsning
  badhus badet bad badhuset: simhall bad
  sim simning: simhall
  sopor skräp avfall sophantering: avfall hushållsavfall
  utsläpp co2 koldioxid: klimat utsläpp klimatneutral
  miljö environment: miljö klimat
  climate: klimat
  klimat: klimat klimatneutral
  företag företagare företagen business näringslivet: företag
  permit permits building: bygglov bostad
  bor bo: invånare
  bygga byggande bostadsbyggande bostäder housing: bostad byggrätt bygglov
  betyg betygen: meritvärde
  behörig behöriga: behörig behörighet
  trygghet trygga trygg otrygg otrygghet rädda safety safe: trygg
  mörker kväll kvällen: mörkt
  jämlikhet jämlik equality: jämlik
  tillväxt tillväxten växa växer growth: växer tillväxt
  befolkning folkmängd invånarantal population: invånare befolkning
  arbetsgivare employer: arbetsgivare
  skola school: skola skol
  utbildning education: utbildning utbilda
  kultur culture: kultur
  fritid leisure: fritid
  board: styrelse
  vattnet vatten avlopp: vatten avlopp
  el energi: energi
  bemöta bemötande bemötandet: bemötande
  rekommendera rekommenderar recommend: rekommendera
  engagemang motivation: medarbetarengagemang engagemang
  kötid kö väntetiden väntan: väntetid kö
  besökare besök visitors: besök
  lokaler lokal fastighet: lokal fastighet
  gator gata vägar vägarna: gata gator väg
  parker: park
  hamn hamnen: hamn gästhamn
  leave: frånvaro
  absence: frånvaro
  library libraries: bibliotek
  children kids ungar barnen: barn
  elderly: äldre
  procent: andel
  resultatmål överskottsmål: resultat
`;

interface Everyday {
  /** As written here: typed with other dots it is another word. */
  readonly word: string;
  readonly stems: readonly string[];
}

const WORDS: ReadonlyMap<string, Everyday> = new Map(
  EVERYDAY.trim()
    .split('\n')
    .flatMap((line) => {
      const [said = '', meant = ''] = line.split(':');
      const stems = meant
        .trim()
        .split(/\s+/)
        .map((word) => stem(word));
      return said
        .trim()
        .split(/\s+/)
        .map((word) => [stem(word), { word, stems }] as const);
    }),
);

/** Stems of what a word may stand for in a plan; none when it says what it means. `typed` is the word as it stands. */
export function meantBy(stemmed: string, typed: string): readonly string[] {
  const found = WORDS.get(stemmed);
  return found && !NUMBER_WORDS.has(typed) && typed.length >= found.word.length - 1 && agrees(typed, found.word)
    ? found.stems
    : [];
}

/** Everyday words are known words: they aren't misspelled others. */
export const EVERYDAY_STEMS: readonly string[] = [...WORDS.keys()];
