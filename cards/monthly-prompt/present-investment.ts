import { deviationKr } from '../../src/domain/finance.ts';
import type { KnownAmount } from '../../src/domain/investment-questions.ts';
import type { InvestmentAsked } from '../../src/domain/monthly-prompt.ts';
import { periodText } from '../../src/words/period-text.ts';
import { deviationInWords, tkr, tkrInput } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';
import * as fields from './fields.ts';
import type { FormFields } from './form-fields.ts';

/** An investment project's part of the form. What is known stands in its fields from the beginning, and says of when it is. */
export function presentInvestment(form: FormFields, { project, budgetKr, outcome, forecast }: InvestmentAsked): object {
  const inWords = forecast && `, ${deviationInWords(deviationKr(budgetKr, forecast.amountKr))}`;
  return {
    name: forCard(project),
    facts: [{ title: 'Budget för projektet', value: tkr(budgetKr) }],
    outcome: form.field(fields.investmentOutcomeOf(project), `${project}: utfall från projektets start, tkr`, {
      ...(outcome ? { value: tkrInput(outcome.amountKr), hint: hintOf(outcome) } : {}),
    }),
    forecast: form.field(fields.investmentForecastOf(project), `${project}: prognos för hela projektet, tkr`, {
      ...(forecast ? { value: tkrInput(forecast.amountKr), hint: hintOf(forecast, inWords) } : {}),
    }),
  };
}

/** True also when something else has been typed in the field. */
function hintOf({ amountKr, period }: KnownAmount, inWords = ''): string {
  const when = period === undefined ? '' : ` (${periodText(period)})`;
  return `Från början står det senast kända: ${tkr(amountKr)}${inWords}${when}.`;
}
