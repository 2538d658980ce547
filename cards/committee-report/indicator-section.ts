import { judgementInUse } from '../../src/domain/assess-indicator.ts';
import type { Judgement, Verdict } from '../../src/domain/judgement.ts';
import type { CommitteeReportContent, IndicatorContent } from '../../src/domain/report-content.ts';
import { judgementText, trendText, verdictText } from '../../src/words/assessment-text.ts';
import { swedishTarget, swedishValue, withUnit } from '../../src/words/indicator-text.ts';
import { periodText } from '../../src/words/period-text.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { shortened } from '../file-texts.ts';
import { forCard } from '../peoples-words.ts';
import { type Item, named } from './fit.ts';
import { list, type Section, section } from './section.ts';

const LONGEST_NAME = 120;
const LONGEST_UNIT = 60;
/** On the overview. */
const MOST_BEHIND = 3;

/** What is worst comes first; key figures have no place in the order, for they are not judged. */
const ORDER: readonly Verdict[] = ['behind', 'near', 'not-measured', 'not-assessable', 'reached'];

/** How many, in words. */
const COUNTED: Readonly<Record<Verdict, string>> = {
  behind: 'når inte målet',
  near: 'är nära målet',
  'not-measured': 'saknar resultat',
  'not-assessable': 'kan inte bedömas',
  reached: 'når målet',
  'key-figure': 'är nyckeltal utan målvärde',
};

/** How many reach their targets, and which do not. */
export function indicatorCounts({ indicators }: CommitteeReportContent): Section {
  if (indicators.length === 0) return section('Indikatorer', {});
  const behind = withVerdict(indicators, 'behind').map(nameOf);
  const more = behind.length > MOST_BEHIND ? ` och ${behind.length - MOST_BEHIND} till` : '';
  return section('Indikatorer', {
    lead: [
      countText(indicators),
      ...(behind.length === 0 ? [] : [`Når inte målet: ${behind.slice(0, MOST_BEHIND).join(', ')}${more}.`]),
    ],
    more: {
      title: indicators.length === 1 ? 'Visa indikatorn' : `Visa indikatorerna (${indicators.length})`,
      page: 'indicators',
    },
  });
}

/** Against their targets, those that are not reached first. */
export function indicatorSection(content: CommitteeReportContent): Section {
  const judged = ORDER.flatMap((verdict) => withVerdict(content.indicators, verdict));
  return section('Indikatorer', { details: [list(judged.map((one) => indicatorItem(one, content)))] });
}

/** What has no target is followed up and never judged. */
export function keyFigureSection(content: CommitteeReportContent): Section {
  const keyFigures = withVerdict(content.indicators, 'key-figure');
  return section('Nyckeltal, som inte bedöms', {
    details: [list(keyFigures.map((one) => named(nameOf(one), valueText(one, content).trim() || 'Saknas.')))],
  });
}

function withVerdict(indicators: readonly IndicatorContent[], wanted: Verdict): readonly IndicatorContent[] {
  return indicators.filter(({ assessment }) => judgementInUse(assessment).verdict === wanted);
}

function countText(indicators: readonly IndicatorContent[]): string {
  const parts = [...ORDER, 'key-figure' as const].flatMap((verdict) => {
    const count = withVerdict(indicators, verdict).length;
    return count === 0 ? [] : [`${count} ${COUNTED[verdict]}`];
  });
  return `${parts.join(', ')}.`;
}

/** "Sjukfrånvaro: når inte målet", under it "7,2 %. Mål: högst 7. Sämre än juni 2026: från 7,0 till 7,2." */
function indicatorItem(indicator: IndicatorContent, content: CommitteeReportContent): Item {
  const { assessment } = indicator;
  const judgement = judgementInUse(assessment);
  const { verdict } = judgement;
  const name = `${nameOf(indicator)}: ${verdictText(verdict)}`;
  const value = valueText(indicator, content);
  if (verdict === 'not-measured') return named(name, value.trim() || judgementText(judgement, indicator.unit, forCard));
  if (verdict === 'not-assessable') return named(name, `${value}${whyNotAssessable(judgement)}`);
  return named(name, `${value}${targetText(indicator)} ${trendText(assessment.trend, forCard)}`);
}

/** The name above says that it can't be. */
function whyNotAssessable(judgement: Judgement): string {
  return upperFirst(judgementText(judgement, '', forCard).replace(/^Kan inte bedömas: /u, ''));
}

function nameOf({ name, scope }: IndicatorContent): string {
  const short = forCard(shortened(name, LONGEST_NAME));
  return scope === 'municipality' ? `${short}, hela kommunen` : short;
}

/** What the newest value is and of when, and what the committee says instead of a new one. A missing value is said to be. */
function valueText(indicator: IndicatorContent, { period, answered }: CommitteeReportContent): string {
  const known = knownText(indicator, period);
  switch (indicator.said?.kind) {
    case 'no-new-value':
      return known === '' ? 'Inget nytt värde. ' : `Inget nytt värde, senast ${known}`;
    case 'not-applicable':
      return 'Ej tillämpligt. ';
    case 'too-few':
      return 'För litet underlag för att visas. ';
    case 'value':
      return known;
    case undefined:
      if (!indicator.asked || answered) return known;
      return known === '' ? 'Inte rapporterat ännu. ' : `Inte rapporterat ännu, senast ${known}`;
  }
}

/** "7,2 % av ordinarie arbetstid (juni 2026). "; the period is left out when it is the report's own. */
function knownText({ assessment: { value }, unit, valueKind }: IndicatorContent, period: string): string {
  if (!value) return '';
  const figure = swedishValue(value.value, valueKind);
  const whole = valueKind === 'number' ? withUnit(figure, shortened(unit, LONGEST_UNIT), forCard) : figure;
  return `${whole}${value.period === period ? '' : `, ${periodText(value.period)}`}. `;
}

function targetText({ target }: IndicatorContent): string {
  return target === undefined ? '' : `Mål: ${forCard(swedishTarget(target))}.`;
}
