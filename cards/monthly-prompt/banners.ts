import { swedishDateTime, swedishNumber } from '../../src/words/swedish.ts';
import { displayName, forCard } from '../peoples-words.ts';
import type { MonthlyPromptCard } from './card.ts';
import { pagesThatDiffer, problemsByPage, type Whereabouts } from './page-bar.ts';

const inOrder = new Intl.ListFormat('sv-SE');

interface Banner {
  readonly style: 'warning' | 'accent' | 'attention' | 'good';
  readonly text: string;
}

/** What has to be known before anything is typed, most important first. */
export function presentBanners(
  card: MonthlyPromptCard,
  where: Whereabouts,
  stored: ReadonlyMap<string, string>,
): readonly Banner[] {
  return [
    ...aboutMessage(card),
    ...aboutStored(card, where, stored),
    ...aboutProblems(card, where),
    ...(card.replacesOld ? [banner('accent', 'Kortet var från en äldre version. Här är det som gäller nu.')] : []),
    ...(card.draftSaved ? [banner('good', draftText(where))] : []),
  ];
}

/** Why it came to its reader. */
function aboutMessage({ rehearsalFor, insteadOf, replacesEarlier }: MonthlyPromptCard): Banner[] {
  return [
    ...(rehearsalFor === undefined
      ? []
      : [
          banner(
            'warning',
            `Repetition: det här skulle ha gått till ${forCard(rehearsalFor)}. Inget sparas, och knapparna gör inget.`,
          ),
        ]),
    ...(insteadOf === undefined ? [] : [banner('accent', `Du får frågan som ersättare för ${forCard(insteadOf)}.`)]),
    ...(replacesEarlier
      ? [banner('accent', 'Det här kortet ersätter ett tidigare, om ett sådant syns i chatten.')]
      : []),
  ];
}

function aboutStored(
  { stored, conflict, typed }: MonthlyPromptCard,
  { pages }: Whereabouts,
  texts: ReadonlyMap<string, string>,
): Banner[] {
  if (!stored) return [];
  const receipt = `kvitto ${forCard(stored.receiptNumber)}`;
  if (!conflict) {
    return [banner('accent', `Du ändrar det som är sparat (${receipt}). Det tidigare svaret finns kvar i historiken.`)];
  }
  const differing = pages.length === 1 ? [] : pagesThatDiffer(pages, typed, texts).map((page) => String(page + 1));
  const where = differing.length === 0 ? '' : ` Det som skiljer finns på sida ${inOrder.format(differing)}.`;
  return [
    banner(
      'warning',
      `${displayName(stored.reporter.name)} svarade ${swedishDateTime(stored.reportedAt)} (${receipt}). Dina uppgifter står i fälten. Där det sparade är ett annat står det under fältet.${where}`,
    ),
  ];
}

function aboutProblems({ stored, notes = new Map() }: MonthlyPromptCard, { pages, at }: Whereabouts): Banner[] {
  if (notes.size === 0) return [];
  const what = stored ? 'Ändringen är inte sparad' : 'Svaret är inte sparat';
  const which = notes.size === 1 ? 'En uppgift behöver' : `${swedishNumber(notes.size)} uppgifter behöver`;
  const elsewhere = problemsByPage(pages, notes).filter(({ page }) => page !== at);
  const pointers = elsewhere.map(
    ({ page, count }) => `${swedishNumber(count)} på sida ${page + 1} (${pages[page]?.name})`,
  );
  const where = pointers.length === 0 ? ', se nedan.' : `. Här nedan och ${pointers.join(', ')}.`;
  return [banner('attention', `${what} ännu. ${which} ses över${where}`)];
}

function draftText({ pages }: Whereabouts): string {
  const where = pages.length === 1 ? '' : ' på sista sidan';
  return `Utkastet är sparat. Bara du ser det. Tryck Spara svaret${where} när du är klar.`;
}

function banner(style: Banner['style'], text: string): Banner {
  return { style, text };
}
