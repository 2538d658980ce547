import { type IndicatorValue, type Target, valueKind } from '../domain/indicator.ts';
import type { Judgement, Measured, NotAssessable, NotMeasured, Verdict } from '../domain/judgement.ts';
import { isWholeYear } from '../domain/measured-period.ts';
import type { Trend } from '../domain/trend.ts';
import { swedishTarget, swedishValue, withUnit } from './indicator-text.ts';
import type { Outlet } from './outlet.ts';
import { periodText } from './period-text.ts';
import { listed } from './sentence-parts.ts';
import { swedishNumber } from './swedish.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  reached: 'når målet',
  near: 'nära målet',
  behind: 'når inte målet',
  'not-measured': 'inget resultat',
  'not-assessable': 'kan inte bedömas',
  'key-figure': 'nyckeltal',
};

/** The verdict where a word is enough, in lower case. */
export function verdictText(verdict: Verdict): string {
  return VERDICTS[verdict];
}

/** Why an indicator is judged as it is: the target, the value and what follows. */
export function judgementText(judgement: Judgement, unit: string, shown: Outlet): string {
  switch (judgement.verdict) {
    case 'reached':
    case 'near':
    case 'behind':
      return `${targetSentence(judgement.reason, unit, shown)} ${valueSentence(judgement.reason, judgement.verdict)}`;
    case 'not-measured':
      return notMeasuredText(judgement.reason, shown);
    case 'not-assessable':
      return `Kan inte bedömas: ${notAssessableText(judgement.reason, shown)}`;
    case 'key-figure':
      return 'Nyckeltal utan målvärde: följs upp men bedöms inte.';
  }
}

function targetSentence(reason: Measured, unit: string, shown: Outlet): string {
  switch (reason.kind) {
    case 'limit':
      return `Målet är ${limitText(reason.target, unit, shown)}.`;
    case 'baseline':
      return `Målet är att ${directionText(reason, unit, shown)}.`;
    case 'group': {
      const { target, comparison } = reason;
      const theirs = `${swedishNumber(comparison.value)} (${periodText(comparison.period)})`;
      const whose = comparison.group === 'bestQuarter' ? 'gränsen är' : `${GROUPS[comparison.group]} har`;
      return `Målet är ${shown(swedishTarget(target))}; ${whose} ${theirs}.`;
    }
  }
}

function limitText(target: Target, unit: string, shown: Outlet): string {
  const text = shown(swedishTarget(target));
  return target.kind === 'yes-no' || target.kind === 'on-date' ? text : withUnit(text, unit, shown);
}

function directionText(
  { target, baseline }: Extract<Measured, { readonly kind: 'baseline' }>,
  unit: string,
  shown: Outlet,
): string {
  const from = `${withUnit(swedishNumber(baseline.value), unit, shown)} ${inPeriod(baseline.period)}`;
  const floor = target.longTermAtLeast;
  const further = floor === undefined ? '' : `, på sikt till minst ${swedishNumber(floor)}`;
  if (target.direction === 'increase') return `öka från ${from}${further}`;
  if (target.direction === 'decrease') return `minska från ${from}`;
  const tolerance = target.tolerance ? `, med högst ${swedishNumber(target.tolerance)} i skillnad` : '';
  return `behålla ${from}${tolerance}`;
}

const CONCLUSIONS = {
  reached: 'så målet nås',
  near: 'så målet är nära men nås inte än',
  behind: 'så målet nås inte än',
} as const;

function valueSentence(reason: Measured, verdict: keyof typeof CONCLUSIONS): string {
  const { target, value } = reason;
  return `Senaste ${whichValue(reason)} är ${swedishValue(value.value, valueKind({ target }))} (${periodText(value.period)}), ${CONCLUSIONS[verdict]}.`;
}

/** A newer value may be passed over, for one that is of a whole year as the baseline or of a year that others have, too. */
function whichValue({ kind, value }: Measured): string {
  if (kind === 'group') return 'värdet som går att jämföra';
  return kind === 'baseline' && isWholeYear(value.period) ? 'helårsvärdet' : 'värdet';
}

function notMeasuredText(reason: NotMeasured, shown: Outlet): string {
  switch (reason.kind) {
    case 'no-value':
      return 'Inget värde är rapporterat.';
    case 'no-total':
      return 'Kommunens värde saknas. Nämnder har rapporterat, men kommunens värde räknas inte ut ur deras.';
    case 'none-since-baseline':
      return `Inget nytt värde sedan utgångsvärdet (${periodText(reason.baseline.period)}).`;
    case 'incomplete':
      return `Indexet kan inte räknas: värde saknas för ${listed(reason.missing.map(shown))}.`;
    case 'too-few':
      return `För litet underlag för att visas: färre än ${swedishNumber(reason.minimum)} svar.`;
    case 'answers-unknown':
      return `Indexet visas inte: antalet svar saknas, och minst ${swedishNumber(reason.minimum)} krävs.`;
  }
}

const GROUPS = { county: 'länet', country: 'riket' } as const;

function notAssessableText(reason: NotAssessable, shown: Outlet): string {
  switch (reason.kind) {
    case 'no-baseline':
      return `planen säger ${shown(swedishTarget(reason.target))} men inte från vilket värde.`;
    case 'series-broken': {
      const { from, note } = reason.seriesBreak;
      const before = `utgångsvärdet (${periodText(reason.baseline.period)})`;
      return `måttet ändrades ${periodText(from)}, så värdet kan inte jämföras med ${before}. ${sentence(note, shown)}`;
    }
    case 'unlike-baseline':
      return isWholeYear(reason.baseline.period)
        ? `utgångsvärdet gäller ett helt år (${reason.baseline.period}) och inget helt år är rapporterat sedan dess.`
        : `utgångsvärdet gäller en månad (${periodText(reason.baseline.period)}) och ingen månad är rapporterad sedan dess.`;
    case 'no-group-value':
      return reason.group === 'bestQuarter'
        ? `planen saknar gränsen för de 25 % bästa ${reason.year}.`
        : `planen saknar värdet för ${GROUPS[reason.group]} ${reason.year}.`;
    case 'not-a-day':
      return `målet är en dag, men värdet är ${swedishNumber(reason.value.value)}.`;
    case 'words':
      return `målet är skrivet i ord som inte går att mäta mot (${shown(reason.text)}).`;
  }
}

/** Where an indicator is going, and since when. */
export function trendText(trend: Trend, shown: Outlet): string {
  switch (trend.kind) {
    case 'improving':
    case 'worse': {
      const { from, to } = trend;
      return `${trend.kind === 'worse' ? 'Sämre' : 'Bättre'} än ${periodText(from.period)}: ${change(from, to)}.`;
    }
    case 'unchanged':
      return `Oförändrat sedan ${periodText(trend.from.period)}: ${swedishNumber(trend.to.value)}.`;
    case 'no-earlier-value':
      return 'Inget tidigare värde att jämföra med.';
    case 'series-broken':
      return `Kan inte jämföras med tidigare: måttet ändrades ${periodText(trend.seriesBreak.from)}. ${sentence(trend.seriesBreak.note, shown)}`;
  }
}

function inPeriod(period: string): string {
  return `${isWholeYear(period) ? 'år' : 'i'} ${periodText(period)}`;
}

function change(from: IndicatorValue, to: IndicatorValue): string {
  return `från ${swedishNumber(from.value)} till ${swedishNumber(to.value)}`;
}

/** The plan's note with a full stop of its own or ours. */
function sentence(note: string, shown: Outlet): string {
  return /[.!?]$/u.test(note) ? shown(note) : `${shown(note)}.`;
}
