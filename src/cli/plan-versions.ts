import { periodText } from '../words/period-text.ts';
import { swedishDateTime } from '../words/swedish.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

const HEADINGS = ['Nr', 'Gäller från', 'Inläst', 'Av', 'Plan', 'Anledning'];

export const planVersions: Command = {
  name: 'plan versions',
  takes: [],
  does: 'visa planens versioner',
  more: 'En månad följs upp mot den version som gällde då. Ingen version tas bort.',
  options: {},
  async run(_given, { openStores }) {
    const versions = await (await openStores()).plans.versions();
    const rows = versions.map(({ number, validFrom, publishedAt, publishedBy, title, reason }) => [
      ...[String(number), periodText(validFrom), swedishDateTime(publishedAt), publishedBy, title, reason],
    ]);
    const text = versions.length === 0 ? 'Ingen plan är inläst ännu.' : textTable(HEADINGS, rows);
    return { text, data: { versions } };
  },
};
