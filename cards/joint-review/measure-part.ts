import { LONGEST_MEASURE, LONGEST_OWNER } from '../../src/domain/report-limits.ts';
import { choiceBlock, dayBlock, lineBlock, paragraphBlock } from '../field-block.ts';
import type { FormFields } from '../form-parts.ts';
import { municipalAction } from '../municipal-actions.ts';
import type { JointReviewCard } from './card.ts';
import * as fields from './fields.ts';

/** The form for one more measure, with a button of its own. */
export function measurePart(form: FormFields, facts: JointReviewCard): object {
  const field = form.field.bind(form);
  const committees = facts.content.standings.map(({ committeeId, committeeName }) => ({
    title: committeeName,
    value: committeeId,
  }));
  return {
    fields: [
      choiceBlock(field(fields.committee, 'Nämnd', { placeholder: 'Välj nämnd' }), committees),
      paragraphBlock(
        field(fields.measure, 'Vad ska nämnden göra?', {
          placeholder: 't.ex. Plan för budget i balans till nämnden i november',
          mostUnits: 2 * LONGEST_MEASURE,
        }),
      ),
      lineBlock(field(fields.owner, 'Vem ser till det?', { mostUnits: 2 * LONGEST_OWNER })),
      dayBlock(field(fields.dueOn, 'Klart senast')),
      lineBlock(field(fields.effect, 'Effekt i år, tkr', { placeholder: 'tomt om effekten inte är beräknad' })),
    ],
    actions: [municipalAction(facts, 'Lägg till åtgärden', 'agreeMeasure')],
  };
}
