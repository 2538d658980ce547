import type { StoredAnswer } from '../../src/domain/answer.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { firstOf } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { type TriedPerson, triedText } from '../reason-text.ts';

/** One thing that a message is about. What is done says by whom. */
export interface WorkListItem {
  /** `too-large`: a form that did not fit in a message. */
  readonly kind: 'prompt' | 'reminder' | 'late' | 'unreachable' | 'too-large';
  readonly committeeId: string;
  readonly committeeName: string;
  /** Last day to answer, `2026-11-13`. */
  readonly dueOn: string;
  /** For a form that the reader can open. */
  readonly promptId?: string;
  readonly revision?: number;
  /** UPN of the reporter whom the reader stands in for. */
  readonly insteadOf?: string;
  /** Who has been asked for what is late, as UPNs. */
  readonly asked?: readonly string[];
  /** Who was tried for a committee, and why each could not be reached. */
  readonly tried?: readonly TriedPerson[];
  readonly stored?: StoredAnswer;
}

const MOST_PEOPLE = 5;

/** What an item says, line by line. `today`: the day that it says it. */
export function wordsOf(item: WorkListItem, today: string): string[] {
  if (item.stored) return [doneText(item.stored)];
  switch (item.kind) {
    case 'prompt':
      return [dueText(item, today), ...standIn(item)];
    case 'reminder':
      return [`Påminnelse: ${lowerFirst(dueText(item, today))}`, ...standIn(item)];
    case 'too-large':
      return ['Formuläret fick inte plats i ett meddelande.', dueText(item, today), ...standIn(item)];
    case 'late':
      return [`Svaret skulle ha kommit ${swedishDate(item.dueOn)} och saknas ännu.`, askedText(item.asked ?? [])];
    case 'unreachable':
      return [`Ingen har kunnat frågas. ${triedPeople(item.tried ?? [])}`];
  }
}

function dueText({ dueOn }: WorkListItem, today: string): string {
  const day = swedishDate(dueOn);
  if (today === dueOn) return `Sista dagen är idag, ${day}.`;
  return today < dueOn ? `Svara senast ${day}.` : `Svaret skulle ha kommit ${day}.`;
}

function standIn({ insteadOf }: WorkListItem): string[] {
  return insteadOf === undefined ? [] : [`Du frågas som ersättare för ${forCard(insteadOf)}.`];
}

function doneText({ reporter, reportedAt, receiptNumber, revision }: StoredAnswer): string {
  const corrected = revision > 1 ? ', rättat' : '';
  const who = displayName(reporter.name);
  return `Klart: ${who} svarade ${swedishDateTime(reportedAt)} (kvitto ${forCard(receiptNumber)}${corrected}).`;
}

function askedText(upns: readonly string[]): string {
  return upns.length === 0 ? 'Ingen har kunnat frågas.' : `Tillfrågade: ${listed(upns.map(forCard))}.`;
}

function triedPeople(tried: readonly TriedPerson[]): string {
  return tried.length === 0 ? 'Planen har ingen rapportör för nämnden.' : `Prövade: ${listed(tried.map(triedText))}.`;
}

function listed(people: readonly string[]): string {
  const { first, more } = firstOf(people, MOST_PEOPLE);
  return `${first.join(', ')}${more === 0 ? '' : ` och ${more} till`}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
