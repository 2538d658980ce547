import assert from 'node:assert/strict';
import { type CoverageCard, coverageCard } from '../../cards/coverage/card.ts';
import { textOf } from '../support/card-view.ts';
import { utf16Bytes } from '../support/card-walk.ts';

const name = (length: number): string => 'Ett långt namn '.repeat(length / 15 + 1).slice(0, length);

/** A plan where the first committee contributes to every goal, with so many of each kind, and the others to none. */
function aCoverage(goals: number, committees: number, ways: number, length = 60): CoverageCard {
  const ids = Array.from({ length: committees }, (_, at) => `NÄMND${at + 1}`);
  const [first = '', ...gaps] = ids;
  const names = Array.from({ length: ways }, () => name(length));
  const contribution = { committee: first, committeeGoals: names, commitments: names, indicators: names };
  return {
    planTitle: 'Mål och budget 2026–2029',
    levelNames: {},
    committees: ids.map((id) => ({ id, name: name(length) })),
    goals: Array.from({ length: goals }, (_, at) => ({
      ...{ number: `${at + 1}`, name: name(length), gaps },
      contributions: ways > 0 ? [contribution] : [],
    })),
    example: false,
  };
}

function cardOf(facts: CoverageCard): string {
  return textOf(coverageCard.build({ ...facts, context: {} }));
}

describe('The card of the plan’s coverage', () => {
  it('counts how each committee contributes, and says in words who does not', () => {
    const card = cardOf(aCoverage(1, 3, 2));

    assert.match(card, /2 av 3 kopplingar mellan nämnd och mål saknas\./);
    assert.match(card, /Bidrar: NÄMND1 6/);
    assert.match(card, /Ingen koppling: NÄMND2, NÄMND3/);
  });

  it('names what one committee contributes with, and the goals where it contributes with nothing', () => {
    const [goal] = aCoverage(1, 1, 1).goals;
    const committees = [{ id: 'SN', name: 'Socialnämnden' }];
    assert.ok(goal);

    const card = cardOf({
      ...aCoverage(1, 1, 1),
      committees,
      goals: [goal, { ...goal, contributions: [], gaps: ['SN'] }],
    });

    assert.match(card, /Så bidrar Socialnämnden/);
    assert.match(card, /Bidrar till 1 av 2 mål\. 1 saknar koppling\./);
    assert.match(card, /Nämndmål: Ett långt namn/);
    assert.match(card, /Ingen koppling: nämnden har varken nämndmål, åtagande eller indikator här\./);
  });

  it('speaks the plan’s own language', () => {
    const own = { levelNames: { committeeGoal: 'Uppdragsmål', commitment: 'Insats_1' } };

    assert.match(cardOf({ ...aCoverage(1, 3, 2), ...own }), /hur många uppdragsmål, insats\\_1 och indikatorer/);
    assert.match(cardOf({ ...aCoverage(1, 1, 2), ...own }), /Uppdragsmål: .*\nInsats\\_1: /);
    const broken = { name: 'Ett mål', contributions: [], gaps: ['NÄMND1'] };
    assert.match(
      cardOf({ ...aCoverage(1, 1, 0), ...own, goals: [broken] }),
      /nämnden har varken uppdragsmål, insats\\_1 eller indikator här\./,
    );
  });

  it('says so when nothing is missing', () => {
    assert.match(cardOf(aCoverage(3, 1, 1)), /Bidrar till alla mål\./);
    assert.doesNotMatch(cardOf(aCoverage(3, 1, 1)), /Ingen koppling|saknar/);
  });

  it('lists only the gaps of a plan that is too large, and the command that gives all', () => {
    const card = cardOf(aCoverage(40, 20, 1));

    assert.match(card, /Hela listan ger kommandot ”styr plan coverage”\./);
    assert.match(card, /NÄMND16 och 4 till/);
    assert.match(card, /Och 20 mål till\./);
    assert.doesNotMatch(card, /Bidrar: /);
  });

  it('fits in a message, however large the plan is', () => {
    for (const [goals, committees, ways] of [
      [20, 15, 9],
      [20, 1, 9],
      [200, 1, 9],
      [200, 60, 9],
    ] as const) {
      const card = coverageCard.build({ ...aCoverage(goals, committees, ways, 120), context: {} });

      assert.ok(utf16Bytes(card) <= 25 * 1024, `${goals} goals, ${committees} committees: ${utf16Bytes(card)} bytes`);
    }
  });
});
