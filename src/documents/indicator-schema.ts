import { z } from 'zod';
import { Count, Day, entry, Figure, FreeText, Id, listOf, Mark, Name, Period, Year } from './plan-schema-fields.ts';

/* Indicators as a plan file in JSON has them. */

const TargetJson = z.union([
  z.strictObject({ atLeast: Figure }),
  z.strictObject({ atMost: Figure }),
  z.strictObject({ between: z.tuple([Figure, Figure], 'ska vara två tal, [från, till]') }),
  z.strictObject({ onDate: Day }),
  z.strictObject({ yesNo: z.boolean('ska vara true eller false') }),
  z.strictObject({
    text: Name,
    atLeastLongTerm: Figure.exactOptional(),
    tolerance: Figure.min(0, 'ska vara 0 eller mer').exactOptional(),
  }),
]);

const value = {
  period: Period,
  value: Figure,
  group: Name.exactOptional(),
  respondents: Count.exactOptional(),
  source: FreeText.exactOptional(),
  example: Mark,
};

export const IndicatorJson = z.preprocess(
  withSeriesBreaks,
  entry({
    id: Id,
    name: Name,
    unit: Name,
    goal: Id.exactOptional(),
    subGoal: Id.exactOptional(),
    committeeGoal: Id.exactOptional(),
    committees: listOf(Id),
    good: z.enum(['up', 'down']),
    target: TargetJson.nullable(),
    yearlyTargets: listOf(entry({ year: Year, target: TargetJson })),
    nearLimit: Figure.exactOptional(),
    scale: entry({ min: Figure, max: Figure }).exactOptional(),
    baseline: entry({ period: Period, value: Figure, source: FreeText.exactOptional(), example: Mark }).exactOptional(),
    frequency: z.enum(['month', 'tertial', 'year', 'everyFollowUp']),
    koladaId: Name.exactOptional(),
    breakdown: listOf(Name),
    seriesBreaks: listOf(entry({ from: Period, note: FreeText })),
    index: entry({
      method: z.enum(['mean', 'weighted']),
      components: listOf(Name),
      weights: z.array(Figure, 'ska vara en lista').exactOptional(),
      minimumRespondents: Count.exactOptional(),
    }).exactOptional(),
    values: listOf(entry(value)),
    committeeValues: listOf(entry({ ...value, committee: Id })),
    comparisons: listOf(
      entry({
        group: z.enum(['county', 'country', 'bestQuarter']),
        period: Period,
        value: Figure,
        source: FreeText.exactOptional(),
        example: Mark,
      }),
    ),
    totalReportedBy: Id.exactOptional(),
    aliases: listOf(Name),
    source: FreeText.exactOptional(),
    example: Mark,
  }),
);

/** A plan may give its only series break by itself. */
function withSeriesBreaks(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'seriesBreak')) return raw;
  const { seriesBreak, ...rest } = raw as Record<string, unknown>;
  return 'seriesBreaks' in rest ? raw : { ...rest, seriesBreaks: [seriesBreak] };
}
