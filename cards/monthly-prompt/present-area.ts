import { deviationKr } from '../../src/domain/finance.ts';
import type { AreaAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { addedText, reportedBy } from '../../src/words/break-text.ts';
import { shortInterval } from '../../src/words/period-text.ts';
import { deviationInWords, tkr, tkrInput } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';
import { readSwedishNumber } from '../swedish-number.ts';
import * as fields from './fields.ts';
import type { FormField, FormFields } from './form-fields.ts';

/** A business area's part of the form. */
export function presentArea(
  form: FormFields,
  { area, budgetToDateKr, earlier, proposal }: AreaAsked,
  period: string,
): object {
  const soFar = shortInterval(period);
  const basis = proposal.from
    ? `utfall ${shortInterval(proposal.from)} + resten av årets budget`
    : 'årets budget, inget utfall finns ännu';
  const added = (area.added ?? []).map((one) => addedText(one, forCard));
  const deviation = deviationInWords(deviationKr(area.netBudgetKr, proposal.forecastKr));
  return {
    name: forCard(area.name),
    facts: [
      { title: 'Budget helår', value: [tkr(area.netBudgetKr), ...added].join(', varav ') },
      { title: `Budget ${soFar}`, value: `${tkr(budgetToDateKr)}${area.monthlyKr ? '' : ' (jämnt fördelad)'}` },
      earlier
        ? {
            title: `Utfall ${shortInterval(earlier.period)}`,
            value: `${tkr(earlier.outcomeKr)}${reportedBy(earlier, forCard)}`,
          }
        : { title: 'Senaste utfall', value: 'inget i år' },
    ],
    outcome: form.field(fields.outcomeOf(area.id), `${area.name}: utfall ${soFar}, tkr`),
    forecast: form.field(fields.forecastOf(area.id), `${area.name}: prognos helår, tkr`, {
      value: tkrInput(proposal.forecastKr),
      hint: `Beräknat förslag: ${tkr(proposal.forecastKr)}, ${deviation} (${basis}).`,
    }),
  };
}

export interface MeasureView {
  readonly target: string;
  readonly isVisible: boolean;
  readonly text: FormField;
  readonly effect: FormField;
}

/** The first is shown when a deficit is in sight; others when they are used, else behind a button. */
export function presentMeasures(form: FormFields, { areas }: MonthlyPrompt): MeasureView[] {
  const deficit = areas.some((asked) => forecastShownKr(form, asked) > asked.area.netBudgetKr);
  return Array.from({ length: fields.MEASURES }, (_, index) => {
    const number = index + 1;
    const text = form.field(fields.measureOf(index), `Åtgärd ${number}: vad görs för att hålla budgeten?`, {
      mostUnits: fields.MOST_MEASURE_UNITS,
    });
    const effect = form.field(fields.effectOf(index), `Åtgärd ${number}: effekt i år, tkr`);
    const used = [text, effect].some(
      ({ value, problems, questions, hints }) => value !== '' || problems.length + questions.length + hints.length > 0,
    );
    return { target: `measure_${number}`, isVisible: used || (deficit && index === 0), text, effect };
  });
}

/** What stands in the forecast's field, when it can be read; else what is proposed. */
function forecastShownKr(form: FormFields, { area, proposal }: AreaAsked): number {
  const text = form.textOf(fields.forecastOf(area.id));
  const reading = text === undefined ? undefined : readSwedishNumber(text, { kind: 'money' });
  return reading?.kind === 'value' ? reading.value : proposal.forecastKr;
}
