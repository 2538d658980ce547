import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { Break } from '../../src/domain/breaks.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { addedText, breakLines } from '../../src/words/break-text.ts';
import { cumulativePeriod, swedishDate, swedishNumber } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { presentBanners } from './banners.ts';
import * as fields from './fields.ts';
import { canSave, formActions } from './form-actions.ts';
import { FormFields } from './form-fields.ts';
import type { FieldNotes } from './notes.ts';
import { pageBar, type Whereabouts, whereaboutsIn } from './page-bar.ts';
import { pagesOf, type Typed } from './pages.ts';
import { type MeasureView, presentArea, presentMeasures } from './present-area.ts';
import { presentIndicator } from './present-indicator.ts';
import { presentInvestment } from './present-investment.ts';
import { presentGoal, reportIntro } from './present-report.ts';
import { presentWork } from './present-work.ts';
import { readForm } from './read-form.ts';
import { storedTexts } from './stored-texts.ts';
import template from './template.json' with { type: 'json' };

/** One month's form to one committee, as it stands for the person who reads it. */
export interface MonthlyPromptCard {
  readonly promptId: string;
  readonly revision: number;
  readonly prompt: MonthlyPrompt;
  /** What was typed, by field name, on all pages; fields without anything get what is known. */
  readonly typed: Typed;
  readonly notes?: FieldNotes;
  /** How often the form has come back: gives the fields new ids. */
  readonly attempt?: number;
  /** What is stored already: a correction builds on it. */
  readonly stored?: StoredAnswer;
  /** Somebody else's answer stands against what was typed here. */
  readonly conflict?: boolean;
  readonly draftSaved?: boolean;
  /** The card that was pressed is of an older version. */
  readonly replacesOld?: boolean;
  /** The page to show, 0 for the first; absent for where its reader had come. */
  readonly page?: number;
  /** It is stored only with a reason. */
  readonly reasonRequired?: boolean;
  /** UPN of the reporter whom its reader stands in for. */
  readonly insteadOf?: string;
  /** An earlier message about the same may have arrived. */
  readonly replacesEarlier?: boolean;
  /** UPN of whom it would have gone to, in a rehearsal. */
  readonly rehearsalFor?: string;
}

/** Asks a committee for its month, and in a report period for its investments, its goals and its work too. */
export const monthlyPromptCard = defineCard<MonthlyPromptCard & { readonly context: CardContext }>(template, (card) => {
  const { stored, conflict = false, typed } = card;
  const texts = stored ? storedTexts(stored, card.prompt) : new Map<string, string>();
  const reading = readForm(card.prompt, conflict ? typed : { ...Object.fromEntries(texts), ...typed }, card);
  const { prompt } = reading;
  const pages = pagesOf(prompt);
  const where = whereaboutsIn(pages, { ...reading, typed }, card.page);
  const form = new FormFields({ ...card, conflict, stored: texts });
  return {
    title: `${titles[prompt.followUp.kind]} ${cumulativePeriod(prompt.followUp.period)}`,
    subtitle: `${forCard(prompt.committee.name)}. Svara senast ${swedishDate(prompt.dates.dueOn)}.`,
    lead: lead(card, where),
    pageBar: pageBar(where),
    notices: where.at === 0 ? presentNotices(card) : [],
    banners: presentBanners(card, where, texts),
    ...presentPage(form, prompt, where, conflict ? stored : undefined),
    reason: card.reasonRequired
      ? [
          form.field(fields.reason, stored ? 'Varför rättas uppgiften?' : 'Varför lämnas uppgiften nu?', {
            mostUnits: fields.MOST_REASON_UNITS,
          }),
        ]
      : [],
    actions: formActions(card, where),
  };
});

const titles: Record<MonthlyPrompt['followUp']['kind'], string> = {
  month: 'Månadsuppföljning',
  tertial: 'Tertialuppföljning',
  interim: 'Delårsuppföljning',
  annual: 'Årsuppföljning',
};

const SAID_AT_ITS_FIGURE: ReadonlySet<Break['kind']> = new Set(['appropriation', 'series-break']);

function presentNotices({
  prompt,
  context,
}: MonthlyPromptCard & { readonly context: CardContext }): { text: string }[] {
  return [
    ...undividedLines(prompt),
    ...breakLines(
      prompt.breaks.filter(({ kind }) => !SAID_AT_ITS_FIGURE.has(kind)),
      forCard,
    ),
    ...noticesOf(prompt.example, context),
  ];
}

/** Money that no field below is about. */
function undividedLines({ undivided }: MonthlyPrompt): { text: string }[] {
  return undivided.map((added) => ({
    text: `Nämnden har också ${addedText(added, forCard)}, ej fördelat på verksamhet. Det räknas med i nämndens budget men inte nedan.`,
  }));
}

/** What to do first. */
function lead(card: MonthlyPromptCard, where: Whereabouts): string {
  const { stored, conflict, notes } = card;
  const { pages, at } = where;
  if (conflict) return 'Jämför uppgifterna och välj längst ned vilka som ska gälla.';
  if (stored && canSave(card, where)) return 'Ändra det som behövs och tryck Spara svaret.';
  if (pages.length > 1 && notes && notes.size > 0) return 'Rätta det som är markerat och tryck Spara svaret.';
  if (pages.length === 1) return 'Fyll i utfallet, kontrollera prognosen och tryck Spara svaret.';
  return at === pages.length - 1
    ? 'Det här är sista sidan. Tryck Spara svaret när allt är ifyllt.'
    : 'Fyll i sidan och tryck Spara och gå vidare. Det du skriver sparas som ditt utkast.';
}

/** The fields of one page, under the names that the template has for them. */
function presentPage(
  form: FormFields,
  prompt: MonthlyPrompt,
  { pages, at }: Whereabouts,
  other: StoredAnswer | undefined,
): object {
  const page = pages[at];
  if (!page) throw new Error(`The form has no page ${at}`);
  const measures = page.hasComment ? presentMeasures(form, prompt) : [];
  return {
    intro: reportIntro(page, prompt),
    figures: [
      ...page.areas.map((asked) => presentArea(form, asked, prompt.followUp.period)),
      ...page.investments.map((asked) => presentInvestment(form, asked)),
    ],
    indicators: page.indicators.map((asked) => presentIndicator(form, asked, prompt, other)),
    goals: page.goals.map((asked) => presentGoal(form, asked, prompt)),
    work: presentWork(form, page.work, prompt),
    comments: page.hasComment ? [{ comment: presentComment(form) }] : [],
    measures,
    toggles: presentToggles(measures),
  };
}

function presentComment(form: FormFields): object {
  return form.field(fields.comment, 'Kommentar till utfall och prognos', {
    mostUnits: fields.MOST_COMMENT_UNITS,
    hint: `Behövs när prognosen avviker mycket från budgeten. Högst ${swedishNumber(fields.MOST_COMMENT_CHARACTERS)} tecken.`,
  });
}

function presentToggles(measures: readonly MeasureView[]): object[] {
  const hidden = measures.filter(({ isVisible }) => !isVisible).map(({ target }) => target);
  if (hidden.length === 0) return [];
  return [{ title: hidden.length === measures.length ? 'Lägg till åtgärder' : 'Fler åtgärder', targets: hidden }];
}
