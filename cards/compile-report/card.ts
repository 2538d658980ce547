import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import { LONGEST_REGISTRATION_NUMBER, LONGEST_WHY } from '../../src/domain/report-limits.ts';
import { reportTitle } from '../../src/words/report-words.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { type FieldBlock, lineBlock, paragraphBlock } from '../field-block.ts';
import { type FieldNotes, FormFields, type Typed } from '../form-parts.ts';
import { municipalAction } from '../municipal-actions.ts';
import { noticesOf } from '../notices.ts';
import { saidBanners } from '../said-banners.ts';
import * as fields from './fields.ts';
import { missingLines } from './missing-lines.ts';
import template from './template.json' with { type: 'json' };

export interface CompileReportCard {
  readonly content: MunicipalReportContent;
  readonly revision: number;
  readonly mark: string;
  /** The number that it gets. */
  readonly number: number;
  /** The council has approved a version: another needs a reason. */
  readonly isApproved: boolean;
  readonly typed: Typed;
  readonly notes?: FieldNotes;
  /** How many times it has been shown before: each time its fields need new ids. */
  readonly attempt: number;
  readonly problem?: string;
}

/** What compiling means and what will be missing. Verbs: compileReport, showMunicipalReport. */
export const compileReportCard = defineCard<CompileReportCard & { readonly context: CardContext }>(
  template,
  (facts) => {
    const { content, context } = facts;
    return {
      title: 'Sammanställ rapporten',
      subtitle: reportTitle(content.kind, content.period),
      banners: saidBanners(facts),
      sections: [
        { name: 'Det här saknas, och kommer att stå så', lines: missingLines(content) },
        { name: 'Så här blir det', lines: whatHappens(facts) },
      ],
      fields: fieldsOf(facts),
      notices: noticesOf(content.example, context),
      actions: [
        municipalAction(facts, `Sammanställ version ${facts.number}`, 'compileReport', { style: 'positive' }),
        municipalAction(facts, 'Till rapporten', 'showMunicipalReport'),
      ],
    };
  },
);

function whatHappens({ content, number }: CompileReportCard): { text: string }[] {
  const held = content.review?.date === undefined ? '' : ` Genomgången hölls ${swedishDate(content.review.date)}.`;
  return [
    {
      text: `Rapporten fryses som version ${number} och får ett sigill. Den ändras inte sedan: en rättning blir en ny version bredvid.${held}`,
    },
  ];
}

function fieldsOf(facts: CompileReportCard): FieldBlock[] {
  const { content, isApproved } = facts;
  const stored = new Map([[fields.registrationNumber, content.registrationNumber]]);
  const form = new FormFields({ ...facts, conflict: false, stored });
  return [
    lineBlock(
      form.field(fields.registrationNumber, 'Diarienummer', {
        placeholder: 't.ex. KS 2026/123',
        mostUnits: 2 * LONGEST_REGISTRATION_NUMBER,
      }),
    ),
    ...(isApproved
      ? [
          paragraphBlock(
            form.field(fields.reason, 'Varför sammanställs den på nytt?', {
              placeholder: 't.ex. Socialnämndens prognos är rättad efter beslutet',
              hint: 'Fullmäktige har godkänt en version. Den finns kvar som den är.',
              mostUnits: 2 * LONGEST_WHY,
            }),
          ),
        ]
      : []),
  ];
}
