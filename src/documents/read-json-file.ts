import type { FileReading } from '../plan-ports.ts';
import { readPlanJson } from './plan-json.ts';
import { RefusedFile } from './plan-workbook/refused-file.ts';

/** A plan file in JSON, from its bytes. Throws RefusedFile for what is no text at all. */
export function readJsonFile(bytes: Uint8Array): FileReading {
  const { file, problems } = readPlanJson(utf8(bytes));
  const placed = problems.map(({ severity, path, what }) => ({ severity, where: path, what }));
  return file ? { content: { kind: 'plan', file }, problems: placed } : { problems: placed };
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RefusedFile('Filen är inte skriven i UTF-8. Spara den om med den teckenkodningen.', { cause });
  }
}
