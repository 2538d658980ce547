import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import { monthNumber } from '../../src/domain/period.ts';
import type { ReportSummary } from '../../src/domain/report-summary.ts';
import { reportNames } from '../../src/words/report-words.ts';
import { swedishMonth } from '../../src/words/swedish.ts';
import type { CardContext } from '../define-card.ts';
import { forCard } from '../peoples-words.ts';

type About = Pick<ReportSummary, 'scope' | 'period' | 'kind'>;

/** Shows the lines that say whose the figures are. */
export const toggleSources: object = {
  ...{ type: 'Action.ToggleVisibility', title: 'Visa källor' },
  targetElements: ['sources'],
};

/** What somebody writes to get the report's document: "hämta KFN:s delårsrapport augusti 2026 som pdf". */
export function askForDocument({ scope, period, kind }: About): string {
  const whose = scope === MUNICIPALITY ? 'kommunens' : `${scope}:s`;
  const when = kind === 'annual' && monthNumber(period) === 12 ? period.slice(0, 4) : swedishMonth(period);
  return `hämta ${whose} ${reportNames[kind]} ${when} som pdf`;
}

/**
 * From a channel the document is fetched in the reader's own chat: the link opens it with the question written, to be sent.
 * Source: MicrosoftDocs/msteams-docs issues 759 and 11653 (`28:` and the bot's id stand for the bot).
 */
export function chatLink(about: About, { botId }: CardContext): object[] {
  if (botId === undefined) return [];
  const message = encodeURIComponent(askForDocument(about));
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${botId}`)}&message=${message}`;
  return [{ type: 'Action.OpenUrl', title: 'Hämta rapporten i chatten', url }];
}

/** Where no button can lead there: what to write, and where. */
export function askInChat(about: About, place: 'channel' | 'chat', { botId }: CardContext): { text: string }[] {
  if (place === 'chat' || botId !== undefined) return [];
  return [{ text: `Skriv ”${forCard(askForDocument(about))}” till mig i vår egen chatt, så får du dokumentet.` }];
}
