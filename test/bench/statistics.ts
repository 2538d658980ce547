/** Middle value; with an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** One measure of ours against its raw baseline. The ratio of each round is formed from the two that ran next to each other. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly rounds: readonly Round[];
  /** What the median ratio has to keep to; nothing else fails the run. */
  readonly floor: { readonly kind: 'at-least' | 'at-most'; readonly ratio: number };
  /** More that was seen, a line each. */
  readonly notes: readonly string[];
}

export interface Round {
  readonly ours: number;
  readonly baseline: number;
}

export function ratioOf({ rounds }: Comparison): number {
  return median(rounds.map(({ ours, baseline }) => ours / baseline));
}

export function keepsFloor(comparison: Comparison): boolean {
  const ratio = ratioOf(comparison);
  const { kind, ratio: limit } = comparison.floor;
  return kind === 'at-least' ? ratio >= limit : ratio <= limit;
}

/** The comparison as lines to read. */
export function describeComparison(comparison: Comparison): string {
  const { name, unit, rounds, floor, notes } = comparison;
  const sign = floor.kind === 'at-least' ? '≥' : '≤';
  return [
    name,
    `  ours      ${spread(rounds.map(({ ours }) => ours))} ${unit}`,
    `  baseline  ${spread(rounds.map(({ baseline }) => baseline))} ${unit}`,
    `  ratio     ${spread(rounds.map(({ ours, baseline }) => ours / baseline))}, to be ${sign} ${floor.ratio}: ${keepsFloor(comparison) ? 'kept' : 'MISSED'}`,
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}

/** Median, then least and most: `512 (480–530, 5 runs)`. */
export function spread(values: readonly number[]): string {
  return `${short(median(values))} (${short(Math.min(...values))}–${short(Math.max(...values))}, ${values.length} runs)`;
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
