import type { CardContext } from '../define-card.ts';
import { sampleContext as context, samplePromptId } from '../sample-facts.ts';
import type { NamedChange, PlanPreviewCard } from './card.ts';

type Facts = PlanPreviewCard & { readonly context: CardContext };

const target: NamedChange = {
  change: {
    kind: 'changed',
    list: 'indicators',
    item: 'SJUKFRANVARO',
    field: 'target.atMost',
    before: '7',
    after: '6,5',
  },
  list: 'Indikatorer',
  field: 'Målvärde',
};
const owner: NamedChange = {
  change: { kind: 'changed', list: 'commitments.activities', item: 'BUN-A-3', field: 'owner', after: 'Rektor' },
  list: 'Aktiviteter',
  field: 'Ansvarig',
};
const goal: NamedChange = {
  change: { kind: 'added', list: 'committeeGoals', item: 'BUN-N-4' },
  list: 'Nämndmål',
};
const ended: NamedChange = {
  change: { kind: 'ended', list: 'contacts', item: 'BUN rapportör 2' },
  list: 'Roller',
};

const usual: Facts = {
  uploadId: samplePromptId,
  basedOn: 1,
  title: 'Mål och budget 2026–2029',
  fileName: 'mål-och-budget-2026.xlsx',
  changes: [target, owner, goal, ended],
  warnings: [],
  choices: ['2026-10'],
  context,
};

/** What a plan file is answered with. */
export const planPreviewSamples: Readonly<Record<string, Facts>> = {
  'four differences': usual,
  'the month is answered already': { ...usual, changes: [target], choices: ['2026-10', '2026-11'] },
  'with something to look at': {
    ...usual,
    warnings: [
      { where: 'Åtaganden, rad 9', what: 'Aktiviteten har ingen ansvarig.' },
      { where: '', what: 'Kultur- och fritidsnämnden bidrar inte till målet Trygg kommun.' },
    ],
  },
  'more differences than a card holds': {
    ...usual,
    changes: Array.from({ length: 27 }, (_, at) => ({
      ...target,
      change: { ...target.change, item: `INDIKATOR-${at + 1}` },
    })),
  },
  'no difference': { ...usual, changes: [] },
};
