import assert from 'node:assert/strict';
import { accountYears, archivedGradesOf, personnelSeries } from '../../src/domain/archive.ts';
import type { ArchivedAccount, ArchivedPlan } from '../../src/domain/plan-document.ts';

function anArchivedPlan(id: string, overrides: Partial<ArchivedPlan> = {}): ArchivedPlan {
  const nothing = { scale: [], grades: [], gradeCounts: [], accounts: [], personnel: [], financialGoals: [] };
  return { id, title: `Mål och budget ${id}`, ...nothing, decisions: [], notes: [], ...overrides };
}

function anAccount(year: number, overrides: Partial<ArchivedAccount> = {}): ArchivedAccount {
  return { year, code: 'SKOLA', name: 'Skolnämnden', unit: 'tkr', ...overrides };
}

describe('What was published of earlier plans', () => {
  it('holds a goal’s grades by its name, with the plan that they are from', () => {
    const grades = [
      { goal: 'Invånarna känner sig trygga', grade: 'Delvis uppfyllt' },
      { goal: 'Fler cyklar', grade: 'Helt uppfyllt' },
    ];
    const archive = [anArchivedPlan('2021', { grades }), anArchivedPlan('2018')];

    assert.deepEqual(archivedGradesOf(archive, 'invånarna känner sig TRYGGA'), [
      { planId: '2021', goal: 'Invånarna känner sig trygga', grade: 'Delvis uppfyllt' },
    ]);
  });

  it('holds a measure of the staff over the years, for one group at a time', () => {
    const figure = { measure: 'Sjukfrånvaro', unit: 'procent', group: 'totalt' };
    const [later, earlier] = [
      { ...figure, year: 2021, value: 7.9 },
      { ...figure, year: 2017, value: 7.4 },
    ];
    const archive = [
      anArchivedPlan('2021', {
        personnel: [later, { ...later, group: 'kvinnor' }, { ...later, measure: 'Frisknärvaro' }],
      }),
      anArchivedPlan('2018', { personnel: [earlier] }),
    ];

    assert.deepEqual(personnelSeries(archive, 'Sjukfrånvaro', 'totalt'), [earlier, later]);
  });

  it('says when a year’s account stands in another unit or under another name than the year before', () => {
    const accounts = [
      anAccount(2021, { unit: 'mnkr' }),
      anAccount(2019),
      anAccount(2020),
      anAccount(2022, { unit: 'mnkr', name: 'Bildningsnämnden' }),
      anAccount(2021, { code: 'VARD' }),
    ];
    const notes = ['Ny nämnd från september 2021'];

    const years = accountYears([anArchivedPlan('2021', { accounts, notes })], 'SKOLA');

    assert.deepEqual(
      years.map(({ account, differs }) => [account.year, differs]),
      [
        [2019, []],
        [2020, []],
        [2021, ['unit']],
        [2022, ['name']],
      ],
    );
    assert.equal(years[0]?.notes, notes);
  });
});
