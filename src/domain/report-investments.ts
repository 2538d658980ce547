import type { Amount, StoredAnswer } from './answer.ts';
import { deviationKr } from './finance.ts';
import { askInvestments, type InvestmentAsked, type KnownAmount } from './investment-questions.ts';
import { lastMonth } from './measured-period.ts';
import type { InvestmentContent } from './report-content.ts';
import type { ReportBasis } from './report-questions.ts';

/** The committee's projects with what it says this time; one that it says nothing of, with what was known last. */
export function committeeInvestments(
  basis: ReportBasis,
  stored: StoredAnswer | undefined,
): readonly InvestmentContent[] {
  const { committeeId, followUp } = basis;
  // What is known last is what a report period would start from.
  const known = askInvestments({ ...basis, followUp: { ...followUp, kind: 'interim', asks: ['finance'] } });
  return known.map((asked) => {
    const said = stored?.answer.investments.find(({ project }) => project === asked.project);
    const figures = said
      ? figuresOf(knownKr(said.outcome), knownKr(said.forecast), followUp.period)
      : lastFigures(asked);
    const { project, budgetKr, example } = asked;
    return {
      ...{ committeeId, project, budgetKr, ...figures },
      ...(figures.forecastKr === undefined ? {} : { deviationKr: deviationKr(budgetKr, figures.forecastKr) }),
      example: example || (said !== undefined && stored?.example === true),
    };
  });
}

type Figures = Pick<InvestmentContent, 'outcomeKr' | 'forecastKr' | 'period'>;

/** Figures of one time only: an older one beside a newer is left out. */
function lastFigures({ outcome, forecast }: InvestmentAsked): Figures {
  const newest = [timeOf(outcome), timeOf(forecast)].toSorted().at(-1);
  const current = (known: KnownAmount | undefined) => (timeOf(known) === newest ? known?.amountKr : undefined);
  return figuresOf(
    current(outcome),
    current(forecast),
    (outcome && timeOf(outcome) === newest ? outcome : forecast)?.period,
  );
}

/** '' where it isn't said. */
function timeOf(known: KnownAmount | undefined): string {
  return known?.period === undefined ? '' : lastMonth(known.period);
}

function knownKr(amount: Amount): number | undefined {
  return amount.kind === 'value' ? amount.amountKr : undefined;
}

function figuresOf(outcomeKr: number | undefined, forecastKr: number | undefined, period: string | undefined): Figures {
  const isKnown = outcomeKr !== undefined || forecastKr !== undefined;
  return {
    ...(outcomeKr === undefined ? {} : { outcomeKr }),
    ...(forecastKr === undefined ? {} : { forecastKr }),
    ...(isKnown && period !== undefined ? { period } : {}),
  };
}
