import assert from 'node:assert/strict';
import { schoolsPart } from '../../cards/part-samples.ts';
import { contentsText, gapsText } from '../../cards/part-texts.ts';

const levelNames = {
  councilGoal: 'Långsiktigt mål',
  committeeGoal: 'Uppdragsmål',
  commitment: 'Insats',
  activity: 'Steg',
};
const withoutGaps = { ...schoolsPart, contributions: schoolsPart.contributions.slice(0, 1) };

describe('A committee’s part in words', () => {
  it('counts what it holds', () => {
    assert.equal(contentsText(schoolsPart), '2 nämndmål, varav 1 delas med andra nämnder. 2 åtaganden, 5 aktiviteter.');
    assert.equal(
      contentsText({ ...schoolsPart, sharedGoals: 0, commitments: 1, activities: 1 }),
      '2 nämndmål. 1 åtagande, 1 aktivitet.',
    );
  });

  it('speaks the plan’s own language', () => {
    assert.equal(
      contentsText({ ...schoolsPart, levelNames }),
      'Uppdragsmål 2, varav 1 delas med andra nämnder. Insats 2, steg 5.',
    );
    assert.equal(gapsText({ ...withoutGaps, levelNames }), 'Bidrar till varje långsiktigt mål.');
    assert.equal(gapsText(withoutGaps), 'Bidrar till varje fullmäktigemål.');
  });

  it('takes the plan’s own word for the ordinary one when they are the same', () => {
    const same = { committeeGoal: 'Nämndmål', commitment: 'åtagande', activity: 'Aktivitet' };

    assert.equal(contentsText({ ...schoolsPart, levelNames: same }), contentsText(schoolsPart));
  });
});
