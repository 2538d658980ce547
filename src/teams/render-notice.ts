import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Card, CardContext } from '../../cards/define-card.ts';
import { monthSummaryCard } from '../../cards/month-summary/card.ts';
import { monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import { cumulativePeriod } from '../../cards/swedish.ts';
import type { Notice } from '../ports.ts';

/** A message that shows one card. `summary` is what the phone's lock screen shows: never a figure, never a name. */
export function cardMessage(card: Card, summary: string): Partial<Activity> {
  // Text beside a card would be split into a message of its own, and then no id comes back.
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

/** A notice as the message that Teams gets. */
export function renderNotice(notice: Notice, context: CardContext): Partial<Activity> {
  switch (notice.kind) {
    case 'monthly-prompt': {
      const { form } = notice;
      const period = cumulativePeriod(form.prompt.followUp.period);
      return cardMessage(monthlyPromptCard.build({ ...form, context }), `Dags att rapportera ${period}`);
    }
    case 'receipt': {
      const { prompt, stored, promptId } = notice;
      const period = cumulativePeriod(prompt.followUp.period);
      return cardMessage(
        outcomeReceiptCard.build({ prompt, stored, promptId, context }),
        `Rapporten för ${period} är mottagen`,
      );
    }
    case 'month-summary': {
      const { summary, dueOn, replaces } = notice;
      const period = cumulativePeriod(summary.period);
      return cardMessage(monthSummaryCard.build({ summary, dueOn, replaces, context }), `Månadsuppföljning ${period}`);
    }
  }
}
