import type { Clues } from '../clues.ts';

/** "Kan jag få formuläret igen?" is about the one that was sent last. */
export function isFormAgain({ has }: Pick<Clues, 'has'>): boolean {
  return has('form') && !has('reportVerb');
}
