import type { StoredAnswer } from '../../src/domain/answer.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { summariseMonth } from '../../src/domain/summarise.ts';
import type { CardContext } from '../define-card.ts';
import * as sample from '../sample-facts.ts';
import type { MonthSummaryCard } from './card.ts';

type Facts = MonthSummaryCard & { readonly context: CardContext };

const finance = { indicators: [], comment: '', measures: [], goals: [], work: [], investments: [] };
const builders = sample.storedAs(
  { ...finance, areas: [sample.figures('PLAN', 21_900_000, 26_000_000), sample.figures('VA', 3_900_000, 4_900_000)] },
  'SBN',
  '2026-10',
  2,
);
const buildersCorrected: StoredAnswer = {
  ...builders,
  reporter: { oid: 'oid-2', upn: 'kim.karlsson@styrmodell.example', name: 'Kim Karlsson' },
  reportedAt: new Date('2026-12-07T08:12:00Z'),
  correctionReason: 'Semesterlöneskulden saknades.',
};
const culture = sample.storedAs(
  { ...finance, areas: [sample.figures('BIBLIOTEK', 15_800_000, 19_200_000)] },
  'KFN',
  '2026-10',
  1,
);
const care = sample.storedAs(
  {
    ...finance,
    areas: [{ ...sample.figures('ALDRE', 262_000_000, 0), forecast: { kind: 'missing', reason: 'saknas' } }],
  },
  'SN',
  '2026-10',
  1,
);

/** The channel's card from the first day of the round to the last. */
export const monthSummarySamples: Readonly<Record<string, Facts>> = {
  'nobody has answered': summaryOf([]),
  'some have answered': summaryOf([culture, builders]),
  'the controller has corrected': summaryOf([culture, buildersCorrected]),
  'the council has added money': summaryOf([sample.schoolStored], sample.changedPlan),
  'all have answered': { ...summaryOf([culture, care, builders, sample.schoolStored]), replaces: true },
};

function summaryOf(answers: readonly StoredAnswer[], plan: Plan = sample.samplePlan): Facts {
  return {
    summary: summariseMonth(plan, '2026-10', answers),
    dueOn: '2026-11-13',
    replaces: false,
    context: sample.sampleContext,
  };
}
