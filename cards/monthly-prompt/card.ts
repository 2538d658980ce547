import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { AreaAsked, IndicatorAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { periodText } from '../period-text.ts';
import {
  cumulativePeriod,
  numberInput,
  swedishDate,
  swedishDateTime,
  swedishNumber,
  tkr,
  tkrInput,
} from '../swedish.ts';
import { indicatorWithUnit, swedishTarget } from '../target.ts';
import * as fields from './fields.ts';
import { type FieldNote, type FieldNotes, keptChoice } from './notes.ts';
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
  /** The card that was pressed was made by an older version. */
  readonly replacesOld?: boolean;
}

/** Longer than any text that is taken, short enough for the card's size: the rest of a pasted novel is not sent back. */
const MOST_ECHOED = 4_500;

/** Asks a committee for its month. Verbs: saveOutcome, saveDraft, keepStored. */
export const monthlyPromptCard = defineCard<MonthlyPromptCard & { readonly context: CardContext }>(
  template,
  (facts) => {
    const form = new FormView(facts);
    const { prompt } = facts;
    const measures = form.measures();
    return {
      title: `Månadsuppföljning ${cumulativePeriod(prompt.followUp.period)}`,
      subtitle: `${prompt.committee.name}. Svara senast ${swedishDate(prompt.dates.dueOn)}.`,
      notices: noticesOf(prompt.example, facts.context),
      banners: form.banners(),
      sections: [
        ...prompt.areas.map((asked) => form.area(asked)),
        ...prompt.indicators.map((asked) => form.indicator(asked)),
        form.comment(),
        measures,
      ],
      toggles: measures.isVisible ? [] : [{ title: 'Lägg till åtgärder', target: measures.id }],
      actions: form.actions(),
    };
  },
);

/** Turns facts and typed texts into what the template binds. */
class FormView {
  readonly #card: MonthlyPromptCard;
  readonly #interval: string;
  readonly #stored: ReadonlyMap<string, string>;

  constructor(card: MonthlyPromptCard) {
    this.#card = card;
    this.#interval = cumulativePeriod(card.prompt.followUp.period).replace(/ \d{4}$/, '');
    this.#stored = card.stored ? storedTexts(card.stored) : new Map();
  }

  banners(): { style: string; text: string }[] {
    const { stored, conflict, notes, draftSaved, replacesOld } = this.#card;
    const banners: { style: string; text: string }[] = [];
    if (stored && conflict) {
      banners.push({
        style: 'warning',
        text: `${displayName(stored.reporter.name)} svarade ${swedishDateTime(stored.reportedAt)} (kvitto ${stored.receiptNumber}). Det som är sparat står vid varje fält. Välj om dina uppgifter ska ersätta det.`,
      });
    } else if (stored) {
      banners.push({
        style: 'accent',
        text: `Du ändrar det som är sparat (kvitto ${stored.receiptNumber}). Det tidigare svaret finns kvar i historiken.`,
      });
    }
    const open = [...(notes?.values() ?? [])].length;
    if (open > 0)
      banners.push({
        style: 'attention',
        text: `Inget är sparat ännu. ${open === 1 ? 'En uppgift behöver' : `${swedishNumber(open)} uppgifter behöver`} ses över, se nedan.`,
      });
    if (replacesOld)
      banners.push({ style: 'accent', text: 'Kortet var från en äldre version. Här är det som gäller nu.' });
    if (draftSaved)
      banners.push({ style: 'good', text: 'Utkastet är sparat. Bara du ser det. Tryck Spara svaret när du är klar.' });
    return banners;
  }

  area({ area, budgetToDateKr, earlier, proposal }: AreaAsked): Section {
    const toDate = area.monthlyKr ? '' : ' (jämnt fördelad över året)';
    const facts = [
      { title: 'Budget helår', value: tkr(area.netBudgetKr) },
      { title: `Budget ${this.#interval}`, value: `${tkr(budgetToDateKr)}${toDate}` },
      earlier
        ? { title: `Utfall ${interval(earlier.period)}`, value: tkr(earlier.outcomeKr) }
        : { title: 'Senaste utfall', value: 'inget rapporterat i år' },
    ];
    const basis = proposal.from
      ? `utfall ${interval(proposal.from)} + budget för resten av året`
      : 'årets budget, inget utfall finns ännu';
    const name = forCard(area.name);
    return this.#section(`area_${area.id}`, name, {
      facts,
      fields: [
        this.#field(fields.outcomeOf(area.id), `${area.name}: utfall ${this.#interval}, tkr`, {
          placeholder: 'till exempel 1 234,5',
        }),
        this.#field(fields.forecastOf(area.id), `${area.name}: prognos helår, tkr`, {
          value: tkrInput(proposal.forecastKr),
          placeholder: 'till exempel 12 300',
          hint: `Beräknat förslag ${tkr(proposal.forecastKr)}: ${basis}. Ändra om du vet bättre.`,
        }),
      ],
    });
  }

  indicator({ indicator, last }: IndicatorAsked): Section {
    const unit = indicator.unit;
    const facts = [
      {
        title: 'Senaste värde',
        value: last ? `${swedishNumber(last.value)} ${forCard(unit)} (${periodText(last.period)})` : 'inget ännu',
      },
      { title: 'Målvärde', value: forCard(swedishTarget(indicator.target)) },
    ];
    const kind = fields.indicatorKindOf(indicator.id);
    return this.#section(`indicator_${indicator.id}`, `Indikator: ${forCard(indicatorWithUnit(indicator))}`, {
      facts,
      fields: [
        this.#field(fields.indicatorOf(indicator.id), `${indicator.name}: nytt värde, ${unit}`, {
          placeholder: 'till exempel 7,4',
        }),
      ],
      selects: [
        {
          id: this.#id(kind),
          label: `${indicator.name}: finns det ett nytt värde?`,
          value: this.#text(kind) ?? 'value',
          errorMessage: 'Välj ett av alternativen.',
          choices: [
            { title: 'Ja, värdet ovan', value: 'value' },
            { title: 'Inget nytt värde', value: 'no-new-value' },
            { title: 'Ej tillämpligt', value: 'not-applicable' },
            { title: 'För litet underlag för att visas', value: 'too-few' },
          ],
        },
      ],
    });
  }

  comment(): Section {
    const field = this.#field(fields.comment, 'Kommentar till utfall och prognos', {
      isMultiline: true,
      maxLength: fields.MOST_COMMENT_CHARACTERS,
      placeholder: 'Behövs när prognosen avviker mycket från budgeten. Inga personuppgifter.',
    });
    return this.#section('section_comment', 'Kommentar', { fields: [field] });
  }

  /** Shown from the start when a deficit is in sight; else behind a button. */
  measures(): Section {
    const deficit = this.#card.prompt.areas.some(({ area, proposal }) => proposal.forecastKr > area.netBudgetKr);
    const used = Array.from({ length: fields.MEASURES }).some(
      (_, index) => (this.#text(fields.measureOf(index)) ?? '') !== '',
    );
    const rows = Array.from({ length: fields.MEASURES }, (_, index) => [
      this.#field(fields.measureOf(index), `Åtgärd ${index + 1}`, {
        maxLength: fields.MOST_MEASURE_CHARACTERS,
        placeholder: 'Vad görs för att hålla budgeten?',
      }),
      this.#field(fields.effectOf(index), `Åtgärd ${index + 1}: effekt i år, tkr`, {
        placeholder: 'lämna tomt om effekten inte är beräknad',
      }),
    ]);
    const noted = rows.flat().some(({ problems, questions }) => problems.length + questions.length > 0);
    return {
      ...this.#section('section_measures', 'Åtgärder vid underskott', { fields: rows.flat() }),
      isVisible: deficit || used || noted,
    };
  }

  actions(): object[] {
    const { promptId, revision, conflict } = this.#card;
    const data = { promptId, revision };
    if (conflict) {
      return [
        executeAction('Ersätt med mina uppgifter', 'saveOutcome', data),
        executeAction('Behåll det sparade', 'keepStored', data),
      ];
    }
    return [
      executeAction('Spara svaret', 'saveOutcome', data, 'positive'),
      executeAction('Spara utkast', 'saveDraft', data),
    ];
  }

  #section(
    id: string,
    name: string,
    { facts = [], fields: own = [], selects = [] }: Partial<Pick<Section, 'fields' | 'selects'>> & { facts?: Fact[] },
  ): Section {
    return { id, name, isVisible: true, factSets: facts.length > 0 ? [{ facts }] : [], fields: own, selects };
  }

  #field(
    name: string,
    label: string,
    { value = '', placeholder = '', hint = '', isMultiline = false, maxLength = 500 }: FieldLook,
  ): Field {
    const typed = this.#text(name);
    const note = this.#card.notes?.get(name) ?? keptChoice(this.#card.typed[fields.questionOf(name)], typed ?? '');
    const stored = this.#card.conflict ? this.#stored.get(name) : undefined;
    const hints = [...(hint ? [hint] : []), ...(stored ? [`Sparat: ${stored}`] : [])];
    return {
      id: this.#id(name),
      label,
      value: (typed ?? value).slice(0, MOST_ECHOED),
      placeholder,
      isMultiline,
      maxLength,
      errorMessage: `Se över ${label}.`,
      hints: hints.map((text) => ({ text: forCard(text) })),
      problems: note && note.choices.length === 0 ? [{ text: note.text }] : [],
      questions: note && note.choices.length > 0 ? [this.#question(name, note)] : [],
    };
  }

  #question(name: string, note: FieldNote): Select {
    return {
      id: this.#id(fields.questionOf(name)),
      label: note.text,
      value: note.chosen ?? '',
      choices: note.choices,
      errorMessage: 'Välj ett av svaren, eller ändra fältet ovanför.',
    };
  }

  #id(field: string): string {
    return fields.inputId(this.#card.attempt ?? 0, field);
  }

  /** What was typed; in a correction that is just opened, what is stored. */
  #text(field: string): string | undefined {
    return this.#card.typed[field] ?? (this.#card.conflict ? undefined : this.#stored.get(field));
  }
}

interface Fact {
  readonly title: string;
  readonly value: string;
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly fields: readonly Field[];
  readonly selects: readonly Select[];
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly isMultiline: boolean;
  readonly maxLength: number;
  readonly errorMessage: string;
  readonly hints: readonly { readonly text: string }[];
  readonly problems: readonly { readonly text: string }[];
  readonly questions: readonly Select[];
}

interface Select {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly errorMessage: string;
}

interface FieldLook {
  readonly value?: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
}

/** "januari–september" */
function interval(month: string): string {
  return cumulativePeriod(month).replace(/ \d{4}$/, '');
}

/** A stored answer as the texts that would have been typed for it. */
function storedTexts({ answer }: StoredAnswer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([[fields.comment, answer.comment]]);
  for (const { areaId, outcome, forecast } of answer.areas) {
    texts.set(fields.outcomeOf(areaId), outcome.kind === 'value' ? tkrInput(outcome.amountKr) : outcome.reason);
    texts.set(fields.forecastOf(areaId), forecast.kind === 'value' ? tkrInput(forecast.amountKr) : forecast.reason);
  }
  for (const { indicatorId, report } of answer.indicators) {
    if (report.kind === 'value') texts.set(fields.indicatorOf(indicatorId), numberInput(report.value));
    texts.set(fields.indicatorKindOf(indicatorId), report.kind);
  }
  for (const [index, { text, effectKr }] of answer.measures.entries()) {
    texts.set(fields.measureOf(index), text);
    if (effectKr !== undefined) texts.set(fields.effectOf(index), tkrInput(effectKr));
  }
  return texts;
}
