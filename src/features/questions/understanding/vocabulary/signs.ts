import { patternIndex, wordsIn } from '../grammar/pattern.ts';
import { isFunctionWord } from '../swedish/function-words.ts';
import { ASKING } from './asking.ts';
import { FINANCE } from './finance.ts';
import { FOREIGN } from './foreign.ts';
import { PLACES } from './places.ts';
import { REPORTING } from './reporting.ts';
import { SOCIAL } from './social.ts';
import { THINGS } from './things.ts';

/** Every sign that a question can show, with what it looks like. */
export const SIGNS = { ...THINGS, ...ASKING, ...FINANCE, ...REPORTING, ...SOCIAL, ...PLACES, ...FOREIGN } as const;

export type Sign = keyof typeof SIGNS;

/** Signs that are read first: single words, which other patterns may refer to by `@`. */
const isReference = (written: string): boolean => written.includes('@');

const parted = (wanted: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(SIGNS)
      .map(([sign, written]) => [
        sign,
        written
          .split(',')
          .filter((one) => isReference(one) === wanted)
          .join(','),
      ])
      .filter(([, written]) => written !== ''),
  );

export const PLAIN_PATTERNS = patternIndex(parted(false));
export const REFERRING_PATTERNS = patternIndex(parted(true));

/** Words of all tables, as written there: they are known words. */
export const CODE_WORDS: readonly string[] = [...new Set(wordsIn(SIGNS))].filter((word) => !isFunctionWord(word));

/** Words of asking, of money and of reporting: they are themselves, and no part of a name's word. */
export const ASKING_WORDS: readonly string[] = wordsIn({ ...THINGS, ...ASKING, ...FINANCE, ...REPORTING });

/** Words that mean something of their own to us: in a name of the plan they tell less than others. */
export const OWN_WORDS: readonly string[] = wordsIn({ ...THINGS, ...FINANCE, ...REPORTING });
