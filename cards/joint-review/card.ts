import type { AgendaItem } from '../../src/domain/report-agenda.ts';
import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import { LONGEST_NOTES, LONGEST_PARTICIPANTS } from '../../src/domain/report-limits.ts';
import type { AgreedMeasure } from '../../src/domain/report-record.ts';
import type { ReportDeed } from '../../src/domain/report-state.ts';
import { agendaHeadings, agendaKinds, agendaText } from '../../src/words/agenda-text.ts';
import { reportTitle } from '../../src/words/report-words.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { dayBlock, type FieldBlock, paragraphBlock, timeBlock } from '../field-block.ts';
import { firstOf, shortened } from '../file-texts.ts';
import { type FieldNotes, FormFields, type Typed } from '../form-parts.ts';
import { measureLines } from '../measure-line.ts';
import { municipalAction } from '../municipal-actions.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { saidBanners } from '../said-banners.ts';
import * as fields from './fields.ts';
import { measurePart } from './measure-part.ts';
import { meetingParts } from './meeting-part.ts';
import template from './template.json' with { type: 'json' };

export interface JointReviewCard {
  readonly content: MunicipalReportContent;
  readonly revision: number;
  readonly mark: string;
  readonly agenda: readonly AgendaItem[];
  /** Agreed for this period. */
  readonly measures: readonly AgreedMeasure[];
  readonly deeds: readonly ReportDeed[];
  /** UPNs of who is invited, those who matter most first. */
  readonly people: readonly string[];
  /** Typed and not stored, by field name. */
  readonly typed: Typed;
  readonly notes?: FieldNotes;
  /** How many times it has been shown before: each time its fields need new ids. */
  readonly attempt: number;
  readonly said?: string;
  readonly problem?: string;
  /** Somebody else has changed the report meanwhile: what is stored stands under the fields. */
  readonly conflict?: boolean;
}

const MOST_OF_A_KIND = 6;
const MOST_MEASURES = 10;
const LONGEST_STORED = 600;
const briefly = (stored: string): string => forCard(shortened(stored, LONGEST_STORED));
const shortly = (text: string): string => forCard(shortened(text, 120));

/** The joint review: agenda, meeting, notes and what is agreed. Verbs: saveReview, holdReview, agreeMeasure, showMunicipalReport. */
export const jointReviewCard = defineCard<JointReviewCard & { readonly context: CardContext }>(template, (facts) => {
  const { content, measures, context } = facts;
  const form = new FormFields({ ...facts, conflict: facts.conflict === true, stored: storedTexts(content) });
  return {
    title: 'Gemensam genomgång',
    subtitle: reportTitle(content.kind, content.period),
    banners: saidBanners(facts),
    agenda: agendaParts(facts),
    ...(mayNote(facts)
      ? { review: reviewFields(form), reviewLines: [] }
      : { review: [], reviewLines: asLines(reviewTexts(content)) }),
    meeting: meetingParts(facts, { date: form.textOf(fields.date), startsAt: form.textOf(fields.startsAt) }),
    agreed: asLines(measures.length === 0 ? ['Inga ännu.'] : measureLines(content, measures, MOST_MEASURES)),
    measure: mayNote(facts) ? [measurePart(form, facts)] : [],
    notices: noticesOf(content.example, context),
    actions: actionsOf(facts),
  };
});

function mayNote({ deeds }: JointReviewCard): boolean {
  return deeds.includes('note-review');
}

/** For those who only read. */
function reviewTexts({ review }: MunicipalReportContent): string[] {
  if (!review) return ['Inget är antecknat ännu.'];
  const { date, startsAt, participants, notes } = review;
  const at = startsAt === undefined ? '' : ` kl. ${startsAt.replace(':', '.')}`;
  return [
    ...(date === undefined ? [] : [`${swedishDate(date)}${at}.`]),
    ...(participants === '' ? [] : [`Deltagare: ${forCard(participants)}`]),
    ...(notes === '' ? [] : [`Anteckningar: ${forCard(notes)}`]),
  ];
}

/** What is stored of the review, by field. */
export function storedTexts({ review }: Pick<MunicipalReportContent, 'review'>): ReadonlyMap<string, string> {
  if (!review) return new Map();
  return new Map([
    [fields.date, review.date ?? ''],
    [fields.startsAt, review.startsAt ?? ''],
    [fields.participants, review.participants],
    [fields.notes, review.notes],
  ]);
}

function agendaParts({ agenda }: JointReviewCard): object[] {
  const parts = agendaKinds.flatMap((kind) => {
    const { first, more } = firstOf(
      agenda.filter((item) => item.kind === kind),
      MOST_OF_A_KIND,
    );
    if (first.length === 0) return [];
    const lines = first.map((item) => `${agendaText(item, shortly)}.`);
    return [{ name: agendaHeadings[kind], lines: asLines(more === 0 ? lines : [...lines, `… och ${more} till`]) }];
  });
  if (parts.length > 0) return parts;
  return [
    { name: 'Dagordning', lines: asLines(['Inget sticker ut: inga avvikelser, inget saknas och inget är sent.']) },
  ];
}

function reviewFields(form: FormFields): FieldBlock[] {
  const field = form.field.bind(form);
  return [
    dayBlock(field(fields.date, 'Dag')),
    timeBlock(field(fields.startsAt, 'Börjar klockan')),
    paragraphBlock(
      field(fields.participants, 'Deltagare', {
        placeholder: 'Vilka är med?',
        inWords: briefly,
        mostUnits: 2 * LONGEST_PARTICIPANTS,
      }),
    ),
    paragraphBlock(
      field(fields.notes, 'Anteckningar', {
        placeholder: 'Vad kom ni fram till? Inga personuppgifter.',
        inWords: briefly,
        mostUnits: 2 * LONGEST_NOTES,
      }),
    ),
  ];
}

function actionsOf(facts: JointReviewCard): object[] {
  const { deeds } = facts;
  return [
    ...(mayNote(facts) ? [municipalAction(facts, 'Spara anteckningar', 'saveReview')] : []),
    ...(deeds.includes('hold-review')
      ? [municipalAction(facts, 'Genomgången är hållen', 'holdReview', { style: 'positive' })]
      : []),
    municipalAction(facts, 'Till rapporten', 'showMunicipalReport'),
  ];
}

function asLines(lines: readonly string[]): { text: string }[] {
  return lines.map((text) => ({ text }));
}
