import assert from 'node:assert/strict';
import type { KnownConversation, PromptTicket, RoundEvent } from '../../src/ports.ts';
import { ConversationRows } from '../../src/tables/conversation-rows.ts';
import { CrewRows } from '../../src/tables/crew-rows.ts';
import { PeopleRows } from '../../src/tables/people-rows.ts';
import { odata } from '../../src/tables/storage.ts';
import { FakeClock } from '../support/fakes.ts';
import { aTable, inAzurite, inMemory, type TwoProcesses } from './open-stores.ts';

const places = {
  'in memory': inMemory,
  'in Azure Tables': inAzurite,
} as const;

for (const [place, open] of Object.entries(places)) {
  describe(`What a round lives by ${place}`, () => {
    const clock = new FakeClock('2026-11-05T08:00:00+01:00');
    let one: TwoProcesses['one'];
    let other: TwoProcesses['other'];

    beforeEach(async () => {
      ({ one, other } = await open(clock));
    });

    describe('as everybody at once', () => {
      it('has object ids by name', async () => {
        assert.deepEqual(await one.people.list(), new Map());
        await one.people.bind('oid-1', 'Anna@styrmodell.example');
        await one.people.bind('oid-2', "o'brien@styrmodell.example");

        const expected = [
          ['anna@styrmodell.example', 'oid-1'],
          ["o'brien@styrmodell.example", 'oid-2'],
        ];
        assert.deepEqual([...(await other.people.list())].sort(), expected);
      });

      it('has people’s own conversations by object id, and no channel', async () => {
        const personal: KnownConversation = {
          ...{ id: 'a:1', kind: 'personal', key: 'oid-1' },
          reference: { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: { id: 'a:1' } },
        };
        await one.conversations.remember(personal);
        await one.conversations.remember({ ...personal, kind: 'channel', key: 'ekonomi|uppföljning' });

        assert.deepEqual(await other.conversations.listPersonal(), new Map([['oid-1', personal]]));
      });

      it('has a round’s cards, also more than a transaction takes, and where they moved', async () => {
        const ticket = (n: number, conversationId = 'a:1'): PromptTicket => ({
          ...{ promptId: `20261${n % 2}abc-_${n}`, committeeId: 'BUN', period: '2026-10' },
          ...{ upn: 'rut@styrmodell.example', conversationId },
        });
        const tickets = Array.from({ length: 230 }, (_, n) => ticket(n));
        await one.tickets.saveAll(tickets);

        await one.tickets.saveAll([ticket(0), ticket(1, 'a:2'), ticket(1, 'a:2')]);
        await one.tickets.saveAll([]);

        assert.deepEqual(await other.tickets.find('202610abc-_0'), ticket(0));
        assert.deepEqual(await other.tickets.find('202611abc-_1'), ticket(1, 'a:2'));
        assert.deepEqual(await other.tickets.find('202611abc-_229'), ticket(229));
      });
    });

    describe('as what controllers have said', () => {
      const event: RoundEvent = {
        at: new Date('2026-11-05T07:00:00.123Z'),
        by: 'c@styrmodell.example',
        what: 'pausad',
      };

      it('is nothing before', async () => {
        assert.equal(await one.rounds.find('2026-10'), undefined);
        assert.equal(await one.rounds.find('2026-10', 'fresh'), undefined);
        assert.deepEqual(await one.rounds.started(), new Map());
        assert.deepEqual(await one.rounds.history('2026-10'), []);
      });

      it('keeps everything that is not changed, month by month', async () => {
        const rehearsal = { number: 2, to: 'c@styrmodell.example', on: true };
        assert.equal(await one.rounds.change('2026-10', { paused: true }, event), 'saved');
        assert.equal(await other.rounds.change('2026-10', { rehearsal }, event), 'saved');
        assert.equal(await one.rounds.change('2026-10', { startedOn: '2026-11-02', paused: false }, event), 'saved');
        assert.equal(await one.rounds.change('2026-11', { paused: true }, event), 'saved');

        const { etag: _, ...october } = (await other.rounds.find('2026-10', 'fresh')) ?? assert.fail();
        assert.deepEqual(october, { period: '2026-10', paused: false, startedOn: '2026-11-02', rehearsal });
        assert.equal((await one.rounds.find('2026-11'))?.paused, true);
        assert.deepEqual(await one.rounds.started(), new Map([['2026-10', '2026-11-02']]));
      });

      it('is known at once where it was said, and elsewhere within five seconds', async () => {
        await one.rounds.find('2026-10');
        await other.rounds.started();
        await one.rounds.change('2026-10', { startedOn: '2026-11-02' }, event);

        assert.equal((await one.rounds.find('2026-10'))?.startedOn, '2026-11-02');
        assert.equal((await other.rounds.find('2026-10', 'fresh'))?.startedOn, '2026-11-02');
        clock.pass(5);
        assert.deepEqual(await other.rounds.started(), new Map([['2026-10', '2026-11-02']]));
        assert.equal((await other.rounds.find('2026-10'))?.startedOn, '2026-11-02');
      });

      it('has its history, oldest first, with what was done to the ledger by hand', async () => {
        const later = { ...event, at: new Date('2026-11-05T07:00:01Z'), by: 'styr', what: 'Åter igång: "så"' };
        await one.rounds.note('2026-10', later);
        await other.rounds.change('2026-10', { paused: true }, event);
        await one.rounds.note('2026-11', event);

        assert.deepEqual(await one.rounds.history('2026-10'), [event, later]);
      });

      it('is told of a conflict, and has a line in its history for exactly what was saved', async () => {
        await one.rounds.change('2026-10', { paused: false }, event);

        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            (n % 2 === 0 ? one : other).rounds.change('2026-10', { paused: n % 2 === 0 }, { ...event, what: `${n}` }),
          ),
        );

        const saved = outcomes.filter((outcome) => outcome === 'saved').length;
        assert.ok(saved >= 1);
        assert.equal((await one.rounds.history('2026-10')).length, 1 + saved);
      });
    });

    describe('as its instances', () => {
      const now = new Date('2026-11-05T07:00:00Z');
      const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

      it('is planned by one of them at a time, who may go on', async () => {
        const asked = await Promise.all(
          ['a', 'b', 'c', 'd'].map((name, n) => (n % 2 === 0 ? one : other).crew.takeLease(name, now, 30)),
        );
        const holder = ['a', 'b', 'c', 'd'][asked.indexOf(true)] ?? assert.fail();
        const another = holder === 'a' ? 'b' : 'a';

        assert.equal(asked.filter(Boolean).length, 1);
        assert.equal(await one.crew.takeLease(holder, at(20), 30), true);
        assert.equal(await other.crew.takeLease(another, at(49), 30), false);
        assert.equal(await other.crew.takeLease(another, at(50), 30), true);
        assert.equal(await one.crew.takeLease(holder, at(51), 30), false);
      });

      it('is planned also when a clock was set back, as a demonstration’s is', async () => {
        await one.crew.takeLease('a', at(3600), 30);

        assert.equal(await other.crew.takeLease('b', now, 30), true);
      });

      it('counts those that were alive in the last minute and a half', async () => {
        assert.equal(await one.crew.present('a', now), 1);
        assert.equal(await other.crew.present('b', at(60)), 2);
        assert.equal(await other.crew.present('b', at(89)), 2);
        assert.equal(await other.crew.present('b', at(90)), 1);
        assert.equal(await one.crew.present('a', at(91)), 2);
        assert.equal(await one.crew.present('a', at(2 * 24 * 3600)), 1);
      });

      it('sends nothing while it is halted', async () => {
        assert.equal(await one.crew.halted(now), undefined);

        await one.crew.halt('BOT_DISABLED', at(300));

        assert.deepEqual(await other.crew.halted(at(299)), { reason: 'BOT_DISABLED', until: at(300) });
        assert.equal(await other.crew.halted(at(300)), undefined);
      });

      it('is not halted by a clock that was ahead', async () => {
        await one.crew.halt('BOT_DISABLED', at(365 * 24 * 3600));

        assert.equal(await other.crew.halted(now), undefined);
      });
    });

    describe('as those who are away', () => {
      const absence = {
        ...{ upn: 'rut@styrmodell.example', from: '2026-11-05', to: '2026-11-12' },
        saidAt: new Date('2026-11-05T07:00:00Z'),
      };

      it('is one for each person, the newest, until it is taken back', async () => {
        await one.absences.save(absence);
        await one.absences.save({ ...absence, upn: 'Bo@styrmodell.example' });
        await other.absences.save({ ...absence, upn: 'RUT@styrmodell.example', to: '2026-11-20' });

        const away = await one.absences.list();
        await one.absences.remove('Rut@styrmodell.example');
        await other.absences.remove('rut@styrmodell.example');

        assert.deepEqual(away.map(({ upn, to }) => `${upn} ${to}`).sort(), [
          'bo@styrmodell.example 2026-11-12',
          'rut@styrmodell.example 2026-11-20',
        ]);
        assert.deepEqual(await other.absences.list(), [{ ...absence, upn: 'bo@styrmodell.example' }]);
      });
    });
  });
}

describe('An instance that was alive yesterday', () => {
  it('is cleared away', async () => {
    const table = await aTable();
    const crew = new CrewRows(table);
    await crew.present('yesterday', new Date('2026-11-03T08:00:00Z'));

    await crew.present('today', new Date('2026-11-05T08:00:00Z'));

    const rows = await table.list(odata`PartitionKey eq 'crew'`);
    assert.deepEqual(
      rows.map(({ rowKey }) => rowKey),
      ['instance|today'],
    );
  });
});

describe('The lease', () => {
  it('counts how often it has changed hands, for whoever looks into the table', async () => {
    const table = await aTable();
    const crew = new CrewRows(table);
    const at = (seconds: number): Date => new Date(Date.parse('2026-11-05T08:00:00Z') + seconds * 1000);

    await crew.takeLease('a', at(0), 30);
    await crew.takeLease('a', at(20), 30);
    await crew.takeLease('b', at(60), 30);

    const lease = await table.find('crew', 'lease');
    assert.deepEqual([lease?.owner, lease?.fence], ['b', 2]);
  });
});

describe('A row that can’t be read', () => {
  it('stops nobody else’s message', async () => {
    const table = await aTable();
    const people = new PeopleRows(table);
    const conversations = new ConversationRows(table);
    await people.bind('oid-1', 'anna@styrmodell.example');
    await conversations.remember({ id: 'a:1', kind: 'personal', key: 'oid-1', reference: {} });
    await table.put({ partitionKey: 'upn', rowKey: 'bad', oid: 7 });
    await table.put({ partitionKey: 'personal', rowKey: 'bad', id: 'a:2', key: 'oid-2', reference: '{' });

    assert.deepEqual([...(await people.list()).keys()], ['anna@styrmodell.example']);
    assert.deepEqual([...(await conversations.listPersonal()).keys()], ['oid-1']);
  });
});
