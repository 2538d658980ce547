import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { Break } from '../../src/domain/breaks.ts';
import { deviationKr } from '../../src/domain/finance.ts';
import type { AreaAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { executeAction } from '../actions.ts';
import { addedText, breakLines, reportedBy } from '../break-text.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { shortInterval } from '../period-text.ts';
import {
  cumulativePeriod,
  deviationInWords,
  swedishDate,
  swedishDateTime,
  swedishNumber,
  tkr,
  tkrInput,
} from '../swedish.ts';
import { readSwedishNumber } from '../swedish-number.ts';
import * as fields from './fields.ts';
import { type FormField, FormFields } from './form-fields.ts';
import type { FieldNotes } from './notes.ts';
import { presentIndicator } from './present-indicator.ts';
import { storedTexts } from './stored-texts.ts';
import template from './template.json' with { type: 'json' };

/** One month's form to one committee, as it stands for the person who reads it. */
export interface MonthlyPromptCard {
  readonly promptId: string;
  readonly revision: number;
  readonly prompt: MonthlyPrompt;
  /** What was typed, by field name; fields without anything get what is known. */
  readonly typed: Readonly<Record<string, string>>;
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
}

/** Asks a committee for its month. Verbs: saveOutcome, saveDraft, keepStored. */
export const monthlyPromptCard = defineCard<MonthlyPromptCard & { readonly context: CardContext }>(template, (card) => {
  const { prompt, stored, conflict = false } = card;
  const form = new FormFields({ ...card, conflict, stored: stored ? storedTexts(stored, prompt) : new Map() });
  const measures = presentMeasures(form, prompt);
  const hidden = measures.filter(({ isVisible }) => !isVisible).map(({ target }) => target);
  return {
    title: `Månadsuppföljning ${cumulativePeriod(prompt.followUp.period)}`,
    subtitle: `${forCard(prompt.committee.name)}. Svara senast ${swedishDate(prompt.dates.dueOn)}.`,
    lead: lead(card),
    notices: [
      ...undividedLines(prompt),
      ...breakLines(prompt.breaks.filter(({ kind }) => !SAID_AT_ITS_FIGURE.has(kind))),
      ...noticesOf(prompt.example, card.context),
    ],
    banners: presentBanners(card),
    areas: prompt.areas.map((asked) => presentArea(form, asked, prompt.followUp.period)),
    indicators: prompt.indicators.map((asked) => presentIndicator(form, asked, prompt, conflict ? stored : undefined)),
    comment: form.field(fields.comment, 'Kommentar till utfall och prognos', {
      mostUnits: fields.MOST_COMMENT_UNITS,
      hint: `Behövs när prognosen avviker mycket från budgeten. Högst ${swedishNumber(fields.MOST_COMMENT_CHARACTERS)} tecken.`,
    }),
    measures,
    toggles:
      hidden.length === 0
        ? []
        : [{ title: hidden.length === measures.length ? 'Lägg till åtgärder' : 'Fler åtgärder', targets: hidden }],
    actions: presentActions(card),
  };
});

const SAID_AT_ITS_FIGURE: ReadonlySet<Break['kind']> = new Set(['appropriation', 'series-break']);

/** Money that no field below is about. */
function undividedLines({ undivided }: MonthlyPrompt): { text: string }[] {
  return undivided.map((added) => ({
    text: `Nämnden har också ${addedText(added)}, ej fördelat på verksamhet. Det räknas med i nämndens budget men inte nedan.`,
  }));
}

/** What to do first. */
function lead({ stored, conflict }: MonthlyPromptCard): string {
  if (conflict) return 'Jämför uppgifterna och välj längst ned vilka som ska gälla.';
  if (stored) return 'Ändra det som behövs och tryck Spara svaret.';
  return 'Fyll i utfallet, kontrollera prognosen och tryck Spara svaret.';
}

function presentBanners({ stored, conflict, notes, draftSaved, replacesOld }: MonthlyPromptCard): object[] {
  const open = notes?.size ?? 0;
  const saved = stored ? `kvitto ${forCard(stored.receiptNumber)}` : '';
  const banners: { style: string; text: string }[] = [];
  if (stored && conflict) {
    banners.push({
      style: 'warning',
      text: `${displayName(stored.reporter.name)} svarade ${swedishDateTime(stored.reportedAt)} (${saved}). Dina uppgifter står i fälten. Där det sparade är ett annat står det under fältet.`,
    });
  } else if (stored) {
    banners.push({
      style: 'accent',
      text: `Du ändrar det som är sparat (${saved}). Det tidigare svaret finns kvar i historiken.`,
    });
  }
  if (open > 0) {
    const what = stored ? 'Ändringen är inte sparad' : 'Svaret är inte sparat';
    const which = open === 1 ? 'En uppgift behöver' : `${swedishNumber(open)} uppgifter behöver`;
    banners.push({ style: 'attention', text: `${what} ännu. ${which} ses över, se nedan.` });
  }
  if (replacesOld) {
    banners.push({ style: 'accent', text: 'Kortet var från en äldre version. Här är det som gäller nu.' });
  }
  if (draftSaved) {
    banners.push({ style: 'good', text: 'Utkastet är sparat. Bara du ser det. Tryck Spara svaret när du är klar.' });
  }
  return banners;
}

function presentArea(form: FormFields, { area, budgetToDateKr, earlier, proposal }: AreaAsked, period: string): object {
  const soFar = shortInterval(period);
  const basis = proposal.from
    ? `utfall ${shortInterval(proposal.from)} + resten av årets budget`
    : 'årets budget, inget utfall finns ännu';
  const added = (area.added ?? []).map(addedText);
  const deviation = deviationInWords(deviationKr(area.netBudgetKr, proposal.forecastKr));
  return {
    name: forCard(area.name),
    facts: [
      { title: 'Budget helår', value: [tkr(area.netBudgetKr), ...added].join(', varav ') },
      { title: `Budget ${soFar}`, value: `${tkr(budgetToDateKr)}${area.monthlyKr ? '' : ' (jämnt fördelad)'}` },
      earlier
        ? { title: `Utfall ${shortInterval(earlier.period)}`, value: `${tkr(earlier.outcomeKr)}${reportedBy(earlier)}` }
        : { title: 'Senaste utfall', value: 'inget i år' },
    ],
    outcome: form.field(fields.outcomeOf(area.id), `${area.name}: utfall ${soFar}, tkr`),
    forecast: form.field(fields.forecastOf(area.id), `${area.name}: prognos helår, tkr`, {
      value: tkrInput(proposal.forecastKr),
      hint: `Beräknat förslag: ${tkr(proposal.forecastKr)}, ${deviation} (${basis}).`,
    }),
  };
}

interface MeasureView {
  readonly target: string;
  readonly isVisible: boolean;
  readonly text: FormField;
  readonly effect: FormField;
}

/** The first is shown when a deficit is in sight; others when they are used, else behind a button. */
function presentMeasures(form: FormFields, prompt: MonthlyPrompt): MeasureView[] {
  const deficit = prompt.areas.some((asked) => forecastShownKr(form, asked) > asked.area.netBudgetKr);
  return Array.from({ length: fields.MEASURES }, (_, index) => {
    const number = index + 1;
    const text = form.field(fields.measureOf(index), `Åtgärd ${number}: vad görs för att hålla budgeten?`, {
      mostUnits: fields.MOST_MEASURE_UNITS,
    });
    const effect = form.field(fields.effectOf(index), `Åtgärd ${number}: effekt i år, tkr`);
    const used = [text, effect].some(
      ({ value, problems, questions, hints }) => value !== '' || problems.length + questions.length + hints.length > 0,
    );
    return {
      target: `measure_${number}`,
      isVisible: used || (deficit && index === 0),
      text,
      effect,
    };
  });
}

/** What stands in the forecast's field, when it can be read; else what is proposed. */
function forecastShownKr(form: FormFields, { area, proposal }: AreaAsked): number {
  const text = form.textOf(fields.forecastOf(area.id));
  const reading = text === undefined ? undefined : readSwedishNumber(text, { kind: 'money' });
  return reading?.kind === 'value' ? reading.value : proposal.forecastKr;
}

function presentActions({ promptId, revision, conflict }: MonthlyPromptCard): object[] {
  const data = { id: promptId, revision };
  if (conflict) {
    return [
      executeAction('Ersätt det sparade', 'saveOutcome', data),
      executeAction('Behåll det sparade', 'keepStored', data),
    ];
  }
  return [
    executeAction('Spara svaret', 'saveOutcome', data, 'positive'),
    executeAction('Spara utkast', 'saveDraft', data),
  ];
}
