import type { Doubt } from '../../src/domain/decide-answer.ts';
import { confirmationOf } from '../../src/domain/decide-answer.ts';
import { deviationKr } from '../../src/domain/finance.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { cumulativePeriod, deviationInWords, tkr } from '../swedish.ts';
import type { NumberChoice } from '../swedish-number.ts';
import { comment, forecastOf, outcomeOf } from './fields.ts';

/** What stands under a field that could not be taken: a reason, or a question with choices. */
export interface FieldNote {
  readonly text: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** The choice that was made when the form came back for another reason. */
  readonly chosen?: string;
}

export type FieldNotes = ReadonlyMap<string, FieldNote>;

export function problemNote(text: string): FieldNote {
  return { text, choices: [] };
}

/*
 * A choice names what it answers, so that it means nothing once the text is changed:
 *   use|<value or missing>|<text as typed>     that is what I meant
 *   ok|<confirmation>                          it is right as it stands
 */
const USE = /^use\|(missing|-?\d+(?:\.\d+)?)\|(.*)$/s;

export function useChoice(choice: NumberChoice, typed: string): { title: string; value: string } {
  return { title: choice.label, value: `use|${choice.value}|${typed}` };
}

export function confirmChoice(title: string, confirmation: string): { title: string; value: string } {
  return { title, value: `ok|${confirmation}` };
}

/** The value that a choice gives this typed text, if it is an answer to it. */
export function usedValue(chosen: string | undefined, typed: string): string | undefined {
  const [, value, about] = USE.exec(chosen ?? '') ?? [];
  return about === typed ? value : undefined;
}

export function confirmation(chosen: string | undefined): string | undefined {
  return chosen?.startsWith('ok|') ? chosen.slice(3) : undefined;
}

/** A choice made earlier goes with the form until its figure is changed: nobody is asked twice. */
export function keptChoice(chosen: string | undefined, typed: string): FieldNote | undefined {
  if (chosen === undefined) return undefined;
  if (confirmation(chosen) !== undefined)
    return { text: 'Bekräftat', choices: [{ title: 'Ja, det stämmer', value: chosen }], chosen };
  if (usedValue(chosen, typed) === 'missing')
    return { text: 'Bekräftat', choices: [{ title: 'Uppgiften saknas', value: chosen }], chosen };
  return undefined;
}

/** The questions about figures that look wrong, at their fields. */
export function doubtNotes(
  prompt: MonthlyPrompt,
  doubts: readonly Doubt[],
  typed: Readonly<Record<string, string>>,
): FieldNotes {
  return new Map(
    doubts.map((doubt) => {
      const field = doubt.field === 'outcome' ? outcomeOf(doubt.areaId) : forecastOf(doubt.areaId);
      const choices = [confirmChoice(`Ja, ${tkr(doubt.amountKr)} stämmer`, confirmationOf(doubt))];
      if ('suggestedKr' in doubt) {
        const label =
          doubt.code === 'DEVIATION_AS_FORECAST' ? 'Nej, det är avvikelsen. Prognosen är' : 'Nej, det ska vara';
        choices.push(
          useChoice({ value: doubt.suggestedKr, label: `${label} ${tkr(doubt.suggestedKr)}` }, typed[field] ?? ''),
        );
      }
      return [field, { text: `${doubtText(prompt, doubt)} Välj här, eller ändra siffran.`, choices }];
    }),
  );
}

function doubtText(prompt: MonthlyPrompt, doubt: Doubt): string {
  switch (doubt.code) {
    case 'FACTOR_1000':
      return `${tkr(doubt.amountKr)} är ungefär 1 000 gånger ${Math.abs(doubt.amountKr) > Math.abs(doubt.suggestedKr) ? 'mer' : 'mindre'} än väntat. Är enheten rätt?`;
    case 'SINKS':
      return `Det är mindre än utfallet för ${cumulativePeriod(doubt.earlierPeriod)}, ${tkr(doubt.earlierKr)}. Utfallet är ackumulerat från januari. Stämmer det?`;
    case 'JUMP':
      return `Det är långt från de ${tkr(doubt.expectedKr)} som budgeten leder till för ${cumulativePeriod(prompt.followUp.period)}. Stämmer det?`;
    case 'DEVIATION_AS_FORECAST':
      return 'Här skrivs prognosen för hela året, inte avvikelsen mot budget.';
  }
}

/** Says which deviations the comment has to explain. */
export function commentNote(
  prompt: MonthlyPrompt,
  areaIds: readonly string[],
  forecastKrOf: (areaId: string) => number,
): FieldNotes {
  const named = prompt.areas
    .filter(({ area }) => areaIds.includes(area.id))
    .map(({ area }) => `${area.name} (${deviationInWords(deviationKr(area.netBudgetKr, forecastKrOf(area.id)))})`);
  return new Map([[comment, problemNote(`Kommentera avvikelsen: ${named.join(', ')}.`)]]);
}
