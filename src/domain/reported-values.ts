import type { IndicatorAnswer, StoredAnswer } from './answer.ts';
import type { IndicatorValue } from './indicator.ts';
import { measuredPeriod } from './measured-period.ts';
import type { IndicatorEntry, PlanDocument } from './plan-document.ts';

/** What has been reported of each indicator, by its id. */
export type ReportedValues = ReadonlyMap<string, readonly IndicatorValue[]>;

/** What reported values are read from: an answer as it is stored, or as it is being given. */
export interface Reporting extends Pick<StoredAnswer, 'committeeId' | 'period' | 'example'> {
  readonly answer: Pick<StoredAnswer['answer'], 'indicators'>;
}

/** The values in answers, of the indicators that the plan has. Each answer is its newest revision. */
export function reportedValues({ indicators }: PlanDocument, answers: readonly Reporting[]): ReportedValues {
  const entries = new Map(indicators.map((entry) => [entry.id, entry]));
  const reported = answers.flatMap((stored) =>
    stored.answer.indicators.flatMap((said) => {
      const entry = entries.get(said.indicatorId);
      return entry ? toValue(entry, stored, said).map((value) => ({ id: entry.id, value })) : [];
    }),
  );
  const byIndicator = Map.groupBy(reported, ({ id }) => id);
  return new Map([...byIndicator].map(([id, found]) => [id, found.map(({ value }) => value)]));
}

/** A total is nobody's own value: it stands without a committee. */
function toValue(
  entry: IndicatorEntry,
  { committeeId, period, example }: Reporting,
  { scope, report }: IndicatorAnswer,
): IndicatorValue[] {
  if (report.kind !== 'value') return [];
  const whose = scope === 'municipality' ? {} : { committeeId };
  return [{ period: measuredPeriod(entry, period), value: report.value, ...whose, example }];
}
