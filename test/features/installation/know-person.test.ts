import assert from 'node:assert/strict';
import { knowPerson } from '../../../src/features/installation/know-person.ts';
import { upnOf } from '../../support/builders.ts';
import { inMemoryPorts } from '../../support/fakes.ts';

/** Teams, that must not be asked. */
async function nobodyAsks(): Promise<string> {
  throw new Error('Teams was asked although the person is known');
}

describe('Somebody who writes to the bot', () => {
  it('is known by the name that Teams gives, in lower case', async () => {
    const ports = inMemoryPorts();

    const person = await knowPerson(ports, 'oid-1', async () => upnOf('BUN').toUpperCase());

    assert.deepEqual(person, { oid: 'oid-1', upn: upnOf('BUN') });
  });

  it('is asked about once', async () => {
    const ports = inMemoryPorts();
    await knowPerson(ports, 'oid-1', async () => upnOf('BUN'));

    assert.deepEqual(await knowPerson(ports, 'oid-1', nobodyAsks), { oid: 'oid-1', upn: upnOf('BUN') });
  });

  it('stays the same person when Teams gives another name later', async () => {
    const ports = inMemoryPorts();
    await knowPerson(ports, 'oid-1', async () => upnOf('BUN'));

    const person = await knowPerson(ports, 'oid-1', async () => upnOf('SN'));

    assert.equal(person?.upn, upnOf('BUN'));
  });

  it('is nobody when the name belongs to somebody else already, and an administrator can see it', async () => {
    const ports = inMemoryPorts();
    await knowPerson(ports, 'oid-1', async () => upnOf('BUN'));

    const stranger = await knowPerson(ports, 'oid-2', async () => upnOf('BUN'));

    assert.equal(stranger, undefined);
    assert.deepEqual(
      ports.log.entries.map(({ level, facts }) => [level, facts.reason]),
      [['warn', 'UPN_BOUND_TO_ANOTHER']],
    );
    assert.doesNotMatch(JSON.stringify(ports.log.entries), /rapportor/);
  });

  it('is nobody, for now, when Teams does not say who it is', async () => {
    const ports = inMemoryPorts();

    assert.equal(await knowPerson(ports, 'oid-1', async () => undefined), undefined);
    assert.equal((await knowPerson(ports, 'oid-1', async () => upnOf('BUN')))?.upn, upnOf('BUN'));
  });

  it('takes the name once when two with it come at once', async () => {
    const ports = inMemoryPorts();

    const people = await Promise.all(['oid-1', 'oid-2'].map((oid) => knowPerson(ports, oid, async () => upnOf('BUN'))));

    assert.equal(people.filter((person) => person !== undefined).length, 1);
  });
});
