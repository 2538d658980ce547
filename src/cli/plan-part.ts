import { join, resolve } from 'node:path';
import { existsIn } from '../domain/committee-validity.ts';
import type { PlanDocument } from '../domain/plan-document.ts';
import { type Command, isSet, Refusal, textOf } from './command.ts';
import { formatOf, makeFolder, writeWhole } from './file-access.ts';
import { committeeCalled } from './plan-coverage.ts';
import { storedPlan } from './plan-reading.ts';

const force = { type: 'boolean', does: 'skriv över en fil som finns' } as const;

export const planPart: Command = {
  name: 'plan part',
  takes: ['NÄMND', 'FIL.xlsx'],
  does: 'skriv en nämnds del av planen till en arbetsbok',
  more: 'Fullmäktiges mål, ram och indikatorer är ifyllda. Nämnden fyller i sitt och skickar tillbaka den till boten i Teams.',
  options: { force },
  async run(given, { files, openStores }) {
    const [name = '', path = ''] = given.files;
    formatOf(path, ['.xlsx']);
    const file = await storedPlan(await openStores());
    const committee = committeeWithPart(file.current, name);
    await writeWhole(path, await files.writePart(file, committee), isSet(given, 'force'));
    return { text: `${committee}: delen ligger i ${path}.`, data: { committee, file: resolve(path) } };
  },
};

function committeeWithPart(plan: PlanDocument, name: string): string {
  const id = committeeCalled(plan, name);
  if (plan.committees.some((committee) => committee.id === id && existsIn(committee, plan))) return id;
  throw new Refusal('COMMITTEE_NOT_VALID', `${id} finns inte under ${plan.title}, så den har ingen del.`);
}

export const planParts: Command = {
  name: 'plan parts',
  takes: [],
  does: 'skriv alla nämnders delar, en arbetsbok var',
  options: { out: { type: 'string', value: 'MAPP', does: 'mappen de läggs i; annars den du står i' }, force },
  async run(given, { files, openStores }) {
    const folder = textOf(given, 'out') ?? '.';
    const file = await storedPlan(await openStores());
    await makeFolder(folder);
    const written: { committee: string; file: string }[] = [];
    for (const { id } of file.current.committees.filter((committee) => existsIn(committee, file.current))) {
      const path = join(folder, `verksamhetsplan-${id}.xlsx`);
      await writeWhole(path, await files.writePart(file, id), isSet(given, 'force'));
      written.push({ committee: id, file: path });
    }
    const lines = written.map((one) => `${one.committee}: ${one.file}`);
    return { text: lines.join('\n'), data: { files: written.map((one) => ({ ...one, file: resolve(one.file) })) } };
  },
};
