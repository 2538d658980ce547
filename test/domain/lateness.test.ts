import assert from 'node:assert/strict';
import { type Dated, isGoingToPlan, lateness } from '../../src/domain/lateness.ts';

const today = '2026-11-13';

describe('Whether an activity is late', () => {
  const table: [string, Dated, ReturnType<typeof lateness>][] = [
    ['done in time or not', { status: 'done', endsOn: '2026-01-01' }, { kind: 'done' }],
    ['cancelled', { status: 'cancelled', endsOn: '2026-01-01' }, { kind: 'cancelled' }],
    ['over its last day', { status: 'ongoing', endsOn: '2026-11-12' }, { kind: 'late', endsOn: '2026-11-12', days: 1 }],
    ['on its last day', { status: 'ongoing', endsOn: today }, { kind: 'on-time', endsOn: today }],
    [
      'an assignment over its due day',
      { status: 'ongoing', dueOn: '2026-10-15' },
      { kind: 'late', endsOn: '2026-10-15', days: 29 },
    ],
    [
      'to start later',
      { status: 'notStarted', startsOn: '2026-11-14', endsOn: '2027-05-31' },
      { kind: 'not-started-yet', startsOn: '2026-11-14' },
    ],
    [
      'to have started',
      { status: 'notStarted', startsOn: '2026-11-01', endsOn: '2027-05-31' },
      { kind: 'should-have-started', startsOn: '2026-11-01', days: 12 },
    ],
    [
      'to start today',
      { status: 'notStarted', startsOn: today, endsOn: '2027-05-31' },
      { kind: 'on-time', endsOn: '2027-05-31' },
    ],
    [
      'never started and over',
      { status: 'notStarted', startsOn: '2026-01-01', endsOn: '2026-10-31' },
      { kind: 'late', endsOn: '2026-10-31', days: 13 },
    ],
    ['without dates', { status: 'ongoing' }, { kind: 'no-dates' }],
    [
      'called late by people, and in time by its dates',
      { status: 'late', endsOn: '2026-12-31' },
      { kind: 'on-time', endsOn: '2026-12-31' },
    ],
  ];

  for (const [name, work, expected] of table) {
    it(`is seen from its dates: ${name}`, () => {
      assert.deepEqual(lateness(work, today), expected);
    });
  }

  it('counts days over a change of the clocks', () => {
    assert.deepEqual(lateness({ status: 'ongoing', endsOn: '2026-10-24' }, '2026-10-26'), {
      kind: 'late',
      endsOn: '2026-10-24',
      days: 2,
    });
  });

  it('counts against the plan when either the dates or a person say so', () => {
    assert.equal(isGoingToPlan({ status: 'ongoing', endsOn: '2026-12-31' }, today), true);
    assert.equal(isGoingToPlan({ status: 'done', endsOn: '2026-01-01' }, today), true);
    assert.equal(isGoingToPlan({ status: 'notStarted', startsOn: '2027-01-01' }, today), true);
    assert.equal(isGoingToPlan({ status: 'late', endsOn: '2026-12-31' }, today), false);
    assert.equal(isGoingToPlan({ status: 'ongoing', endsOn: '2026-11-12' }, today), false);
    assert.equal(isGoingToPlan({ status: 'notStarted', startsOn: '2026-11-12' }, today), false);
  });
});
