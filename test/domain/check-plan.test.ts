import assert from 'node:assert/strict';
import { checkPlan } from '../../src/domain/check-plan.ts';
import { exampleFile } from '../support/builders.ts';
import { aBudget, aCommitment, aCommitteeGoal } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';
import { saidOf } from '../support/plan-problems.ts';

const sound = aPlanDocument();

describe('A sound plan', () => {
  it('has nothing wrong or odd in it', () => {
    assert.deepEqual(saidOf({}), []);
  });

  it('is the example plan too, but for gaps in its chain, six indicators without a total and four targets without a baseline', () => {
    const problems = checkPlan(exampleFile().current);

    assert.deepEqual(
      [...Map.groupBy(problems, ({ severity, code }) => `${severity} ${code}`)].map(([what, all]) => [
        what,
        all.length,
      ]),
      [
        ['warning NO_CONTRIBUTION', 14],
        ['warning NOBODY_TOTALS', 6],
        ['warning NO_BASELINE', 4],
      ],
    );
  });
});

describe('A plan whose money does not add up', () => {
  it('is refused when the months are not the year, to the krona', () => {
    const monthlyKr = [...Array.from({ length: 11 }, () => 100_000), 99_999];

    assert.deepEqual(saidOf({ budgets: [aBudget('BUN', 'FORSKOLA', { monthlyKr }), aBudget('SN', 'ALDRE')] }), [
      'error current.budgets.0.netBudgetKr: FORSKOLA, BUN 2026: månaderna blir 1\u00a0199\u00a0999 kr men årets budget är 1\u00a0200\u00a0000 kr. Det skiljer 1 kr. Rätta månaderna eller året.',
    ]);
  });

  it('points out when an internal budget is not the council’s frame', () => {
    assert.deepEqual(saidOf({ frames: [{ committee: 'BUN', year: 2026, amountKr: 1_000_000 }] }), [
      'warning current.frames.0.amountKr: BUN 2026: internbudgeten är 1\u00a0200\u00a0000 kr och ramen 1\u00a0000\u00a0000 kr. Rätta internbudgeten, eller ramen om fullmäktige har ändrat den.',
    ]);
  });
});

describe('A plan whose people can’t do their part', () => {
  const [reporter] = sound.contacts;
  assert.ok(reporter);

  it('bad-162 points out a committee without a reporter', () => {
    assert.deepEqual(saidOf({ contacts: sound.contacts.filter(({ committee }) => committee !== 'SN') }), [
      'warning current.committees.1: Socialnämnden har ingen rapportör, så ingen får frågor. Lägg till en rapportör bland kontakterna.',
    ]);
  });

  it('bad-162 asks no reporter of a committee that has ended before the plan', () => {
    const ended = { id: 'MSN', name: 'Miljönämnden', aliases: [], validTo: '2025-12-31' };

    assert.deepEqual(saidOf({ committees: [...sound.committees, ended] }), []);
  });

  it('bad-162 is refused when somebody approves their own figures', () => {
    const approver = { ...reporter, role: 'committeeApprover' as const, upn: reporter.upn.toUpperCase() };

    assert.deepEqual(saidOf({ contacts: [...sound.contacts, approver] }), [
      `error current.contacts.${sound.contacts.length}.upn: ${approver.upn} är både rapportör och godkännare för BUN. Den som godkänner ska vara någon annan än den som rapporterar.`,
    ]);
    assert.deepEqual(saidOf({ contacts: [...sound.contacts, { ...approver, committee: 'SN' }] }), []);
  });

  for (const upn of ['Rut Rapportör', 'rut', 'rut@', '@bun.se', 'rut@bun', 'rut bun@kommun.se', 'a@b@c.se']) {
    it(`is refused for a person who can’t be reached as ${upn}`, () => {
      const problems = saidOf({ contacts: [...sound.contacts, { committee: null, role: 'manager', order: 1, upn }] });

      assert.deepEqual(problems, [
        `error current.contacts.${sound.contacts.length}.upn: ${upn} går inte att nå. Skriv personens inloggningsnamn, som en e-postadress.`,
      ]);
    });
  }

  it('is refused when one who may change the whole plan is given a committee', () => {
    const person = { committee: 'BUN', order: 1, upn: 'eva@kommun.se' };
    const roles = ['controller', 'administrator', 'manager', 'councilClerk'] as const;

    const problems = saidOf({ contacts: [...sound.contacts, ...roles.map((role) => ({ ...person, role }))] });

    const at = sound.contacts.length;
    const rest =
      'men den rollen gäller hela kommunen och får ändra hela planen. Lämna nämnden tom, eller välj en av nämndens roller.';
    assert.deepEqual(problems, [
      `error current.contacts.${at}.committee: eva@kommun.se är controller för BUN, ${rest}`,
      `error current.contacts.${at + 1}.committee: eva@kommun.se är administratör för BUN, ${rest}`,
    ]);
  });

  it('is refused when a person has the same role twice, a role without its committee, or another reporter’s order', () => {
    const problems = saidOf({
      contacts: [
        ...sound.contacts,
        { ...reporter, order: 9, upn: reporter.upn.toUpperCase() },
        { ...reporter, committee: null },
        { ...reporter, upn: 'ny@kommun.se' },
      ],
    });

    assert.deepEqual(
      problems.map((line) => line.replace(/ current\.contacts\.\d+\.?/, '')),
      [
        `error: BUN rapportör ${reporter.upn.toUpperCase()} finns två gånger. Ta bort den ena raden.`,
        `errorcommittee: ${reporter.upn} är rapportör men inte för någon nämnd. Ange nämnden.`,
        'errororder: ny@kommun.se: BUN har redan en rapportör med ordning 1. Ge ersättarna 2, 3 och så vidare.',
      ],
    );
  });
});

describe('A plan whose goals do not hang together', () => {
  it('is told in its own words who contributes nothing to a council goal', () => {
    const levelNames = { committeeGoal: 'Uppdragsmål', commitment: 'Insats' };
    const { committeeGoals, commitments } = aPlanDocument();
    const said = saidOf({
      levelNames,
      committeeGoals: committeeGoals.map((goal) => ({ ...goal, committees: ['BUN'] })),
      commitments: commitments.filter(({ committee }) => committee === 'BUN'),
    });

    assert.match(
      said[0] ?? '',
      /Socialnämnden bidrar inte till Mål SKOLA: varken uppdragsmål, indikator eller insats\./,
    );
  });

  it('points out every gap between a committee and a council goal', () => {
    assert.deepEqual(saidOf({ committeeGoals: [aCommitteeGoal('LASA', ['BUN'])], commitments: [] }), [
      'warning current.committees.1: Socialnämnden bidrar inte till Mål SKOLA: varken nämndmål, indikator eller åtagande. Lägg till hur nämnden bidrar.',
    ]);
  });

  it('is refused when the steps of the grade rule do not fall', () => {
    const steps = [
      { grade: 'NAS', fromPercent: 80 },
      { grade: 'DELVIS', fromPercent: 80 },
    ];

    assert.deepEqual(saidOf({ gradeRule: { steps, activitiesWeighIn: false } }), [
      'error current.gradeRule.steps.1.fromPercent: Bedömningen DELVIS ges från 80 %, men NAS före den ges redan från 80 %. Låt stegen falla.',
    ]);
  });

  it('is refused when a commitment lies under a goal that its committee does not share', () => {
    assert.deepEqual(saidOf({ commitments: [...sound.commitments, aCommitment('X', 'VARD')] }), [
      'error current.commitments.2.committeeGoal: Åtagandet Åtagande X ligger under Nämndmål VARD, som BUN inte har. Välj ett av nämndens mål, eller lägg till nämnden vid målet.',
    ]);
  });
});

describe('A plan with ten thousand indicators', () => {
  it('is checked without a word for each, and without a pause that anybody notices', () => {
    const [some] = sound.indicators;
    const indicators = Array.from({ length: 10_000 }, (_, at) => ({ ...some, ...anIndicatorEntry(`I${at}`) }));
    checkPlan(sound);

    const before = performance.now();
    const problems = saidOf({ indicators });
    const tookMs = performance.now() - before;

    assert.deepEqual(problems, []);
    assert.ok(tookMs < 2_000, `${tookMs} ms`);
  });
});
