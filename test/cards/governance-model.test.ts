import assert from 'node:assert/strict';
import type { CardContext } from '../../cards/define-card.ts';
import { governanceModelCard } from '../../cards/governance-model/card.ts';
import { governanceModel } from '../../src/domain/governance-model.ts';
import { exampleFile } from '../support/builders.ts';
import { textOf } from '../support/card-view.ts';
import { allObjects } from '../support/card-walk.ts';

const model = governanceModel(exampleFile().current);
const version = 'ab'.repeat(32);

function cardWith(context: CardContext): ReturnType<typeof governanceModelCard.build> {
  return governanceModelCard.build({ model, version, context });
}

describe('The card of how the governance model works', () => {
  it('shows the picture of the plan in force, and says in words what it shows', () => {
    const card = cardWith({ publicUrl: 'https://styr.example' });

    const [picture] = allObjects(card).filter(({ type }) => type === 'Image');

    assert.equal(picture?.url, `https://styr.example/bilder/styrmodell/${version}.png`);
    assert.match(String(picture?.altText), /visionen.*Mål och budget.*mål.*verksamhetsplaner.*uppföljningen/);
  });

  it('says the same as text where no picture can be fetched, with nothing to unfold', () => {
    const objects = allObjects(cardWith({}));
    const details = objects.find(({ id }) => id === 'details');

    assert.ok(!objects.some(({ type }) => type === 'Image' || type === 'Action.ToggleVisibility'));
    assert.equal(details?.isVisible, true);
    for (const { name } of exampleFile().current.councilGoals) assert.ok(textOf(cardWith({})).includes(name), name);
  });

  it('keeps the chain in sight beside the picture, and unfolds the rest', () => {
    const card = cardWith({ publicUrl: 'https://styr.example' });

    assert.match(
      textOf(card),
      /Vision → Mål och budget → målområden → fullmäktigemål → delmål → nämndmål → åtaganden → aktiviteter\n/,
    );
    assert.equal(allObjects(card).find(({ id }) => id === 'details')?.isVisible, false);
  });

  it('names the levels that the plan has, in its own words', () => {
    const levelNames = {
      goalArea: 'Område',
      councilGoal: 'Strategi',
      committeeGoal: 'Delstrategi',
      activity: 'Insats',
    };
    const [area] = model.areas;
    assert.ok(area);
    const goals = area.goals.map((goal) => ({ ...goal, subGoals: 0 }));

    const said = textOf(
      governanceModelCard.build({ model: { ...model, levelNames, areas: [{ goals }] }, version, context: {} }),
    );

    assert.match(said, /Vision → Mål och budget → Strategi → Delstrategi → åtaganden → Insats\n/);
    assert.match(said, /6 nämnder arbetar fram delstrategi, åtaganden och insats\./);
    assert.match(said, /Kommunstyrelsen: delstrategi 6, 1 åtagande, insats 1/);
  });

  it('fits in a message for a large plan', () => {
    const goal = {
      number: '1',
      name: 'Ett mål med ett långt namn. '.repeat(5),
      subGoals: 2,
      indicators: 3,
      keyFigures: 1,
    };
    const committee = { name: 'Näringslivs- och arbetsmarknadsnämnden', goals: 5, commitments: 9, activities: 30 };
    const large = {
      ...model,
      areas: [{ name: 'Ett område', goals: Array.from({ length: 20 }, () => goal) }],
      committees: Array.from({ length: 15 }, () => committee),
    };

    const card = governanceModelCard.build({ model: large, version, context: {} });

    assert.ok(JSON.stringify(card).length * 2 <= 25 * 1024);
  });
});
