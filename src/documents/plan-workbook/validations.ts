import type { Worksheet } from '@cj-tech-master/excelts';
import type { Column, Kind, Sheet } from './sheet.ts';

type DataValidation = Parameters<Worksheet['dataValidations']['add']>[1];

/** What Excel offers and refuses while somebody types in a column; the reader judges all the same. */
export function validationFor(
  { kind, heading }: Column,
  lastRow: number,
  sheets: readonly Sheet[],
): DataValidation | undefined {
  switch (kind.is) {
    case 'choice':
      return chosenFrom(heading, `"${kind.choices.map(([, label]) => label).join(',')}"`);
    case 'text':
      return kind.offers && offered(kind.offers);
    case 'yesNo':
      return chosenFrom(heading, '"ja,nej"');
    case 'mark':
      return chosenFrom(heading, '"ja"');
    case 'reference':
      return referenceTo(kind, heading, lastRow, sheets);
    case 'kronor':
    case 'whole':
    case 'workingDay':
      return atLeast('whole', LOWEST, heading, 'Skriv ett heltal.');
    case 'number':
      return atLeast('decimal', LOWEST, heading, 'Skriv ett tal, till exempel 1 234,5.');
    case 'day':
      return atLeast('date', FIRST_DAY, heading, 'Skriv en dag, till exempel 2026-11-30.');
    default:
      return undefined;
  }
}

const LOWEST = -1e15;
const FIRST_DAY = new Date('1990-01-01T00:00:00Z');

function chosenFrom(heading: string, list: string): DataValidation {
  return { type: 'list', allowBlank: true, formulae: [list], ...refusal(heading, 'Välj i listan.') };
}

/** A list beside which anything may be written. */
function offered(words: readonly string[]): DataValidation {
  return { type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`], showErrorMessage: false };
}

/** A list of the ids in the other sheet. Excel can only offer those of one sheet, and no words beside them. */
function referenceTo(
  { to, words }: Extract<Kind, { is: 'reference' }>,
  heading: string,
  lastRow: number,
  sheets: readonly Sheet[],
): DataValidation | undefined {
  const [sheet, other] = to;
  if (sheet === undefined || other !== undefined || words) return undefined;
  if (!sheets.some(({ name }) => name === sheet)) return undefined;
  const ids = `'${sheet}'!$A$2:$A$${lastRow}`;
  return { type: 'list', allowBlank: true, formulae: [ids], ...refusal(heading, `Välj ett id från bladet ${sheet}.`) };
}

function atLeast(
  type: 'whole' | 'decimal' | 'date',
  lowest: number | Date,
  heading: string,
  error: string,
): DataValidation {
  return { type, operator: 'greaterThanOrEqual', allowBlank: true, formulae: [lowest], ...refusal(heading, error) };
}

function refusal(heading: string, error: string) {
  return { showErrorMessage: true, errorStyle: 'stop', errorTitle: heading.slice(0, 31), error };
}
