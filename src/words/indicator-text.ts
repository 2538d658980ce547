import type { IndicatorReport } from '../domain/answer.ts';
import { dayOf, type Indicator, type Target, type ValueKind, valueKind } from '../domain/indicator.ts';
import type { IndicatorAsked, MonthlyPrompt } from '../domain/monthly-prompt.ts';
import type { Outlet } from './outlet.ts';
import { lowerFirst } from './sentence-parts.ts';
import { swedishDate, swedishNumber } from './swedish.ts';

/** A target in words: "högst 7", or that there is none. */
export function swedishTarget(target: Target | undefined): string {
  if (target === undefined) return 'inget (nyckeltal)';
  switch (target.kind) {
    case 'at-least':
      return `minst ${swedishNumber(target.value)}`;
    case 'at-most':
      return `högst ${swedishNumber(target.value)}`;
    case 'between':
      return `${swedishNumber(target.from)}–${swedishNumber(target.to)}`;
    case 'yes-no':
      return target.value ? 'ja' : 'nej';
    case 'on-date':
      return `senast ${swedishDate(target.date)}`;
    case 'direction':
    case 'better-than':
    case 'best-quarter':
    case 'words':
      return lowerFirst(target.text);
  }
}

/** What is asked for, told apart when one committee is asked for both: "Sjukfrånvaro, hela kommunen". */
export function askedName({ indicator, scope }: IndicatorAsked, { indicators, committee }: MonthlyPrompt): string {
  if (scope === 'municipality') return `${indicator.name}, hela kommunen`;
  const isBoth = indicators.some((other) => other.indicator.id === indicator.id && other.scope === 'municipality');
  return isBoth ? `${indicator.name}, ${committee.name}` : indicator.name;
}

/** A value as its kind has it: a number, "ja" for 1, a day for 20261130. */
export function swedishValue(value: number, kind: ValueKind): string {
  if (kind === 'yes-no') return value === 1 ? 'ja' : 'nej';
  const day = kind === 'day' ? dayOf(value) : undefined;
  return day ? swedishDate(day) : swedishNumber(value);
}

/** A figure with its unit as the plan has it: "7 % av ordinarie arbetstid", but "74 (index 0–100)". */
export function withUnit(figure: string, unit: string, shown: Outlet): string {
  return unit.startsWith('%') ? `${figure} ${shown(unit)}` : `${figure} (${shown(unit)})`;
}

/** What was said of an indicator. */
export function reportText(report: IndicatorReport, indicator: Indicator, shown: Outlet): string {
  switch (report.kind) {
    case 'value': {
      const kind = valueKind(indicator);
      const value = swedishValue(report.value, kind);
      return kind === 'number' ? `${value} ${shown(indicator.unit)}` : value;
    }
    case 'no-new-value':
      return 'inget nytt värde';
    case 'not-applicable':
      return 'ej tillämpligt';
    case 'too-few':
      return 'för litet underlag för att visas';
  }
}
