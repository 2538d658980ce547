import assert from 'node:assert/strict';
import { readPlanJson } from '../../src/documents/plan-json.ts';
import { businessAreasOf, reportersOf } from '../../src/domain/plan.ts';
import { readLocalPlan } from '../../src/local/example-plan.ts';
import { examplePlanText } from '../support/builders.ts';

interface PlanFile {
  readonly current: Readonly<
    Record<
      'committees' | 'budgets' | 'indicators' | 'contacts' | 'followUpPlan' | 'channels' | 'outcomes',
      Record<string, unknown>[]
    >
  > &
    Record<string, unknown>;
}

/** The example plan with something wrong in it. */
function spoiled(spoil: (current: PlanFile['current']) => void): string {
  const file: PlanFile = JSON.parse(examplePlanText());
  spoil(file.current);
  return JSON.stringify(file);
}

function first(rows: Record<string, unknown>[]): Record<string, unknown> {
  const [row] = rows;
  assert.ok(row);
  return row;
}

/** What the reader says is wrong, a line each, without the heading. */
function complaints(text: string): string[] {
  try {
    readPlanJson(text);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message.split('\n').slice(1);
  }
  return [];
}

describe('The example plan', () => {
  const plan = readPlanJson(examplePlanText());

  it('reads without a word', () => {
    assert.equal(plan.title, 'Mål och budget 2026–2029 (exempel)');
    assert.equal(plan.committees.length, 7);
    assert.equal(plan.followUps.length, 9);
    assert.deepEqual(plan.commentLimit, { percentOfBudget: 1, amountKr: 500_000 });
  });

  it('keeps kronor as they stand in the file', () => {
    const [, compulsorySchool] = businessAreasOf(plan, 'BUN', 2026);

    assert.equal(compulsorySchool?.netBudgetKr, 446_161_000);
    assert.equal(compulsorySchool?.monthlyKr?.[11], 40_153_000);
    assert.equal(compulsorySchool?.example, true);
  });

  it('knows which area is fee-financed', () => {
    assert.deepEqual(
      plan.businessAreas.filter(({ feeFinanced }) => feeFinanced).map(({ id }) => id),
      ['VA'],
    );
  });

  it('knows who reports, and in which order', () => {
    assert.deepEqual(
      reportersOf(plan, 'BUN').map(({ upn }) => upn),
      ['rapportor.bun@styrmodell.example', 'ersattare.bun@styrmodell.example'],
    );
  });

  it('knows the kinds of targets', () => {
    const target = (id: string) => plan.indicators.find((indicator) => indicator.id === id)?.target;

    assert.deepEqual(target('INSIKT'), { kind: 'at-least', value: 74 });
    assert.deepEqual(target('SJUKFRANVARO'), { kind: 'at-most', value: 7 });
    assert.deepEqual(target('RESULTATANDEL'), { kind: 'between', from: 2, to: 4 });
    assert.deepEqual(target('BYGGLOV'), { kind: 'words', text: 'Öka' });
    assert.equal(target('HME_SVARSFREKVENS'), undefined);
  });

  it('keeps the committees’ values apart from the municipality’s', () => {
    const values = plan.indicators.find(({ id }) => id === 'HME')?.values ?? [];

    assert.equal(values.find(({ committeeId }) => committeeId === 'SN')?.value, 77);
    assert.deepEqual(
      values.filter(({ committeeId }) => !committeeId).map(({ value }) => value),
      [78, 79],
    );
  });

  it('says which day the demonstration begins', async () => {
    const { demoClock } = await readLocalPlan();

    assert.deepEqual(new Date(demoClock), new Date('2026-11-05T07:00:00Z'));
  });
});

describe('A plan that does not hang together', () => {
  it('bad-155 is refused with every missing committee at once', () => {
    const text = spoiled(({ budgets, indicators, contacts, channels }) => {
      first(budgets).committee = 'XX';
      first(indicators).committees = ['YY'];
      first(contacts).committee = 'ZZ';
      first(channels).scope = 'QQ';
    });

    const said = complaints(text);

    assert.deepEqual(
      said.filter((line) => line.includes('finns inte i planen')),
      [
        'budgets MARK: nämnden XX finns inte i planen',
        'indicators BYGGLOV: nämnden YY finns inte i planen',
        'contacts rapportor.ks@styrmodell.example: nämnden ZZ finns inte i planen',
        'channels Uppföljning: nämnden QQ finns inte i planen',
      ],
    );
  });

  it('bad-155 is refused when a committee’s own value belongs to nobody', () => {
    const text = spoiled(({ indicators }) => {
      const hme = indicators.find(({ id }) => id === 'HME');
      assert.ok(hme);
      hme.committeeValues = [{ committee: 'XX', period: '2025', value: 80 }];
    });

    assert.deepEqual(complaints(text), ['committeeValues HME: nämnden XX finns inte i planen']);
  });

  it('bad-155 is refused when an outcome has no budget', () => {
    const text = spoiled(({ outcomes }) => {
      first(outcomes).businessArea = 'OKAND';
    });

    assert.deepEqual(complaints(text), ['outcomes OKAND 2026-02: verksamhetsområdet saknar budget']);
  });

  it('bad-154 is refused with everything that is there twice', () => {
    const text = spoiled((current) => {
      for (const list of ['committees', 'budgets', 'indicators', 'followUpPlan', 'channels', 'outcomes'] as const)
        current[list].push(first(current[list]));
    });

    assert.deepEqual(complaints(text), [
      'budgets KS/MARK/2026: finns två gånger',
      'indicators BYGGLOV: finns två gånger',
      'committees KS: finns två gånger',
      'followUpPlan 2026-02: finns två gånger',
      'channels municipality: finns två gånger',
      'outcomes KS/MARK 2026-02: finns två gånger',
    ]);
  });

  it('is refused when the months are not the year', () => {
    const text = spoiled(({ budgets }) => {
      first(budgets).netBudgetKr = 16_404_001;
    });

    assert.deepEqual(complaints(text), ['budgets MARK: månaderna blir inte årets budget']);
  });

  it('is refused when a follow-up is due before it opens', () => {
    const text = spoiled(({ followUpPlan }) => {
      first(followUpPlan).due = 'working day 2 of the following month';
    });

    assert.deepEqual(complaints(text), ['followUpPlan 2026-02: sista dagen kommer före den första']);
  });
});

describe('A plan of another shape', () => {
  it('bad-152 is refused when it is no JSON', () => {
    assert.throws(() => readPlanJson('Mål och budget'), { message: 'Filen är inte giltig JSON.' });
    assert.throws(() => readPlanJson(''), { message: 'Filen är inte giltig JSON.' });
  });

  it('bad-152 is refused when it is a list, a number or nothing', () => {
    for (const text of ['[]', '12', 'null', '"plan"', '{}']) assert.ok(complaints(text).length > 0, text);
  });

  it('is refused with every field that is wrong, by its place, in Swedish', () => {
    const text = spoiled(({ budgets, followUpPlan, indicators, contacts, outcomes }) => {
      first(budgets).netBudgetKr = 12.5;
      first(budgets).monthlyKr = [1, 2, 3];
      first(followUpPlan).period = '2026-13';
      first(followUpPlan).opens = 'working day 25 of the following month';
      first(indicators).good = 'sideways';
      first(contacts).upn = 12;
      Reflect.deleteProperty(first(outcomes), 'accumulatedOutcomeKr');
    });

    const said = complaints(text);

    assert.deepEqual(said.map((line) => line.split(':')[0]).sort(), [
      'current.budgets.0.monthlyKr',
      'current.budgets.0.netBudgetKr',
      'current.contacts.0.upn',
      'current.followUpPlan.0.opens',
      'current.followUpPlan.0.period',
      'current.indicators.0.good',
      'current.outcomes.0.accumulatedOutcomeKr',
    ]);
    for (const line of said) assert.doesNotMatch(line, /Invalid|expected|Too (small|big)/i);
  });

  it('bad-157 is refused for days and months that do not exist', () => {
    const text = spoiled(({ committees, outcomes }) => {
      first(committees).validFrom = '2026-02-30';
      first(outcomes).period = '0000-01';
    });

    assert.deepEqual(
      complaints(text).map((line) => line.split(':')[0]),
      ['current.committees.0.validFrom', 'current.outcomes.0.period'],
    );
  });

  it('is refused for a working day that months do not have', () => {
    for (const day of [0, 16, 25, 99]) {
      const text = spoiled(({ followUpPlan }) => {
        first(followUpPlan).due = `working day ${day} of the following month`;
      });
      assert.equal(complaints(text).length, 1, String(day));
    }
  });

  it('bad-164 takes names of the language’s own for ordinary words', () => {
    const text = spoiled(({ committees, contacts }) => {
      committees.push({ id: '__proto__', name: 'constructor', aliases: [] });
      contacts.push({ committee: '__proto__', role: 'reporter', order: 1, upn: 'proto@styrmodell.example' });
    });

    const plan = readPlanJson(text);

    assert.deepEqual(
      reportersOf(plan, '__proto__').map(({ upn }) => upn),
      ['proto@styrmodell.example'],
    );
  });
});
