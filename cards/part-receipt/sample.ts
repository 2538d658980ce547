import type { CardContext } from '../define-card.ts';
import { sampleDecision, sampleHandedIn } from '../part-samples.ts';
import { sampleContext as context, schools } from '../sample-facts.ts';
import type { PartReceiptCard } from './card.ts';

type Facts = PartReceiptCard & { readonly context: CardContext };

const { id: partId, ...handedIn } = sampleHandedIn;
const usual: Facts = { partId, ...handedIn, committeeName: schools.name, mayAdopt: false, context };
const by = 'forvaltningschef.bun@styrmodell.example';

/** What is shown when a part is handed in, and when it is adopted. */
export const partReceiptSamples: Readonly<Record<string, Facts>> = {
  'handed in by a reporter': usual,
  'handed in by the approver': { ...usual, handedInBy: by, mayAdopt: true },
  adopted: {
    ...usual,
    mayAdopt: true,
    adopted: { ...sampleDecision, by, at: new Date('2026-11-05T09:30:00+01:00') },
  },
};
