import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery, DeliveryChange, DeliveryKey, PeriodLedger } from '../../src/ports.ts';
import { openTable } from '../../src/tables/storage.ts';
import { aStoredAnswer } from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { answersIn, aTable, deliveriesIn, inAzurite, inMemory, type TwoProcesses } from './open-stores.ts';

const places = {
  'in memory': inMemory,
  'in Azure Tables': inAzurite,
} as const;

for (const [place, open] of Object.entries(places)) {
  describe(`A round’s ledger ${place}`, () => {
    let one: TwoProcesses['one'];
    let other: TwoProcesses['other'];
    let used = 0;
    /** A committee that no other test speaks of. */
    function aFreshCommittee(): string {
      used += 1;
      return `N${used}`;
    }
    function wanted(committeeId: string, overrides: Partial<DeliveryKey> = {}): DeliveryKey {
      return { committeeId, period: '2026-10', recipient: 'rut@styrmodell.example', kind: 'prompt', ...overrides };
    }
    /** A committee that owes October, with its one line. */
    async function anOwed(committeeId = aFreshCommittee()): Promise<{ ledger: PeriodLedger; line: Delivery }> {
      const [line] = await one.deliveries.ensureAll([wanted(committeeId)]);
      assert.ok(line);
      return { ledger: await one.deliveries.ledger(committeeId, '2026-10'), line };
    }
    function claimBy(owner: string, line: Delivery): { delivery: Delivery; change: Partial<Delivery> } {
      return { delivery: line, change: { state: 'sending', owner, claimedAt: new Date('2026-11-05T07:00:00.123Z') } };
    }
    async function lineOf({ committeeId, kind, recipient }: DeliveryKey): Promise<Delivery | undefined> {
      const { deliveries } = await other.deliveries.ledger(committeeId, '2026-10');
      return deliveries.find((line) => line.kind === kind && line.recipient === recipient);
    }

    before(async () => {
      ({ one, other } = await open(new FakeClock('2026-11-05T08:00:00+01:00')));
    });

    describe('as it is made', () => {
      it('has the lines that are asked for, in the same order, in as many committees and months as it takes', async () => {
        const [first, second] = [aFreshCommittee(), aFreshCommittee()];
        const keys = [
          wanted(first),
          wanted(second, { kind: 'reminder', variant: '-2' }),
          wanted(first, { kind: 'late', variant: '4', recipient: 'chef@styrmodell.example' }),
          wanted(first, { period: '2026-09' }),
        ];

        const lines = await one.deliveries.ensureAll(keys);

        assert.deepEqual(
          lines.map(({ committeeId, period, recipient, kind, variant }) => ({
            ...{ committeeId, period, recipient, kind },
            ...(variant === undefined ? {} : { variant }),
          })),
          keys,
        );
        assert.ok(lines.every(({ state, attempts }) => state === 'ready' && attempts === 0));
        assert.deepEqual((await other.deliveries.ledger(second, '2026-10')).deliveries, [lines[1]]);
        assert.ok(await one.deliveries.change(lines[2] ?? assert.fail(), { state: 'sent' }));
      });

      it('has each line once, with one id, however often and from however many places it is planned', async () => {
        const committeeId = aFreshCommittee();
        const people = Array.from({ length: 30 }, (_, n) => wanted(committeeId, { recipient: `p${n}@x.example` }));

        const plans = await Promise.all(
          Array.from({ length: 8 }, (_, n) =>
            (n % 2 === 0 ? one : other).deliveries.ensureAll(people.slice(n, n + 20 + n)),
          ),
        );

        const ids = new Map(plans.flat().map(({ recipient, id }) => [recipient, id]));
        assert.equal(new Set(plans.flat().map(({ id }) => id)).size, 30);
        const { deliveries } = await one.deliveries.ledger(committeeId, '2026-10');
        assert.deepEqual(new Map(deliveries.map(({ recipient, id }) => [recipient, id])), ids);
      });

      it('has a line for each step of the ladder and each rehearsal, and one whatever the case of a name', async () => {
        const committeeId = aFreshCommittee();
        const variants = ['-2', '0', '4', 'r1', 'r1:-2'].map((variant) =>
          wanted(committeeId, { kind: 'reminder', variant }),
        );

        const lines = await one.deliveries.ensureAll([
          ...variants,
          wanted(committeeId, { kind: 'reminder', variant: '-2', recipient: 'RUT@styrmodell.example' }),
        ]);

        assert.equal(new Set(lines.map(({ id }) => id)).size, 5);
        assert.equal(lines[0]?.id, lines[5]?.id);
        const reminders = await other.deliveries.find(committeeId, '2026-10', 'reminder');
        assert.deepEqual(reminders.map(({ variant }) => variant).sort(), ['-2', '0', '4', 'r1', 'r1:-2']);
        assert.deepEqual(await other.deliveries.find(committeeId, '2026-10', 'prompt'), []);
      });

      it('has ids that begin with the period, so that a round’s cards lie together', async () => {
        const { line } = await anOwed();

        assert.match(line.id, /^202610.+/);
      });

      it('has more lines than a transaction takes', async () => {
        const committeeId = aFreshCommittee();
        const many = Array.from({ length: 230 }, (_, n) => wanted(committeeId, { recipient: `p${n}@x.example` }));

        await one.deliveries.ensureAll(many);
        const again = await other.deliveries.ensureAll(many);
        await one.deliveries.record(again.map((delivery) => ({ delivery, change: { state: 'sent' } })));

        const { deliveries } = await other.deliveries.ledger(committeeId, '2026-10');
        assert.equal(deliveries.length, 230);
        assert.ok(deliveries.every(({ state }) => state === 'sent'));
      });

      it('is nothing for nothing', async () => {
        assert.deepEqual(await one.deliveries.ensureAll([]), []);
        await one.deliveries.record([]);
      });

      it('owes nothing because of a summary', async () => {
        const committeeId = aFreshCommittee();

        await one.deliveries.ensureAll([wanted(committeeId, { kind: 'summary', recipient: 'municipality' })]);

        const ledger = await one.deliveries.ledger(committeeId, '2026-10');
        assert.deepEqual([ledger.answered, ledger.owedMark, ledger.deliveries.length], [false, undefined, 1]);
      });
    });

    describe('as it is read', () => {
      it('is empty before it is made', async () => {
        const committeeId = aFreshCommittee();

        assert.deepEqual(await one.deliveries.ledger(committeeId, '2026-10'), {
          ...{ committeeId, period: '2026-10', answered: false, owedMark: undefined },
          ...{ deliveries: [], drafts: new Map() },
        });
      });

      it('has everybody’s drafts, and says that the month is answered from the moment that it is', async () => {
        const { ledger, line } = await anOwed();
        const { committeeId } = ledger;
        const draft = { revision: 0, typed: { i_comment: 'Å\nä' } };
        await one.answers.saveDraft(committeeId, '2026-10', 'oid-1', draft);
        await one.answers.saveDraft(committeeId, '2026-09', 'oid-1', draft);
        const before = await other.deliveries.ledger(committeeId, '2026-10');

        await one.answers.save(aStoredAnswer({ committeeId }), [{ kind: 'cards' }]);

        const after = await other.deliveries.ledger(committeeId, '2026-10');
        assert.deepEqual(before, { ...ledger, deliveries: [line], drafts: new Map([['oid-1', draft]]) });
        assert.equal(before.answered, false);
        assert.deepEqual(after, { ...before, answered: true, owedMark: undefined });
      });

      it('remembers everything about a line', async () => {
        const { line } = await anOwed();
        const change: DeliveryChange = {
          ...{ state: 'sending', owner: 'instance-1', claimedAt: new Date('2026-11-05T07:00:00.123Z'), attempts: 3 },
          ...{ notBefore: new Date('2026-11-05T07:30:00Z'), reason: 'THROTTLED', conversationId: 'a:1|x' },
          ...{ shown: 'hash', activityIds: ['1', '2'], replaces: true },
          bundle: [
            { committeeId: 'BUN', kind: 'prompt' },
            { committeeId: 'Å|"N', kind: 'reminder', variant: 'r1:-2' },
          ],
        };

        await one.deliveries.record([{ delivery: line, change }]);

        const { etag: _, ...found } = (await lineOf(line)) ?? assert.fail();
        const { etag: __, ...before } = line;
        assert.deepEqual(found, { ...before, ...change });
      });

      it('holds a message about every committee of a large council', async () => {
        const { line } = await anOwed();
        const bundle = Array.from({ length: 600 }, (_, n) => ({
          ...{ committeeId: `NAMND-${n}`, kind: 'unreachable' as const, variant: 'r12' },
        }));

        await one.deliveries.record([{ delivery: line, change: { bundle } }]);

        assert.deepEqual((await lineOf(line))?.bundle, bundle);
      });
    });

    describe('as lines are claimed', () => {
      it('is another after each claim, and the one that claimed goes on from there', async () => {
        const { ledger, line } = await anOwed();
        const [reminder] = await one.deliveries.ensureAll([
          wanted(line.committeeId, { kind: 'reminder', variant: '0' }),
        ]);
        assert.ok(reminder);

        const first = await one.deliveries.claim(ledger, [claimBy('one', line)]);
        assert.ok(first !== 'changed');
        const stale = await other.deliveries.claim(ledger, [claimBy('other', reminder)]);
        const second = await one.deliveries.claim({ ...ledger, ...first }, [claimBy('one', reminder)]);

        assert.deepEqual([first.deliveries[0]?.state, first.deliveries[0]?.owner], ['sending', 'one']);
        assert.equal(stale, 'changed');
        assert.ok(second !== 'changed');
        assert.deepEqual((await other.deliveries.ledger(line.committeeId, '2026-10')).owedMark, second.owedMark);
        await one.deliveries.record(first.deliveries.map((delivery) => ({ delivery, change: { state: 'sent' } })));
        assert.equal((await lineOf(line))?.state, 'sent');
      });

      it('is claimed by one of twenty', async () => {
        const { ledger, line } = await anOwed();

        const claims = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            (n % 2 === 0 ? one : other).deliveries.claim(ledger, [claimBy(`instance-${n}`, line)]),
          ),
        );

        const won = claims.filter((claim) => claim !== 'changed');
        assert.equal(won.length, 1);
        assert.equal((await lineOf(line))?.owner, won[0]?.deliveries[0]?.owner);
      });

      it('is claimed whole or not at all', async () => {
        const committeeId = aFreshCommittee();
        const lines = await one.deliveries.ensureAll([
          wanted(committeeId),
          wanted(committeeId, { kind: 'reminder', variant: '0' }),
        ]);
        const ledger = await one.deliveries.ledger(committeeId, '2026-10');
        const [prompt, reminder] = lines;
        assert.ok(prompt && reminder);
        await other.deliveries.change(reminder, { state: 'sent' });

        assert.equal(
          await one.deliveries.claim(
            ledger,
            lines.map((line) => claimBy('one', line)),
          ),
          'changed',
        );

        assert.equal((await lineOf(prompt))?.state, 'ready');
        assert.equal((await lineOf(reminder))?.state, 'sent');
      });

      it('is claimed by nobody before anything is owed', async () => {
        const committeeId = aFreshCommittee();
        const line = await one.deliveries.ensure(wanted(committeeId));
        const ledger = await one.deliveries.ledger(committeeId, '2026-10');

        assert.equal(await one.deliveries.claim(ledger, [claimBy('one', line)]), 'changed');
        await other.deliveries.ensureAll([wanted(committeeId)]);
        const owed = await one.deliveries.ledger(committeeId, '2026-10');
        assert.notEqual(await one.deliveries.claim(owed, [claimBy('one', line)]), 'changed');
      });

      it('is claimed by nobody once the month is answered, whatever they had read', async () => {
        const { ledger, line } = await anOwed();
        await other.answers.save(aStoredAnswer({ committeeId: line.committeeId }), []);
        const now = await one.deliveries.ledger(line.committeeId, '2026-10');

        assert.equal(await one.deliveries.claim(ledger, [claimBy('one', line)]), 'changed');
        assert.equal(await one.deliveries.claim(now, [claimBy('one', line)]), 'changed');
        assert.equal((await lineOf(line))?.state, 'ready');
      });

      it('is claimed by nobody when the answer came before the first line', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), []);

        const { ledger, line } = await anOwed(committeeId);

        assert.deepEqual([ledger.answered, ledger.owedMark], [true, undefined]);
        assert.equal(await one.deliveries.claim(ledger, [claimBy('one', line)]), 'changed');
      });

      it('never loses an answer to a claim, and no claim begins after an answer', async () => {
        const races = Array.from({ length: 20 }, async (_, n) => {
          const { ledger, line } = await anOwed();
          const { committeeId } = line;
          let saved = false;
          const save = one.answers.save(aStoredAnswer({ committeeId }), [{ kind: 'cards' }]).then((outcome) => {
            saved = true;
            return outcome;
          });
          const claims: { readonly began: 'before' | 'after'; readonly won: boolean }[] = [];
          let mark = ledger;
          for (let turn = 0; turn < 6; turn++) {
            const began = saved ? 'after' : 'before';
            const now = (await lineOf(line)) ?? assert.fail();
            const claim = await other.deliveries.claim(mark, [claimBy(`${n} ${turn}`, now)]);
            claims.push({ began, won: claim !== 'changed' });
            if (claim !== 'changed') mark = { ...mark, owedMark: claim.owedMark };
          }
          assert.equal(await save, 'saved');
          return claims;
        });

        const claims = (await Promise.all(races)).flat();

        assert.ok(claims.some(({ began }) => began === 'after'));
        assert.deepEqual(
          claims.filter(({ began, won }) => began === 'after' && won),
          [],
        );
      });
    });

    describe('as outcomes are recorded', () => {
      it('is brought up to date in many committees at once', async () => {
        const lines = await Promise.all(Array.from({ length: 12 }, async () => (await anOwed()).line));

        await one.deliveries.record(
          lines.map((delivery, n) => ({ delivery, change: { state: 'sent', activityIds: [`a${n}`] } })),
        );

        for (const [n, line] of lines.entries()) {
          const { state, activityIds } = (await lineOf(line)) ?? assert.fail();
          assert.deepEqual([state, activityIds], ['sent', [`a${n}`]]);
        }
      });

      it('leaves alone what somebody else has changed, and records the rest', async () => {
        const committeeId = aFreshCommittee();
        const lines = await one.deliveries.ensureAll(
          ['a', 'b', 'c'].map((name) => wanted(committeeId, { recipient: `${name}@x.example` })),
        );
        await other.deliveries.change(lines[1] ?? assert.fail(), { state: 'ambiguous' });

        await one.deliveries.record(lines.map((delivery) => ({ delivery, change: { state: 'sent' } })));

        const states = await Promise.all(lines.map(async (line) => (await lineOf(line))?.state));
        assert.deepEqual(states, ['sent', 'ambiguous', 'sent']);
      });
    });
  });
}

describe('A ledger in Azure Tables', () => {
  it('knows an answer from before there was a mark', async () => {
    const table = await aTable();
    const stored = aStoredAnswer();
    await answersIn(table, new FakeClock('2026-11-05T08:00:00+01:00')).save(stored, []);
    await table.remove(`${stored.committeeId}|${stored.period}`, 'owed');

    assert.equal((await deliveriesIn(table).ledger(stored.committeeId, stored.period)).answered, true);
  });

  it('reads what the emulator never says: null for each column that a row lacks', async () => {
    const line = { committeeId: 'BUN', period: '2026-10', recipient: 'rut', kind: 'prompt', id: '202610a' };
    const lacks = { variant: null, owner: null, claimedAt: null, bundle: null, answeredAt: null, typed: null };
    const place = { PartitionKey: 'BUN|2026-10', RowKey: 'delivery|prompt|rut', 'odata.etag': 'W/"1"' };
    const row = { ...place, ...line, ...lacks, state: 'ready', attempts: 0, activityIds: '[]' };
    const azure = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'application/json;odata=fullmetadata');
      answer.end(JSON.stringify({ value: [row] }));
    });
    await new Promise<void>((resolve) => azure.listen(0, '127.0.0.1', resolve));
    const { port } = azure.address() as AddressInfo;
    const account = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5';
    const table = openTable(
      { connectionString: `${account};TableEndpoint=http://127.0.0.1:${port}/a` },
      'P',
      () => undefined,
    );

    const { deliveries } = await deliveriesIn(table).ledger('BUN', '2026-10');

    assert.deepEqual(deliveries, [{ ...line, state: 'ready', attempts: 0, activityIds: [], etag: 'W/"1"' }]);
    azure.close();
    azure.closeAllConnections();
  });
});
