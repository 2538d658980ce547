import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportPeople } from '../../src/domain/report-people.ts';
import { aPlan } from '../support/builders.ts';

const APPROVERS = ['a', 'b', 'c', 'd'];

describe('Who is told of a report', () => {
  it('is never somebody who can’t be reached, nor somebody who is away while another of the role is here', () => {
    const contacts = APPROVERS.map(
      (upn, order) => ({ upn, role: 'committeeApprover', order, committeeId: 'BUN' }) as const,
    );
    const plan = aPlan({ contacts });
    fc.assert(
      fc.property(fc.subarray(APPROVERS), fc.subarray(APPROVERS), (away, reachable) => {
        const absences = away.map((upn) => ({ upn, from: '2026-09-01', to: '2026-09-30', saidAt: new Date(0) }));
        const canReach = (upn: string): boolean => reachable.includes(upn);

        const told = reportPeople(plan, { absences, today: '2026-09-10', canReach }).inRole('committeeApprover', 'BUN');

        const here = reachable.filter((upn) => !away.includes(upn));
        assert.deepEqual(told, here.length > 0 ? here : reachable);
      }),
    );
  });

  it('is the first reporter who is here, and whoever handed the report in', () => {
    const plan = aPlan();
    const everybody = { absences: [], today: '2026-09-10', canReach: () => true };
    const [first, deputy] = ['rapportor.bun@styrmodell.example', 'ersattare.bun@styrmodell.example'];

    const people = reportPeople(plan, everybody);

    assert.deepEqual(people.reporters('BUN'), [first]);
    assert.deepEqual(people.reporters('BUN', deputy.toUpperCase()), [first, deputy]);
    assert.deepEqual(people.reporters('BUN', 'somebody.else'), [first]);
    assert.deepEqual(people.reporters('NONE'), []);
  });
});
