import type { CommitteeSummary, MonthSummary } from '../../src/domain/summarise.ts';
import { cumulativePeriod, isDeficit, swedishDate } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { byDeviation, deviationText, financeFacts, partLines, sourceText } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface MonthSummaryCard {
  readonly summary: MonthSummary;
  /** Last day to answer, `2026-11-13`. */
  readonly dueOn: string;
  /** An earlier card of the month may stand above this one. */
  readonly replaces: boolean;
}

const NOT_A_RESULT =
  'Preliminära uppgifter. Nämndernas siffror läggs inte ihop: deras summa är inte kommunens resultat.';
const REPLACES = 'Det här kortet ersätter ett tidigare kort om samma månad, om ett sådant syns i kanalen.';

/** The month over all committees, for the channel, the largest deficit first. No buttons: it is only read. */
export const monthSummaryCard = defineCard<MonthSummaryCard & { readonly context: CardContext }>(
  template,
  ({ summary, dueOn, replaces, context }) => {
    const answered = summary.committees.filter(({ stored }) => stored !== undefined);
    return {
      title: `Månadsuppföljning ${cumulativePeriod(summary.period)}`,
      headline: headline(answered, summary.committees.length),
      missing: missing(summary, dueOn),
      notices: noticesOf(summary.example, context),
      committees: [...answered].sort(byDeviation).map((committee) => presentCommittee(committee, summary.period)),
      footnotes: [{ text: NOT_A_RESULT }, ...(replaces ? [{ text: REPLACES }] : [])],
    };
  },
);

function headline(answered: readonly CommitteeSummary[], all: number): string {
  if (answered.length === 0) return `Ingen av ${all} nämnder har svarat ännu.`;
  const deficits = answered.filter(({ deviationKr }) => isDeficit(deviationKr)).length;
  const unknown = answered.filter(({ deviationKr }) => deviationKr === undefined).length;
  const outlook = deficits === 0 ? 'Ingen prognos visar underskott' : `${deficits} räknar med underskott`;
  const without = unknown === 0 ? '' : `, ${unknown} saknar prognos`;
  const who = answered.length === all ? `Alla ${all}` : `${answered.length} av ${all}`;
  return `${who} nämnder har svarat. ${outlook}${without}.`;
}

function missing({ missing: committees }: MonthSummary, dueOn: string): { text: string }[] {
  if (committees.length === 0) return [];
  const names = committees.map(({ name }) => forCard(name)).join(', ');
  return [{ text: `Saknas: ${names}. Sista dag ${swedishDate(dueOn)}.` }];
}

function presentCommittee(summary: CommitteeSummary, period: string): object {
  return {
    name: forCard(summary.committee.name),
    deviation: `Avvikelse helår: ${deviationText(summary)}`,
    color: isDeficit(summary.deviationKr) ? 'Attention' : 'Default',
    facts: financeFacts(summary, period),
    parts: partLines(summary),
    source: summary.stored ? sourceText(summary.stored) : '',
  };
}
