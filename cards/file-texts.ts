import { forCard } from './peoples-words.ts';

/** The first so many of a list, and how many more there are. */
export function firstOf<Item>(items: readonly Item[], most: number): { first: readonly Item[]; more: number } {
  return { first: items.slice(0, most), more: Math.max(0, items.length - most) };
}

/** At most so many signs, the last of them saying that there is more. */
export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** Signs of one problem on a card: with twenty of them it still fits in a message. */
const LONGEST_PROBLEM = 240;

/** Something about a file, behind the place where it stands: `Indikatorer, rad 5, kolumn Enhet: enheten saknas.` */
export function placedText({ where, what }: { readonly where: string; readonly what: string }): string {
  const text = forCard(shortened(what, LONGEST_PROBLEM));
  return where === '' ? text : `${forCard(where)}: ${text}`;
}
