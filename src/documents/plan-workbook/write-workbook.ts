import type { NextYearGround } from '../../domain/next-year-ground.ts';
import type { PlanFile } from '../../domain/plan-document.ts';
import { addSheet } from './add-sheet.ts';
import { allSheets } from './all-sheets.ts';
import { archiveSheets } from './archive-sheets.ts';
import type { SheetContent } from './fill-rows.ts';
import { addGround } from './ground-sheet.ts';
import { addInstruction } from './instruction.ts';
import { valueAt } from './item-path.ts';
import { newWorkbook } from './new-workbook.ts';
import type { Sheet } from './sheet.ts';
import { sheetRows } from './sheet-rows.ts';

const GUIDANCE = [
  'Börja med bladen Plan, Bedömningsskala, Nämnder, KF-mål, Nämndmål, Indikatorer, Internbudget, Roller, Kanaler och Uppföljningsplan.',
  'Övriga blad kan vänta: låt dem stå kvar tomma.',
  'Varje blad har ett slags uppgifter, en per rad. Kolumner med * i rubriken måste fyllas i.',
  'Blad hänger ihop genom id: skriv samma id på båda ställena. Ändra aldrig ett id som har använts.',
  'Belopp skrivs i hela kronor. Nettokostnader är positiva; minus betyder att pengar kommer in eller tas tillbaka.',
  'En tom cell betyder att uppgiften saknas, aldrig 0. Töm en rad för att ta bort den: tomma rader hoppas över.',
  'Flera värden i en cell skiljs åt med semikolon: BUN; UVN.',
  'Byt inte namn på blad och rubriker. De är låsta utan lösenord; cellerna går att skriva i.',
  'När filen är klar: kontrollera den med styr plan check, eller skicka den till boten i Teams.',
];

/** Few have earlier plans to fill in, and their headings explain themselves. */
const ARCHIVE =
  'Sist kommer bladen som börjar med Arkiv: tidigare planer och hur de gick. De kan vara tomma; anteckningen på varje rubrik säger vad som ska stå.';

/** The whole plan as a workbook; without a plan the template, with empty sheets. A coming year's has a sheet of what it is built on. */
export async function writeWorkbook(file: PlanFile | undefined, ground?: NextYearGround): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const described = allSheets.filter((sheet) => !archiveSheets.some((archived) => archived === sheet));
  await addInstruction(workbook, file?.current.title ?? 'Mall för styrmodellens plan', GUIDANCE, described, ARCHIVE);
  if (ground) await addGround(workbook, ground);
  for (const sheet of allSheets) await addSheet(workbook, sheet, sheetContent(file, sheet), allSheets);
  return workbook.xlsx.writeBuffer();
}

/** What a plan has for one of the sheets. */
export function sheetContent(file: PlanFile | undefined, sheet: Sheet): SheetContent {
  if (!file) return { rows: [] };
  return { rows: sheet.facts ? [sheet.columns.map(({ path }) => valueAt(file, path))] : sheetRows(file, sheet) };
}
