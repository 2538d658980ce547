import { settled } from './decimals.ts';
import type { IndexRule } from './plan-document.ts';

/** An index, or why it is not shown. Few answers could point out a person, so an unknown number of them is not enough. */
export type IndexResult =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'too-few'; readonly minimum: number }
  | { readonly kind: 'answers-unknown'; readonly minimum: number };

/** @param respondents how many answered; of components with different numbers, the smallest. */
export function computeIndex(
  rule: IndexRule,
  components: ReadonlyMap<string, number>,
  respondents: number | undefined,
): IndexResult {
  const minimum = rule.minimumRespondents;
  if (minimum !== undefined && respondents === undefined) return { kind: 'answers-unknown', minimum };
  if (minimum !== undefined && respondents !== undefined && respondents < minimum) return { kind: 'too-few', minimum };

  const missing = rule.components.filter((name) => !components.has(name));
  if (missing.length > 0) return { kind: 'incomplete', missing };
  return { kind: 'value', value: settled(weighedTogether(rule, components)) };
}

/** A mean is weighted with equal weights. Weights that were rounded, 0.333 thrice, count as the parts of 1 that they mean. */
function weighedTogether({ method, components, weights = [] }: IndexRule, values: ReadonlyMap<string, number>): number {
  const weightOf = (at: number): number => (method === 'mean' ? 1 : (weights[at] ?? 0));
  const whole = components.reduce((sum, _, at) => sum + weightOf(at), 0);
  return components.reduce((sum, name, at) => sum + weightOf(at) * (values.get(name) ?? 0), 0) / whole;
}
