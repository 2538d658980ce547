import type { Amount, StoredAnswer } from '../../src/domain/answer.ts';
import { numberInput, tkrInput } from '../swedish.ts';
import { useChoice } from './choices.ts';
import * as fields from './fields.ts';

/** A stored answer as what would have been typed and chosen for it: read back, it is the same answer. */
export function storedTexts({ answer }: StoredAnswer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>([[fields.comment, answer.comment]]);
  for (const { areaId, outcome, forecast } of answer.areas) {
    putAmount(texts, fields.outcomeOf(areaId), outcome);
    putAmount(texts, fields.forecastOf(areaId), forecast);
  }
  for (const { indicatorId, report } of answer.indicators) {
    texts.set(fields.indicatorOf(indicatorId), report.kind === 'value' ? numberInput(report.value) : '');
    texts.set(fields.indicatorKindOf(indicatorId), report.kind);
  }
  for (const [index, { text, effectKr }] of answer.measures.entries()) {
    texts.set(fields.measureOf(index), text);
    if (effectKr !== undefined) texts.set(fields.effectOf(index), tkrInput(effectKr));
  }
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
