import assert from 'node:assert/strict';
import type { Answer } from '../../src/domain/answer.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Delivery, KnownConversation, PlanStore, PromptTicket } from '../../src/ports.ts';
import {
  aFollowUp,
  anAnswer,
  aPlan,
  aPlanFile,
  aReporterContact,
  aStoredAnswer,
  documentOf,
  figures,
  missing,
} from '../support/builders.ts';
import { FakeClock } from '../support/fakes.ts';
import { inAzurite, inMemory, type TwoProcesses } from './open-stores.ts';

/** Signs that storages stumble over. */
const awkward = 'Åäö ’citat’ O\'Brien "så" 😀 50 % \\ / # ? | <b>&amp;\nny rad\ttabb';

const everything: Answer = {
  areas: [figures('FORSKOLA', -1_000_000, 9_007_199_254_740_991), figures('OVRIGT', missing(awkward), 0)],
  indicators: [
    { indicatorId: 'SJUK', report: { kind: 'value', value: 7.4 } },
    { indicatorId: 'SJUK', scope: 'municipality', report: { kind: 'value', value: 7.1 } },
    { indicatorId: 'HME', report: { kind: 'no-new-value' } },
    { indicatorId: 'BEH', report: { kind: 'not-applicable' } },
    { indicatorId: 'FEW', report: { kind: 'too-few' } },
  ],
  comment: awkward,
  measures: [{ text: awkward, effectKr: 250_000 }, { text: 'Vakansprövning' }],
  goals: [
    { goalId: 'NM1', gradeId: 'hog', motivation: awkward, proposedGradeId: 'delvis' },
    { goalId: 'NM2', gradeId: 'ej', motivation: awkward },
  ],
  work: [{ workId: 'ATG1', status: 'late' }],
  investments: [
    {
      project: 'Ny skola',
      outcome: { kind: 'value', amountKr: 9_800_000 },
      forecast: { kind: 'missing', reason: 'Upphandling pågår' },
    },
  ],
};

const places = {
  'in memory': inMemory,
  'in Azure Tables': inAzurite,
} as const;

for (const [place, open] of Object.entries(places)) {
  describe(`What is stored ${place}`, () => {
    let one: TwoProcesses['one'];
    let other: TwoProcesses['other'];
    let used = 0;
    /** A committee that no other test speaks of. */
    function aFreshCommittee(): string {
      used += 1;
      return `N${used}`;
    }

    before(async () => {
      ({ one, other } = await open(new FakeClock('2026-11-05T08:00:00+01:00')));
    });

    describe('as answers', () => {
      it('comes back exactly as it was given', async () => {
        const planVersion = 'a'.repeat(64);
        const stored = aStoredAnswer({
          committeeId: aFreshCommittee(),
          answer: everything,
          example: true,
          planVersion,
        });
        await one.answers.save(stored, []);

        assert.deepEqual(await other.answers.find(stored.committeeId, '2026-10'), stored);
        assert.deepEqual(await other.answers.findRevision(stored.committeeId, '2026-10', 1), stored);
      });

      it('is nothing before it is there', async () => {
        const committeeId = aFreshCommittee();

        assert.equal(await one.answers.find(committeeId, '2026-10'), undefined);
        assert.equal(await one.answers.findRevision(committeeId, '2026-10', 1), undefined);
        assert.deepEqual(await one.answers.findYear(committeeId, 2026), []);
      });

      it('keeps every revision, and the newest is the answer', async () => {
        const committeeId = aFreshCommittee();
        const revisions = [1, 2, 3].map((revision) =>
          aStoredAnswer({ committeeId, revision, answer: anAnswer({ comment: `Nr ${revision}` }) }),
        );

        for (const [index, stored] of revisions.entries())
          assert.equal(await (index % 2 === 0 ? one : other).answers.save(stored, []), 'saved');

        assert.deepEqual(await one.answers.find(committeeId, '2026-10'), revisions[2]);
        assert.deepEqual(await one.answers.findRevision(committeeId, '2026-10', 1), revisions[0]);
        assert.deepEqual(await other.answers.findRevision(committeeId, '2026-10', 2), revisions[1]);
      });

      it('is not overwritten: the same revision again is a conflict', async () => {
        const committeeId = aFreshCommittee();
        const first = aStoredAnswer({ committeeId });
        await one.answers.save(first, [{ kind: 'cards' }]);
        const second = aStoredAnswer({ committeeId, answer: everything, submissionKey: 'another' });

        assert.equal(await other.answers.save(second, [{ kind: 'summary' }]), 'conflict');

        assert.deepEqual(await other.answers.find(committeeId, '2026-10'), first);
        assert.deepEqual(
          (await other.effects.findWaiting(committeeId, 2026)).map(({ kind }) => kind),
          ['cards'],
        );
      });

      it('has no gaps: a revision after one that does not exist is a conflict', async () => {
        const committeeId = aFreshCommittee();

        assert.equal(await one.answers.save(aStoredAnswer({ committeeId, revision: 2 }), []), 'conflict');
        await one.answers.save(aStoredAnswer({ committeeId }), []);
        assert.equal(await one.answers.save(aStoredAnswer({ committeeId, revision: 3 }), []), 'conflict');

        assert.equal((await one.answers.find(committeeId, '2026-10'))?.revision, 1);
      });

      it('has one first revision when twenty save it at once', async () => {
        const committeeId = aFreshCommittee();
        const attempts = Array.from({ length: 20 }, (_, n) =>
          (n % 2 === 0 ? one : other).answers.save(aStoredAnswer({ committeeId, submissionKey: `key ${n}` }), [
            { kind: 'summary' },
          ]),
        );

        const outcomes = await Promise.all(attempts);

        assert.equal(outcomes.filter((outcome) => outcome === 'saved').length, 1);
        const winner = `key ${outcomes.indexOf('saved')}`;
        assert.equal((await one.answers.find(committeeId, '2026-10'))?.submissionKey, winner);
        assert.equal((await other.effects.findWaiting(committeeId, 2026)).length, 1);
      });

      it('has one second revision when twenty correct it at once', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), []);
        const attempts = Array.from({ length: 20 }, (_, n) =>
          (n % 2 === 0 ? one : other).answers.save(
            aStoredAnswer({ committeeId, revision: 2, submissionKey: `key ${n}` }),
            [],
          ),
        );

        const outcomes = await Promise.all(attempts);

        assert.equal(outcomes.filter((outcome) => outcome === 'saved').length, 1);
        assert.equal(
          (await one.answers.find(committeeId, '2026-10'))?.submissionKey,
          `key ${outcomes.indexOf('saved')}`,
        );
      });

      it('is never older than the revision that is asked for, in whichever process', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), []);
        await other.answers.save(aStoredAnswer({ committeeId, revision: 2 }), []);

        assert.equal((await one.answers.find(committeeId, '2026-10', 2))?.revision, 2);
        assert.equal((await one.answers.find(committeeId, '2026-10'))?.revision, 2);
        assert.equal(
          await one.answers.save(aStoredAnswer({ committeeId, revision: 2, submissionKey: 'late' }), []),
          'conflict',
        );
      });

      it('is a committee’s year, newest revision of each month, and nobody else’s', async () => {
        const committeeId = aFreshCommittee();
        for (const period of ['2026-01', '2026-12', '2025-12', '2027-01'] as const)
          await one.answers.save(aStoredAnswer({ committeeId, period }), []);
        await one.answers.save(aStoredAnswer({ committeeId, period: '2026-12', revision: 2 }), []);
        await one.answers.save(aStoredAnswer({ committeeId: `${committeeId}X`, period: '2026-06' }), []);

        const year = await other.answers.findYear(committeeId, 2026);

        assert.deepEqual(year.map(({ period, revision }) => [period, revision]).sort(), [
          ['2026-01', 1],
          ['2026-12', 2],
        ]);
      });

      it('is in the year at once for whoever stored it', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.findYear(committeeId, 2026);
        await one.answers.save(aStoredAnswer({ committeeId }), []);
        await one.answers.save(aStoredAnswer({ committeeId, revision: 2 }), []);

        assert.deepEqual(
          (await one.answers.findYear(committeeId, 2026)).map(({ revision }) => revision),
          [2],
        );
      });

      it('has a draft for each person, apart from the others’', async () => {
        const committeeId = aFreshCommittee();
        const draft = { revision: 0, typed: { i_comment: awkward, i_outcome_FORSKOLA: '1 234,5' } };
        await one.answers.saveDraft(committeeId, '2026-10', 'oid-1', { revision: 0, typed: { i_comment: 'Först' } });
        await one.answers.saveDraft(committeeId, '2026-10', 'oid-1', draft);

        assert.deepEqual(await other.answers.findDraft(committeeId, '2026-10', 'oid-1'), draft);
        assert.equal(await other.answers.findDraft(committeeId, '2026-10', 'oid-2'), undefined);
        assert.equal(await other.answers.findDraft(committeeId, '2026-09', 'oid-1'), undefined);
      });

      it('has a draft of a whole report, with forty motivations of the longest kind', async () => {
        const committeeId = aFreshCommittee();
        const motivation = `${awkward}${'😀'.repeat(1_970)}`;
        const names = Array.from({ length: 40 }, (_, at) => `motivation_NM${at + 1}`);
        const draft = { revision: 0, typed: Object.fromEntries(names.map((name) => [name, motivation])) };

        assert.equal(await one.answers.saveDraft(committeeId, '2026-08', 'oid-1', draft), true);

        assert.deepEqual(await other.answers.findDraft(committeeId, '2026-08', 'oid-1'), draft);
      });

      it('comes back with forty motivations of the longest kind, and why it was corrected', async () => {
        const motivation = `${awkward}${'😀'.repeat(1_970)}`;
        const goals = Array.from({ length: 40 }, (_, at) => ({ goalId: `NM${at + 1}`, gradeId: 'hog', motivation }));
        const stored = aStoredAnswer({
          committeeId: aFreshCommittee(),
          answer: anAnswer({ goals }),
          correctionReason: awkward,
        });

        await one.answers.save(stored, []);

        assert.deepEqual(await other.answers.find(stored.committeeId, stored.period), stored);
      });
    });

    describe('as investments', () => {
      it('comes back with two hundred projects, and why each figure is missing', async () => {
        const amount = { kind: 'missing', reason: awkward } as const;
        const investments = Array.from({ length: 200 }, (_, at) => ({
          ...{ project: `Projekt ${at} ${awkward}`, outcome: amount, forecast: amount },
        }));
        const stored = aStoredAnswer({ committeeId: aFreshCommittee(), answer: anAnswer({ investments }) });

        await one.answers.save(stored, []);

        assert.deepEqual(await other.answers.find(stored.committeeId, stored.period), stored);
      });
    });

    describe('as work that is left', () => {
      it('is there from the moment of the answer, until it is finished', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), [
          { kind: 'cards', pressedActivityId: 'card-1' },
          { kind: 'summary' },
        ]);

        const waiting = await other.effects.findWaiting(committeeId, 2026);
        await other.effects.finish(waiting.filter(({ kind }) => kind === 'cards'));

        assert.deepEqual(waiting, [
          { committeeId, period: '2026-10', revision: 1, kind: 'cards', attempts: 0, pressedActivityId: 'card-1' },
          { committeeId, period: '2026-10', revision: 1, kind: 'summary', attempts: 0 },
        ]);
        assert.deepEqual(
          (await one.effects.findWaiting(committeeId, 2026)).map(({ kind }) => kind),
          ['summary'],
        );
      });

      it('is finished once: a second time is no error', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), [{ kind: 'cards' }, { kind: 'summary' }]);
        const waiting = await one.effects.findWaiting(committeeId, 2026);

        await one.effects.finish(waiting.slice(1));
        await other.effects.finish(waiting);
        await other.effects.finish(waiting);

        assert.deepEqual(await one.effects.findWaiting(committeeId, 2026), []);
      });

      it('is left for a person to look at after five failures', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId }), [{ kind: 'cards' }]);

        for (let attempt = 1; attempt <= 5; attempt++) {
          const [effect] = await one.effects.findWaiting(committeeId, 2026);
          assert.equal(effect?.attempts, attempt - 1);
          await one.effects.fail(effect, 'TypeError');
        }

        assert.deepEqual(await other.effects.findWaiting(committeeId, 2026), []);
      });

      it('is a committee’s year only', async () => {
        const committeeId = aFreshCommittee();
        await one.answers.save(aStoredAnswer({ committeeId, period: '2025-12' }), [{ kind: 'cards' }]);
        await one.answers.save(aStoredAnswer({ committeeId, period: '2026-12' }), [{ kind: 'cards' }]);

        assert.deepEqual(
          (await one.effects.findWaiting(committeeId, 2026)).map(({ period }) => period),
          ['2026-12'],
        );
      });
    });

    describe('as messages to send', () => {
      function wanted(committeeId: string): Parameters<TwoProcesses['one']['deliveries']['ensure']>[0] {
        return { committeeId, period: '2026-10', recipient: "Rut.O'Brien@styrmodell.example", kind: 'prompt' };
      }

      it('is one row however often it is asked for, with one id', async () => {
        const committeeId = aFreshCommittee();
        const asked = Array.from({ length: 10 }, (_, n) =>
          (n % 2 === 0 ? one : other).deliveries.ensure(wanted(committeeId)),
        );

        const rows = await Promise.all(asked);

        assert.equal(new Set(rows.map(({ id }) => id)).size, 1);
        assert.deepEqual((await one.deliveries.find(committeeId, '2026-10', 'prompt')).length, 1);
      });

      it('is the same row whatever the case of the recipient’s name', async () => {
        const row = await one.deliveries.ensure(wanted(aFreshCommittee()));

        const same = await other.deliveries.ensure({ ...row, recipient: row.recipient.toUpperCase() });

        assert.equal(same.id, row.id);
      });

      it('remembers everything about how far it has come', async () => {
        const committeeId = aFreshCommittee();
        const change: Partial<Delivery> = {
          ...{ state: 'sending', owner: 'instance-1', claimedAt: new Date('2026-11-05T07:00:00.123Z'), attempts: 3 },
          ...{
            notBefore: new Date('2026-11-05T07:30:00Z'),
            reason: 'THROTTLED',
            conversationId: 'a:1|x',
            shown: 'hash',
          },
          activityIds: ['1', '2'],
        };

        const changed = await one.deliveries.change(await one.deliveries.ensure(wanted(committeeId)), change);

        const [found] = await other.deliveries.find(committeeId, '2026-10', 'prompt');
        assert.deepEqual(found, changed);
        for (const [name, value] of Object.entries(change))
          assert.deepEqual(found?.[name as keyof Delivery], value, name);
      });

      it('is claimed by one of twenty', async () => {
        const row = await one.deliveries.ensure(wanted(aFreshCommittee()));
        const claims = Array.from({ length: 20 }, (_, n) =>
          (n % 2 === 0 ? one : other).deliveries.change(row, { state: 'sending', owner: `instance-${n}` }),
        );

        const claimed = (await Promise.all(claims)).filter((row) => row !== undefined);

        assert.equal(claimed.length, 1);
        const [found] = await one.deliveries.find(row.committeeId, '2026-10', 'prompt');
        assert.equal(found?.owner, claimed[0]?.owner);
      });

      it('cannot be changed by somebody who saw it before the last change', async () => {
        const row = await one.deliveries.ensure(wanted(aFreshCommittee()));
        const changed = await one.deliveries.change(row, { state: 'sent' });
        assert.ok(changed);

        assert.equal(await other.deliveries.change(row, { state: 'ready' }), undefined);
        assert.ok(await other.deliveries.change(changed, { state: 'refused' }));
      });

      it('that is a word about a report is told apart by what it is about, and makes nothing owed', async () => {
        const committeeId = aFreshCommittee();
        const word = { ...wanted(committeeId), kind: 'report' } as const;
        const first = await one.deliveries.ensure({ ...word, variant: 'sign:BUN:3' });
        await one.deliveries.ensure({ ...word, variant: 'sign:BUN:5' });
        await one.deliveries.ensure({ ...wanted(committeeId), kind: 'reminder', variant: '0' });

        const again = await other.deliveries.ensure({ ...word, variant: 'sign:BUN:3' });
        const words = await other.deliveries.find(committeeId, '2026-10', 'report');

        assert.equal(again.id, first.id);
        assert.deepEqual(
          words.map(({ variant }) => variant),
          ['sign:BUN:3', 'sign:BUN:5'],
        );
        assert.equal((await one.deliveries.ledger(committeeId, '2026-10')).owedMark, undefined);
      });

      it('is found by kind', async () => {
        const committeeId = aFreshCommittee();
        await one.deliveries.ensure(wanted(committeeId));
        await one.deliveries.ensure({ ...wanted(committeeId), kind: 'summary' });

        const summaries = await other.deliveries.find(committeeId, '2026-10', 'summary');

        assert.deepEqual(
          summaries.map(({ kind }) => kind),
          ['summary'],
        );
      });
    });

    describe('as cards’ ids', () => {
      const ticket: PromptTicket = {
        ...{
          promptId: 'aB-_9',
          committeeId: 'BUN',
          period: '2026-10',
          upn: 'rut@styrmodell.example',
          conversationId: 'a:1|x',
        },
      };

      it('says what a card stands for', async () => {
        await one.tickets.save(ticket);

        assert.deepEqual(await other.tickets.find('aB-_9'), ticket);
      });

      it('is nothing for an id that nobody gave, whatever it looks like', async () => {
        for (const id of ['ab-_9', '', '../..', "' or '1' eq '1", 'x'.repeat(2_000), '\u0000', '\ud800'])
          assert.equal(await one.tickets.find(id), undefined, JSON.stringify(id));
      });

      it('moves with its person to another conversation', async () => {
        const moved = { ...ticket, promptId: 'moving', conversationId: 'a:2' };
        await one.tickets.save({ ...moved, conversationId: 'a:1' });

        await one.tickets.save(moved);

        assert.deepEqual(await one.tickets.find('moving'), moved);
      });
    });

    describe('as cards’ ids that moved in another process', () => {
      it('says where the card is now, when it is read afresh', async () => {
        const ticket = {
          promptId: 'elsewhere',
          committeeId: 'BUN',
          period: '2026-10',
          upn: 'rut',
          conversationId: 'a:1',
        } as const;
        await one.tickets.save(ticket);
        await other.tickets.save({ ...ticket, conversationId: 'a:2' });

        assert.equal((await one.tickets.find('elsewhere', 'fresh'))?.conversationId, 'a:2');
      });
    });

    describe('as people', () => {
      it('is bound once, in both directions, whatever the case of the name', async () => {
        assert.equal(await one.people.bind('oid-1', 'Anna@styrmodell.example'), 'bound');

        const anna = { oid: 'oid-1', upn: 'anna@styrmodell.example' };
        assert.deepEqual(await other.people.findByOid('oid-1'), anna);
        assert.deepEqual(await other.people.findByUpn('ANNA@styrmodell.example'), anna);
      });

      it('is bound again to the same without a word', async () => {
        await one.people.bind('oid-2', 'bo@styrmodell.example');

        assert.equal(await other.people.bind('oid-2', 'bo@styrmodell.example'), 'bound');
      });

      it('is not bound to a name that is another’s', async () => {
        await one.people.bind('oid-3', 'cecilia@styrmodell.example');

        assert.equal(await other.people.bind('oid-4', 'cecilia@styrmodell.example'), 'taken');
        assert.equal(await other.people.findByOid('oid-4'), undefined);
        assert.equal((await other.people.findByUpn('cecilia@styrmodell.example'))?.oid, 'oid-3');
      });

      it('is not bound to a second name, and that name stays free for its owner', async () => {
        await one.people.bind('oid-5', 'david@styrmodell.example');

        assert.equal(await other.people.bind('oid-5', 'doris@styrmodell.example'), 'taken');
        assert.equal(await other.people.bind('oid-6', 'doris@styrmodell.example'), 'bound');
      });

      it('is one when many with the same name come at once', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            (n % 2 === 0 ? one : other).people.bind(`many-${n}`, 'many@styrmodell.example'),
          ),
        );

        assert.equal(outcomes.filter((outcome) => outcome === 'bound').length, 1);
      });

      it('is nobody before', async () => {
        assert.equal(await one.people.findByOid('nobody'), undefined);
        assert.equal(await one.people.findByUpn('nobody@styrmodell.example'), undefined);
      });
    });

    describe('as conversations', () => {
      function aConversation(key: string, id = 'a:1'): KnownConversation {
        return {
          id,
          kind: 'personal',
          key,
          reference: { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: { id } },
        };
      }

      it('is found again, by kind and key', async () => {
        const channel: KnownConversation = { ...aConversation('ekonomi & styrning|uppföljning/år'), kind: 'channel' };
        await one.conversations.remember(channel);

        assert.deepEqual(await other.conversations.find('channel', channel.key), channel);
        assert.equal(await other.conversations.find('personal', channel.key), undefined);
      });

      it('is the newest, also when it comes from another process', async () => {
        await one.conversations.remember(aConversation('moving', 'a:1'));
        await other.conversations.remember(aConversation('moving', 'a:2'));

        assert.equal((await one.conversations.find('personal', 'moving'))?.id, 'a:2');
      });

      it('is one channel with a name: another of the same name is told so, until the first is gone', async () => {
        const channel = (id: string): KnownConversation => ({
          ...aConversation('ekonomi|uppföljning', id),
          kind: 'channel',
        });
        assert.equal(await one.conversations.remember(channel('19:first')), 'kept');

        assert.equal(await other.conversations.remember(channel('19:second')), 'taken');
        assert.equal((await other.conversations.find('channel', 'ekonomi|uppföljning'))?.id, '19:first');
        await one.conversations.forgetChannel('ekonomi|uppföljning');
        assert.equal(await other.conversations.remember(channel('19:second')), 'kept');
      });

      it('is welcomed once, however many events come', async () => {
        await one.conversations.remember(aConversation('welcomed'));
        const now = new Date('2026-11-05T07:00:00Z');

        const claims = await Promise.all(
          Array.from({ length: 6 }, (_, n) =>
            (n % 2 === 0 ? one : other).conversations.claimWelcome('personal', 'welcomed', now),
          ),
        );

        assert.equal(claims.filter((claimed) => claimed).length, 1);
        assert.deepEqual((await one.conversations.find('personal', 'welcomed'))?.welcomedAt, now);
      });

      it('stays welcomed when it moves', async () => {
        const now = new Date('2026-11-05T07:00:00Z');
        await one.conversations.remember(aConversation('stays', 'a:1'));
        await one.conversations.claimWelcome('personal', 'stays', now);

        await other.conversations.remember(aConversation('stays', 'a:2'));

        assert.equal(await one.conversations.claimWelcome('personal', 'stays', now), false);
        assert.equal((await one.conversations.find('personal', 'stays'))?.id, 'a:2');
      });

      it('is welcomed again when the app has been taken away in between', async () => {
        const now = new Date('2026-11-05T07:00:00Z');
        await one.conversations.remember(aConversation('again'));
        await one.conversations.claimWelcome('personal', 'again', now);

        await other.conversations.forgetWelcome('personal', 'again');

        assert.equal(await one.conversations.claimWelcome('personal', 'again', now), true);
      });

      it('is not welcomed before it is known', async () => {
        assert.equal(await one.conversations.claimWelcome('personal', 'unknown', new Date()), false);
      });
    });

    describe('as the plan', () => {
      const clock = new FakeClock('2026-11-05T08:00:00+01:00');
      let mine: PlanStore;
      let theirs: PlanStore;
      const how = { validFrom: '2026-01', publishedBy: 'ekonom@styrmodell.example', reason: awkward } as const;

      beforeEach(async () => {
        clock.moveTo('2026-11-05T08:00:00+01:00');
        const stores = await open(clock);
        [mine, theirs] = [stores.one.plans, stores.other.plans];
      });

      it('is nothing before the first', async () => {
        assert.equal(await mine.current(), undefined);
        assert.equal(await mine.forMonth('2026-10'), undefined);
        assert.equal(await mine.file(), undefined);
        assert.deepEqual(await mine.versions(), []);
      });

      it('comes back sign by sign, however long', async () => {
        // At every offset a pair of surrogates, or a letter of two parts, lies across the border between two rows.
        const texts = [0, 1].map(
          (offset) => `${'x'.repeat(offset)}${'😀'.repeat(40_000)}${'a\u0308'.repeat(20_000)}${awkward}`,
        );

        for (const text of [...texts, awkward]) {
          const file = aPlanFile({ vision: { name: awkward, text, focusAreas: [] } });
          await mine.publish(file, { ...how, reason: 'Ny rubrik' });

          clock.pass(5);
          assert.deepEqual(await theirs.file(), file);
          assert.deepEqual((await theirs.current())?.document, file.current);
        }
      });

      it('has versions with numbers, and says from when, by whom and why', async () => {
        await mine.publish(aPlanFile({ title: 'Första' }), how);
        clock.pass(60);
        await theirs.publish(aPlanFile({ title: 'Andra' }), { ...how, validFrom: '2026-11', reason: 'KF § 87' });

        const [first, second, ...more] = await theirs.versions();

        const published = { planId: '2026-2029', publishedBy: how.publishedBy };
        assert.deepEqual(first, {
          ...{ ...published, number: 1, version: first?.version, title: 'Första', validFrom: '2026-01' },
          ...{ publishedAt: new Date('2026-11-05T07:00:00Z'), reason: awkward },
        });
        assert.deepEqual(second, {
          ...{ ...published, number: 2, version: second?.version, title: 'Andra', validFrom: '2026-11' },
          ...{ publishedAt: new Date('2026-11-05T07:01:00Z'), reason: 'KF § 87' },
        });
        assert.deepEqual(more, []);
        assert.notEqual(first?.version, second?.version);
        assert.equal((await mine.file(1))?.current.title, 'Första');
        assert.equal(await mine.file(3), undefined);
      });

      it('is seen at once by whoever put it in force, and by the other process with the same version', async () => {
        await mine.publish(aPlanFile({ title: 'Första' }), how);
        await mine.current();
        await mine.publish(aPlanFile({ title: 'Andra' }), how);

        const [seen, there] = await Promise.all([mine.current(), theirs.current()]);

        assert.equal(seen?.plan.title, 'Andra');
        assert.equal(there?.version, seen?.version);
      });

      it('is unchanged by the same content again, whoever brings it and from whichever month', async () => {
        await mine.publish(aPlanFile(), how);

        assert.equal(await theirs.publish(aPlanFile(), { ...how, validFrom: '2026-11' }), 'unchanged');
        assert.equal(await mine.publish(aPlanFile(), how, 0), 'unchanged');
        assert.equal((await mine.versions()).length, 1);
      });

      it('can be an earlier one again', async () => {
        await mine.publish(aPlanFile({ title: 'Första' }), how);
        await mine.publish(aPlanFile({ title: 'Andra' }), how);

        assert.equal(await mine.publish(aPlanFile({ title: 'Första' }), how), 'published');
        assert.equal((await mine.current())?.plan.title, 'Första');
        assert.equal((await mine.versions()).length, 3);
      });

      it('is not replaced by somebody who has not seen the newest', async () => {
        await mine.publish(aPlanFile({ title: 'Första' }), how, 0);
        await mine.current();
        await theirs.publish(aPlanFile({ title: 'Andra' }), how, 1);

        assert.equal(await mine.publish(aPlanFile({ title: 'Tredje' }), how, 1), 'conflict');
        assert.equal((await mine.current())?.plan.title, 'Andra');
        assert.equal(await mine.publish(aPlanFile({ title: 'Tredje' }), how, 2), 'published');
      });

      it('is one person’s when ten put different ones in force at once', async () => {
        await mine.publish(aPlanFile(), how);
        const attempts = Array.from({ length: 10 }, (_, n) =>
          (n % 2 === 0 ? mine : theirs).publish(aPlanFile({ title: `Nr ${n}` }), how, 1),
        );

        const outcomes = await Promise.all(attempts);

        assert.equal(outcomes.filter((outcome) => outcome === 'published').length, 1);
        assert.equal(outcomes.filter((outcome) => outcome === 'conflict').length, 9);
        assert.equal((await mine.current())?.plan.title, `Nr ${outcomes.indexOf('published')}`);
        assert.equal((await mine.versions()).length, 2);
      });

      it('is one version when ten put the same in force at once', async () => {
        const attempts = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? mine : theirs).publish(aPlanFile(), how));

        const outcomes = await Promise.all(attempts);

        assert.deepEqual(outcomes.sort(), ['published', ...Array<string>(9).fill('unchanged')]);
        assert.equal((await mine.versions()).length, 1);
      });

      it('of a month is the newest that is valid from that month or earlier', async () => {
        await mine.publish(aPlanFile({ title: 'Första' }), { ...how, validFrom: '2026-02' });
        await mine.publish(aPlanFile({ title: 'Från juni' }), { ...how, validFrom: '2026-06' });
        await mine.publish(aPlanFile({ title: 'Från mars' }), { ...how, validFrom: '2026-03' });

        const titles = await Promise.all(
          (['2026-01', '2026-02', '2026-03', '2026-12'] as const).map(
            async (month) => (await theirs.forMonth(month))?.plan.title,
          ),
        );

        assert.deepEqual(titles, ['Första', 'Första', 'Från mars', 'Från mars']);
      });

      it('of a month has the budgets as they stand then', async () => {
        const added = { committee: 'BUN', businessArea: 'FORSKOLA', amountKr: 700_000, decision: 'KF § 87' };
        const supplementaryAppropriations = [{ ...added, validFrom: '2026-06-01' }];
        await mine.publish(aPlanFile({ supplementaryAppropriations }), how);

        const budgets = await Promise.all(
          (['2026-05', '2026-06'] as const).map(
            async (month) => (await theirs.forMonth(month))?.plan.businessAreas[0]?.netBudgetKr,
          ),
        );

        assert.deepEqual(budgets, [1_200_000, 1_900_000]);
      });

      it('that is current changes with the month in Sweden', async () => {
        await mine.publish(aPlanFile({ title: 'Årets' }), how);
        await mine.publish(aPlanFile({ title: 'Nästa års' }), { ...how, validFrom: '2027-01' });

        clock.moveTo('2026-12-31T22:59:59Z');
        const before = (await mine.current())?.plan.title;
        clock.moveTo('2026-12-31T23:00:00Z');
        const after = (await mine.current())?.plan.title;

        assert.deepEqual([before, after], ['Årets', 'Nästa års']);
      });

      it('has the people, channels and calendar of today whichever month it is of', async () => {
        const people = aPlan({
          contacts: [aReporterContact('BUN', 2)],
          channels: [{ scope: 'municipality', team: 'Ny', channel: 'Kanal' }],
          followUps: [aFollowUp('2026-10'), aFollowUp('2026-11')],
        });
        await mine.publish(aPlanFile(), how);
        await mine.publish(
          { current: documentOf({ ...people, title: 'Från december' }), archive: [] },
          {
            ...how,
            validFrom: '2026-12',
          },
        );

        const october = await theirs.forMonth('2026-10');

        assert.equal(october?.plan.title, 'Mål och budget');
        assert.deepEqual(october?.plan.contacts, people.contacts);
        assert.deepEqual(october?.plan.channels, people.channels);
        assert.deepEqual(october?.plan.followUps, people.followUps);
      });

      it('of a period to come changes nothing until it begins, and then the old one’s last months are followed up all the same', async () => {
        const next = aPlan({
          ...{ id: '2027-2030', periodFrom: 2027, periodTo: 2030, title: 'Nästa' },
          ...{ contacts: [aReporterContact('SN')], followUps: [aFollowUp('2027-02')] },
        });
        const months = (plan?: Plan): string[] => plan?.followUps.map(({ period }) => period) ?? [];
        await mine.publish(aPlanFile(), how);
        await mine.publish({ current: documentOf(next), archive: [] }, { ...how, validFrom: '2027-01' });

        const november = await mine.current();
        clock.moveTo('2027-01-05T08:00:00+01:00');
        const january = await mine.current();
        const october = await mine.forMonth('2026-10');

        assert.equal(november?.plan.contacts.length, 4);
        assert.deepEqual(months(november?.plan), ['2026-09', '2026-10']);
        assert.equal(january?.plan.title, 'Nästa');
        assert.deepEqual(months(january?.plan), ['2026-09', '2026-10', '2027-02']);
        assert.equal(october?.plan.title, 'Mål och budget');
        assert.equal(october?.plan.contacts.length, 1);
      });
    });
  });
}
