import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { NumberField } from '../swedish-number.ts';

/*
 * Names of the form's fields. They carry the plan's own ids, never positions: a form that was sent before the plan changed
 * can't put a figure in another area.
 */
export const comment = 'comment';
export const outcomeOf = (areaId: string): string => `outcome_${areaId}`;
export const forecastOf = (areaId: string): string => `forecast_${areaId}`;
export const indicatorOf = (indicatorId: string): string => `indicator_${indicatorId}`;
export const indicatorKindOf = (indicatorId: string): string => `kind_${indicatorId}`;
export const measureOf = (index: number): string => `measure_${index}`;
export const effectOf = (index: number): string => `effect_${index}`;
/** The choice under a field that could not be taken as it was typed. */
export const questionOf = (field: string): string => `question_${field}`;

export const MEASURES = 3;
/** Characters as people count them. */
export const MOST_COMMENT_CHARACTERS = 4_000;
export const MOST_MEASURE_CHARACTERS = 500;
/** UTF-16 units: twice as many, so that every character may be an emoji, and a card still fits in a message. */
export const MOST_COMMENT_UNITS = 8_000;
export const MOST_MEASURE_UNITS = 1_000;
/** Longer than any number that is written with its unit. */
export const MOST_NUMBER_UNITS = 200;

/** The part of what was typed that this form asks for; other fields are nobody's. */
export function fieldsOfForm(
  prompt: MonthlyPrompt,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const areas = prompt.areas.flatMap(({ area }) => [outcomeOf(area.id), forecastOf(area.id)]);
  const indicators = prompt.indicators.map(({ indicator }) => indicatorOf(indicator.id));
  const kinds = prompt.indicators.map(({ indicator }) => indicatorKindOf(indicator.id));
  const measures = Array.from({ length: MEASURES }, (_, index) => [measureOf(index), effectOf(index)]).flat();
  const asked = [...areas, ...indicators, comment, ...measures];
  const names = new Set([...asked, ...asked.map(questionOf), ...kinds]);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
}

/** How an indicator's unit is written in the form. */
export function fieldOf(unit: string): NumberField {
  if (unit.startsWith('%')) return { kind: 'percent' };
  if (/^index/i.test(unit)) return { kind: 'index' };
  return unit === 'antal' ? { kind: 'count' } : { kind: 'ratio' };
}
