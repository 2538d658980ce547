import { compareFiles } from '../features/planning/preview-plan.ts';
import { changesData, changesText } from './changes-text.ts';
import type { Command } from './command.ts';
import { versionNumber } from './plan-export.ts';
import { storedPlan } from './plan-reading.ts';

export const planDiff: Command = {
  name: 'plan diff',
  takes: ['N', 'M'],
  does: 'visa vad som skiljer två versioner',
  options: {},
  async run({ files: [n = '', m = ''] }, { files, openStores }) {
    const [from, to] = [versionNumber(n), versionNumber(m)];
    const stores = await openStores();
    const changes = compareFiles(await storedPlan(stores, from), await storedPlan(stores, to));
    const text = changes.length === 0 ? `Version ${from} och ${to} har samma innehåll.` : changesText(changes, files);
    return { text, data: { from, to, changes: changesData(changes, files) } };
  },
};
