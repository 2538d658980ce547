import type { Clues } from '../clues.ts';

export function genderOf({ has }: Pick<Clues, 'has'>): 'K' | 'M' | undefined {
  if (has('women')) return has('men') ? undefined : 'K';
  return has('men') ? 'M' : undefined;
}
