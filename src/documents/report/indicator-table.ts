import { judgementInUse } from '../../domain/assess-indicator.ts';
import type { Target } from '../../domain/indicator.ts';
import type { IndicatorContent } from '../../domain/report-content.ts';
import type { Trend } from '../../domain/trend.ts';
import { verdictText } from '../../words/assessment-text.ts';
import { swedishTarget, swedishValue, withUnit } from '../../words/indicator-text.ts';
import { periodText } from '../../words/period-text.ts';
import { upperFirst } from '../../words/sentence-parts.ts';
import { swedishNumber } from '../../words/swedish.ts';
import { type Block, MISSING, NOTHING, note, type Row, table, textColumn } from './blocks.ts';
import { writtenText } from './written-text.ts';

/** More rows than anybody reads on paper; the workbook has all of them. */
const MOST_ROWS = 60;

const COLUMNS = [
  textColumn('Indikator', 30),
  textColumn('Senaste värde', 15),
  textColumn('Avser', 12),
  textColumn('Målvärde', 14),
  textColumn('Mot målet', 13),
  textColumn('Utveckling', 16),
];

/** Whose values a table shows: a committee may report the municipality's total beside its own. */
export type Whose = 'committee' | 'municipality';

/** The indicators that are judged, each with its value, target, verdict and trend in words; key figures are counted. */
export function indicatorBlocks(
  caption: string,
  indicators: readonly IndicatorContent[],
  whose: Whose = 'committee',
): readonly Block[] {
  const judged = indicators.filter((indicator) => !isKeyFigure(indicator));
  const shown = judged.slice(0, MOST_ROWS);
  return [
    ...table(
      caption,
      COLUMNS,
      shown.map((indicator) => indicatorRow(indicator, whose)),
    ),
    ...leftOut(judged.length - shown.length, indicators.length - judged.length),
  ];
}

function isKeyFigure({ assessment }: IndicatorContent): boolean {
  return judgementInUse(assessment).verdict === 'key-figure';
}

function leftOut(rows: number, keyFigures: number): readonly Block[] {
  const said = [
    ...(rows > 0 ? [`${rows} indikatorer till`] : []),
    ...(keyFigures === 1 ? ['1 nyckeltal utan målvärde'] : []),
    ...(keyFigures > 1 ? [`${keyFigures} nyckeltal utan målvärde`] : []),
  ];
  return said.length === 0 ? [] : [note(`${upperFirst(said.join(' och '))} finns i rapportens Excelfil.`)];
}

function indicatorRow(indicator: IndicatorContent, whose: Whose): Row {
  const { assessment } = indicator;
  const verdict = verdictText(judgementInUse(assessment).verdict);
  return {
    cells: [
      indicatorName(indicator, whose),
      valueText(indicator),
      assessment.value ? periodText(assessment.value.period) : NOTHING,
      targetText(indicator),
      verdict,
      trendInShort(assessment.trend, indicator),
    ],
  };
}

/** The municipality's total is told apart from the committee's own value. */
function indicatorName({ name, scope }: IndicatorContent, whose: Whose): string {
  return `${writtenText(name)}${scope === 'municipality' && whose === 'committee' ? ', hela kommunen' : ''}`;
}

/** The newest value that may be shown, and what the committee said when there is none. */
function valueText({ assessment, valueKind, unit, said }: IndicatorContent): string {
  const { value } = assessment;
  if (value) {
    const figure = swedishValue(value.value, valueKind);
    return valueKind === 'number' ? withUnit(figure, unit, writtenText) : figure;
  }
  if (said?.kind === 'too-few') return 'för litet underlag';
  return said?.kind === 'not-applicable' ? 'ej tillämpligt' : MISSING;
}

/** What the value is held against this year. */
function targetText(indicator: IndicatorContent): string {
  const target = targetOf(indicator);
  return target ? `${writtenText(swedishTarget(target))}${sinceText(indicator)}` : NOTHING;
}

/** A target in words is held against a stated value: `öka från 0,9 (2015)`. */
function sinceText({ assessment }: IndicatorContent): string {
  const { reason } = judgementInUse(assessment);
  if (!('kind' in reason) || reason.kind !== 'baseline') return '';
  const { baseline, target } = reason;
  const joint = target.direction === 'keep' ? '' : ' från';
  return `${joint} ${swedishNumber(baseline.value)} (${periodText(baseline.period)})`;
}

function targetOf({ target, assessment }: IndicatorContent): Target | undefined {
  const { reason } = judgementInUse(assessment);
  return target ?? ('target' in reason ? reason.target : undefined);
}

/** Where it is going, in the indicator's good direction: `bättre än 2024 (7,1)`. */
function trendInShort(trend: Trend, { valueKind }: Pick<IndicatorContent, 'valueKind'>): string {
  switch (trend.kind) {
    case 'improving':
    case 'worse': {
      const before =
        valueKind === 'number' ? swedishNumber(trend.from.value) : swedishValue(trend.from.value, valueKind);
      return `${trend.kind === 'worse' ? 'sämre' : 'bättre'} än ${periodText(trend.from.period)} (${before})`;
    }
    case 'unchanged':
      return `oförändrat sedan ${periodText(trend.from.period)}`;
    case 'no-earlier-value':
      return 'inget tidigare värde';
    case 'series-broken':
      return `måttet ändrades ${periodText(trend.seriesBreak.from)}`;
  }
}
