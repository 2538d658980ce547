import { inputId } from '../input-ids.ts';
import { forCard } from '../peoples-words.ts';
import type { Choice } from './choices.ts';
import * as fields from './fields.ts';
import { type FieldNote, type FieldNotes, keptChoice } from './notes.ts';

/** One input as the template binds it, with what stands under it. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problems: readonly { readonly text: string }[];
  readonly questions: readonly FormQuestion[];
  readonly hints: readonly { readonly text: string }[];
}

interface FormQuestion {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

/** What a field shows beside what was typed. */
interface FieldLook {
  /** Stands in the field until somebody types. */
  readonly value?: string;
  readonly placeholder?: string;
  readonly hint?: string;
  /** What is stored, as people read it, when that is not what stands in the field. */
  readonly inWords?: (stored: string) => string;
  /** UTF-16 units that are sent back: the rest of a pasted novel would not fit in a message. */
  readonly mostUnits?: number;
}

/** What is known of a form's texts. */
export interface FormTexts {
  readonly typed: Readonly<Record<string, string>>;
  readonly notes?: FieldNotes;
  readonly attempt?: number;
  readonly stored: ReadonlyMap<string, string>;
  /** What is stored was written by somebody else meanwhile, and stands under the fields instead of in them. */
  readonly conflict: boolean;
}

/** Makes the form's inputs: what was typed, else what is stored, else what is proposed. */
export class FormFields {
  readonly #texts: FormTexts;

  constructor(texts: FormTexts) {
    this.#texts = texts;
  }

  field(name: string, label: string, look: FieldLook = {}): FormField {
    const { value = '', placeholder = '', hint, mostUnits = fields.MOST_NUMBER_UNITS, inWords } = look;
    const text = this.textOf(name);
    const note = this.#note(name, text ?? '');
    const shown = shortened(text ?? value, mostUnits);
    const hints = [
      ...(text !== undefined && text.length > mostUnits ? ['Texten var för lång: bara början står kvar här.'] : []),
      ...(hint === undefined ? [] : [hint]),
      ...this.#storedHint(name, text ?? '', inWords),
    ];
    return {
      id: this.id(name),
      label,
      value: shown,
      placeholder,
      problems: note && note.chosen === undefined ? [{ text: problemText(note) }] : [],
      questions: note && note.choices.length > 0 ? [this.#question(name, note)] : [],
      hints: hints.map((line) => ({ text: line })),
    };
  }

  id(field: string): string {
    return inputId(this.#texts.attempt ?? 0, field);
  }

  /** What was typed; in a correction that is just opened, what is stored. */
  textOf(field: string): string | undefined {
    return this.#texts.typed[field] ?? (this.#texts.conflict ? undefined : this.#texts.stored.get(field));
  }

  #note(name: string, text: string): FieldNote | undefined {
    return this.#texts.notes?.get(name) ?? keptChoice(this.textOf(fields.questionOf(name)), text);
  }

  #question(name: string, note: FieldNote): FormQuestion {
    return {
      id: this.id(fields.questionOf(name)),
      label: note.text,
      value: note.chosen ?? '',
      choices: note.choices,
    };
  }

  /** In a conflict: what somebody else stored, where it is not what stands in the field. */
  #storedHint(name: string, text: string, inWords = forCard): string[] {
    const stored = this.#texts.stored.get(name);
    if (!this.#texts.conflict || stored === undefined || withoutSpaces(stored) === withoutSpaces(text)) return [];
    return [`Sparat: ${stored === '' ? 'inget' : inWords(stored)}`];
  }
}

function problemText({ text, choices }: FieldNote): string {
  return choices.length === 0 ? forCard(text) : 'Svara på frågan, eller ändra i fältet.';
}

/** Cut between characters, and without control characters, which take six places each on the way. */
function shortened(text: string, mostUnits: number): string {
  const plain = text.replace(/(?![\n\r\t])\p{Cc}/gu, '');
  return plain.length <= mostUnits ? plain : plain.slice(0, mostUnits).replace(/[\uD800-\uDBFF]$/, '');
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
