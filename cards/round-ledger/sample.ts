import type { CardContext } from '../define-card.ts';
import { largeRound, openRound, roundLines } from '../round-samples.ts';
import { sampleContext as context } from '../sample-facts.ts';
import type { RoundLedgerCard } from './card.ts';

type Facts = RoundLedgerCard & { readonly context: CardContext };

const usual: Facts = { overview: openRound, attempt: 1, context };
const quiet = openRound.committees.map((committee) => ({ ...committee, lines: [] }));

/** What a round has sent. */
export const roundLedgerSamples: Readonly<Record<string, Facts>> = {
  'with something unclear': usual,
  'after it was settled': {
    ...usual,
    overview: { ...openRound, ambiguous: [] },
    attempt: 2,
    said: 'Avgjort: det kom inte fram, och skickas igen.',
  },
  'before anything was sent': { ...usual, overview: { ...openRound, ambiguous: [], committees: quiet } },
  'in a rehearsal': {
    ...usual,
    overview: {
      ...openRound,
      rehearsal: { number: 2, to: 'controller@styrmodell.example' },
      ambiguous: [],
      committees: openRound.committees.map((committee) => ({
        ...committee,
        lines: [
          { ...roundLines.asked, rehearsal: 1 },
          { ...roundLines.reminded, rehearsal: 2 },
        ],
      })),
    },
  },
  over: { ...usual, overview: { ...openRound, standing: 'over' } },
  'more than a card holds': {
    ...usual,
    overview: {
      ...largeRound,
      ambiguous: largeRound.committees.flatMap(({ lines }) => lines.filter(({ state }) => state === 'ambiguous')),
    },
  },
};
