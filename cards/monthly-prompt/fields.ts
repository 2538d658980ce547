import type { NumberField } from '../swedish-number.ts';

/*
 * Names of the form's fields. They carry the plan's own ids, never positions: a form that was sent before the plan changed
 * can't put a figure in another area. On the card a field's id is `i_<attempt>_<name>`: Teams keeps what was typed by id, so a
 * form that comes back with errors needs new ids to show what we put in it.
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
export const MOST_COMMENT_CHARACTERS = 4_000;
export const MOST_MEASURE_CHARACTERS = 500;

const INPUT = /^i_(\d{1,4})_(.{1,120})$/s;

export function inputId(attempt: number, field: string): string {
  return `i_${attempt}_${field}`;
}

/** What was typed, by field name, and how many times the form has been shown. Other keys of the data are not inputs. */
export function typedFields(data: Readonly<Record<string, unknown>>): {
  typed: Record<string, string>;
  attempt: number;
} {
  const typed: Record<string, string> = {};
  let attempt = 0;
  for (const [id, value] of Object.entries(data)) {
    const [, number, field] = INPUT.exec(id) ?? [];
    if (number === undefined || field === undefined || typeof value !== 'string') continue;
    typed[field] = value;
    attempt = Math.max(attempt, Number(number));
  }
  return { typed, attempt };
}

/** How an indicator's unit is written in the form. */
export function fieldOf(unit: string): NumberField {
  if (unit.startsWith('%')) return { kind: 'percent' };
  if (/^index/i.test(unit)) return { kind: 'index' };
  return unit === 'antal' ? { kind: 'count' } : { kind: 'ratio' };
}
