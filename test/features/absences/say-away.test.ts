import assert from 'node:assert/strict';
import { aboutAbsence, sayAway, sayBack } from '../../../src/features/absences/say-away.ts';
import { aPlan, aReporterContact, upnOf } from '../../support/builders.ts';
import { aKnownPerson, FakePlans, type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const EVA = upnOf('BUN');
const DEPUTY = upnOf('BUN', 2);
const nextWeek = { from: '2026-11-09', to: '2026-11-13' };

async function townWith(...known: readonly string[]): Promise<FakePorts> {
  const ports = inMemoryPorts();
  for (const upn of known) await aKnownPerson(ports, upn);
  return ports;
}

describe('A reporter who says that she is away', () => {
  it('is away on those days, and hears that her deputy is asked', async () => {
    const ports = await townWith(EVA, DEPUTY);

    const said = await sayAway(ports, EVA.toUpperCase(), nextWeek);

    const absence = { upn: EVA, ...nextWeek, saidAt: ports.clock.now() };
    const standIns = [{ committeeId: 'BUN', committeeName: 'Barn- och utbildningsnämnden', upn: DEPUTY }];
    assert.deepEqual(said, { ok: true, value: { absence, standIns } });
    assert.deepEqual(await ports.absences.list(), [absence]);
  });

  it('hears that nobody is left when her deputy has not installed the app', async () => {
    const said = await sayAway(await townWith(EVA), EVA, nextWeek);

    assert.deepEqual(said.ok && said.value.standIns, [
      { committeeId: 'BUN', committeeName: 'Barn- och utbildningsnämnden' },
    ]);
  });

  it('hears that nobody is left when her deputy is away too', async () => {
    const ports = await townWith(EVA, DEPUTY);
    await sayAway(ports, DEPUTY, { from: '2026-11-02', to: '2026-11-10' });

    const said = await sayAway(ports, EVA, nextWeek);

    assert.deepEqual(said.ok && said.value.standIns.map(({ upn }) => upn), [undefined]);
  });

  it('hears how long her deputy is there, who goes away later', async () => {
    const ports = await townWith(EVA, DEPUTY);
    await sayAway(ports, DEPUTY, { from: '2026-11-12', to: '2026-11-20' });

    const said = await sayAway(ports, EVA, nextWeek);

    assert.deepEqual(said.ok && said.value.standIns.map(({ upn, until }) => [upn, until]), [[DEPUTY, '2026-11-11']]);
  });

  it('hears of each of the committees that she reports for, but of none that is gone by then', async () => {
    const plan = aPlan({
      contacts: [aReporterContact('BUN'), aReporterContact('SN'), { ...aReporterContact('SN', 2), upn: EVA }],
    });
    const ports = inMemoryPorts({ plan });
    await aKnownPerson(ports, upnOf('SN'));

    const said = await sayAway(ports, EVA, nextWeek);

    assert.deepEqual(said.ok && said.value.standIns.map(({ committeeId, upn }) => [committeeId, upn]), [
      ['BUN', undefined],
      ['SN', upnOf('SN')],
    ]);
    const [bun, sn] = plan.committees.map((one) => (one.id === 'BUN' ? { ...one, validTo: '2026-11-08' } : one));
    ports.plans.use({ ...plan, committees: [bun, sn].flatMap((one) => one ?? []) });
    const later = await sayAway(ports, EVA, nextWeek);
    assert.deepEqual(later.ok && later.value.standIns.map(({ committeeId }) => committeeId), ['SN']);
  });

  it('replaces what she said before', async () => {
    const ports = await townWith(EVA);
    await sayAway(ports, EVA, nextWeek);

    await sayAway(ports, EVA, { from: '2026-12-21', to: '2026-12-31' });

    assert.deepEqual(
      (await ports.absences.list()).map(({ from, to }) => [from, to]),
      [['2026-12-21', '2026-12-31']],
    );
  });

  const refusals = {
    'the days are the wrong way round': [{ from: '2026-11-13', to: '2026-11-09' }, 'DAYS_REVERSED'],
    'they have been': [{ from: '2026-11-02', to: '2026-11-04' }, 'DAYS_PAST'],
    'there is no such day': [{ from: '2026-02-30', to: '2026-12-01' }, 'NO_SUCH_DAY'],
    'no day is given': [{ from: '', to: '2026-12-01' }, 'NO_SUCH_DAY'],
    'they are longer than a year': [{ from: '2026-11-09', to: '2027-11-10' }, 'TOO_LONG'],
    'they begin more than a year ahead': [{ from: '2028-11-09', to: '2028-11-10' }, 'TOO_FAR_AHEAD'],
  } as const;
  for (const [why, [days, code]] of Object.entries(refusals)) {
    it(`is not taken to be away when ${why}`, async () => {
      const ports = await townWith(EVA);

      assert.deepEqual(await sayAway(ports, EVA, days), { ok: false, problem: { code } });
      assert.deepEqual(await ports.absences.list(), []);
    });
  }

  it('may be away since some days, today alone, and a whole year', async () => {
    const ports = await townWith(EVA);
    const days = [
      ['2026-11-02', '2026-11-05'],
      ['2026-11-05', '2026-11-05'],
      ['2026-11-05', '2027-11-05'],
    ] as const;

    for (const [from, to] of days) assert.equal((await sayAway(ports, EVA, { from, to })).ok, true);
  });

  it('is nobody else: who reports for no committee is not asked anything', async () => {
    const ports = await townWith('controller@styrmodell.example');

    for (const upn of ['controller@styrmodell.example', 'annan@styrmodell.example']) {
      const said = await sayAway(ports, upn, nextWeek);
      assert.deepEqual(said, { ok: false, problem: { code: 'NOT_A_REPORTER' } });
    }
    assert.deepEqual(await ports.absences.list(), []);
  });
});

describe('A reporter who is back', () => {
  it('is asked again', async () => {
    const ports = await townWith(EVA);
    await sayAway(ports, EVA, nextWeek);

    assert.deepEqual(await sayBack(ports, EVA), { ok: true, value: true });
    assert.deepEqual(await ports.absences.list(), []);
  });

  it('was not away when nothing was said, or when it is over', async () => {
    const ports = await townWith(EVA);
    assert.deepEqual(await sayBack(ports, EVA), { ok: true, value: false });
    await sayAway(ports, EVA, { from: '2026-11-05', to: '2026-11-05' });
    ports.clock.moveTo('2026-11-06T08:00:00+01:00');

    assert.deepEqual(await sayBack(ports, EVA), { ok: true, value: false });
  });
});

describe('A reporter who wants to say that she is away', () => {
  it('sees who would be asked, and what she has said already', async () => {
    const ports = await townWith(EVA, DEPUTY);
    const before = await aboutAbsence(ports, EVA);
    assert.deepEqual(before.ok && [before.value.absence, before.value.standIns[0]?.upn], [undefined, DEPUTY]);
    await sayAway(ports, EVA, nextWeek);

    const after = await aboutAbsence(ports, EVA);

    assert.equal(after.ok && after.value.absence?.to, '2026-11-13');
  });

  it('can’t before there is a plan', async () => {
    const { absences, people, conversations, clock } = await townWith(EVA);
    const ports = { absences, people, conversations, clock, plans: new FakePlans(clock) };

    for (const answer of [
      await aboutAbsence(ports, EVA),
      await sayAway(ports, EVA, nextWeek),
      await sayBack(ports, EVA),
    ])
      assert.deepEqual(answer, { ok: false, problem: { code: 'NO_PLAN' } });
  });
});
