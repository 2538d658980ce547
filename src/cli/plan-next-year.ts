import { resolve } from 'node:path';
import { makeNextYear, type NextYearProblem } from '../features/planning/next-year.ts';
import { nextYearWords } from '../words/next-year-words.ts';
import { swedishDate } from '../words/swedish.ts';
import { type Command, type Given, isSet, Refusal, textOf, wrongUse } from './command.ts';
import { formatOf, writeWhole } from './file-access.ts';

export const planNextYear: Command = {
  name: 'plan next-year',
  takes: ['FIL.xlsx'],
  does: 'skriv nästa års plan som arbetsbok, förifylld med det senaste årets utfall',
  more: `Mål och indikatorer följer med. Senaste utfall blir utgångsvärden, det som inte är klart följer med, och bladet
Underlag visar prognossäkerhet, bedömningar, öppna åtgärder och förseningar. Inget i den är beslutat: arbeta vidare i
filen och läs in den med styr plan import när fullmäktige har beslutat.`,
  options: {
    year: { type: 'string', value: 'ÅR', does: 'året som planen ska börja, till exempel 2027; annars innevarande år' },
    force: { type: 'boolean', does: 'skriv över en fil som finns' },
  },
  async run(given, { files, openStores }) {
    const [path = ''] = given.files;
    formatOf(path, ['.xlsx']);
    const year = yearGiven(given);
    const made = await makeNextYear(await openStores(), nextYearWords, year === undefined ? undefined : year - 1);
    if (!made.ok) throw refusalOf(made.problem);
    const { file, ground } = made.value;
    await writeWhole(path, await files.writeWorkbook(file, ground), isSet(given, 'force'));
    const { approval } = ground;
    const standing = approval
      ? `Årsredovisningen ${ground.year} godkändes ${swedishDate(approval.date)}, ${approval.paragraph}.`
      : `Årsredovisningen ${ground.year} är inte godkänd ännu, så uppgifterna är preliminära.`;
    return {
      text: `${file.current.title} ligger i ${path}. ${standing}`,
      data: { file: resolve(path), planId: file.current.id, approved: approval !== undefined },
    };
  },
};

function yearGiven(given: Given): number | undefined {
  const text = textOf(given, 'year');
  if (text !== undefined && !/^20\d\d$/.test(text)) throw wrongUse(`"${text}" är inget år. Skriv till exempel 2027.`);
  return text === undefined ? undefined : Number(text);
}

function refusalOf(problem: NextYearProblem): Refusal {
  if (problem.code === 'NO_PLAN') {
    return new Refusal('NO_PLAN', 'Ingen plan är inläst ännu. Läs in en med: styr plan import FIL');
  }
  const what = `Planen har ingen årsuppföljning av ${problem.year} att bygga på.`;
  return new Refusal('NO_ANNUAL_REPORT', `${what} Ange ett annat år med --year.`);
}
