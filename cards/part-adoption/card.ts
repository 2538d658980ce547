import { LONGEST_PARAGRAPH } from '../../src/domain/adoption.ts';
import { swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { inputId, typedFields } from '../input-ids.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface PartAdoptionCard {
  readonly partId: string;
  readonly committeeName: string;
  readonly handedInBy: string;
  readonly handedInAt: Date;
  /** What was typed when the form last came back. */
  readonly typed: TypedAdoption;
  /** How many times it has been shown before: each time its fields need new ids. */
  readonly attempt: number;
  /** What is wrong with what was typed, and what to do. */
  readonly problem?: string;
}

export interface TypedAdoption {
  readonly date: string;
  readonly paragraph: string;
}

/** Asks for the committee's decision on its part. Verb: adoptPart. */
export const partAdoptionCard = defineCard<PartAdoptionCard & { readonly context: CardContext }>(template, (facts) => {
  const { partId, committeeName, handedInBy, handedInAt, typed, attempt, problem, context } = facts;
  return {
    title: 'Registrera nämndens beslut',
    about: `${forCard(committeeName)} har antagit den verksamhetsplan som ${forCard(handedInBy)} lämnade in ${swedishDateTime(handedInAt)}.`,
    problems: problem === undefined ? [] : [{ text: problem }],
    date: { id: inputId(attempt, 'date'), value: typed.date },
    paragraph: { id: inputId(attempt, 'paragraph'), value: typed.paragraph, maxLength: LONGEST_PARAGRAPH },
    notices: noticesOf(false, context),
    actions: [executeAction('Registrera beslutet', 'adoptPart', { id: partId, revision: 0 }, 'positive')],
  };
});

/** Signs that aren't seen have no place in a day or a paragraph. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** What was typed in the form, on one line each, and how many times it has been shown. Nothing typed is ''. */
export function readAdoptionForm(data: Readonly<Record<string, unknown>>): {
  readonly typed: TypedAdoption;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  const read = (text = ''): string => text.toWellFormed().normalize('NFC').replace(UNSEEN, ' ').trim();
  return { typed: { date: read(typed.date), paragraph: read(typed.paragraph) }, attempt };
}
