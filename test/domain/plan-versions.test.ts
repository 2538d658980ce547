import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Month, monthOf } from '../../src/domain/period.ts';
import { newestOf, type Validity, versionsInForce, withPeople } from '../../src/domain/plan-versions.ts';
import { aDocument, aFollowUp, aPlan, documentOf } from '../support/builders.ts';

function published(...versions: [planId: string, validFrom: Month][]): Validity[] {
  return versions.map(([planId, validFrom], index) => ({ number: index + 1, planId, validFrom }));
}

const anyMonth = fc
  .record({ year: fc.integer({ min: 2026, max: 2028 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => monthOf(year, month));
const anyVersions = fc
  .array(fc.tuple(fc.constantFrom('2026-2029', '2028-2031'), anyMonth), { minLength: 1, maxLength: 6 })
  .map((versions) => published(...versions));

describe('The plan of a month', () => {
  it('is never changed by a version that is valid from a later month', () => {
    fc.assert(
      fc.property(anyVersions, anyMonth, anyMonth, anyMonth, (versions, validFrom, month, today) => {
        fc.pre(month < validFrom);
        const more = [...versions, { number: versions.length + 1, planId: '2026-2029', validFrom }];
        // Before everyone's time the first one published applies, and still does.
        assert.deepEqual(
          versionsInForce(more, month, today)?.content,
          versionsInForce(versions, month, today)?.content,
        );
      }),
    );
  });

  it('is always there once a plan has been put in force, and always the same for the same month', () => {
    fc.assert(
      fc.property(anyVersions, anyMonth, anyMonth, anyMonth, (versions, month, today, another) => {
        const inForce = versionsInForce(versions, month, today);

        assert.ok(inForce);
        assert.equal(versionsInForce(versions, month, another)?.content, inForce.content);
      }),
    );
  });

  it('is the newest published of those that apply, not the one that applies from the latest month', () => {
    const versions = published(['A', '2026-01'], ['A', '2026-06'], ['A', '2026-03']);

    assert.equal(versionsInForce(versions, '2026-08', '2026-11')?.content.number, 3);
  });

  it('is still the plan that has begun when the one before it is corrected late', () => {
    const versions = published(['A', '2026-01'], ['B', '2030-01'], ['A', '2029-11']);

    assert.equal(versionsInForce(versions, '2029-12', '2029-12')?.content.number, 3);
    assert.equal(versionsInForce(versions, '2030-01', '2030-02')?.content.number, 2);
  });

  it('is none without any version', () => {
    assert.equal(versionsInForce([], '2026-08', '2026-11'), undefined);
  });
});

describe('The people of a plan', () => {
  it('are those of the newest version of today’s plan, also when its budgets are for a month to come', () => {
    const versions = published(['A', '2026-01'], ['A', '2027-06']);

    assert.equal(versionsInForce(versions, '2026-10', '2026-11')?.people.number, 2);
    assert.equal(newestOf(versions, 'A')?.number, 2);
  });

  it('of a plan that has not begun wait for it', () => {
    const versions = published(['A', '2026-01'], ['B', '2027-01']);

    assert.equal(versionsInForce(versions, '2026-10', '2026-12')?.people.planId, 'A');
    assert.equal(versionsInForce(versions, '2026-10', '2026-12')?.before, undefined);
    assert.equal(versionsInForce(versions, '2026-12', '2027-01')?.people.planId, 'B');
    assert.equal(versionsInForce(versions, '2026-12', '2027-01')?.before?.planId, 'A');
  });

  it('replace those of the month’s own version, and its goals and budgets stay', () => {
    const content = aDocument({ title: 'Då' });
    const people = aDocument({
      title: 'Nu',
      contacts: [{ committee: 'BUN', role: 'reporter', order: 1, upn: 'ny@x' }],
    });

    const seen = withPeople({ content, people, before: undefined });

    assert.equal(seen.title, 'Då');
    assert.deepEqual(seen.contacts, people.contacts);
  });

  it('have the old plan’s calendar up to where their own begins', () => {
    const before = documentOf(aPlan({ followUps: [aFollowUp('2026-11'), aFollowUp('2026-12'), aFollowUp('2027-02')] }));
    const people = documentOf(
      aPlan({ followUps: [aFollowUp('2027-01'), aFollowUp('2027-02', { dueOnWorkingDay: 12 })] }),
    );

    const { followUpPlan } = withPeople({ content: before, people, before });

    assert.deepEqual(
      followUpPlan.map(({ period, due }) => [period, due.split(' ')[2]]),
      [
        ['2026-11', '10'],
        ['2026-12', '10'],
        ['2027-01', '10'],
        ['2027-02', '12'],
      ],
    );
  });
});
