import type { NamedIndicator, ReportSummary } from '../../src/domain/report-summary.ts';
import { judgementText } from '../../src/words/assessment-text.ts';
import { swedishValue, withUnit } from '../../src/words/indicator-text.ts';
import { periodText } from '../../src/words/period-text.ts';
import { lowerFirst } from '../../src/words/sentence-parts.ts';
import { forCard } from '../peoples-words.ts';

/** More than these are counted. */
const MOST_NAMED = 4;

/** How many indicators reach their targets, and in words those that don't, or that can't be judged. Nothing when there are none. */
export function indicatorLines({ indicators: { counts, named } }: ReportSummary): { text: string }[] {
  const judged = counts.reached + counts.near + counts.behind;
  const all = judged + counts['not-measured'] + counts['not-assessable'];
  if (all === 0) return [];
  const rest = named.length - MOST_NAMED;
  return [
    countText(counts, all),
    ...named.slice(0, MOST_NAMED).map(namedText),
    ...(rest > 0 ? [`${rest} till står i rapporten.`] : []),
  ].map((text) => ({ text }));
}

function countText(counts: ReportSummary['indicators']['counts'], all: number): string {
  if (counts['not-measured'] === all) {
    return all === 1 ? 'Den enda indikatorn saknar resultat.' : `Ingen av ${all} indikatorer har något resultat.`;
  }
  const parts = [
    ...(counts.near > 0 ? [`${counts.near} är nära`] : []),
    ...(counts.behind > 0 ? [`${counts.behind} når inte målet`] : []),
    ...(counts['not-assessable'] > 0 ? [`${counts['not-assessable']} kan inte bedömas`] : []),
    ...(counts['not-measured'] > 0 ? [`${counts['not-measured']} saknar resultat`] : []),
  ];
  const reached = `${counts.reached} av ${all} ${all === 1 ? 'indikator når sitt mål' : 'indikatorer når sitt mål'}`;
  return `${[reached, ...parts].join(', ')}.`;
}

/** What can't be judged shows its value all the same. */
function namedText({ name, unit, judgement, value, valueKind }: NamedIndicator): string {
  const said = judgementText(judgement, unit, forCard).replace(/^Kan inte bedömas: /u, 'kan inte bedömas, eftersom ');
  const latest =
    judgement.verdict === 'not-assessable' && value
      ? ` Senaste värdet är ${valueText(value.value, unit, valueKind)} (${periodText(value.period)}).`
      : '';
  return `${forCard(name)}: ${lowerFirst(said)}${latest}`;
}

function valueText(value: number, unit: string, kind: NamedIndicator['valueKind']): string {
  const figure = swedishValue(value, kind);
  return kind === 'number' ? withUnit(figure, unit, forCard) : figure;
}
