import type { FieldNotes } from './notes.ts';
import { type FormPage, fieldsOfPage, type Typed } from './pages.ts';
import type { FormReading } from './read-form.ts';

/** Where in a form with pages its reader is. */
export interface Whereabouts {
  readonly pages: readonly FormPage[];
  /** The page that is shown, 0 for the first. */
  readonly at: number;
  /** The pages that nothing is missing on. */
  readonly filled: ReadonlySet<number>;
}

/** Without a wish: the first page that somebody who has begun has not filled in. */
export function whereaboutsIn(
  pages: readonly FormPage[],
  reading: FormReading,
  wanted: number | undefined,
): Whereabouts {
  const filled = new Set(pages.flatMap((page, at) => (hasNotes(page, reading.notes) ? [] : [at])));
  const hasBegun = Object.keys(reading.typed).length > 0;
  const next = hasBegun ? pages.findIndex((_, at) => !filled.has(at)) : 0;
  const at = wanted ?? Math.max(next, 0);
  return { pages, at: Math.min(at, pages.length - 1), filled };
}

/** Where the reader is and what is left, in words. Nothing for a form of one page. */
export function pageBar({ pages, at, filled }: Whereabouts): { text: string; state: string }[] {
  if (pages.length === 1) return [];
  const names = (wanted: boolean) => pages.flatMap(({ name }, page) => (filled.has(page) === wanted ? [name] : []));
  const [done, left] = [names(true), names(false)];
  const state = [
    ...(done.length > 0 ? [`Ifyllt: ${done.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Kvar: ${left.join(', ')}.`] : []),
  ];
  return [{ text: `Sida ${at + 1} av ${pages.length}: ${pages[at]?.name}`, state: state.join(' ') }];
}

/** How many uppgifter have to be looked at on each page that has any, first page first. */
export function problemsByPage(
  pages: readonly FormPage[],
  notes: FieldNotes,
): { readonly page: number; readonly count: number }[] {
  return pages.flatMap((one, page) => {
    const names = fieldsOfPage(one);
    const count = [...notes.keys()].filter((name) => names.has(name)).length;
    return count > 0 ? [{ page, count }] : [];
  });
}

/** The pages where what is typed is not what somebody else has stored. */
export function pagesThatDiffer(
  pages: readonly FormPage[],
  typed: Typed,
  stored: ReadonlyMap<string, string>,
): number[] {
  const plain = (text = '') => text.replace(/\s/g, '');
  return pages.flatMap((one, page) =>
    [...fieldsOfPage(one)].some((name) => stored.has(name) && plain(stored.get(name)) !== plain(typed[name]))
      ? [page]
      : [],
  );
}

function hasNotes(page: FormPage, notes: FieldNotes): boolean {
  const names = fieldsOfPage(page);
  return [...notes.keys()].some((name) => names.has(name));
}
