import { swedishDate } from '../src/words/swedish.ts';
import type { CardContext } from './define-card.ts';

const EXAMPLE = 'Exempeldata: hela eller delar av siffrorna är påhittade för att visa hur det fungerar.';

/** The lines that say what kind of figures a card shows. */
export function noticesOf(example: boolean, { demoDate }: CardContext): { text: string }[] {
  return [
    ...(example ? [{ text: EXAMPLE }] : []),
    ...(demoDate === undefined ? [] : [{ text: `Klockan är ställd till ${swedishDate(demoDate)}.` }]),
  ];
}
