import type { TriedPerson } from '../src/domain/work-item.ts';
import { swedishDate } from '../src/words/swedish.ts';
import { forCard } from './peoples-words.ts';

/** Why somebody was not reached, or a message has not arrived, by stable code. */
const reasons: Readonly<Record<string, string>> = {
  NOT_INSTALLED: 'har inte appen',
  ConversationBlockedByUser: 'har blockerat appen',
  MessageWritesBlocked: 'har blockerat appen',
  BotNotInConversationRoster: 'har tagit bort appen',
  AWAY: 'är borta',
  NO_REPORTER: 'ingen rapportör i planen',
  BotDisabledByAdmin: 'appen är avstängd i Teams',
  BOT_NOT_ACCEPTED: 'Teams godtar inte appens inloggning',
  TOKEN_UNAVAILABLE: 'appen fick ingen inloggning',
  UNKNOWN_403: 'Teams nekade utan att säga varför',
  THROTTLED: 'Teams bad oss vänta',
  BUSY: 'chatten var upptagen',
  NO_ANSWER: 'inget svar från Teams',
  UNREADABLE_ANSWER: 'oläsligt svar från Teams',
  NO_CONVERSATION: 'har ingen chatt med appen',
  CONVERSATION_OF_ANOTHER: 'chatten hör till någon annan',
  SERVICE_URL_NOT_ALLOWED: 'chattens adress är inte Teams',
  NotEnoughPermissions: 'appen får inte skriva där',
  CONVERSATION_GONE: 'chatten finns inte längre',
  CONVERSATION_RENEWED: 'chatten fick göras om',
  TOO_LARGE: 'för stort för ett meddelande',
  CLAIM_EXPIRED: 'tjänsten stannade mitt i utskicket',
  FAILED: 'något gick fel i tjänsten',
  REFUSED: 'Teams nekade',
};

/** A reason in Swedish, without a full stop; a code that nobody has words for as it is. Plain text. */
export function reasonText(code: string): string {
  if (/^\d{3}$/.test(code)) return `Teams svarade med fel ${code}`;
  // The network's own codes: ECONNRESET, ENOTFOUND, ETIMEDOUT and many more.
  return reasons[code] ?? (/^E[A-Z_]+$/.test(code) ? 'förbindelsen med Teams bröts' : code);
}

/** `eva@kommunen.se (är borta till och med 13 november 2026)`, for a card. No UPN: the reason is of nobody in particular. */
export function triedText({ upn, reason, until }: TriedPerson): string {
  const why = forCard(reasonText(reason)) + (until === undefined ? '' : ` till och med ${swedishDate(until)}`);
  return upn === '' ? why : `${forCard(upn)} (${why})`;
}
