import type { WorkItem } from '../../src/domain/work-item.ts';
import { cumulativePeriod } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { wordsOf } from './item-words.ts';
import template from './template.json' with { type: 'json' };

export interface WorkListCard {
  readonly period: string;
  /** The day in Sweden that it is written, `2026-11-13`. */
  readonly today: string;
  readonly items: readonly WorkItem[];
  /** An earlier message about the same may have arrived. */
  readonly replacesEarlier?: boolean;
  /** UPN of the person whom it would have gone to, in a rehearsal. */
  readonly rehearsalFor?: string;
  /** Where people install the app. */
  readonly installLink?: string;
}

/** As many as fit in a message, each with a button. */
const MOST_SECTIONS = 10;
const REPLACES = 'Det här meddelandet ersätter ett tidigare om samma sak, om ett sådant syns i chatten.';

/** One message to one person about one or several things. Verbs: openForm, askAbsence. */
export const workListCard = defineCard<WorkListCard & { readonly context: CardContext }>(template, (facts) => {
  const { period, today, replacesEarlier, rehearsalFor, installLink, context } = facts;
  // What is still to be done comes first.
  const items = [...facts.items.filter(({ stored }) => !stored), ...facts.items.filter(({ stored }) => stored)];
  const mayAsk = rehearsalFor === undefined && items.some(isAsked);
  return {
    title: titleOf(facts.items),
    subtitle: `Uppföljning ${cumulativePeriod(period)}`,
    notes: [
      ...(rehearsalFor === undefined ? [] : [{ text: rehearsalText(rehearsalFor) }]),
      ...(replacesEarlier ? [{ text: REPLACES }] : []),
    ],
    sections: items.slice(0, MOST_SECTIONS).map((item) => presentItem(item, today)),
    more: moreText(items.slice(MOST_SECTIONS)),
    install: installLines(items, installLink),
    notices: noticesOf(false, context),
    actions: mayAsk ? [executeAction('Jag är borta', 'askAbsence', { id: '', revision: 0 })] : [],
  };
});

/** What such a message is about, without names: also for the phone's lock screen. */
export function titleOf(items: readonly WorkItem[]): string {
  if (items.every(({ stored }) => stored)) return 'Det här är klart';
  const open = items.filter(({ stored }) => !stored);
  if (open.every(({ kind }) => kind === 'late')) return 'Svar som saknas';
  if (open.every(({ kind }) => kind === 'unreachable')) return 'Ingen går att nå';
  if (open.every(({ kind }) => kind === 'reminder')) return 'Påminnelse om rapporten';
  return open.every(isAsked) ? 'Dags att rapportera' : 'Att göra i uppföljningen';
}

function rehearsalText(upn: string): string {
  return `Repetition: det här skulle ha gått till ${forCard(upn)}. Inget sparas, och knapparna öppnar inget.`;
}

/** True for what its reader is to answer. */
function isAsked({ kind, stored }: WorkItem): boolean {
  return !stored && kind !== 'late' && kind !== 'unreachable';
}

function presentItem(item: WorkItem, today: string): object {
  const { committeeId, committeeName, promptId, revision = 0, stored } = item;
  const opens = promptId !== undefined && !stored;
  return {
    name: forCard(committeeName),
    lines: wordsOf(item, today).map((text) => ({ text })),
    buttons: opens
      ? [{ actions: [executeAction(`Öppna formuläret för ${committeeId}`, 'openForm', { id: promptId, revision })] }]
      : [],
  };
}

function moreText(rest: readonly WorkItem[]): { text: string }[] {
  if (rest.length === 0) return [];
  const names = rest.map(({ committeeName }) => forCard(committeeName)).join(', ');
  const how = rest.some(isAsked) ? ' Skriv ”visa formuläret”, så får du de formulären också.' : '';
  return [{ text: `Får inte plats här: ${names}.${how}` }];
}

/** The address is our own configuration's, and whoever reads it has to be able to pass it on. */
function installLines(items: readonly WorkItem[], link: string | undefined): { text: string }[] {
  const lacking = items.some(({ stored, tried = [] }) => !stored && tried.some(({ reason }) => isWithoutApp(reason)));
  return link === undefined || !lacking
    ? []
    : [{ text: `Länk att skicka till den som inte har appen: [${link}](${link})` }];
}

function isWithoutApp(reason: string): boolean {
  return reason === 'NOT_INSTALLED' || reason === 'BotNotInConversationRoster';
}
