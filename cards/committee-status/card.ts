import type { Committee, FollowUp } from '../../src/domain/plan.ts';
import type { CommitteeSummary } from '../../src/domain/summarise.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { financeFacts, sourceText } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { cumulativePeriod, deviationInWords } from '../swedish.ts';
import template from './template.json' with { type: 'json' };

export interface CommitteeStatusCard {
  readonly committee: Committee;
  readonly open: FollowUp;
  readonly latest: CommitteeSummary | undefined;
  readonly example: boolean;
}

/** Where a committee stands, from the newest month that it has reported. */
export const committeeStatusCard = defineCard<CommitteeStatusCard & { readonly context: CardContext }>(
  template,
  ({ committee, open, latest, example, context }) => {
    const stored = latest?.stored;
    return {
      title: committee.name,
      headline: headline({ open, latest }),
      factSets: latest && stored ? [{ facts: financeFacts(latest, stored.period) }] : [],
      notices: [
        ...(stored ? [{ text: `Preliminärt. ${sourceText(stored)}` }] : []),
        ...(stored?.answer.comment ? [{ text: `Kommentar: ${forCard(stored.answer.comment)}` }] : []),
        ...noticesOf(example, context),
      ],
    };
  },
);

function headline({ open, latest }: Pick<CommitteeStatusCard, 'open' | 'latest'>): string {
  const stored = latest?.stored;
  if (!latest || !stored) return 'Inget är rapporterat i år.';
  const waiting =
    stored.period === open.period ? '' : ` Inget är rapporterat ännu för ${cumulativePeriod(open.period)}.`;
  const deviation =
    latest.deviationKr === undefined
      ? 'Prognos saknas'
      : `Prognosen för året är ${deviationInWords(latest.deviationKr)}`;
  return `${deviation}, efter ${cumulativePeriod(stored.period)}.${waiting}`;
}
