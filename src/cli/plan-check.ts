import type { Command } from './command.ts';
import { readAnyFile } from './plan-reading.ts';
import { counted, problemList } from './problem-list.ts';

/** Of a part only the form can be seen here: the rest depends on the plan that it goes into. */
const GOOD = {
  plan: 'går att läsa in',
  part: 'är en nämnds del och går att läsa; mot planen kontrolleras den när den skickas till boten i Teams',
} as const;

export const planCheck: Command = {
  name: 'plan check',
  takes: ['FIL'],
  does: 'kontrollera en plan och visa alla fel på en gång',
  more: 'Läser en arbetsbok (.xlsx) eller en JSON-fil. Behöver inget lager och ändrar inget.',
  options: {},
  async run({ files: [path = ''] }, { files }) {
    const { content, problems } = await readAnyFile(path, files);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    const found = [
      errors > 0 ? counted(errors, 'fel', 'fel') : '',
      warnings > 0 ? counted(warnings, 'varning', 'varningar') : '',
    ];
    const verdict = content === undefined ? 'går inte att läsa in' : GOOD[content.kind];
    const summary = [`${path} ${verdict}`, ...found.filter(Boolean)].join(', ');
    return {
      text: [`${summary}.`, problemList(problems)].filter(Boolean).join('\n\n'),
      data: { errors, warnings, problems, ...(content && { kind: content.kind }) },
      hasErrors: !content,
    };
  },
};
