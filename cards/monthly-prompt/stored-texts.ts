import { type Amount, reportOf, type StoredAnswer } from '../../src/domain/answer.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { tkrInput } from '../../src/words/swedish.ts';
import { useChoice } from './choices.ts';
import * as fields from './fields.ts';
import { valueFieldOf } from './value-field.ts';

/** A stored answer as what would have been typed and chosen for it in the form: read back, it is the same answer. */
export function storedTexts({ answer }: StoredAnswer, prompt: MonthlyPrompt): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([[fields.comment, answer.comment]]);
  for (const { areaId, outcome, forecast } of answer.areas) {
    putAmount(texts, fields.outcomeOf(areaId), outcome);
    putAmount(texts, fields.forecastOf(areaId), forecast);
  }
  for (const due of prompt.indicators) {
    const report = reportOf(answer, due.indicator.id, due.scope);
    if (!report) continue;
    const { write } = valueFieldOf(due.indicator, prompt);
    texts.set(fields.indicatorOf(due), report.kind === 'value' ? write(report.value) : '');
    texts.set(fields.indicatorKindOf(due), report.kind);
  }
  for (const [index, { text, effectKr }] of answer.measures.entries()) {
    texts.set(fields.measureOf(index), text);
    if (effectKr !== undefined) texts.set(fields.effectOf(index), tkrInput(effectKr));
  }
  for (const { goalId, gradeId, motivation } of answer.goals) {
    texts.set(fields.gradeOf(goalId), gradeId);
    texts.set(fields.motivationOf(goalId), motivation);
  }
  for (const { project, outcome, forecast } of answer.investments) {
    putAmount(texts, fields.investmentOutcomeOf(project), outcome);
    putAmount(texts, fields.investmentForecastOf(project), forecast);
  }
  for (const { workId, status } of answer.work) texts.set(fields.statusOf(workId), status);
  return texts;
}

function putAmount(texts: Map<string, string>, field: string, amount: Amount): void {
  if (amount.kind === 'value') {
    texts.set(field, tkrInput(amount.amountKr));
    return;
  }
  texts.set(field, amount.reason);
  texts.set(fields.questionOf(field), useChoice({ value: 'missing', label: '' }, amount.reason).value);
}
