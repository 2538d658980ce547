import { type CommitteePart, partOf } from '../../domain/committee-part.ts';
import type { PlanDocument, PlanFile } from '../../domain/plan-document.ts';
import { addSheet } from './add-sheet.ts';
import { addInstruction } from './instruction.ts';
import { newWorkbook } from './new-workbook.ts';
import { ownSheets, partFacts, referenceSheets } from './part-sheets.ts';
import { sheetRows } from './sheet-rows.ts';

const GUIDANCE = [
  'Här arbetar nämnden fram sin verksamhetsplan: mål, åtaganden, aktiviteter och internbudget.',
  'Grå rader och blad är till för att läsa: fullmäktiges mål, nämndens ram, dess indikatorer och mål som delas med andra nämnder.',
  'Varje mål från fullmäktige ska få ett bidrag: ett nämndmål som bidrar till det, eller ett åtagande under ett sådant mål.',
  'Varje aktivitet ska ha en ansvarig och datum. Internbudgeten ska tillsammans bli nämndens ram, i hela kronor.',
  'Skriv nämndens id i kolumnen Nämnd på varje ny rad. Kolumner med * i rubriken måste fyllas i.',
  'När delen är klar: skicka filen till boten i Teams.',
];

/** A committee's part of the plan as a workbook, with what the plan has of it already. */
export async function writePart({ current, archive }: PlanFile, committeeId: string): Promise<Uint8Array> {
  const part = partOf(current, committeeId);
  const committee = current.committees.find(({ id }) => id === committeeId);
  const workbook = await newWorkbook();
  const sheets = [partFacts, ...ownSheets, ...referenceSheets];
  await addInstruction(workbook, `${committee?.name ?? committeeId}: del av ${current.title}`, GUIDANCE, ownSheets);
  await addSheet(workbook, partFacts, { rows: [[part.planId, part.committee]], isReadOnly: true }, sheets);
  const own: PlanFile = { current: { ...current, ...part }, archive };
  const shared = sharedGoals(part);
  for (const sheet of ownSheets) {
    const isLocked = ([id]: readonly unknown[]): boolean => sheet.name === 'Nämndmål' && shared.has(id);
    await addSheet(workbook, sheet, { rows: sheetRows(own, sheet), isLocked }, sheets);
  }
  const shown: PlanFile = { current: { ...current, ...seenBy(current, committeeId) }, archive };
  for (const sheet of referenceSheets) {
    await addSheet(workbook, sheet, { rows: sheetRows(shown, sheet), isReadOnly: true }, sheets);
  }
  return workbook.xlsx.writeBuffer();
}

/** Goals that belong to other committees too. */
function sharedGoals({ committeeGoals }: CommitteePart): ReadonlySet<unknown> {
  return new Set(committeeGoals.filter(({ committees }) => committees.length > 1).map(({ id }) => id));
}

function seenBy(
  { indicators, frames }: PlanDocument,
  committeeId: string,
): Pick<PlanDocument, 'indicators' | 'frames'> {
  return {
    indicators: indicators.filter(({ committees }) => committees.includes(committeeId)),
    frames: frames.filter(({ committee }) => committee === committeeId),
  };
}
