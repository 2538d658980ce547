import type { CommitteeEntry } from '../../../../domain/plan-document.ts';
import { fold } from '../swedish/fold.ts';
import { readWords } from '../swedish/read-words.ts';

/** What a committee or its administration ends in: what stands before it is what people say. */
const BODY = /(nämnden|nämnd|förvaltningen|förvaltning|kontoret|styrelse(?:n)?)$/;
/** People say "kommunstyrelsen" whole, and "socialen" for none. */
const WHOLE = /^kommun(styrelse(?:n)?|fullmäktige)$/;

/** All names of a committee: as written, those that people give it, and those without the word for a committee. */
export function committeeNames({ name, administration, aliases }: CommitteeEntry): string[] {
  const official = [name, ...(administration === undefined ? [] : [administration])];
  return [...new Set([...official.map(withoutBody), ...aliases.map(withoutBody)])].filter((one) => one !== '');
}

/** `Barn- och utbildningsnämnden` is barn utbildning; `Tekniska nämnden` is tekniska. */
function withoutBody(name: string): string {
  return readWords(name)
    .map(({ text }, _, all) =>
      WHOLE.test(text) || (all.length === 1 && text.replace(BODY, '') === '') ? text : text.replace(BODY, ''),
    )
    .filter((word) => word !== '')
    .map((word, at, all) => (at === all.length - 1 ? withoutLink(word, name) : word.replace(/s$/, '')))
    .join(' ');
}

/** Samhällsbyggnads- is samhällsbyggnad; a name that ends in s by itself keeps it. */
function withoutLink(word: string, name: string): string {
  return BODY.test(name.trim().toLowerCase()) && word.length > 4 && /\p{L}{3}[^s]s$/u.test(word)
    ? word.slice(0, -1)
    : word;
}

/**
 * Abbreviations that people know: the id, the initials of the names with and without the word for a committee (`KFN`, `KoF`),
 * and the administration's, with F for N.
 */
export function committeeCodes({ id, name, administration }: CommitteeEntry): string[] {
  const own = fold(id);
  const hasAdministration = /forvaltningen?$/.test(fold(administration ?? ''));
  const ofAdministration = hasAdministration
    ? [/namnden$/.test(fold(name)) ? `${own.replace(/n$/, '')}f` : `${own}f`]
    : [];
  return [...new Set([own, ...ofAdministration, ...initials(name), ...initials(administration ?? '')])];
}

function initials(name: string): string[] {
  const words = readWords(name).map(({ text }) => text);
  const letters = words.filter((word) => word !== 'och').map((word) => fold(word[0] ?? ''));
  const body = BODY.exec(words.at(-1) ?? '')?.[0];
  if (letters.length < 2) return [];
  const withAnd = words.map((word) => (word === 'och' ? 'o' : fold(word[0] ?? ''))).join('');
  return [letters.join('') + (body && words.at(-1) !== body ? body[0] : ''), ...(withAnd.length > 2 ? [withAnd] : [])];
}
