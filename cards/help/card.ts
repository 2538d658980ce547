import { sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface HelpCard {
  readonly occasion: 'welcome' | 'welcome-channel' | 'help' | 'not-understood' | 'unknown-committee';
  /** A committee of the plan, so that the example works. */
  readonly committeeId: string;
}

const openings: Record<HelpCard['occasion'], { title: string; text: string }> = {
  welcome: {
    title: 'Hej! Jag är Styrmodellen.',
    text: 'Varje månad frågar jag dig som är nämndkontakt om utfall, prognos och indikatorer. Svaret tar en minut, och alla ser det i kanalen.',
  },
  'welcome-channel': {
    title: 'Hej! Jag är Styrmodellen.',
    text: 'Här lägger jag månadens sammanställning, ett kort som uppdateras när nämnderna svarar.',
  },
  help: { title: 'Det här kan jag', text: 'Skriv till mig, eller tryck på en knapp.' },
  'not-understood': { title: 'Det förstod jag inte', text: 'Tre saker som fungerar:' },
  'unknown-committee': {
    title: 'Vilken nämnd menar du?',
    text: 'Jag hittar ingen sådan nämnd i planen. Tre saker som fungerar:',
  },
};

/** What the bot can do, with three things that work. */
export const helpCard = defineCard<HelpCard & { readonly context: CardContext }>(
  template,
  ({ occasion, committeeId, context }) => {
    const status = `status ${committeeId}`;
    return {
      ...openings[occasion],
      examples: [
        { text: '”visa formuläret” – månadens frågor till din nämnd' },
        { text: `”${forCard(status)}” – hur det går för en nämnd` },
        { text: '”hjälp” – den här listan' },
      ],
      notices: noticesOf(false, context),
      actions: [
        sayAction('Visa formuläret', 'visa formuläret'),
        sayAction(`Status ${committeeId}`, status),
        sayAction('Hjälp', 'hjälp'),
      ],
    };
  },
);
