import assert from 'node:assert/strict';
import type { Month } from '../../src/domain/period.ts';
import type { AgreedMeasure, ReportEvent, ReportRecord } from '../../src/domain/report-record.ts';
import { NO_TEXTS } from '../../src/domain/report-record.ts';
import type { Posted, ReportStore } from '../../src/ports.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import { FakeReports } from '../support/fake-reports.ts';
import { aDecision, aMunicipalContent, aVersion } from '../support/frozen-reports.ts';
import { aTable } from './open-stores.ts';

const awkward = 'Åäö ’citat’ O\'Brien "så" 😀 50 % \\ / # ? | <b>&amp;\nny rad\ttabb';
const rut = { upn: 'rut@styrmodell.example', name: 'Rut Ek' };

function aRecord(scope: string, period: Month, overrides: Partial<ReportRecord> = {}): ReportRecord {
  return {
    ...{ scope, period, revision: 1, state: 'open', texts: NO_TEXTS, grades: [], registrationNumber: '' },
    ...overrides,
  };
}

function anEvent(overrides: Partial<ReportEvent> = {}): ReportEvent {
  const at = new Date('2026-09-10T08:00:00.000Z');
  return { revision: 1, at, by: rut, deed: 'write', from: 'open', to: 'open', ...overrides };
}

function aMeasure(id: string, overrides: Partial<AgreedMeasure> = {}): AgreedMeasure {
  return {
    ...{ id, committeeId: 'BUN', period: '2026-08', text: `${awkward} ${id}`, owner: awkward, dueOn: '2026-12-31' },
    ...{ agreedAt: '2026-09-15T08:00:00.000Z', by: rut },
    ...overrides,
  };
}

/** The same storage as two processes see it. */
const places: Record<string, () => Promise<readonly [ReportStore, ReportStore]>> = {
  'in memory': async () => {
    const reports = new FakeReports();
    return [reports, reports];
  },
  'in Azure Tables': async () => {
    const table = await aTable();
    return [new ReportRows(table), new ReportRows(table)];
  },
};

for (const [place, open] of Object.entries(places)) {
  describe(`A report ${place}`, () => {
    let one: ReportStore;
    let other: ReportStore;
    let used = 0;
    /** A period that no other test speaks of. */
    function aFreshPeriod(): Month {
      used += 1;
      return `${1000 + used}-08` as Month;
    }

    before(async () => {
      [one, other] = await open();
    });

    describe('as people have brought it', () => {
      it('is nothing before anybody has done anything to it', async () => {
        const period = aFreshPeriod();

        assert.equal(await one.find('BUN', period), undefined);
        assert.deepEqual(await one.history('BUN', period), []);
        assert.equal((await one.findPeriod(period)).size, 0);
      });

      it('comes back exactly as it was, with all that people wrote', async () => {
        const period = aFreshPeriod();
        // Whatever a record may have, so that a new part of it that is not stored doesn't compile here.
        const record: Required<ReportRecord> = {
          ...{ scope: 'municipality', period, revision: 1, reopenedAfter: 1 },
          texts: { summary: awkward, events: '😀'.repeat(4_000), outlook: 'å'.repeat(4_000), staff: '' },
          grades: [
            { goalId: 'KF1', gradeId: 'hog', motivation: awkward, proposedGradeId: 'delvis' },
            { goalId: 'KF2', gradeId: 'ej', motivation: '' },
          ],
          review: { date: '2026-09-15', startsAt: '08:30', participants: awkward, notes: '😀'.repeat(4_000) },
          ...{ registrationNumber: 'KS 2026/123', mark: 'a'.repeat(64), why: awkward, version: 2, state: 'compiled' },
          handedIn: { ...rut, at: new Date('2026-09-10T08:00:00.000Z') },
          signed: { upn: 'chef@styrmodell.example', name: awkward, at: new Date('2026-09-11T08:00:00.123Z') },
        };

        assert.equal(await one.save(record, anEvent(), undefined), 'saved');

        const { etag, ...found } = (await other.find('municipality', period)) ?? { etag: '' };
        assert.deepEqual(found, record);
        assert.notEqual(etag, '');
      });

      it('keeps every deed in order, and the newest is the report', async () => {
        const period = aFreshPeriod();
        const events = [
          anEvent({ mark: 'b'.repeat(64) }),
          anEvent({ revision: 2, deed: 'hand-in', to: 'handed-in', mark: 'c'.repeat(64) }),
          {
            ...anEvent({ revision: 3, deed: 'send-back', from: 'handed-in', to: 'sent-back' }),
            ...{ why: awkward, mark: 'd'.repeat(64), measureId: 'id-1' },
          } satisfies Required<ReportEvent>,
        ];
        for (const event of events) {
          const previous = await one.find('BUN', period);
          const record = aRecord('BUN', period, { revision: event.revision, state: event.to });
          assert.equal(await one.save(record, event, previous?.etag), 'saved');
        }

        assert.deepEqual(await other.history('BUN', period), events);
        assert.equal((await other.find('BUN', period))?.state, 'sent-back');
        assert.deepEqual(await other.history('BU', period), []);
      });

      it('is changed only by somebody who has seen it', async () => {
        const period = aFreshPeriod();
        await one.save(aRecord('BUN', period), anEvent(), undefined);
        const seen = await other.find('BUN', period);
        const next = aRecord('BUN', period, { revision: 2, texts: { ...NO_TEXTS, summary: 'Min' } });

        assert.equal(await other.save(next, anEvent({ revision: 2 }), undefined), 'conflict');
        assert.equal(await one.save(next, anEvent({ revision: 2 }), seen?.etag), 'saved');
        assert.equal(await other.save(next, anEvent({ revision: 2 }), seen?.etag), 'conflict');

        assert.equal((await one.history('BUN', period)).length, 2);
      });

      it('has no gaps: only the next revision is taken', async () => {
        const period = aFreshPeriod();

        assert.equal(await one.save(aRecord('BUN', period, { revision: 2 }), anEvent(), undefined), 'conflict');
        await one.save(aRecord('BUN', period), anEvent(), undefined);
        const seen = await one.find('BUN', period);
        assert.equal(await one.save(aRecord('BUN', period, { revision: 3 }), anEvent(), seen?.etag), 'conflict');

        assert.equal((await one.find('BUN', period))?.revision, 1);
      });

      it('is changed once when twenty do it at once', async () => {
        const period = aFreshPeriod();
        await one.save(aRecord('BUN', period), anEvent(), undefined);
        const seen = await one.find('BUN', period);

        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            (at % 2 === 0 ? one : other).save(
              aRecord('BUN', period, { revision: 2, texts: { ...NO_TEXTS, summary: `Nr ${at}` } }),
              anEvent({ revision: 2 }),
              seen?.etag,
            ),
          ),
        );

        assert.equal(outcomes.filter((outcome) => outcome === 'saved').length, 1);
        assert.equal((await other.find('BUN', period))?.texts.summary, `Nr ${outcomes.indexOf('saved')}`);
        assert.equal((await other.history('BUN', period)).length, 2);
      });

      it('is found with all others of its period, and with none of another', async () => {
        const [period, another] = [aFreshPeriod(), aFreshPeriod()];
        for (const scope of ['municipality', 'BUN', 'Sö/dra #1'])
          await one.save(aRecord(scope, period), anEvent(), undefined);
        await one.save(aRecord('BUN', another), anEvent(), undefined);

        const found = await other.findPeriod(period);

        assert.deepEqual([...found.keys()].sort(), ['BUN', 'Sö/dra #1', 'municipality']);
        assert.deepEqual(found.get('BUN'), await other.find('BUN', period));
      });
    });

    describe('with measures that a review agreed on', () => {
      it('keeps each once, the oldest first', async () => {
        const first = aMeasure(`first ${place}`, { agreedAt: '2026-05-01T08:00:00.000Z', period: '2026-04' });
        const second: Required<AgreedMeasure> = { ...aMeasure(`a second ${place}`), effectKr: -2_500_000 };
        await one.agree(second);
        await other.agree(first);
        await other.agree({ ...second, text: 'en annan' });

        assert.deepEqual(await one.agreedMeasures(), [first, second]);
      });
    });

    describe('as it was frozen', () => {
      it('comes back exactly as it was, newest version first asked for', async () => {
        const period = aFreshPeriod();
        const first = aVersion(period);
        const second = aVersion(period, {
          ...{ number: 2, reason: awkward, compiledBy: 'annan@styrmodell.example', mark: 'e'.repeat(64) },
          content: aMunicipalContent({ period, registrationNumber: awkward }),
        });

        const frozen = [await one.freeze(first), await other.freeze(second)];

        const seals = frozen.map((outcome) => (outcome === 'conflict' ? 'conflict' : outcome.seal));
        assert.equal(new Set(seals).size, 2);
        assert.deepEqual(await other.findVersion(period, 1), { ...first, seal: seals[0] });
        assert.deepEqual(await one.findVersion(period), { ...second, seal: seals[1] });
        assert.deepEqual(
          (await one.versions(period)).map(({ number, seal, reason }) => [number, seal, reason]),
          [
            [1, seals[0], undefined],
            [2, seals[1], awkward],
          ],
        );
        assert.equal('content' in ((await one.versions(period))[0] ?? {}), false);
      });

      it('is nothing before it is compiled', async () => {
        const period = aFreshPeriod();

        assert.equal(await one.findVersion(period), undefined);
        assert.equal(await one.findVersion(period, 1), undefined);
        assert.deepEqual(await one.versions(period), []);
        assert.equal(await one.decide(period, aDecision()), 'conflict');
      });

      it('takes the next number only, and once when ten compile at once', async () => {
        const period = aFreshPeriod();

        assert.equal(await one.freeze(aVersion(period, { number: 2 })), 'conflict');
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, at) =>
            (at % 2 === 0 ? one : other).freeze(aVersion(period, { compiledBy: `nr ${at}` })),
          ),
        );

        const winner = outcomes.findIndex((outcome) => outcome !== 'conflict');
        assert.equal(outcomes.filter((outcome) => outcome !== 'conflict').length, 1);
        assert.equal((await one.findVersion(period))?.compiledBy, `nr ${winner}`);
        assert.equal(await one.freeze(aVersion(period)), 'conflict');
      });

      it('has another seal for any other content, and for what it follows on', async () => {
        const [period, another] = [aFreshPeriod(), aFreshPeriod()];
        const sealOf = (outcome: Awaited<ReturnType<ReportStore['freeze']>>): string =>
          outcome === 'conflict' ? outcome : outcome.seal;
        const first = sealOf(await one.freeze(aVersion(period)));
        const second = sealOf(await one.freeze(aVersion(period, { number: 2 })));
        const decided = sealOf(await one.freeze(aVersion(another)));
        await one.decide(another, aDecision({ seal: decided }));
        const after = sealOf(await one.freeze(aVersion(another, { number: 2 })));

        assert.equal(new Set([first, second, decided, after]).size, 4);
      });

      it('has the council’s decision, once', async () => {
        const period = aFreshPeriod();
        const frozen = await one.freeze(aVersion(period));
        assert.ok(frozen !== 'conflict');
        const decision = aDecision({ seal: frozen.seal, why: awkward });

        assert.equal(await one.decide(period, aDecision({ seal: 'of something else' })), 'conflict');
        assert.equal(await other.decide(period, decision), 'saved');
        assert.equal(await one.decide(period, { ...decision, paragraph: 'KF § 89' }), 'conflict');

        assert.deepEqual((await one.findVersion(period))?.decision, decision);
        assert.deepEqual((await other.versions(period))[0]?.decision, decision);
      });

      it('is decided on no more when a newer version is there', async () => {
        const period = aFreshPeriod();
        const frozen = await one.freeze(aVersion(period));
        assert.ok(frozen !== 'conflict');
        await one.freeze(aVersion(period, { number: 2 }));

        assert.equal(await one.decide(period, aDecision({ seal: frozen.seal })), 'conflict');
        assert.equal(
          (await one.versions(period)).some(({ decision }) => decision),
          false,
        );
      });

      it('has one decision, or a newer version, when both come at once', async () => {
        for (let again = 0; again < 5; again++) {
          const period = aFreshPeriod();
          const frozen = await one.freeze(aVersion(period));
          assert.ok(frozen !== 'conflict');
          const { seal } = frozen;

          const [decided, also, compiled] = await Promise.all([
            one.decide(period, aDecision({ seal })),
            other.decide(period, aDecision({ seal, paragraph: 'KF § 89' })),
            other.freeze(aVersion(period, { number: 2 })),
          ]);

          const versions = await one.versions(period);
          assert.ok([decided, also].filter((outcome) => outcome === 'saved').length <= 1);
          assert.equal(versions[0]?.decision !== undefined, decided === 'saved' || also === 'saved');
          assert.equal(versions.length, compiled === 'conflict' ? 1 : 2);
          assert.ok(decided === 'saved' || also === 'saved' || compiled !== 'conflict');
          assert.deepEqual((await one.verify(period)).broken, []);
        }
      });

      it('has a decision that waits to come into the plan, until it has', async () => {
        const period = aFreshPeriod();
        const frozen = await one.freeze(aVersion(period));
        assert.ok(frozen !== 'conflict');
        const decision = aDecision({ seal: frozen.seal });
        const waiting = async () =>
          (await other.decisionsToCarryOut()).filter((each) => each.period === period).map((each) => each.decision);

        assert.deepEqual(await waiting(), []);
        await one.decide(period, decision);
        assert.deepEqual(await waiting(), [decision]);
        await one.carriedOut(period, 1);
        await other.carriedOut(period, 1);
        assert.deepEqual(await waiting(), []);
      });

      it('is not broken by anything that is done to it here', async () => {
        const period = aFreshPeriod();
        const frozen = await one.freeze(aVersion(period));
        assert.ok(frozen !== 'conflict');
        await one.decide(period, aDecision({ seal: frozen.seal }));
        await other.freeze(aVersion(period, { number: 2, reason: 'Rättat' }));

        const verified = await one.verify(period);

        assert.deepEqual(verified.broken, []);
        assert.equal(verified.versions, 2);
        assert.ok(verified.rows >= 2);
        assert.ok((await one.verify()).versions >= 2);
      });
    });

    describe('as it was posted', () => {
      it('is what was posted last in that place for that period', async () => {
        const period = aFreshPeriod();
        const posted = (scope: string, at: string): Posted => ({
          ...{ period, scope, at, mark: `mark ${at}`, content: `{"text":"${awkward}${'😀'.repeat(40_000)}"}` },
        });
        await one.keepPosted(posted('BUN', '2026-09-10T08:00:00.000Z'));
        await one.keepPosted(posted('BUN', '2026-09-12T08:00:00.000Z'));
        await other.keepPosted(posted('BUN', '2026-09-11T08:00:00.000Z'));
        await other.keepPosted(posted('BUN', '2026-09-10T08:00:00.000Z'));
        await other.keepPosted(posted('rut@styrmodell.example', '2026-09-13T08:00:00.000Z'));

        assert.deepEqual(await one.lastPosted('BUN', period), posted('BUN', '2026-09-12T08:00:00.000Z'));
        assert.equal(await one.lastPosted('SN', period), undefined);
        assert.equal((await one.lastPosted('rut@styrmodell.example', period))?.at, '2026-09-13T08:00:00.000Z');
      });
    });
  });
}
