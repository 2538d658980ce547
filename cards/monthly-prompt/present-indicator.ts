import { reportOf, type StoredAnswer } from '../../src/domain/answer.ts';
import { type Indicator, valueKind } from '../../src/domain/indicator.ts';
import type { IndicatorAsked, MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { yearOf } from '../../src/domain/period.ts';
import { reportedBy } from '../../src/words/break-text.ts';
import { askedName, reportText, swedishTarget, swedishValue } from '../../src/words/indicator-text.ts';
import { periodText } from '../../src/words/period-text.ts';
import { forCard } from '../peoples-words.ts';
import * as fields from './fields.ts';
import type { FormFields } from './form-fields.ts';
import { valueFieldOf } from './value-field.ts';

/** An indicator's part of the form. `other` is what somebody else has stored meanwhile. */
export function presentIndicator(
  form: FormFields,
  asked: IndicatorAsked,
  prompt: MonthlyPrompt,
  other: StoredAnswer | undefined,
): object {
  const { indicator, last, scope } = asked;
  const name = askedName(asked, prompt);
  const kind = fields.indicatorKindOf(asked);
  const known = other && reportOf(other.answer, indicator.id, scope);
  return {
    name: forCard(name),
    facts: [
      ...lastFacts(last, indicator),
      ...targetFacts(indicator, prompt),
      { title: 'Enhet', value: forCard(indicator.unit) },
    ],
    field: form.field(fields.indicatorOf(asked), `${name}: nytt värde`, {
      placeholder: valueFieldOf(indicator, prompt).placeholder,
      ...(known && known.kind !== 'value' ? { hint: `Sparat: ${reportText(known, indicator, forCard)}` } : {}),
    }),
    select: { id: form.id(kind), label: `${name}: finns det ett värde?`, value: form.textOf(kind) ?? 'value' },
  };
}

function lastFacts(last: IndicatorAsked['last'], indicator: Indicator): object[] {
  if (!last) return [{ title: 'Senaste värde', value: 'inget ännu' }];
  const { value, period, broken } = last;
  return [
    {
      title: 'Senaste värde',
      value: `${swedishValue(value, valueKind(indicator))} (${periodText(period)})${reportedBy(last, forCard)}`,
    },
    ...(broken ? [{ title: 'Bruten serie', value: `${periodText(broken.from)}: ${forCard(broken.note)}` }] : []),
  ];
}

/** This year's step on the way, where the plan has one, then what is to be reached in the end. */
function targetFacts({ target, yearlyTargets = [] }: Indicator, { followUp, planYears }: MonthlyPrompt): object[] {
  const year = yearOf(followUp.period);
  const step = yearlyTargets.find((one) => one.year === year);
  if (!step) return [{ title: 'Målvärde', value: forCard(swedishTarget(target)) }];
  return [
    { title: `Målvärde ${year}`, value: forCard(swedishTarget(step.target)) },
    ...(target && year < planYears.to
      ? [{ title: `Målvärde ${planYears.to}`, value: forCard(swedishTarget(target)) }]
      : []),
  ];
}
