import { isDay } from '../../src/domain/days.ts';
import { agendaText } from '../../src/words/agenda-text.ts';
import { asWritten } from '../../src/words/outlet.ts';
import { reportName } from '../../src/words/report-words.ts';
import { shortDay } from '../days-text.ts';
import type { JointReviewCard } from './card.ts';
import { meetingLink } from './meeting-link.ts';

interface MeetingPart {
  readonly lines: readonly { readonly text: string }[];
  readonly buttons: readonly { readonly actions: readonly object[] }[];
}

/**
 * A button that opens the meeting in Teams, for the day and the time in the form; without them, what is lacking. Nothing for
 * who does not hold the review, or once it has been held.
 */
export function meetingParts(
  { content, agenda, people, deeds }: JointReviewCard,
  { date = '', startsAt = '' }: { readonly date?: string | undefined; readonly startsAt?: string | undefined },
): MeetingPart[] {
  if (!deeds.includes('hold-review')) return [];
  if (!isDay(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) {
    return [said('Välj dag och tid och tryck Spara anteckningar, så kan mötet öppnas i Teams.')];
  }
  const { url, attendeesLeftOut } = meetingLink({
    subject: `Gemensam genomgång ${reportName(content.kind, content.period)}`,
    ...{ day: date, startsAt, attendees: people },
    agenda: agenda.map((item) => `- ${agendaText(item, asWritten)}`),
  });
  const when = `${shortDay(date)} kl. ${startsAt.replace(':', '.')}`;
  const leftOut =
    attendeesLeftOut === 0
      ? ''
      : ` ${attendeesLeftOut === 1 ? 'En person' : `${attendeesLeftOut} personer`} får inte plats i länken: lägg till dem i mötet.`;
  const lead = `Mötet öppnas ifyllt med dag, dagordning och nämndernas folk. Inget skickas förrän du själv skickar det.${leftOut}`;
  const button = { type: 'Action.OpenUrl', title: `Öppna möte i Teams ${when}`, url };
  return [{ ...said(lead), buttons: [{ actions: [button] }] }];
}

function said(text: string): MeetingPart {
  return { lines: [{ text }], buttons: [] };
}
