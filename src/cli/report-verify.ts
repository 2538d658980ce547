import type { BrokenRow } from '../ports.ts';
import type { Command } from './command.ts';
import { counted } from './problem-list.ts';
import { periodOf } from './round-reading.ts';

export const reportVerify: Command = {
  name: 'report verify',
  takes: ['[PERIOD]'],
  does: 'kontrollera att sammanställda rapporter och fullmäktiges beslut är som de skrevs',
  more: `Varje rad räknas om. En enda ändrad bokstav hittas, och raden sägs. Jämför också sigillet i styr report status med det som
står på den rapport som fullmäktige fick: den som kan skriva i lagret kan skriva om allt, men då blir sigillet ett annat.`,
  options: {},
  async run(given, { openStores }) {
    const period = periodOf(given);
    const { reports } = await openStores();
    const { versions, rows, broken } = await reports.verify(period);
    const looked = `${counted(versions, 'version', 'versioner')}, ${counted(rows, 'rad', 'rader')}`;
    const text =
      broken.length === 0
        ? `Allt är som det skrevs: ${looked}.`
        : [`FEL: ${counted(broken.length, 'rad', 'rader')} stämmer inte (${looked}):`, ...broken.map(rowText)].join(
            '\n',
          );
    return { text, data: { versions, rows, broken }, hasErrors: broken.length > 0 };
  },
};

const words: Readonly<Record<BrokenRow['what'], string>> = {
  changed: 'ändrad',
  unchained: 'hör inte ihop med det som står före den',
  missing: 'saknas',
  added: 'tillagd',
};

function rowText({ row, what }: BrokenRow): string {
  return `  ${row}: ${words[what]}`;
}
