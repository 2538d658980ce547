import { sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface HelpCard {
  readonly occasion: 'welcome' | 'welcome-channel' | 'help' | 'not-understood' | 'unknown-committee';
  /** A committee of the plan, so that the example works. */
  readonly committeeId: string;
  /** The reader answers for a committee, or may. */
  readonly reports?: boolean;
  /** The reader leads the rounds and looks after the plan. */
  readonly leads?: boolean;
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
  help: { title: 'Det här kan jag', text: 'Skriv till mig, tryck på en knapp eller skicka en fil.' },
  'not-understood': { title: 'Det förstod jag inte', text: 'Tre saker som fungerar:' },
  'unknown-committee': {
    title: 'Vilken nämnd menar du?',
    text: 'Jag hittar ingen sådan nämnd i planen. Tre saker som fungerar:',
  },
};

/** For who asks what there is; the first three are enough elsewhere. */
function more({ committeeId, reports = false, leads = false }: HelpCard): { text: string }[] {
  return [
    '”rapporten” – din nämnds senaste rapport: läs, skriv text, lämna in eller attestera',
    '”kommunens rapport” – alla nämnder tillsammans, och ”genomgången” inför den',
    '”hämta rapporten som pdf” – också som word eller excel',
    '”hur fungerar styrmodellen” – modellen med kommunens egna mål',
    '”visa täckning” – hur nämnderna bidrar till fullmäktiges mål',
    '”nämndens del” – din nämnds del av planen som arbetsbok. Skicka tillbaka den hit när den är ifylld.',
    '”vilka har lämnat in” – hur långt nämnderna har kommit med sina delar',
    ...(reports ? ['”jag är borta v. 28–31” – din ersättare frågas så länge. ”jag är tillbaka” när du är det.'] : []),
    ...(leads
      ? [
          '”rundan” – vilka som har svarat, och ”provkör rundan” – vad som skulle skickas',
          `”rätta oktober för ${forCard(committeeId)}” – ändra det som en nämnd har svarat`,
          '”exportera planen” – hela planen. Ändra i filen och skicka den hit.',
        ]
      : []),
  ].map((text) => ({ text }));
}

/** What the bot can do, with three things that work. */
export const helpCard = defineCard<HelpCard & { readonly context: CardContext }>(template, (facts) => {
  const { occasion, committeeId, context } = facts;
  const status = `status ${committeeId}`;
  return {
    ...openings[occasion],
    examples: [
      { text: '”visa formuläret” – månadens frågor till din nämnd' },
      { text: `”${forCard(status)}” – hur det går för en nämnd` },
      { text: '”hjälp” – den här listan' },
      ...(occasion === 'help' ? more(facts) : []),
    ],
    notices: noticesOf(false, context),
    actions: [
      sayAction('Visa formuläret', 'visa formuläret'),
      sayAction(`Status ${committeeId}`, status),
      sayAction('Hjälp', 'hjälp'),
    ],
  };
});
