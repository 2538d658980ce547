import assert from 'node:assert/strict';
import { computeIndex } from '../../src/domain/compute-index.ts';

const components = ['Motivation', 'Ledarskap', 'Styrning'];
const values = new Map([
  ['Motivation', 82.1],
  ['Ledarskap', 80.2],
  ['Styrning', 77.3],
  ['Trivsel', 12],
]);

describe('An index of the staff’s answers', () => {
  it('is the mean of its components, and of nothing else', () => {
    assert.deepEqual(computeIndex({ method: 'mean', components }, values, undefined), {
      kind: 'value',
      value: 79.8666666667,
    });
  });

  it('is weighted when the plan gives weights, and exact', () => {
    const rule = { method: 'weighted', components, weights: [0.5, 0.3, 0.2] } as const;

    assert.deepEqual(computeIndex(rule, values, undefined), { kind: 'value', value: 80.57 });
  });

  it('is not lowered by weights that were rounded: components that all are 90 give 90', () => {
    const rule = { method: 'weighted', components, weights: [0.333, 0.333, 0.333] } as const;
    const nineties = new Map(components.map((name) => [name, 90]));

    assert.deepEqual(computeIndex(rule, nineties, undefined), { kind: 'value', value: 90 });
  });

  it('is a value also when a component is 0', () => {
    const zero = new Map([...values, ['Styrning', 0]]) as ReadonlyMap<string, number>;

    assert.deepEqual(computeIndex({ method: 'mean', components }, zero, undefined), { kind: 'value', value: 54.1 });
  });

  it('is not computed when a component is missing, and says which', () => {
    assert.deepEqual(computeIndex({ method: 'mean', components }, new Map([['Ledarskap', 80]]), undefined), {
      kind: 'incomplete',
      missing: ['Motivation', 'Styrning'],
    });
  });

  it('is not shown for fewer answers than the plan allows, or for an unknown number', () => {
    const rule = { method: 'mean', components, minimumRespondents: 5 } as const;

    assert.deepEqual(computeIndex(rule, values, 4), { kind: 'too-few', minimum: 5 });
    assert.deepEqual(computeIndex(rule, values, 0), { kind: 'too-few', minimum: 5 });
    assert.deepEqual(computeIndex(rule, values, undefined), { kind: 'answers-unknown', minimum: 5 });
    assert.equal(computeIndex(rule, values, 5).kind, 'value');
  });
});
