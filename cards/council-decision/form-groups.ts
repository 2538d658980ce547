import { LONGEST_ORDER, LONGEST_PARAGRAPH } from '../../src/domain/read-decision.ts';
import type { MunicipalReportContent } from '../../src/domain/report-content.ts';
import { LONGEST_REGISTRATION_NUMBER, LONGEST_WHY } from '../../src/domain/report-limits.ts';
import { choiceBlock, type FieldBlock, lineBlock, paragraphBlock } from '../field-block.ts';
import type { FormFields } from '../form-parts.ts';
import * as fields from './fields.ts';
import { committeeChoices, targetChoices } from './targets.ts';

/** Some fields that belong together, as the template binds them. */
export interface Group {
  readonly heading: readonly { readonly text: string }[];
  readonly lines: readonly { readonly text: string }[];
  readonly fields: readonly FieldBlock[];
  readonly buttons: readonly { readonly actions: readonly object[] }[];
}

/** How many rows of each kind the form has, at most `ROWS`: each is added when it is wanted. */
export interface DecisionRows {
  readonly appropriations: number;
  readonly orders: number;
}

/** What a press on "Lägg till" carries as its page. */
export const ADD = { appropriation: 1, order: 2 } as const;

/** A group with nothing in it but what is given. */
export function group(given: Partial<Group>): Group {
  return { heading: [], lines: [], fields: [], buttons: [], ...given };
}

export function decisionGroup(form: FormFields): Group {
  const outcomes = [
    { title: 'Godkände rapporten', value: 'approved' },
    { title: 'Återsände rapporten', value: 'sent-back' },
  ];
  return group({
    fields: [
      lineBlock(form.field(fields.date, 'Beslutsdag', { placeholder: 't.ex. 28 oktober 2026' })),
      lineBlock(
        form.field(fields.paragraph, 'Paragraf', { placeholder: 't.ex. KF § 88', mostUnits: 2 * LONGEST_PARAGRAPH }),
      ),
      lineBlock(form.field(fields.registrationNumber, 'Diarienummer', { mostUnits: 2 * LONGEST_REGISTRATION_NUMBER })),
      choiceBlock(form.field(fields.outcome, 'Fullmäktige', { placeholder: 'Välj' }), outcomes),
      paragraphBlock(
        form.field(fields.why, 'Varför återsändes den?', {
          placeholder: 'Tomt när rapporten godkändes',
          mostUnits: 2 * LONGEST_WHY,
        }),
      ),
    ],
  });
}

/** Supplementary appropriations. `add`: makes the button for one more. */
export function appropriationGroups(
  form: FormFields,
  content: MunicipalReportContent,
  count: number,
  add: (title: string, page: number) => object,
): Group[] {
  const choices = targetChoices(content);
  const rows = fields.rows.slice(0, count).map((at) => {
    const name = `Tilläggsanslag ${at + 1}`;
    return group({
      heading: [{ text: name }],
      fields: [
        choiceBlock(form.field(fields.targetOf(at), `${name}: till`, { placeholder: 'Välj' }), choices),
        lineBlock(
          form.field(fields.amountOf(at), `${name}: belopp, tkr`, {
            placeholder: 't.ex. 5 000 eller 5 mnkr',
            hint: 'Minus tar tillbaka pengar.',
          }),
        ),
        lineBlock(form.field(fields.validFromOf(at), `${name}: gäller från`, { placeholder: 't.ex. 1 november 2026' })),
      ],
    });
  });
  const title = count === 0 ? 'Lägg till tilläggsanslag' : 'Ett tilläggsanslag till';
  return [...rows, ...addGroup(count, 'Tilläggsanslag blir budget i planen.', () => add(title, ADD.appropriation))];
}

/** Orders to come back: as the appropriations. */
export function orderGroups(
  form: FormFields,
  content: MunicipalReportContent,
  count: number,
  add: (title: string, page: number) => object,
): Group[] {
  const choices = committeeChoices(content);
  const rows = fields.rows.slice(0, count).map((at) => {
    const name = `Uppdrag ${at + 1}`;
    return group({
      heading: [{ text: name }],
      fields: [
        choiceBlock(form.field(fields.committeeOf(at), `${name}: till`, { placeholder: 'Välj nämnd' }), choices),
        paragraphBlock(
          form.field(fields.orderOf(at), `${name}: vad ska nämnden återkomma med?`, {
            placeholder: 't.ex. åtgärder för budget i balans',
            mostUnits: 2 * LONGEST_ORDER,
          }),
        ),
        lineBlock(form.field(fields.dueOnOf(at), `${name}: senast`, { placeholder: 't.ex. 15 december 2026' })),
      ],
    });
  });
  const title = count === 0 ? 'Lägg till uppdrag' : 'Ett uppdrag till';
  return [...rows, ...addGroup(count, 'Uppdrag följs upp hos nämnden tills de är klara.', () => add(title, ADD.order))];
}

function addGroup(count: number, what: string, button: () => object): Group[] {
  if (count >= fields.ROWS) return [];
  return [group({ lines: count === 0 ? [{ text: what }] : [], buttons: [{ actions: [button()] }] })];
}
