import { reportOf, type StoredAnswer } from '../../src/domain/answer.ts';
import { areaDeviationKr } from '../../src/domain/finance.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { askedName, reportText } from '../../src/words/indicator-text.ts';
import { periodText, shortInterval } from '../../src/words/period-text.ts';
import { reportNames } from '../../src/words/report-words.ts';
import { cumulativePeriod, deviationInWords, swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction, sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { amountText, exactTkr } from './amount-text.ts';
import { presentGoals, presentInvestments, presentWork } from './present-report.ts';
import template from './template.json' with { type: 'json' };

export interface OutcomeReceiptCard {
  readonly promptId: string;
  readonly prompt: MonthlyPrompt;
  readonly stored: StoredAnswer;
  /** What was taken out of the texts. */
  readonly notices?: readonly string[];
  /** The next form that its reader owes. */
  readonly next?: NextForm;
}

/** What opens a form of another committee. */
export interface NextForm {
  readonly committeeName: string;
  readonly promptId: string;
  readonly revision: number;
}

/** Repeats in full what was understood. Verbs: changeOutcome, openForm. */
export const outcomeReceiptCard = defineCard<OutcomeReceiptCard & { readonly context: CardContext }>(
  template,
  ({ promptId, prompt, stored, notices = [], next, context }) => {
    const { answer, reporter, reportedAt, receiptNumber, revision, correctionReason } = stored;
    const came = revision > 1 ? 'Rättat' : 'Mottaget';
    return {
      title: `Kvitto ${forCard(receiptNumber)}`,
      subtitle: `${forCard(prompt.committee.name)}, ${cumulativePeriod(prompt.followUp.period)}`,
      status: `${came} ${swedishDateTime(reportedAt)} av ${displayName(reporter.name)}. Preliminärt.`,
      reasons: correctionReason === undefined ? [] : [{ text: `Skäl: ${forCard(correctionReason)}` }],
      next: nextLine(prompt),
      notices: [...notices.map((text) => ({ text })), ...noticesOf(prompt.example, context)],
      sections: [...presentAreas(prompt, answer), ...presentIndicators(prompt, answer)],
      texts: presentTexts(answer),
      report: [...presentInvestments(prompt, answer), ...presentGoals(prompt, answer), ...presentWork(prompt, answer)],
      actions: [
        ...(next ? [nextAction(next)] : []),
        ...reportAction(prompt),
        executeAction('Ändra', 'changeOutcome', { id: promptId, revision }),
      ],
    };
  },
);

/** In a report period the answer is the ground of a report, which is not handed in by itself. */
function nextLine({ followUp: { kind } }: MonthlyPrompt): { text: string }[] {
  if (kind === 'month') return [];
  return [
    { text: `Svaret ingår i nämndens ${reportNames[kind]}. Öppna rapporten för att skriva texter och lämna in den.` },
  ];
}

/** Beside the receipt, which stays where it is. */
function reportAction({ committee: { id }, followUp: { kind, period } }: MonthlyPrompt): object[] {
  return kind === 'month' ? [] : [sayAction('Öppna rapporten', `rapport ${id} ${periodText(period)}`)];
}

function nextAction({ committeeName, promptId: id, revision }: NextForm): object {
  return executeAction(`Öppna nästa: ${committeeName}`, 'openForm', { id, revision }, 'positive');
}

function presentAreas({ areas, followUp }: MonthlyPrompt, answer: StoredAnswer['answer']): object[] {
  return areas.flatMap(({ area }) => {
    const figures = answer.areas.find(({ areaId }) => areaId === area.id);
    if (!figures) return [];
    const deviationKr = areaDeviationKr(area.netBudgetKr, figures);
    return {
      name: forCard(area.name),
      facts: [
        { title: `Utfall ${shortInterval(followUp.period)}`, value: amountText(figures.outcome) },
        { title: 'Prognos helår', value: amountText(figures.forecast) },
        { title: 'Mot budget', value: deviationKr === undefined ? 'kan inte räknas' : deviationInWords(deviationKr) },
      ],
    };
  });
}

function presentIndicators(prompt: MonthlyPrompt, answer: StoredAnswer['answer']): object[] {
  return prompt.indicators.flatMap((asked) => {
    const { indicator, scope } = asked;
    const report = reportOf(answer, indicator.id, scope);
    if (!report) return [];
    return {
      name: forCard(askedName(asked, prompt)),
      facts: [{ title: 'Värde', value: reportText(report, indicator, forCard) }],
    };
  });
}

function presentTexts({ comment, measures }: StoredAnswer['answer']): object[] {
  return [
    ...(comment === '' ? [] : [{ name: 'Kommentar', text: forCard(comment), effects: [] }]),
    ...measures.map(({ text, effectKr }, index) => ({
      name: `Åtgärd ${index + 1}`,
      text: forCard(text),
      effects: [{ text: `Effekt i år: ${effectKr === undefined ? 'inte beräknad' : exactTkr(effectKr)}` }],
    })),
  ];
}
