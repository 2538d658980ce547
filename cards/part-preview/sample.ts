import type { CardContext } from '../define-card.ts';
import { sampleHandedIn, schoolsPart } from '../part-samples.ts';
import { sampleContext as context, samplePromptId } from '../sample-facts.ts';
import type { PartPreviewCard } from './card.ts';

type Facts = PartPreviewCard & { readonly context: CardContext };

const usual: Facts = {
  uploadId: samplePromptId,
  basedOn: 3,
  fileName: 'BUN-verksamhetsplan-2026.xlsx',
  overview: schoolsPart,
  errors: [],
  warnings: [],
  example: false,
  context,
};
const [goal, ...goals] = schoolsPart.contributions;
const withGap = goal
  ? { ...schoolsPart, contributions: [{ ...goal, committeeGoals: [], commitments: [] }, ...goals] }
  : schoolsPart;

/** What a committee's file is answered with. */
export const partPreviewSamples: Readonly<Record<string, Facts>> = {
  'all is in it': usual,
  'invented figures': { ...usual, example: true },
  'in place of an earlier one': { ...usual, earlier: sampleHandedIn },
  'a goal without contribution': {
    ...usual,
    overview: withGap,
    warnings: [{ where: 'Internbudget, rad 7', what: 'Månaderna är lika stora varje månad.' }],
  },
  'one krona too much, and an activity without owner': {
    ...usual,
    overview: { ...schoolsPart, budgets: [{ year: 2026, dividedKr: 648_960_001, frameKr: 648_960_000 }] },
    errors: [
      { where: 'Aktiviteter, rad 6', what: 'Aktiviteten Läslov under Alla läser saknar ansvarig.' },
      { where: 'Internbudget', what: 'Internbudgeten för 2026 är 1 kr över ramen.' },
    ],
  },
  'more than a card holds': {
    ...usual,
    overview: {
      ...schoolsPart,
      budgets: [2026, 2027, 2028, 2029].map((year) => ({ year, dividedKr: 648_960_000, frameKr: 648_960_000 })),
      contributions: Array.from({ length: 40 }, () => schoolsPart.contributions)
        .flat()
        .map((contribution) => ({ ...contribution, name: `${contribution.name} ${'och lite till '.repeat(20)}` })),
    },
    errors: Array.from({ length: 40 }, (_, at) => ({
      where: `Aktiviteter, rad ${at + 2}, kolumn Ansvarig`,
      what: `Aktiviteten ${'Läslov '.repeat(60)} saknar ansvarig.`,
    })),
    warnings: Array.from({ length: 40 }, (_, at) => ({
      where: `Åtaganden, rad ${at + 2}, kolumn Klart`,
      what: `${'Alla läser '.repeat(60)} ligger utanför planperioden.`,
    })),
  },
  'fee-financed, and no frame': {
    ...usual,
    overview: { ...schoolsPart, budgets: [{ year: 2026, dividedKr: 74_542_000, feeFinancedKr: 4_499_000 }] },
  },
};
