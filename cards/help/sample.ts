import type { CardContext } from '../define-card.ts';
import { sampleContext } from '../sample-facts.ts';
import type { HelpCard } from './card.ts';

type Facts = HelpCard & { readonly context: CardContext };

const occasions = ['welcome', 'welcome-channel', 'help', 'not-understood', 'unknown-committee'] as const;

/** Every occasion on which help is shown. */
export const helpSamples: Readonly<Record<string, Facts>> = {
  ...Object.fromEntries(occasions.map((occasion) => [occasion, facts(occasion)])),
  'help for a reporter': { ...facts('help'), reports: true },
  'help for a controller': { ...facts('help'), leads: true },
};

function facts(occasion: HelpCard['occasion']): Facts {
  return { occasion, committeeId: 'BUN', context: sampleContext };
}
