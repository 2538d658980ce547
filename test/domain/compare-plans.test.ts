import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparePlans } from '../../src/domain/compare-plans.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { exampleFile } from '../support/builders.ts';
import { aBudget, aCommitteeGoal } from '../support/part-builders.ts';
import { anIndicatorEntry, aPlanDocument } from '../support/plan-document.ts';

const before = aPlanDocument();

function changes(overrides: Partial<PlanDocument>, from = before) {
  return comparePlans(from, { ...from, ...overrides });
}

describe('What differs between two versions of a plan', () => {
  it('is nothing for the same plan', () => {
    const { current } = exampleFile();

    assert.deepEqual(comparePlans(current, structuredClone(current)), []);
  });

  it('is exactly three changes when three cells are changed', () => {
    const { current } = exampleFile();
    const after: PlanDocument = {
      ...current,
      indicators: current.indicators.map((indicator) =>
        indicator.id === 'SJUKFRANVARO'
          ? {
              ...indicator,
              target: { atMost: 6.5 },
              values: indicator.values.map((value) => (value.period === '2026-09' ? { ...value, value: 7.3 } : value)),
            }
          : indicator,
      ),
      contacts: current.contacts.map((contact) =>
        contact.committee === 'BUN' && contact.order === 2 ? { ...contact, upn: 'ny@styrmodell.example' } : contact,
      ),
    };

    assert.deepEqual(comparePlans(current, after), [
      {
        ...{ kind: 'changed', list: 'indicators', item: 'SJUKFRANVARO', field: 'target.atMost' },
        ...{ before: '7', after: '6.5' },
      },
      {
        ...{ kind: 'changed', list: 'indicators.values', item: 'SJUKFRANVARO 2026-09', field: 'value' },
        ...{ before: '7.4', after: '7.3' },
      },
      {
        ...{ kind: 'changed', list: 'contacts', item: 'BUN reporter 2', field: 'upn' },
        ...{ before: 'ersattare.bun@styrmodell.example', after: 'ny@styrmodell.example' },
      },
    ]);
  });

  it('is told for what there is one of', () => {
    const said = changes({
      title: 'Ny titel',
      decision: { date: '2026-11-12', paragraph: 'KF § 1' },
      vision: { name: 'En kommun', focusAreas: ['Tillsammans', 'Hela livet'] },
      deviationCommentLimit: { percentOfBudget: 1, orKr: 600_000 },
    });

    assert.deepEqual(
      said.map(({ list, item, field, before: was, after }) => [list, item, field, was, after]),
      [
        ['plan', '', 'title', 'Mål och budget', 'Ny titel'],
        ['plan', '', 'vision.focusAreas', '', 'Tillsammans, Hela livet'],
        ['plan', '', 'deviationCommentLimit.orKr', '500000', '600000'],
        ['plan', '', 'decision.date', undefined, '2026-11-12'],
        ['plan', '', 'decision.paragraph', undefined, 'KF § 1'],
      ],
    );
  });

  it('is what is added and what has ended, by id or by what it is about', () => {
    const said = changes({
      committeeGoals: [...before.committeeGoals.slice(1), aCommitteeGoal('NYTT', ['BUN'])],
      budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('SN', 'ALDRE', { year: 2027 })],
      indicators: [
        anIndicatorEntry('LASNING', {
          values: [
            { period: '2025', value: 73 },
            { period: '2026', value: 74 },
          ],
        }),
      ],
    });

    assert.deepEqual(said, [
      { kind: 'added', list: 'committeeGoals', item: 'NYTT' },
      { kind: 'ended', list: 'committeeGoals', item: 'LASA' },
      { kind: 'added', list: 'indicators.values', item: 'LASNING 2026' },
      { kind: 'ended', list: 'indicators.values', item: 'LASNING 2024' },
      { kind: 'added', list: 'budgets', item: 'SN ALDRE 2027' },
      { kind: 'ended', list: 'budgets', item: 'SN ALDRE 2026' },
    ]);
  });

  it('is one row for each new thing, however much there is in it, when there was no plan before', () => {
    const said = comparePlans(undefined, before);

    assert.deepEqual(said[0], { kind: 'added', list: 'plan', item: 'Mål och budget' });
    assert.ok(said.every(({ kind }) => kind === 'added'));
    assert.deepEqual(
      said.filter(({ list }) => list.startsWith('indicators')),
      [{ kind: 'added', list: 'indicators', item: 'LASNING' }],
    );
  });

  it('is one change when a target becomes one of another kind, is set or is taken away', () => {
    const target = (is: PlanDocument['indicators'][number]['target'], was = before) =>
      changes(
        { indicators: [anIndicatorEntry('LASNING', { values: was.indicators[0]?.values ?? [], target: is })] },
        was,
      );
    const without = { ...before, indicators: before.indicators.map((indicator) => ({ ...indicator, target: null })) };

    const change = { kind: 'changed', list: 'indicators', item: 'LASNING', field: 'target' };
    assert.deepEqual(target({ atMost: 7 }), [{ ...change, before: 'atLeast 80', after: 'atMost 7' }]);
    assert.deepEqual(target(null), [{ ...change, before: 'atLeast 80' }]);
    assert.deepEqual(target({ text: 'Öka', atLeastLongTerm: 20 }, without), [
      { ...change, after: 'text Öka atLeastLongTerm 20' },
    ]);
  });

  it('tells apart lists that read the same', () => {
    const [goal] = before.committeeGoals;
    assert.ok(goal);
    const was = { ...before, committeeGoals: [{ ...goal, aliases: ['läs, skriv'] }] };

    assert.equal(changes({ committeeGoals: [{ ...goal, aliases: ['läs', 'skriv'] }] }, was).length, 1);
  });

  it('is nothing when only the order differs, of rows or of lists without an order', () => {
    const { current } = exampleFile();
    const turned = Object.fromEntries(
      Object.entries(current).map(([field, value]) => [
        field,
        Array.isArray(value) && field !== 'gradeScale' ? value.toReversed() : value,
      ]),
    ) as unknown as PlanDocument;
    const after = {
      ...turned,
      indicators: turned.indicators.map(({ values, committees, ...indicator }) => ({
        ...{ values: values.toReversed(), committees: committees.toReversed() },
        ...indicator,
      })),
    };

    assert.deepEqual(comparePlans(current, after), []);
  });

  it('is one change when the grades change places, because the best comes first', () => {
    const [first, second, third] = before.gradeScale;
    assert.ok(first && second && third);

    assert.deepEqual(changes({ gradeScale: [second, first, third] }), [
      {
        ...{ kind: 'changed', list: 'plan', item: '', field: 'gradeScale' },
        ...{
          before: [first, second, third].map(({ id }) => id).join(', '),
          after: [second, first, third].map(({ id }) => id).join(', '),
        },
      },
    ]);
  });

  it('is no other order when a grade is put in or taken away among the others', () => {
    const [first, ...others] = before.gradeScale;
    assert.ok(first);
    const grade = { id: 'NASTAN', label: 'Nås nästan', colour: 'yellow' } as const;

    assert.deepEqual(changes({ gradeScale: [first, grade, ...others] }), [
      { kind: 'added', list: 'gradeScale', item: 'NASTAN' },
    ]);
    assert.deepEqual(changes({ gradeScale: others }), [{ kind: 'ended', list: 'gradeScale', item: first.id }]);
  });

  it('counts months in their order', () => {
    const months = (first: number, second: number) => [
      aBudget('BUN', 'FORSKOLA', { monthlyKr: [first, second, ...Array.from({ length: 10 }, () => 0)] }),
    ];

    const said = changes({ budgets: months(2, 1) }, { ...before, budgets: months(1, 2) });

    assert.deepEqual(
      said.map(({ field, after }) => `${field} ${after}`),
      ['monthlyKr 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0'],
    );
  });

  it('keeps two rows about the same thing apart', () => {
    const added = (amountKr: number, decision: string) => ({
      ...{ committee: 'SN', amountKr, validFrom: '2026-06-01', decision },
    });
    const was = { ...before, supplementaryAppropriations: [added(1, 'KF § 1'), added(2, 'KF § 2')] };

    const said = changes({ supplementaryAppropriations: [added(2, 'KF § 2'), added(3, 'KF § 1')] }, was);

    assert.deepEqual(said, [
      {
        ...{ kind: 'changed', list: 'supplementaryAppropriations', item: 'SN 2026-06-01', field: 'amountKr' },
        ...{ before: '1', after: '3' },
      },
    ]);
  });

  it('is as many changes as were made, whatever they are', () => {
    const { current } = exampleFile();
    const edits = fc.record({
      renamed: fc.uniqueArray(fc.nat(current.indicators.length - 1)),
      ended: fc.uniqueArray(fc.nat(current.commitments.length - 1)),
      added: fc.uniqueArray(fc.integer({ min: 2027, max: 2029 })),
      moved: fc.uniqueArray(fc.nat(current.outcomes.length - 1)),
      values: fc.uniqueArray(fc.nat(5)),
    });
    fc.assert(
      fc.property(edits, ({ renamed, ended, added, moved, values }) => {
        const after: PlanDocument = {
          ...current,
          indicators: current.indicators.map((indicator, at) => ({
            ...indicator,
            name: renamed.includes(at) ? `${indicator.name} (ny)` : indicator.name,
            values: indicator.values.map((value, index) =>
              indicator.id === 'SJUKFRANVARO' && values.includes(index) ? { ...value, value: value.value + 1 } : value,
            ),
          })),
          commitments: current.commitments.filter((_, at) => !ended.includes(at)),
          frames: [...added.map((year) => ({ committee: 'KS', year, amountKr: 1 })), ...current.frames],
          outcomes: current.outcomes.map((outcome, at) =>
            moved.includes(at)
              ? { ...outcome, accumulatedOutcomeKr: outcome.accumulatedOutcomeKr + 1, fullYearForecastKr: 0 }
              : outcome,
          ),
        };

        const said = comparePlans(current, after);

        const made = renamed.length + ended.length + added.length + 2 * moved.length + values.length;
        assert.equal(said.length, made);
      }),
    );
  });

  it('is found in ten thousand indicators without a pause that anybody notices', () => {
    const many = { ...before, indicators: Array.from({ length: 10_000 }, (_, at) => anIndicatorEntry(`I${at}`)) };
    const indicators = many.indicators.map((indicator, at) => (at % 100 ? indicator : { ...indicator, unit: 'st' }));

    const started = performance.now();
    const said = changes({ indicators }, many);
    const tookMs = performance.now() - started;

    assert.equal(said.length, 100);
    assert.ok(tookMs < 2_000, `${tookMs} ms`);
  });
});
