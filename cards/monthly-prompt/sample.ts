import { decideAnswer } from '../../src/domain/decide-answer.ts';
import type { CardContext } from '../define-card.ts';
import * as report from '../report-samples.ts';
import * as sample from '../sample-facts.ts';
import * as whole from '../whole-report-samples.ts';
import type { MonthlyPromptCard } from './card.ts';
import { investmentForecastOf } from './fields.ts';
import { commentNote, doubtNotes } from './notes.ts';
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

const yardForecast = investmentForecastOf('Utemiljö vid Vikskolan');

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

const asReport: Facts = { ...first, prompt: report.reportPrompt };
const { motivation_SKOLDAG: _, ...withoutMotivation } = report.reportTyped;
const lacking = { ...withoutMotivation, grade_DELAKTIGA: '', indicator_SJUKFRANVARO: 'cirka' };
const reportStored = sample.storedAs(report.reportAnswer, 'BUN', '2026-08', 1);
const others = { ...report.reportTyped, outcome_FORSKOLA: '136 100', grade_UTBILDAR: 'FULL', status_A2: 'ongoing' };

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
  'to a deputy once more': { ...first, insteadOf: 'anna.berg@styrmodell.example', replacesEarlier: true },
  rehearsal: { ...first, rehearsalFor: 'anna.berg@styrmodell.example' },
  'correction with a reason': {
    ...{ ...correction, reasonRequired: true, typed: { ...typed, reason: '' }, attempt: 1 },
    notes: readForm(sample.schoolPrompt, typed, { reasonRequired: true }).notes,
  },
  'report first page': asReport,
  'report indicators': { ...asReport, typed: page(['outcome_', 'forecast_', 'comment']), attempt: 1 },
  'report goals': {
    ...asReport,
    typed: page(['outcome_', 'forecast_', 'comment', 'indicator_', 'kind_']),
    attempt: 2,
  },
  'report last page': {
    ...asReport,
    ...{
      typed: page(['outcome_', 'forecast_', 'comment', 'indicator_', 'kind_', 'grade_', 'motivation_']),
      attempt: 3,
    },
  },
  'report goals at year-end': { ...first, prompt: report.yearEndPrompt, page: 2 },
  'report faults on several pages': {
    ...{ ...asReport, typed: lacking, page: 2, attempt: 4 },
    notes: readForm(report.reportPrompt, lacking).notes,
  },
  'report investments': { ...first, prompt: whole.wholeReportPrompt, page: 1 },
  'report investment in kronor': wholeReport({ ...whole.wholeReportTyped, [yardForecast]: '2 400 000' }, 1),
  'report investment above its budget': wholeReport({ ...whole.wholeReportTyped, comment: '' }, 0),
  'report work of all kinds': { ...first, prompt: whole.wholeReportPrompt, page: 4 },
  'month with an agreed measure': { ...first, prompt: whole.monthWithMeasurePrompt },
  'report conflict': {
    ...{ ...asReport, revision: 1, stored: reportStored, typed: others, conflict: true, page: 2, attempt: 5 },
  },
};

/** Two projects that need a word: one that will cost too much, and one that was typed in kronor. */
function wholeReport(typedIn: Facts['typed'], page: number): Facts {
  const { answer, confirmed } = readForm(whole.wholeReportPrompt, typedIn);
  if (!answer) throw new Error('The sample cannot be read');
  const decided = decideAnswer(whole.wholeReportPrompt, sample.samplePlan.commentLimit, answer, confirmed);
  if (decided.ok) throw new Error('Nothing in the sample is doubtful');
  const { problem } = decided;
  const notes =
    problem.code === 'DOUBTFUL'
      ? doubtNotes(whole.wholeReportPrompt, problem.doubts, typedIn)
      : commentNote(whole.wholeReportPrompt, problem, answer);
  return { ...first, prompt: whole.wholeReportPrompt, typed: typedIn, notes, page, attempt: 1 };
}

/** The report filled in so far. */
function page(beginnings: readonly string[]): Facts['typed'] {
  const entries = Object.entries(report.reportTyped);
  return Object.fromEntries(entries.filter(([name]) => beginnings.some((beginning) => name.startsWith(beginning))));
}

function doubtsAbout(answers: Readonly<Record<string, string>>): ReturnType<typeof doubtNotes> {
  const { answer, confirmed } = readForm(sample.schoolPrompt, answers);
  if (!answer) throw new Error('The sample cannot be read');
  const decided = decideAnswer(sample.schoolPrompt, sample.samplePlan.commentLimit, answer, confirmed);
  if (decided.ok || decided.problem.code !== 'DOUBTFUL') throw new Error('Nothing in the sample is doubtful');
  return doubtNotes(sample.schoolPrompt, decided.problem.doubts, answers);
}
