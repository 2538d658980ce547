import { LONGEST_WHY } from '../../src/domain/report-limits.ts';
import { swedishNumber } from '../../src/words/swedish.ts';
import { type ActionData, executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { shortened } from '../file-texts.ts';
import { type FieldNotes, FormFields, FormReader, problemNote, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import template from './template.json' with { type: 'json' };

export interface ReportSendBackCard {
  /** What the buttons are about: the report as it is shown. */
  readonly about: ActionData;
  /** "Delårsrapport januari–augusti 2026". */
  readonly reportTitle: string;
  readonly committeeName: string;
  /** What was typed when the form last came back. */
  readonly typed: Typed;
  /** How many times it has been shown before: each time its field needs a new id. */
  readonly attempt: number;
  readonly notes?: FieldNotes;
  /** Why nothing was done. */
  readonly problem?: string;
}

const FIELD = 'why';
const MOST_UNITS = 2 * LONGEST_WHY;
const LONGEST_NAME = 160;
const NO_REASON = 'Skriv vad som behöver ändras, så att den som läser förstår.';

/** Asks why a committee's report is sent back. Verbs: sendBackReport, showReport. */
export const reportSendBackCard = defineCard<ReportSendBackCard & { readonly context: CardContext }>(
  template,
  (facts) => {
    const { about, reportTitle, committeeName, typed, attempt, notes, context } = facts;
    const form = new FormFields({ ...{ typed, attempt, conflict: false, stored: new Map() }, ...(notes && { notes }) });
    return {
      title: 'Sänd tillbaka rapporten',
      about: `${reportTitle}, ${forCard(shortened(committeeName, LONGEST_NAME))}.`,
      banners: saidBanners(facts),
      why: form.field(FIELD, 'Vad behöver ändras?', {
        placeholder: 'Till exempel: beskriv åtgärderna för underskottet.',
        mostUnits: MOST_UNITS,
        hint: `Nämnden ser det du skriver. Högst ${swedishNumber(LONGEST_WHY)} tecken. Inga personuppgifter.`,
      }),
      notices: noticesOf(false, context),
      actions: [
        executeAction('Sänd tillbaka', 'sendBackReport', about, 'positive'),
        executeAction('Avbryt', 'showReport', about),
      ],
    };
  },
);

/** What was written in the form. */
export interface SendBackReading {
  /** None: something has to be corrected or answered first. */
  readonly why: string | undefined;
  readonly typed: Typed;
  readonly notes: FieldNotes;
  readonly attempt: number;
}

/** Reads the form; nothing when what was sent is not text at all. */
export function readSendBackForm(data: Readonly<Record<string, unknown>>): SendBackReading | undefined {
  const { typed, attempt } = typedFields(data);
  const form = new FormReader(typed);
  if (form.malformed) return undefined;
  const why = form.text(FIELD, LONGEST_WHY, MOST_UNITS).trim();
  if (why === '' && !form.notes.has(FIELD)) form.notes.set(FIELD, problemNote(NO_REASON));
  const isComplete = form.notes.size === 0;
  return { why: isComplete ? why : undefined, typed: form.typed, notes: form.notes, attempt };
}

/** The same note, when the feature finds that nothing is said. */
export function noReasonNotes(): FieldNotes {
  return new Map([[FIELD, problemNote(NO_REASON)]]);
}
