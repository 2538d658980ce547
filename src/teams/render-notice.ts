import { type Activity, ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import type { Card, CardContext } from '../../cards/define-card.ts';
import { monthSummaryCard } from '../../cards/month-summary/card.ts';
import { outcomeReceiptCard } from '../../cards/outcome-receipt/card.ts';
import { reportSummaryCard } from '../../cards/report-summary/card.ts';
import { reportWordCard, wordTitle } from '../../cards/report-word/card.ts';
import { titleOf, workListCard } from '../../cards/work-list/card.ts';
import type { Notice } from '../ports.ts';
import { reportTitle } from '../words/report-words.ts';
import { cumulativePeriod } from '../words/swedish.ts';
import type { CardAnswer } from './card-answer.ts';
import { drawForm } from './draw-form.ts';

/** Asks the person whether a file may be put in their OneDrive; Teams answers with `fileConsent/invoke`. */
const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** A message that shows one card. `summary` is what the phone's lock screen shows: never a figure, never a name. */
export function cardMessage(card: Card, summary: string): Partial<Activity> {
  // Text beside a card would be split into a message of its own, and then no id comes back.
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

/** What a press leads to, as a message of its own: for what was asked in words, and for clients that press by a message. */
export function answerMessage(answer: CardAnswer): Partial<Activity> {
  switch (answer.kind) {
    case 'card':
      return cardMessage(answer.card, answer.summary);
    case 'file':
      return { type: ActivityTypes.Message, attachments: [{ contentType: FILE_CONSENT, ...answer.offer }] };
    default:
      return MessageFactory.text(answer.text);
  }
}

/** A notice as the message that Teams gets. */
export function renderNotice(notice: Notice, context: CardContext): Partial<Activity> {
  switch (notice.kind) {
    case 'monthly-prompt': {
      const { form } = notice;
      const period = cumulativePeriod(form.prompt.followUp.period);
      return cardMessage(drawForm(form, context), `Dags att rapportera ${period}`);
    }
    case 'receipt': {
      const { kind: _, ...receipt } = notice;
      const period = cumulativePeriod(receipt.prompt.followUp.period);
      return cardMessage(outcomeReceiptCard.build({ ...receipt, context }), `Rapporten för ${period} är mottagen`);
    }
    case 'work-list': {
      const { list } = notice;
      const about = `${titleOf(list.items)} ${cumulativePeriod(list.period)}`;
      return cardMessage(workListCard.build({ ...list, context }), about);
    }
    case 'month-summary': {
      const { summary, dueOn, replaces } = notice;
      const period = cumulativePeriod(summary.period);
      return cardMessage(monthSummaryCard.build({ summary, dueOn, replaces, context }), `Månadsuppföljning ${period}`);
    }
    case 'report-word':
      return cardMessage(reportWordCard.build({ ...notice.about, context }), wordTitle(notice.about));
    case 'report-summary': {
      const { kind: _, ...facts } = notice;
      return cardMessage(
        reportSummaryCard.build({ ...facts, context }),
        reportTitle(facts.summary.kind, facts.summary.period),
      );
    }
  }
}
