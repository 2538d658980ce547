import type { IndicatorDue } from '../../src/domain/follow-up.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';

/*
 * Names of the form's fields. They carry the plan's own ids, never positions: a form that was sent before the plan changed
 * can't put a figure in another area.
 */
export const comment = 'comment';
export const outcomeOf = (areaId: string): string => `outcome_${areaId}`;
export const forecastOf = (areaId: string): string => `forecast_${areaId}`;
/** The municipality's total has fields of its own beside the committee's value. */
export const indicatorOf = ({ indicator, scope }: IndicatorDue): string =>
  `${scope === 'municipality' ? 'total' : 'indicator'}_${indicator.id}`;
export const indicatorKindOf = ({ indicator, scope }: IndicatorDue): string =>
  `${scope === 'municipality' ? 'totalkind' : 'kind'}_${indicator.id}`;
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
  const indicators = prompt.indicators.map(indicatorOf);
  const kinds = prompt.indicators.map(indicatorKindOf);
  const measures = Array.from({ length: MEASURES }, (_, index) => [measureOf(index), effectOf(index)]).flat();
  const asked = [...areas, ...indicators, comment, ...measures];
  const names = new Set([...asked, ...asked.map(questionOf), ...kinds]);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
}
