import type { ForeseenItem, ForeseenMessage } from '../../src/domain/foresee.ts';
import { cumulativePeriod, swedishDate } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf } from '../file-texts.ts';
import { inputId, typedFields } from '../input-ids.ts';
import { noticesOf } from '../notices.ts';
import { counted } from '../part-texts.ts';
import { forCard } from '../peoples-words.ts';
import { reasonText } from '../reason-text.ts';
import { kindText, whyText } from '../round-words.ts';
import template from './template.json' with { type: 'json' };

export interface DryRunCard {
  /** The month whose card it was asked from; '' when none is open. */
  readonly period: string;
  /** The day that is asked about, as typed; '' when it could not be read. */
  readonly date: string;
  /** How many times the form has been shown before. */
  readonly attempt: number;
  readonly run?: {
    readonly period: string;
    readonly paused: boolean;
    /** Everything would go there instead while the rehearsal is on. */
    readonly rehearsalTo?: string;
    readonly messages: readonly ForeseenMessage[];
  };
  /** Why there is nothing to show. */
  readonly problem?: string;
}

/** As many as fit in a message; the command line has them all. */
const MOST_MESSAGES = 18;
const MOST_ITEMS = 3;
const PREMISE = 'Inget skickas nu. Det räknas som att ingen mer svarar till dess, och att allt annat är som idag.';

/** Who would get what on a day. Verbs: dryRunRound, showRound. */
export const dryRunCard = defineCard<DryRunCard & { readonly context: CardContext }>(template, (facts) => {
  const { period, date, attempt, run, problem, context } = facts;
  const { first, more } = firstOf(run?.messages ?? [], MOST_MESSAGES);
  return {
    title: run ? `Provkörning ${swedishDate(date)}` : 'Provkörning',
    lines: run ? [{ text: `Rundan ${cumulativePeriod(run.period)}.` }, { text: PREMISE }] : [],
    banners: run ? holds(run) : [],
    problems: problem === undefined ? [] : [{ text: forCard(problem) }],
    count: run ? [{ text: countText(run.messages.length) }] : [],
    messages: first.map(presentMessage),
    more: more === 0 ? [] : [{ text: `… och ${more} till. Alla visas med styr round plan --date ${date}.` }],
    day: { id: inputId(attempt, 'day'), value: date },
    notices: noticesOf(false, context),
    actions: [
      executeAction('Provkör den dagen', 'dryRunRound', { id: period, revision: 0 }),
      ...(period === '' ? [] : [executeAction('Till rundan', 'showRound', { id: period, revision: 0 })]),
    ],
  };
});

function holds({ paused, rehearsalTo }: NonNullable<DryRunCard['run']>): { style: string; text: string }[] {
  return [
    ...(paused ? [{ style: 'warning', text: 'Rundan är pausad. Så här blir det om den återupptas.' }] : []),
    ...(rehearsalTo === undefined
      ? []
      : [
          {
            style: 'accent',
            text: `En repetition pågår: allt går till ${forCard(rehearsalTo)}. Så här blir det när den är slut.`,
          },
        ]),
  ];
}

function countText(count: number): string {
  return count === 0 ? 'Inget skulle skickas den dagen.' : `${counted(count, 'meddelande', 'meddelanden')}:`;
}

function presentMessage({ at, recipient, unreachable, items }: ForeseenMessage): { when: string; what: string } {
  const { first, more } = firstOf(items, MOST_ITEMS);
  const rest = more === 0 ? '' : ` och ${more} till`;
  const lost = unreachable === undefined ? '' : `. Kommer inte fram: ${forCard(reasonText(unreachable))}`;
  return {
    when: `Kl. ${at.slice(-5).replace(':', '.')} ${forCard(recipient)}`,
    what: `${first.map(itemText).join('; ')}${rest}${lost}`,
  };
}

function itemText({ committeeId, kind, why }: ForeseenItem): string {
  return forCard(`${committeeId}: ${kindText(kind)}, ${whyText(why)}`);
}

/** The day that was typed in the form, '' when none was; and how many times it has been shown. */
export function readDryRunForm(data: Readonly<Record<string, unknown>>): {
  readonly day: string;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  return { day: typed.day?.trim().slice(0, 10) ?? '', attempt };
}
