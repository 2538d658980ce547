import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { TriedPerson, WorkItem } from '../../src/domain/work-item.ts';
import { lowerFirst } from '../../src/words/sentence-parts.ts';
import { swedishDate, swedishDateTime } from '../../src/words/swedish.ts';
import { firstOf } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';
import { triedText } from '../reason-text.ts';

const MOST_PEOPLE = 5;

/** What an item says, line by line. `today`: the day that it says it. */
export function wordsOf(item: WorkItem, today: string): string[] {
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

function dueText({ dueOn }: WorkItem, today: string): string {
  const day = swedishDate(dueOn);
  if (today === dueOn) return `Sista dagen är idag, ${day}.`;
  return today < dueOn ? `Svara senast ${day}.` : `Svaret skulle ha kommit ${day}.`;
}

function standIn({ insteadOf }: WorkItem): string[] {
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
