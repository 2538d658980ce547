import assert from 'node:assert/strict';
import type { Delivery } from '../../src/ports.ts';
import { freshStorage } from '../support/azurite.ts';
import { approverOf, committeeIds, upnIn } from '../support/large-round.ts';
import type { Faults } from './faulty-connector.ts';
import { type PhaseResult, type Simulation, type SimulationResult, simulateRound } from './simulate-round.ts';

const SEED = Number(process.env.SIMULATION_SEED ?? Date.now() % 1_000_000);
const BAD_DAY: Faults = { throttled: 0.1, failedBefore: 0.08, failedAfter: 0.08, lostAnswer: 0.06, hang: 0.04 };
/** 2 to 8, by the seed. */
const WORKERS = 2 + (SEED % 7);
const COMMITTEES = 10;
/** Everybody in a committee is asked once the deputies' steps have passed. */
const PEOPLE = 8;
const OPENING_DAY = '2026-11-04T08:00:00+01:00';
/** Every step of the ladder has passed: the deputies' forms, the reminder of the due day, word to the approvers. */
const A_WEEK_LATE = '2026-11-20T08:00:00+01:00';

const round = { committees: COMMITTEES, people: PEOPLE };
const ids = committeeIds(COMMITTEES);
const reporters = ids.map((id) => upnIn(id, 1));
const everybody = ids.flatMap((id) => [
  ...Array.from({ length: PEOPLE }, (_, index) => upnIn(id, index + 1)),
  approverOf(id),
]);

describe('a round among instances that are killed, over a connector on a bad day', function () {
  this.timeout(240_000);

  const simulate = async (wanted: Partial<Simulation>): Promise<SimulationResult> =>
    simulateRound({
      storage: await freshStorage(),
      seed: SEED,
      round,
      workers: WORKERS,
      killEveryMs: [300, 1_200],
      kills: 24,
      faults: BAD_DAY,
      claims: 'kept',
      phases: [OPENING_DAY, A_WEEK_LATE],
      ...wanted,
    });

  it('asks, reminds and tells each person at most once, forgets nobody, and lists what is uncertain', async () => {
    const result = await simulate({});
    print('claims kept', result);

    const [opening, late] = result.phases;
    assert(opening && late);
    nobodyTwice(opening);
    nobodyTwice(late);
    everyoneReachedOrListed(opening, reporters, ['prompt']);
    everyoneReachedOrListed(late, everybody, ['prompt', 'reminder', 'late']);
    sentMeansArrived(opening);
    for (const phase of result.phases) everyUncertaintyIsListed(phase);
    assert(result.kills >= 12, `${result.kills} kills`);
  });

  it('reports duplicates when the claims are taken out: the simulation would see them', async () => {
    const result = await simulate({ claims: 'taken-out', phases: [A_WEEK_LATE], kills: 16 });
    print('claims taken out', result);

    const twice = result.phases.flatMap(({ got }) => [...got.values()].filter((messages) => messages > 1));
    assert(twice.length > 0, 'Nobody got anything twice');
  });
});

function nobodyTwice({ got }: PhaseResult): void {
  const twice = [...got].filter(([, messages]) => messages > 1);
  assert.deepEqual(twice, []);
}

/** Everybody got a message, or has a line that says that it may have gone lost. */
function everyoneReachedOrListed(
  { got, ledger }: PhaseResult,
  people: readonly string[],
  kinds: readonly string[],
): void {
  const lines = Map.groupBy(
    ledger.filter(({ kind }) => kinds.includes(kind)),
    ({ recipient }) => recipient,
  );
  for (const upn of people) {
    const states = (lines.get(upn) ?? []).map(({ state }) => state);
    assert(states.length > 0, `${upn} is not in the ledger`);
    if (!got.has(upn)) assert(states.includes('ambiguous'), `${upn} got nothing, and the ledger says ${states}`);
  }
}

function everyUncertaintyIsListed({ ledger, listed }: PhaseResult): void {
  const uncertain = ledger
    .filter(({ state }) => state === 'ambiguous')
    .map(({ kind, recipient }) => `${kind} ${recipient}`);
  assert.deepEqual(listed.map(({ kind, recipient }) => `${kind} ${recipient}`).sort(), uncertain.sort());
}

function sentMeansArrived({ got, ledger }: PhaseResult): void {
  const never = ledger.filter(({ state, recipient }) => state === 'sent' && !got.has(recipient));
  assert.deepEqual(never.map(nameOf), []);
}

function nameOf({ kind, variant, recipient }: Delivery): string {
  return [kind, variant, recipient].join(' ');
}

function print(what: string, { phases, kills, faults, seconds }: SimulationResult): void {
  const ambiguous = phases.at(-1)?.ledger.filter(({ state }) => state === 'ambiguous').length ?? 0;
  const messages = phases.reduce((sum, { got }) => sum + [...got.values()].reduce((one, next) => one + next, 0), 0);
  const most = Math.max(...phases.flatMap(({ got }) => [...got.values()]));
  process.stdout.write(
    `      ${what}: seed ${SEED}, ${WORKERS} processes, ${kills} kills, ${faults} faults, ${messages} messages, at most ${most} to one person, ${ambiguous} ambiguous rows, ${seconds.toFixed(0)} s\n`,
  );
}
