import { dayOf, type Target, type ValueKind, valueKind } from './indicator.ts';
import type { IndicatorEntry, TargetEntry } from './plan-document.ts';
import { type PlanProblem, planError, planWarning } from './plan-problem.ts';
import { readTarget } from './read-target.ts';

/** An indicator's targets, and that they, its limits and its values agree with its scale and direction. */
export function checkTargets(indicator: IndicatorEntry, path: string): PlanProblem[] {
  const steps = indicator.yearlyTargets.map(({ target }, at) => ({
    target,
    path: `${path}.yearlyTargets.${at}.target`,
  }));
  const end = indicator.target === null ? [] : [{ target: indicator.target, path: `${path}.target` }];
  return [
    ...[...end, ...steps].flatMap(({ target, path: place }) => checkTarget(indicator, target, place)),
    ...checkNearLimit(indicator, `${path}.nearLimit`),
    ...checkScale(indicator, path),
    ...checkKind(indicator, path),
  ];
}

function checkTarget(indicator: IndicatorEntry, entry: TargetEntry, path: string): PlanProblem[] {
  const { name, good, baseline, scale } = indicator;
  const target = readTarget(entry, good);
  const limits = limitsOf(target);
  const shown = shownIn(entry);
  const outside = scale ? limits.find((limit) => limit < scale.min || limit > scale.max) : undefined;
  return [
    ...(scale && outside !== undefined
      ? [planError('TARGET_OUTSIDE_SCALE', path, { indicator: name, target: outside, ...scale })]
      : []),
    ...(target.kind === 'between' && target.from > target.to
      ? [planError('TARGET_REVERSED', path, { indicator: name, from: target.from, to: target.to })]
      : []),
    // "At least" where less is better may be meant, so it is only pointed out.
    ...((directionOf(target) ?? good) !== good
      ? [planWarning('TARGET_AGAINST_DIRECTION', path, { indicator: name, target: shown })]
      : []),
    ...(target.kind === 'words'
      ? [planWarning('TARGET_NOT_UNDERSTOOD', path, { indicator: name, target: shown })]
      : []),
    ...(target.kind === 'direction' && !baseline
      ? [planWarning('NO_BASELINE', path, { indicator: name, target: shown })]
      : []),
  ];
}

function shownIn(entry: TargetEntry): string {
  return 'text' in entry ? entry.text : Object.values(entry).flat().join('–');
}

function limitsOf(target: Target): readonly number[] {
  if (target.kind === 'at-least' || target.kind === 'at-most') return [target.value];
  return target.kind === 'between' ? [target.from, target.to] : [];
}

/** Which way a target strives; neither for an interval, a date or others' values. */
function directionOf(target: Target): 'up' | 'down' | undefined {
  if (target.kind === 'at-least' || (target.kind === 'direction' && target.direction === 'increase')) return 'up';
  if (target.kind === 'at-most' || (target.kind === 'direction' && target.direction === 'decrease')) return 'down';
  return undefined;
}

/** What is near is not reached: the limit lies on the wrong side of the target for the end of the period. */
function checkNearLimit({ name, good, target: entry, nearLimit }: IndicatorEntry, path: string): PlanProblem[] {
  if (nearLimit === undefined) return [];
  if (entry === null) return [planError('NEAR_LIMIT_WITHOUT_TARGET', path, { indicator: name })];
  const target = readTarget(entry, good);
  const isReached =
    (target.kind === 'at-least' && nearLimit >= target.value) ||
    (target.kind === 'at-most' && nearLimit <= target.value) ||
    (target.kind === 'between' && target.from <= nearLimit && nearLimit <= target.to);
  if (!isReached) return [];
  return [planError('NEAR_LIMIT_WRONG_SIDE', path, { indicator: name, nearLimit, target: shownIn(entry) })];
}

function checkScale(indicator: IndicatorEntry, path: string): PlanProblem[] {
  const { name, scale, nearLimit } = indicator;
  if (!scale) return [];
  if (scale.min >= scale.max) return [planError('SCALE_REVERSED', `${path}.scale`, { indicator: name, ...scale })];
  const figures = [
    ...(nearLimit === undefined ? [] : [{ value: nearLimit, place: 'nearLimit' }]),
    ...figuresOf(indicator),
  ];
  return figures
    .filter(({ value }) => value < scale.min || value > scale.max)
    .map(({ value, place }) =>
      planError('VALUE_OUTSIDE_SCALE', `${path}.${place}`, { indicator: name, value, ...scale }),
    );
}

interface Figure {
  readonly period: string;
  readonly value: number;
  readonly place: string;
}

function figuresOf({ baseline, values, committeeValues }: IndicatorEntry): readonly Figure[] {
  return [
    ...(baseline ? [{ ...baseline, place: 'baseline.value' }] : []),
    ...values.map(({ period, value }, at) => ({ period, value, place: `values.${at}.value` })),
    ...committeeValues.map(({ period, value }, at) => ({ period, value, place: `committeeValues.${at}.value` })),
  ];
}

/** The file has figures for everything: 1 and 0 where the target is a yes or no, 20261130 where it is a day. */
function checkKind(indicator: IndicatorEntry, path: string): PlanProblem[] {
  const kind = kindOf(indicator);
  if (kind === 'number') return [];
  const code = kind === 'day' ? 'VALUE_NOT_A_DAY' : 'VALUE_NOT_YES_OR_NO';
  return figuresOf(indicator)
    .filter(({ value }) => (kind === 'day' ? dayOf(value) === undefined : value !== 0 && value !== 1))
    .map(({ period, value, place }) =>
      planError(code, `${path}.${place}`, { indicator: indicator.name, period, value }),
    );
}

function kindOf({ target, yearlyTargets, good }: IndicatorEntry): ValueKind {
  return valueKind({
    ...(target === null ? {} : { target: readTarget(target, good) }),
    yearlyTargets: yearlyTargets.map((step) => ({ ...step, target: readTarget(step.target, good) })),
  });
}
