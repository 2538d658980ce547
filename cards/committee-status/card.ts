import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { Break } from '../../src/domain/breaks.ts';
import type { Committee, FollowUp } from '../../src/domain/plan.ts';
import type { CommitteeSummary } from '../../src/domain/summarise.ts';
import { breakLines } from '../../src/words/break-text.ts';
import { cumulativePeriod } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { deviationText, financeFacts, partLines, sourceText } from '../finance-facts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface CommitteeStatusCard {
  readonly committee: Committee;
  readonly open: FollowUp;
  readonly latest: CommitteeSummary | undefined;
  /** Why the newest can't be held against the open month. */
  readonly breaks: readonly Break[];
  readonly example: boolean;
}

/** Where a committee stands, from the newest month that it has reported. */
export const committeeStatusCard = defineCard<CommitteeStatusCard & { readonly context: CardContext }>(
  template,
  ({ committee, open, latest, breaks, example, context }) => {
    const stored = latest?.stored;
    return {
      title: forCard(committee.name),
      headline: latest && stored ? `Avvikelse helår: ${deviationText(latest)}` : 'Inget är rapporterat i år.',
      reports:
        stored?.period === open.period
          ? [{ text: `Enligt rapporten för ${cumulativePeriod(open.period)}.` }]
          : [
              ...(latest && stored ? [{ text: reportText(latest, stored.period, committee) }] : []),
              { text: `Rapporten för ${cumulativePeriod(open.period)} har inte kommit ännu.` },
            ],
      breaks: breakLines(breaks, forCard),
      factSets: latest && stored ? [{ facts: financeFacts(latest, stored.period) }] : [],
      parts: latest && stored ? partLines(latest) : [],
      comments: stored ? commentLines(stored) : [],
      notices: [...(stored ? [{ text: `Preliminärt. ${sourceText(stored)}` }] : []), ...noticesOf(example, context)],
    };
  },
);

/** The committee's words, and why the figures were changed: this card is for the roster's eyes. */
function commentLines({ answer, correctionReason, revision }: StoredAnswer): { text: string }[] {
  const why = revision > 1 ? 'Skäl till rättningen' : 'Skäl';
  return [
    ...(answer.comment === '' ? [] : [{ text: `Kommentar: ${forCard(answer.comment)}` }]),
    ...(correctionReason === undefined ? [] : [{ text: `${why}: ${forCard(correctionReason)}` }]),
  ];
}

/** Another committee's report is never shown as this one's. */
function reportText(latest: CommitteeSummary, period: string, { id }: Committee): string {
  const by = latest.committee.id === id ? '' : `, lämnad av ${forCard(latest.committee.name)}`;
  return `Enligt rapporten för ${cumulativePeriod(period)}${by}.`;
}
