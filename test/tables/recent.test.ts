import assert from 'node:assert/strict';
import { Recent } from '../../src/tables/recent.ts';

/** Remembers `most`, and notes what it had to make. */
function remembering(most: number) {
  const made: string[] = [];
  const recent = new Recent<string>(most);
  const get = (key: string): Promise<string> =>
    recent.get(key, async () => {
      made.push(key);
      return `value of ${key}`;
    });
  return { made, get, recent };
}

describe('What was costly to make', () => {
  it('is made once, also when it is asked for twice at once', async () => {
    const { made, get } = remembering(2);

    assert.deepEqual(await Promise.all([get('a'), get('a')]), ['value of a', 'value of a']);
    await get('a');

    assert.deepEqual(made, ['a']);
  });

  it('is forgotten when it is the one that was asked for longest ago', async () => {
    const { made, get } = remembering(2);

    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);

    assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  });

  it('is tried again after it failed', async () => {
    const { get, recent } = remembering(2);
    await assert.rejects(
      recent.get('a', async () => {
        throw new Error('storage is gone');
      }),
      /storage is gone/,
    );

    assert.equal(await get('a'), 'value of a');
  });
});
