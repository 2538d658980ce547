import { resolve } from 'node:path';
import { type Command, type Given, isSet, textOf, wrongUse } from './command.ts';
import { formatOf, writeWhole } from './file-access.ts';
import { storedPlan } from './plan-reading.ts';

export const planExport: Command = {
  name: 'plan export',
  takes: ['FIL'],
  does: 'skriv planen till en arbetsbok (.xlsx) eller som JSON (.json)',
  more: 'Filen går att läsa in igen: oändrad ger den samma plan.',
  options: {
    version: { type: 'string', value: 'N', does: 'en tidigare version, med numret ur styr plan versions' },
    force: { type: 'boolean', does: 'skriv över en fil som finns' },
  },
  async run(given, { files, openStores }) {
    const [path = ''] = given.files;
    const format = formatOf(path, ['.xlsx', '.json']);

    const file = await storedPlan(await openStores(), versionOf(given, 'version'));
    await writeWhole(
      path,
      format === '.xlsx' ? await files.writeWorkbook(file) : files.writeJson(file),
      isSet(given, 'force'),
    );
    return { text: `${file.current.title} ligger i ${path}.`, data: { file: resolve(path), planId: file.current.id } };
  },
};

function versionOf(given: Given, option: string): number | undefined {
  const text = textOf(given, option);
  return text === undefined ? undefined : versionNumber(text);
}

/** A version's number as a person writes it. */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw wrongUse(`"${text}" är inget versionsnummer. Skriv till exempel 2.`);
  return Number(text);
}
