import assert from 'node:assert/strict';
import { Workbook } from '@cj-tech-master/excelts';
import { planFiles } from '../../../src/documents/plan-files.ts';
import { readWorkbook } from '../../../src/documents/plan-workbook/read-workbook.ts';
import { RefusedFile } from '../../../src/documents/plan-workbook/refused-file.ts';
import type { PlanFile } from '../../../src/domain/plan-document.ts';
import type { FileProblem, FileReading } from '../../../src/plan-ports.ts';

/** Enough for every plan in these tests. */
export const LIMITS = { rowsInSheet: 10_000, cells: 1_000_000 };

/** A workbook after somebody has changed it in another program. */
export async function changed(bytes: Uint8Array, change: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  change(workbook);
  return workbook.xlsx.writeBuffer();
}

/** The cell under a heading, which may have its `*`. */
export function cellUnder(workbook: Workbook, sheet: string, heading: string, row: number) {
  const worksheet = workbook.getWorksheet(sheet);
  assert.ok(worksheet, `no sheet ${sheet}`);
  const names = worksheet.getRow(1).values as readonly unknown[];
  const column = names.findIndex((name) => name === heading || name === `${heading} *`);
  assert.ok(column > 0, `no heading ${heading} in ${sheet}`);
  return worksheet.getCell(row, column);
}

/** The plan that a workbook turned out to be. */
export async function planIn(bytes: Uint8Array): Promise<PlanFile> {
  const { content, problems } = readHere(bytes);
  assert.deepEqual(problems.filter(isError), []);
  assert.ok(content?.kind === 'plan');
  return content.file;
}

/** What is wrong with a workbook, as a person reads it. */
export async function errorsIn(bytes: Uint8Array): Promise<readonly string[]> {
  return errorsOf(readHere(bytes));
}

/** The same of a file of any name and kind, read in the thread that a person's file is read in. */
export async function errorsInFile(bytes: Uint8Array, fileName = 'plan.xlsx'): Promise<readonly string[]> {
  return errorsOf(await planFiles.read(bytes, fileName));
}

export async function warningsIn(bytes: Uint8Array): Promise<readonly string[]> {
  return readHere(bytes)
    .problems.filter((problem) => !isError(problem))
    .map(inWords);
}

/** What the thread does, here: starting one takes longer than the reading, and the thread has tests of its own. */
function readHere(bytes: Uint8Array): FileReading {
  try {
    return readWorkbook(bytes, LIMITS);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { problems: [{ severity: 'error', where: '', what: error.message }] };
  }
}

function errorsOf({ content, problems }: FileReading): readonly string[] {
  assert.equal(content, undefined, 'the file was taken');
  return problems.filter(isError).map(inWords);
}

function isError({ severity }: FileProblem): boolean {
  return severity === 'error';
}

function inWords({ where, what }: FileProblem): string {
  return where === '' ? what : `${where}: ${what}`;
}
