import assert from 'node:assert/strict';
import { readPublishedArchive } from '../../src/documents/published-archive.ts';
import type { ArchivedPlan } from '../../src/domain/plan-document.ts';
import { examplePlanText } from '../support/builders.ts';

type Raw = Record<string, unknown>;

function publishedArchive(): Raw[] {
  return JSON.parse(examplePlanText()).archive;
}

function readExample(): readonly ArchivedPlan[] {
  const { archive, problems } = readPublishedArchive(publishedArchive());
  assert.deepEqual(problems, []);
  return archive;
}

/** Every number under a value, with the keys that lead to it. */
function numbersIn(value: unknown, path: readonly string[] = []): { path: string; number: number }[] {
  if (typeof value === 'number') return [{ path: path.join('.'), number: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
}

/** As the plan file's own form writes it, so that 7 in 2017 is not taken for 7 anywhere. */
const CLEAN_KEY: Readonly<Record<string, string>> = {
  namndbidrag: 'grant',
  verksamhetens_intakter: 'income',
  verksamhetens_kostnader: 'cost',
  resultat: 'result',
  budgeterat_resultat: 'budgetedResult',
  avvikelse_mot_budget: 'deviation',
  justering_balanskrav: 'balanceAdjustment',
  balanskravsresultat: 'balanceResult',
};

describe('The archive as it was published', () => {
  it('comes over figure for figure: every account in its unit and with its sign', () => {
    const [plan] = readExample();
    const [raw] = publishedArchive();
    const tables = [
      { table: raw?.operatingAccounts, year: 2021, unit: 'mnkr' },
      { table: raw?.previousYear, year: 2020, unit: 'tkr' },
    ];

    let compared = 0;
    for (const { table, year, unit } of tables) {
      for (const row of (table as { rader: Raw[] }).rader) {
        const account = plan?.accounts.find((one) => one.year === year && one.code === row.kod);
        const published = numbersIn(row[`publicerat_${unit}`]);
        assert.equal(account?.unit, unit);
        assert.equal(account?.name, row.namnd);
        for (const { path, number } of published) {
          assert.equal((account as unknown as Raw)[CLEAN_KEY[path] ?? ''], number, `${row.kod} ${path}`);
        }
        assert.equal(numbersIn(account).length, published.length + 1, `${row.kod} has a figure that was not published`);
        compared += published.length;
      }
    }
    assert.equal(numbersIn(plan?.accounts).length, compared + (plan?.accounts.length ?? 0));
  });

  it('loses no number: all that are published stand in the result, as figures or in words', () => {
    const archive = readExample();
    const figures = numbersIn(archive).map(({ number }) => number);
    const words = archive.flatMap(({ notes }) => notes).join('\n');

    for (const { path, number } of numbersIn(publishedArchive())) {
      if (path.includes('harlett_av_oss')) continue; // computed from what is published: nettokostnad = −kostnader − intäkter
      assert.ok(figures.includes(number) || words.includes(String(number)), `${path}: ${number}`);
    }
  });

  it('comes over for the staff: year, group, measure, source and note', () => {
    const [plan] = readExample();
    const raw = (publishedArchive()[0] as { personnel: Record<string, { ar: number }[]> }).personnel;
    const published = Object.values(raw).flatMap((rows) => (Array.isArray(rows) ? rows : []));
    const count = published.reduce((sum, row) => sum + numbersIn(row).length - 1, 0);

    assert.equal(plan?.personnel.length, count);
    assert.deepEqual(
      plan?.personnel.find(({ year, group }) => year === 2020 && group === 'koncernen totalt'),
      {
        ...{ measure: 'Sjukfrånvaro', unit: 'procent av ordinarie arbetstid', group: 'koncernen totalt', value: 8.7 },
        ...{
          year: 2020,
          source: 'p21',
          note: 'jämförelsetal i årsredovisning 2021, omräknat till jämförbar organisation',
        },
      },
    );
    assert.deepEqual(
      plan?.personnel.filter(({ measure }) => measure === 'Frisknärvaro').map(({ year, value }) => [year, value]),
      [
        [2017, 28.6],
        [2018, 30.47],
      ],
    );
  });

  it('keeps the grades in the words of their time, and only the counts where only they are published', () => {
    const [later, earlier] = readExample();

    assert.equal(later?.grades.length, 11);
    assert.deepEqual(later?.grades[2], {
      goal: 'Invånarna känner sig trygga och säkra',
      grade: 'Delvis uppfyllt',
      level: 'nämndmål',
    });
    assert.deepEqual(earlier?.gradeCounts, [
      { grade: 'Målet uppfylldes', goals: 0 },
      { grade: 'Målet uppfylls delvis', goals: 8 },
      { grade: 'Målet uppfylldes inte', goals: 1 },
    ]);
    assert.deepEqual(earlier?.notes, ['Antal mål: 9']);
    assert.deepEqual(earlier?.scale, ['Målet uppfylldes', 'Målet uppfylls delvis', 'Målet uppfylldes inte']);
  });

  it('keeps the financial goals, the decisions and every word of warning', () => {
    const [plan] = readExample();
    const [raw] = publishedArchive() as { supplementaryDecisionsT1: { beslut: string[] } }[];
    const notes = plan?.notes.join('\n') ?? '';

    assert.equal(plan?.financialGoals.length, 5);
    assert.equal(plan?.financialGoals[0]?.outcome, '2018: 1,6 procent (23,4 mnkr mot budgeterat 25 mnkr)');
    assert.equal(plan?.financialGoals[4]?.source, 'g20, g21');
    assert.deepEqual(plan?.decisions, raw?.supplementaryDecisionsT1.beslut);
    for (const warning of [
      'inte är jämförbara utan justering',
      'Definitionen kan skilja',
      'Tre grader syns',
      'negativt = underskott',
    ]) {
      assert.ok(notes.includes(warning), warning);
    }
  });

  it('is taken unchanged in the plan file’s own form', () => {
    const archive = readExample();

    assert.deepEqual(readPublishedArchive(JSON.parse(JSON.stringify(archive))), { archive, problems: [] });
  });
});

describe('An archive that cannot be read', () => {
  const pathsOf = (raw: unknown) => readPublishedArchive(raw).problems.map(({ path }) => path);

  it('is refused whole, with every place that is wrong', () => {
    const [plan, older] = publishedArchive() as [Raw, Raw];
    const accounts = plan.operatingAccounts as { rader: Raw[] };
    const odd = { ...plan, extra: 1, operatingAccounts: { ...accounts, rader: [{ ...accounts.rader[0], kod: 7 }] } };

    assert.deepEqual(pathsOf([older, odd]), ['1.operatingAccounts.rader.0.kod', '1.extra']);
    assert.deepEqual(readPublishedArchive([older, odd]).archive, []);
  });

  it('is refused for a key that neither form has', () => {
    const clean = { id: '2017', title: 'Flerårsplan', grades: [], bolag: [] };

    assert.deepEqual(pathsOf([clean]), ['0.bolag']);
    assert.deepEqual(pathsOf([{ id: '2017', title: 'Flerårsplan', goals: [], grades: [] }]), ['0.grades']);
  });

  it('is refused when accounts stand in another unit than they say', () => {
    const [plan] = publishedArchive() as [Raw];
    const accounts = plan.operatingAccounts as Raw;

    assert.deepEqual(pathsOf([{ ...plan, operatingAccounts: { ...accounts, enhet: 'kr' } }]), [
      '0.operatingAccounts.enhet',
    ]);
    assert.ok(pathsOf([{ ...plan, operatingAccounts: { ...accounts, enhet: 'tkr' } }]).length > 0);
    assert.deepEqual(pathsOf([{ ...plan, id: 'äldre' }]), ['0.id']);
  });

  it('is refused when a count has no grade to stand for', () => {
    const [, older] = publishedArchive() as [Raw, Raw];

    assert.deepEqual(pathsOf([{ ...older, scale: ['Målet uppfylldes'] }]), ['0.scale']);
  });

  it('is refused when it is no list of plans', () => {
    assert.deepEqual(pathsOf({}), ['']);
    assert.deepEqual(pathsOf([null]), ['0']);
  });
});
