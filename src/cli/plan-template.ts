import { resolve } from 'node:path';
import { type Command, isSet } from './command.ts';
import { formatOf, writeWhole } from './file-access.ts';

const NAME = 'styrmodell-mall.xlsx';

export const planTemplate: Command = {
  name: 'plan template',
  takes: ['[FIL.xlsx]'],
  does: 'skapa en tom arbetsbok att fylla i',
  more: `Utan namn heter den ${NAME}. Det första bladet säger hur den fylls i.`,
  options: { force: { type: 'boolean', does: 'skriv över en fil som finns' } },
  async run({ files: [path = NAME], ...given }, { files }) {
    formatOf(path, ['.xlsx']);
    await writeWhole(path, await files.writeWorkbook(undefined), isSet({ files: [], ...given }, 'force'));
    return { text: `Den tomma arbetsboken ligger i ${path}.`, data: { file: resolve(path) } };
  },
};
