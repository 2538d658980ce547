import { fold } from './fold.ts';

/*
 * A Swedish stemmer after Snowball's (snowballstem.org/algorithms/swedish): one ending is taken away, the longest that
 * leaves a stem. It reads words with or without their dots, and gives stems without. Two things it knows that Snowball's
 * doesn't: the definite forms `-et`, `-an` and `-on`, and that a noun in `-et`, `-at`, `-ad` or `-or` has to give the same
 * stem with an article as without.
 */

/** Endings of nouns, adjectives and verbs. The longest that fits is the one. */
const ENDINGS = [
  'heterna heternas heten hetens heter het hets',
  'arna arnas erna ernas orna ornas aren arens ern erns en ens ena enas',
  'andet andets anden andens andena andenas ande andes',
  'are arne aste ast ades ade ad ar er or as es a e at',
  'et ets an ans eten etens eter eterna etet atet aten atens aden adens ader aderna orn orns orer orerna arnes',
]
  .join(' ')
  .split(' ')
  .toSorted((one, other) => other.length - one.length);

const BY_LAST_LETTER = new Map<string, readonly string[]>(
  [...new Set(ENDINGS.map((ending) => ending.at(-1) ?? ''))].map((letter) => [
    letter,
    ENDINGS.filter((ending) => ending.endsWith(letter)),
  ]),
);

/** Short words that no rule reaches: what is left of them would be too little. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'aret arets aren arens',
    man: 'mannen mannens mannens mans',
    barn: 'barns',
    bast: 'basta bastas',
    samst: 'samsta samre',
    verksamhet: 'verksamheten verksamheter verksamheterna verksamhetens verksamhets verksamheternas',
    plan: 'planen planer planerna planens planernas',
    vag: 'vagen vagar vagarna',
    ko: 'kon koer koerna',
    by: 'byn byar byarna',
  }).flatMap(([stem, forms]) => [[stem, stem] as const, ...forms.split(' ').map((form) => [form, stem] as const)]),
);

const SHORTEST_STEM = 3;
/** `månad` and `insats` are no participles. */
const SHORTEST_BEFORE_AD = 4;

/** The stem of a word in small letters. Dots tell endings from what only looks like one (`lån`, `plan`): they are heeded. */
export function stem(written: string): string {
  return fold(stemOf(written));
}

function stemOf(word: string): string {
  const irregular = IRREGULAR.get(fold(word));
  if (irregular !== undefined) return irregular;
  if (word.length <= SHORTEST_STEM || /\d/.test(word)) return word;
  return withoutDerivation(withoutDouble(withoutGenitive(withoutEnding(withoutGenitive(word)))));
}

/** `nämndens` and `kommuns`; a word may end in s by itself (`prognos`, `process`). */
function withoutGenitive(word: string): string {
  return word.length > 4 && /[bcdfghjklmnprtv]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  for (const ending of BY_LAST_LETTER.get(word.at(-1) ?? '') ?? []) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length);
    if (NOT_DEFINITE.test(word) && ending.startsWith('an')) continue;
    if (isStem(left, /^a[dt]/.test(ending) ? SHORTEST_BEFORE_AD : SHORTEST_STEM)) return left;
  }
  return ENDS_IN_VOWEL.test(word) ? word.replace(/n$/, '') : word;
}

/** Nouns that end in a vowel and take only an n: frånvaron, ekonomin, miljön. */
const ENDS_IN_VOWEL = /(varo|nomi|ergi|logi|grafi|ljö|ustri|teri|gori|byrå|krati|pati|idé)n?$/;
/** `plan` and `organ` have no article. */
const NOT_DEFINITE = /(plan|organ)s?$/;

function isStem(left: string, shortest: number): boolean {
  return left.length >= shortest && /[aeiouyåäöé]/.test(left);
}

/** Underskott and underskottet, klart and klar: the last of two consonants that an ending may have brought. */
function withoutDouble(word: string): string {
  return word.length > SHORTEST_STEM && /(dd|gd|nn|dt|gt|kt|tt|mm|rt|lt|vt)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutDerivation(word: string): string {
  const left = word.replace(/(lig|ig|els)$/, '').replace(/fullt$/, 'full');
  return left.length >= 4 ? left : word;
}

/**
 * What words of one family share: trygg of trygghet, utbild of utbildning and utbildar. It is weaker evidence than the stem.
 */
export function root(stemmed: string): string {
  const left = stemmed.replace(/(erande|ering|ning|ing|else|skap|het|ium|i|isk|at|er)$/, '');
  return left.length >= 4 ? left : stemmed;
}
