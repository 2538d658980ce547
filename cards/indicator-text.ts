import type { IndicatorReport } from '../src/domain/answer.ts';
import { dayOf, type Target } from '../src/domain/indicator.ts';
import { forCard } from './peoples-words.ts';
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
      return target.text.charAt(0).toLowerCase() + target.text.slice(1);
  }
}

/** A value as its target's kind has it: a number, "ja" for 1, a day for 20261130. */
export function swedishValue(value: number, target: Target): string {
  if (target.kind === 'yes-no') return value === 1 ? 'ja' : 'nej';
  const day = target.kind === 'on-date' ? dayOf(value) : undefined;
  return day ? swedishDate(day) : swedishNumber(value);
}

/** A figure with its unit as the plan has it: "7 % av ordinarie arbetstid", but "74 (index 0–100)". */
export function withUnit(figure: string, unit: string): string {
  return unit.startsWith('%') ? `${figure} ${forCard(unit)}` : `${figure} (${forCard(unit)})`;
}

/** What was said of an indicator, ready for a card. */
export function reportText(report: IndicatorReport, unit: string): string {
  switch (report.kind) {
    case 'value':
      return `${swedishNumber(report.value)} ${forCard(unit)}`;
    case 'no-new-value':
      return 'inget nytt värde';
    case 'not-applicable':
      return 'ej tillämpligt';
    case 'too-few':
      return 'för litet underlag för att visas';
  }
}
