import assert from 'node:assert/strict';
import type { Contact } from '../../src/domain/plan.ts';
import { reviewPeople } from '../../src/domain/review-people.ts';
import { aReporterContact, upnOf } from '../support/builders.ts';

const approver = (committeeId: string): Contact => ({
  ...{ role: 'committeeApprover', order: 1, committeeId },
  upn: `chef.${committeeId}@styrmodell.example`,
});
const controller: Contact = { upn: 'controller@styrmodell.example', role: 'controller', order: 1 };
const manager: Contact = { upn: 'kommundirektor@styrmodell.example', role: 'manager', order: 1 };

describe('Who is invited to a joint review', () => {
  it('are for each committee who is asked first and who signs, then controllers, then deputies', () => {
    const contacts = [
      ...[aReporterContact('BUN', 2), aReporterContact('BUN'), approver('BUN'), manager],
      ...[controller, aReporterContact('SN'), approver('SN')],
    ];

    assert.deepEqual(reviewPeople({ contacts }, ['SN', 'BUN'], 'nobody@styrmodell.example'), [
      ...[upnOf('SN'), 'chef.SN@styrmodell.example', upnOf('BUN'), 'chef.BUN@styrmodell.example'],
      ...['controller@styrmodell.example', upnOf('BUN', 2)],
    ]);
  });

  it('are named once each, without the one who invites', () => {
    const contacts = [
      ...[aReporterContact('BUN'), { ...aReporterContact('SN'), upn: upnOf('BUN').toUpperCase() }],
      ...[controller, { ...controller, order: 2 }],
    ];

    assert.deepEqual(reviewPeople({ contacts }, ['BUN', 'SN'], 'Controller@styrmodell.example'), [upnOf('BUN')]);
  });

  it('are of the committees in the report alone, with a name that a link can carry', () => {
    const contacts = [aReporterContact('KFN'), { ...approver('BUN'), upn: 'chef,bun@styrmodell.example' }];

    assert.deepEqual(reviewPeople({ contacts }, ['BUN'], ''), []);
  });
});
