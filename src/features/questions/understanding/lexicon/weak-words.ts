import { fold } from '../swedish/fold.ts';
import { stem } from '../swedish/stem.ts';
import { ASKING_WORDS, OWN_WORDS } from '../vocabulary/signs.ts';

/** Words that stand in the names of half a plan and tell nothing apart; alone they never name anything. */
const WEAK = `
    andel antal andelen kommun kommunen kommuner kommunal verksamhet verksamheter god goda gott bra hög högt ny nya
    bättre fler flera färre ökad ökat minskad minskat totalt total helhet totalindex index nivå år procent person
    personer människor invånare medborgare genomsnitt genomsnittlig snitt enligt per nöjd nöjda möjlighet arbete
    arbetar ska mål målet målen kommer gäller olika stor stort stora liten litet små annan annat andra övrig övrigt
    övriga allmän gemensam gemensamma senaste långsiktig långsiktigt utveckling utvecklingen samhälle samhället
    resultat kvalitet service värde bedriva bedriver präglas främja främjar bidra bidrar vara är del delar hela liv
    livet redovisa åtgärder åtgärd återkom utred nummer mätning plan område verka används får ta tas läget tjänst
    tjänsteperson vid kontakt inom under mellan klar klara sätt form arbeta förutsättning förutsättningar öka minska
    minskar ökar`;

/** A word is kept with its dots: `värde` is weak, `vård` is not. */
const stemsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => [dottedStem(word, stem(word)), ...(word === fold(word) ? [stem(word)] : [])]));

function dottedStem(word: string, stemmed: string): string {
  return word.slice(0, stemmed.length);
}

const WEAK_STEMS = stemsOf(WEAK.trim().split(/\s+/));
const OWN_STEMS = stemsOf(OWN_WORDS);
const ASKING_STEMS = stemsOf(ASKING_WORDS);

const WEAK_WEIGHT = 0.3;
/** `Resultat` in a name is rather the measure. */
const OWN_WEIGHT = 0.5;

/** A word that asks, or is about money or reports: in a name it is only looked for as it stands. */
export function isAskingWord(word: string, stemmed: string): boolean {
  return ASKING_STEMS.has(dottedStem(word, stemmed));
}

/** How much a word of a name tells, 0–1: a word as it stands, and its stem. */
export function weightOf(word: string, stemmed: string): number {
  const dotted = dottedStem(word, stemmed);
  if (WEAK_STEMS.has(dotted)) return WEAK_WEIGHT;
  return OWN_STEMS.has(dotted) ? OWN_WEIGHT : 1;
}
