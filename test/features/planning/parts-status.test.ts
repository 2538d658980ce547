import assert from 'node:assert/strict';
import { adoptPart } from '../../../src/features/planning/adopt-part.ts';
import { handInPart } from '../../../src/features/planning/hand-in-part.ts';
import { type PartStatus, partsStatus } from '../../../src/features/planning/parts-status.ts';
import { aCommittee, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { aDividedPlan, aPart, approver } from '../../support/part-builders.ts';

const controller = { oid: 'oid of the controller', upn: 'controller@styrmodell.example' };
const reporter = { oid: 'oid of the reporter', upn: upnOf('BUN') };
const chief = { oid: 'oid of the chief', upn: approver };

function municipality(document = aDividedPlan()): FakePorts {
  const ports = inMemoryPorts();
  ports.plans.use(document);
  return ports;
}

async function handIn(ports: FakePorts, part = aPart()): Promise<string> {
  const outcome = await handInPart(ports, part, { person: reporter, seenAt: ports.clock.now() });
  assert.ok(outcome.ok);
  return outcome.value.id;
}

async function seenBy(ports: FakePorts, person = controller): Promise<readonly PartStatus[]> {
  return (await partsStatus(ports, person))?.committees ?? [];
}

function namesOf(statuses: readonly PartStatus[]): string[] {
  return statuses.map(({ committee }) => committee.id);
}

describe('How far the committees have come with their parts', () => {
  it('is nothing before anybody has handed in, for each committee of the plan’s period', async () => {
    const committees = [aCommittee('MSN', { validTo: '2020-12-31' }), aCommittee('BUN'), aCommittee('SN')];
    const statuses = await seenBy(municipality(aDividedPlan({ committees })));

    assert.deepEqual(namesOf(statuses), ['BUN', 'SN']);
    assert.ok(statuses.every(({ waiting, adopted }) => !waiting && !adopted));
  });

  it('shows what is missing first, then what waits, then what is adopted', async () => {
    const ports = municipality(
      aDividedPlan({
        committees: [aCommittee('KFN'), aCommittee('BUN'), aCommittee('SN')],
        operationalPlans: [{ committee: 'KFN', date: '2025-12-10', paragraph: '§ 90' }],
      }),
    );
    await handIn(ports);

    const statuses = await seenBy(ports);

    assert.deepEqual(namesOf(statuses), ['SN', 'BUN', 'KFN']);
    assert.equal(statuses[1]?.waiting?.handedInBy, reporter.upn);
    assert.equal(statuses[2]?.adopted?.paragraph, '§ 90');
  });

  it('counts what waits, and what the plan has of those who have not handed in', async () => {
    const ports = municipality();
    await handIn(ports, aPart({ commitments: [] }));

    const [others, ours] = await seenBy(ports);

    assert.equal(ours?.overview.commitments, 0);
    assert.equal(others?.overview.commitments, 1);
  });

  it('leaves out a committee that has ended, and does not say that its goals are still shared', async () => {
    const [bun, sn] = aDividedPlan().committees;
    assert.ok(bun && sn);
    const ended = (validTo: string) => municipality(aDividedPlan({ committees: [bun, { ...sn, validTo }] }));

    const [today, tomorrow] = await Promise.all([seenBy(ended('2026-11-05')), seenBy(ended('2026-11-04'))]);

    assert.deepEqual([namesOf(today), namesOf(tomorrow)], [['BUN', 'SN'], ['BUN']]);
    assert.deepEqual([today[0]?.overview.sharedGoals, tomorrow[0]?.overview.sharedGoals], [1, 0]);
  });

  it('is adopted after the decision, and waits again when a new part comes', async () => {
    const ports = municipality();
    const id = await handIn(ports);
    await adoptPart(ports, id, { date: '2026-11-04', paragraph: '§ 112' }, chief);

    const [, adopted] = await seenBy(ports);
    assert.deepEqual([adopted?.waiting, adopted?.adopted?.paragraph], [undefined, '§ 112']);

    await handIn(ports, aPart({ commitments: [] }));
    const [, waiting] = await seenBy(ports);
    assert.deepEqual([waiting?.waiting?.id, waiting?.adopted?.paragraph], ['id-2', '§ 112']);
  });

  it('is seen for all by the controller and the administrator, by others for their own committee', async () => {
    const administrator = {
      committee: null,
      role: 'administrator',
      order: 1,
      upn: 'admin@styrmodell.example',
    } as const;
    const plan = aDividedPlan();
    const ports = municipality({ ...plan, contacts: [...plan.contacts, administrator] });

    assert.deepEqual(namesOf(await seenBy(ports, { oid: 'oid', upn: administrator.upn })), ['BUN', 'SN']);
    assert.deepEqual(namesOf(await seenBy(ports, reporter)), ['BUN']);
    assert.equal(await partsStatus(ports, { oid: 'oid', upn: 'nagon@styrmodell.example' }), undefined);
  });

  it('says who may register the decision', async () => {
    const ports = municipality();

    assert.deepEqual(
      (await seenBy(ports)).map(({ mayAdopt }) => mayAdopt),
      [true, true],
    );
    assert.deepEqual(
      (await seenBy(ports, chief)).map(({ mayAdopt }) => mayAdopt),
      [true],
    );
    assert.deepEqual(
      (await seenBy(ports, reporter)).map(({ mayAdopt }) => mayAdopt),
      [false],
    );
  });

  it('is of the plan that is to come when there is one, also when today’s is corrected', async () => {
    const ports = municipality();
    const coming = aDividedPlan({ id: '2027-2030', title: 'Nästa plan', periodFrom: 2027, periodTo: 2030 });
    ports.plans.use(coming, '2027-01');
    ports.plans.use(aDividedPlan({ title: 'Rättad plan' }), '2026-10');

    assert.equal((await partsStatus(ports, controller))?.title, 'Nästa plan');
  });

  it('is of the plan that has begun, also when the one before it is corrected afterwards', async () => {
    const ports = municipality();
    const begun = aDividedPlan({ id: '2027-2030', title: 'Nästa plan', periodFrom: 2027, periodTo: 2030 });
    ports.plans.use(begun, '2027-01');
    ports.plans.use(aDividedPlan({ title: 'Sent rättad plan' }), '2027-01');

    assert.equal((await partsStatus(ports, controller))?.title, 'Nästa plan');
  });
});
