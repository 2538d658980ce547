import { decideAnswer } from '../../src/domain/decide-answer.ts';
import type { CardContext } from '../define-card.ts';
import * as sample from '../sample-facts.ts';
import type { MonthlyPromptCard } from './card.ts';
import { doubtNotes } from './notes.ts';
import { readForm } from './read-form.ts';

type Facts = MonthlyPromptCard & { readonly context: CardContext };

const typed = {
  outcome_FORSKOLA: '165 900',
  forecast_FORSKOLA: '205 500',
  outcome_GRUNDSKOLA: '369 500',
  forecast_GRUNDSKOLA: '446 100',
  indicator_SJUKFRANVARO: '7,2',
  kind_SJUKFRANVARO: 'value',
  comment: 'Fler barn i förskolan än budgeten räknade med.',
};

const first: Facts = {
  promptId: sample.samplePromptId,
  revision: 0,
  prompt: sample.schoolPrompt,
  typed: {},
  context: sample.sampleContext,
};
const correction: Facts = { ...first, revision: 1, stored: sample.schoolStored };

const faulty = { ...typed, outcome_FORSKOLA: 'cirka 166', forecast_GRUNDSKOLA: '', indicator_SJUKFRANVARO: '720' };
const unclear = { ...typed, outcome_FORSKOLA: '165,900', outcome_GRUNDSKOLA: 'saknas', comment: 'Se 19121212-1212.' };
const odd = {
  outcome_STAB: '163 700',
  forecast_STAB: '196 200',
  indicator_SJUKFRANVARO: '5,3',
  indicator_STRATEGI: 'kanske',
  indicator_KLIMATPLAN: '5/6/2026',
};
const doubtful = {
  ...typed,
  outcome_FORSKOLA: '165 900 000',
  outcome_GRUNDSKOLA: '300 000',
  forecast_GRUNDSKOLA: '-1 200',
};

/** The form as people meet it. */
export const monthlyPromptSamples: Readonly<Record<string, Facts>> = {
  'first time': first,
  'no earlier outcome': { ...first, prompt: sample.firstPromptOfYear },
  'budget and committees changed': { ...first, prompt: sample.changedPrompt },
  'budget spread evenly': { ...first, prompt: sample.spreadPrompt, context: {} },
  'eight areas': { ...first, prompt: sample.largePrompt },
  'own value and total': { ...first, prompt: sample.totalPrompt },
  'indicators refused': {
    ...{ ...first, prompt: sample.totalPrompt, typed: odd, attempt: 1 },
    notes: readForm(sample.totalPrompt, odd).notes,
  },
  'errors at their fields': { ...first, typed: faulty, notes: readForm(sample.schoolPrompt, faulty).notes, attempt: 1 },
  questions: { ...first, typed: unclear, notes: readForm(sample.schoolPrompt, unclear).notes, attempt: 1 },
  doubts: { ...first, typed: doubtful, notes: doubtsAbout(doubtful), attempt: 1 },
  'draft saved': { ...first, typed: { ...typed, comment: '' }, draftSaved: true, attempt: 1 },
  correction,
  conflict: { ...correction, typed: { ...typed, outcome_FORSKOLA: '165 400' }, conflict: true, attempt: 2 },
};

function doubtsAbout(answers: Readonly<Record<string, string>>): ReturnType<typeof doubtNotes> {
  const { answer, confirmed } = readForm(sample.schoolPrompt, answers);
  if (!answer) throw new Error('The sample cannot be read');
  const decided = decideAnswer(sample.schoolPrompt, sample.samplePlan.commentLimit, answer, confirmed);
  if (decided.ok || decided.problem.code !== 'DOUBTFUL') throw new Error('Nothing in the sample is doubtful');
  return doubtNotes(sample.schoolPrompt, decided.problem.doubts, answers);
}
