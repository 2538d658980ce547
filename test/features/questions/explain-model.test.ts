import assert from 'node:assert/strict';
import { explainModel } from '../../../src/features/questions/explain-model.ts';
import { ModelPictures } from '../../../src/features/questions/model-pictures.ts';
import { aDocument } from '../../support/builders.ts';
import { FakeClock, FakePlans } from '../../support/fakes.ts';

/** Draws a plan's title, and tells how often it was asked to. */
function drawing(): { drawn: string[]; draw: (document: { title: string }) => Promise<Uint8Array> } {
  const drawn: string[] = [];
  return {
    drawn,
    draw: async ({ title }) => {
      drawn.push(title);
      return new TextEncoder().encode(title);
    },
  };
}

describe('The governance model explained', () => {
  let plans: FakePlans;
  const versions = async (): Promise<string[]> => (await plans.versions()).map(({ version }) => version);

  beforeEach(() => {
    plans = new FakePlans(new FakeClock('2026-11-05T07:00:00Z'));
  });

  it('is the plan in force, and the version whose picture shows the same', async () => {
    plans.use(aDocument({ title: 'Mål och budget 2026', vision: { name: 'Vision 2040', focusAreas: ['Mod'] } }));

    const explained = await explainModel({ plans });

    assert.equal(explained?.model.title, 'Mål och budget 2026');
    assert.deepEqual(explained?.model.vision, { name: 'Vision 2040', focusAreas: ['Mod'] });
    assert.deepEqual([explained?.version], await versions());
  });

  it('is nothing before there is a plan', async () => {
    assert.equal(await explainModel({ plans }), undefined);
  });

  it('has a picture for every version that was in force, so that old cards keep theirs', async () => {
    plans.use(aDocument({ title: 'Före' }), '2026-01');
    plans.use(aDocument({ title: 'Efter' }), '2026-06');
    const pictures = new ModelPictures({ plans }, drawing().draw);

    const shown = await Promise.all((await versions()).map((version) => pictures.find(version)));

    assert.deepEqual(
      shown.map((picture) => new TextDecoder().decode(picture)),
      ['Före', 'Efter'],
    );
  });

  it('has no picture of a version that never was', async () => {
    plans.use(aDocument());
    const { drawn, draw } = drawing();

    assert.equal(await new ModelPictures({ plans }, draw).find('0'.repeat(64)), undefined);
    assert.deepEqual(drawn, []);
  });

  it('is drawn once, however many ask at the same time or later', async () => {
    plans.use(aDocument());
    const { drawn, draw } = drawing();
    const pictures = new ModelPictures({ plans }, draw);
    const [version = ''] = await versions();

    await Promise.all([pictures.find(version), pictures.find(version)]);
    await pictures.find(version);

    assert.equal(drawn.length, 1);
  });

  it('is drawn anew after a drawing that failed', async () => {
    plans.use(aDocument());
    const answers = [Promise.reject(new Error('no memory')), Promise.resolve(new Uint8Array([1]))];
    const pictures = new ModelPictures({ plans }, () => answers.shift() ?? Promise.reject(new Error('drawn twice')));
    const [version = ''] = await versions();

    await assert.rejects(pictures.find(version), /no memory/);

    assert.deepEqual(await pictures.find(version), new Uint8Array([1]));
  });

  it('keeps the newest pictures only', async () => {
    for (let year = 2020; year < 2030; year += 1) plans.use(aDocument({ title: `${year}` }), `${year}-01`);
    const { drawn, draw } = drawing();
    const pictures = new ModelPictures({ plans }, draw);
    const all = await versions();

    for (const version of all) await pictures.find(version);
    await pictures.find(all.at(-1) ?? '');
    await pictures.find(all[0] ?? '');

    assert.equal(drawn.length, 11);
    assert.equal(drawn.at(-1), '2020');
  });
});
