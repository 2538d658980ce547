import type { CommitteeSummary, MonthSummary } from '../../src/domain/summarise.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { financeFacts, sourceText } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { cumulativePeriod, swedishDate } from '../swedish.ts';
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

/** The month over all committees, for the channel. No buttons: it is only read. */
export const monthSummaryCard = defineCard<MonthSummaryCard & { readonly context: CardContext }>(
  template,
  ({ summary, dueOn, replaces, context }) => {
    const answered = summary.committees.filter(({ stored }) => stored !== undefined);
    const deficits = answered.filter(({ deviationKr }) => deviationKr !== undefined && deviationKr < 0).length;
    return {
      title: `Månadsuppföljning ${cumulativePeriod(summary.period)}`,
      headline: `${answered.length} av ${summary.committees.length} nämnder har svarat. ${deficits === 0 ? 'Ingen av dem räknar med underskott.' : `${deficits} av dem räknar med underskott.`}`,
      missing:
        summary.missing.length === 0
          ? 'Alla har svarat.'
          : `Saknas: ${summary.missing.map(({ name }) => forCard(name)).join(', ')}. Sista dag ${swedishDate(dueOn)}.`,
      notices: [
        { text: NOT_A_RESULT },
        ...(replaces
          ? [{ text: 'Det här kortet ersätter ett tidigare kort om samma månad, om ett sådant syns i kanalen.' }]
          : []),
        ...noticesOf(summary.example, context),
      ],
      committees: answered.map((committee) => presentCommittee(committee, summary.period)),
    };
  },
);

function presentCommittee(summary: CommitteeSummary, period: string): object {
  return {
    name: forCard(summary.committee.name),
    facts: financeFacts(summary, period),
    source: summary.stored ? sourceText(summary.stored) : '',
  };
}
