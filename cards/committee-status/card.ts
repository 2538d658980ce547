import type { Committee, FollowUp } from '../../src/domain/plan.ts';
import type { CommitteeSummary } from '../../src/domain/summarise.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { deviationText, feeFinancedLines, financeFacts, sourceText } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { cumulativePeriod } from '../swedish.ts';
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
      title: forCard(committee.name),
      headline: latest && stored ? `Avvikelse helår: ${deviationText(latest)}` : 'Inget är rapporterat i år.',
      reports:
        stored?.period === open.period
          ? [{ text: `Enligt rapporten för ${cumulativePeriod(open.period)}.` }]
          : [
              ...(stored ? [{ text: `Enligt rapporten för ${cumulativePeriod(stored.period)}.` }] : []),
              { text: `Rapporten för ${cumulativePeriod(open.period)} har inte kommit ännu.` },
            ],
      factSets: latest && stored ? [{ facts: financeFacts(latest, stored.period) }] : [],
      feeFinanced: latest && stored ? feeFinancedLines(latest) : [],
      comments: stored?.answer.comment ? [{ text: `Kommentar: ${forCard(stored.answer.comment)}` }] : [],
      notices: [...(stored ? [{ text: `Preliminärt. ${sourceText(stored)}` }] : []), ...noticesOf(example, context)],
    };
  },
);
