/** Stands in the text of a press where the revision that the card shows is to be put. */
export const REVISION_MARK = '@revision@';

/** Two presses of Spara with different figures, for even and for odd revisions, so that each one stores something new. */
export type PressTexts = [even: string, odd: string];

/** What is sent when the card shows this revision. */
export function bodyFor([even, odd]: PressTexts, revision: number): string {
  return (revision % 2 === 0 ? even : odd).replace(`"${REVISION_MARK}"`, String(revision));
}
