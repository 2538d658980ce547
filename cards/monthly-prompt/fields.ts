import type { IndicatorDue } from '../../src/domain/follow-up.ts';
import { textMark } from './text-mark.ts';

/*
 * Names of the form's fields. They carry the plan's own ids, never positions: a form that was sent before the plan changed
 * can't put a figure in another area.
 */
export const comment = 'comment';
/** Why a month that is locked, or another's, is changed. */
export const reason = 'reason';
export const outcomeOf = (areaId: string): string => `outcome_${areaId}`;
export const forecastOf = (areaId: string): string => `forecast_${areaId}`;
/** The municipality's total has fields of its own beside the committee's value. */
export const indicatorOf = ({ indicator, scope }: IndicatorDue): string =>
  `${scope === 'municipality' ? 'total' : 'indicator'}_${indicator.id}`;
export const indicatorKindOf = ({ indicator, scope }: IndicatorDue): string =>
  `${scope === 'municipality' ? 'totalkind' : 'kind'}_${indicator.id}`;
export const measureOf = (index: number): string => `measure_${index}`;
export const effectOf = (index: number): string => `effect_${index}`;
export const gradeOf = (goalId: string): string => `grade_${goalId}`;
export const motivationOf = (goalId: string): string => `motivation_${goalId}`;
/** A project has no id but its name, which may be long: a mark of it stands in the names of its fields. */
export const investmentOutcomeOf = (project: string): string => `investoutcome_${textMark(project)}`;
export const investmentForecastOf = (project: string): string => `investforecast_${textMark(project)}`;
export const statusOf = (workId: string): string => `status_${workId}`;
/** The choice under a field that could not be taken as it was typed. */
export const questionOf = (field: string): string => `question_${field}`;

export const MEASURES = 3;
/** Characters as people count them. */
export const MOST_COMMENT_CHARACTERS = 4_000;
export const MOST_MEASURE_CHARACTERS = 500;
export const MOST_MOTIVATION_CHARACTERS = 2_000;
/** UTF-16 units: twice as many, so that every character may be an emoji, and a card still fits in a message. */
export const MOST_COMMENT_UNITS = 8_000;
export const MOST_MEASURE_UNITS = 1_000;
export const MOST_MOTIVATION_UNITS = 4_000;
export const MOST_REASON_UNITS = 1_000;
/** Longer than any number that is written with its unit. */
export const MOST_NUMBER_UNITS = 200;
