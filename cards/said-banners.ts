import { forCard } from './peoples-words.ts';

/** What a press came to, at the top of the card: what was done, or why nothing was. */
export function saidBanners({ said, problem }: { readonly said?: string; readonly problem?: string }): {
  readonly style: 'good' | 'attention';
  readonly text: string;
}[] {
  return [
    ...(said === undefined ? [] : [{ style: 'good', text: forCard(said) } as const]),
    ...(problem === undefined ? [] : [{ style: 'attention', text: forCard(problem) } as const]),
  ];
}
