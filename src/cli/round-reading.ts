import { readSwedishDate } from '../../cards/swedish-date.ts';
import { dayOf } from '../domain/indicator.ts';
import { isMonth, type Month } from '../domain/period.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { type Given, type StoredPorts, type Surroundings, textOf, wrongUse } from './command.ts';
import { committeeCalled } from './plan-coverage.ts';

/** The month that stands first after the command's own words. */
export function periodOf({ files: [text] }: Given): Month | undefined {
  if (text === undefined || isMonth(text)) return text;
  throw wrongUse(
    `"${text}" är ingen månad. Skriv till exempel 2026-10. En tertial eller ett delår skrivs som sin sista månad, 2026-08.`,
  );
}

export function givenPeriod(given: Given): Month {
  const period = periodOf(given);
  if (period === undefined) throw wrongUse('PERIOD saknas.');
  return period;
}

/** A day as people write it, today when none is given. */
export function dayOption(given: Given, { clock }: Surroundings): string {
  const today = stockholmDate(clock.now());
  const text = textOf(given, 'date');
  if (text === undefined) return today;
  const year = Number(today.slice(0, 4));
  const reading = readSwedishDate(text, { fromYear: year - 1, toYear: year + 5, usualYear: year });
  if (reading.kind === 'value') return dayOf(reading.value) ?? today;
  throw wrongUse(`--date ${text}: ${reading.message}`);
}

/** A person by login name. Who it is and whether that is right is the plan's to say. */
export function personOption(given: Given): string {
  const upn = requiredOption(given, 'to', 'inloggningsnamnet, till exempel --to namn@kommunen.se');
  if (!/^[^\s@]+@[^\s@]+$/.test(upn))
    throw wrongUse(`"${upn}" är inget inloggningsnamn. Skriv till exempel --to namn@kommunen.se.`);
  return upn.toLowerCase();
}

/** One of some words. */
export function choiceOption<Choice extends string>(given: Given, option: string, choices: readonly Choice[]): Choice {
  const list = `${choices.slice(0, -1).join(', ')} eller ${choices.at(-1)}`;
  const text = requiredOption(given, option, list);
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw wrongUse(`--${option} ska vara ${list}, inte "${text}".`);
  return choice;
}

export function requiredOption(given: Given, option: string, what: string): string {
  const text = textOf(given, option);
  if (text === undefined || text === '') throw wrongUse(`--${option} saknas. Ange ${what}.`);
  return text;
}

/** A committee's id, from the id or one of its names. Without the option none; without a plan as it was written. */
export async function committeeOption(
  given: Given,
  { plans }: Pick<StoredPorts, 'plans'>,
): Promise<string | undefined> {
  const wanted = textOf(given, 'committee');
  const document = (await plans.current())?.document;
  return wanted === undefined || !document ? wanted : committeeCalled(document, wanted);
}
