import type { Amount, IndicatorReport, StoredAnswer } from '../../src/domain/answer.ts';
import { areaDeviationKr } from '../../src/domain/decide-answer.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { cumulativePeriod, deviationInWords, kronorInFull, swedishDateTime, swedishNumber, tkr } from '../swedish.ts';
import template from './template.json' with { type: 'json' };

export interface OutcomeReceiptCard {
  readonly promptId: string;
  readonly prompt: MonthlyPrompt;
  readonly stored: StoredAnswer;
  /** What was taken out of the texts. */
  readonly notices?: readonly string[];
}

/** Repeats in full what was understood. Verb: changeOutcome. */
export const outcomeReceiptCard = defineCard<OutcomeReceiptCard & { readonly context: CardContext }>(
  template,
  ({ promptId, prompt, stored, notices = [], context }) => {
    const { answer, reporter, reportedAt, receiptNumber, revision } = stored;
    return {
      title: `Kvitto ${receiptNumber}`,
      subtitle: `${prompt.committee.name}, ${cumulativePeriod(prompt.followUp.period)}`,
      status: `${revision > 1 ? 'Rättat' : 'Mottaget'} ${swedishDateTime(reportedAt)} av ${displayName(reporter.name)}. Preliminärt.`,
      notices: [...notices.map((text) => ({ text })), ...noticesOf(prompt.example, context)],
      sections: [
        ...prompt.areas.flatMap(({ area }) => {
          const figures = answer.areas.find(({ areaId }) => areaId === area.id);
          if (!figures) return [];
          const deviationKr = areaDeviationKr(area.netBudgetKr, figures);
          return {
            name: forCard(area.name),
            facts: [
              { title: `Utfall ${cumulativePeriod(prompt.followUp.period)}`, value: amountText(figures.outcome) },
              { title: 'Prognos helår', value: amountText(figures.forecast) },
              {
                title: 'Mot budget',
                value: deviationKr === undefined ? 'kan inte räknas' : deviationInWords(deviationKr),
              },
            ],
          };
        }),
        ...prompt.indicators.flatMap(({ indicator }) => {
          const report = answer.indicators.find(({ indicatorId }) => indicatorId === indicator.id)?.report;
          if (!report) return [];
          return {
            name: forCard(indicator.name),
            facts: [{ title: 'Värde', value: reportText(report, indicator.unit) }],
          };
        }),
      ],
      texts: [
        ...(answer.comment ? [{ name: 'Kommentar', text: forCard(answer.comment) }] : []),
        ...answer.measures.map(({ text, effectKr }, index) => ({
          name: `Åtgärd ${index + 1}`,
          text: `${forCard(text)} – effekt i år: ${effectKr === undefined ? 'inte beräknad' : tkr(effectKr)}`,
        })),
      ],
      actions: [executeAction('Ändra', 'changeOutcome', { promptId, revision })],
    };
  },
);

/** "370 000 tkr (370 000 000 kr)": what is shown and what is stored. */
function amountText(amount: Amount): string {
  if (amount.kind === 'missing') return `saknas (${forCard(amount.reason)})`;
  return `${tkr(amount.amountKr)} (${kronorInFull(amount.amountKr)})`;
}

function reportText(report: IndicatorReport, unit: string): string {
  switch (report.kind) {
    case 'value':
      return `${swedishNumber(report.value)} ${forCard(unit)}`;
    case 'no-new-value':
      return 'inget nytt värde';
    case 'not-applicable':
      return 'ej tillämpligt';
    case 'too-few':
      return 'för litet underlag för att visas';
  }
}
