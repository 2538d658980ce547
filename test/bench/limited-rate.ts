import sinon from 'sinon';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { SlidingLimits } from '../../src/features/delivery/sending-limits.ts';
import { planRound } from '../../src/features/prompting/plan-round.ts';
import type { Ports } from '../../src/ports.ts';
import { seeded } from '../simulation/seeded.ts';
import { deliverOrders } from '../support/deliver-orders.ts';
import { inMemoryPorts } from '../support/fakes.ts';
import { committeeIds, type LargeRound, largePlan, settleIn } from '../support/large-round.ts';
import type { Comparison } from './statistics.ts';
import { VirtualConnector, type VirtualFaults } from './virtual-connector.ts';

const ROUND: LargeRound = { committees: 1_000, people: 30 };
const MESSAGES = ROUND.committees * ROUND.people;
const ALLOWED_PER_SECOND = 50;
const NO_FAULTS: VirtualFaults = { throttled: 0, failed: 0, hang: 0 };
const FAULTS: VirtualFaults = { throttled: 0.05, failed: 0.02, hang: 0.01 };
const NOW = Date.parse('2026-11-18T08:00:00Z');

/** By a virtual clock every round is the same to the millisecond: one is enough. */
const MOST_ROUNDS = 1;

/** 30 000 forms through the limits on a virtual clock, against the 50 a second that Teams takes of one app. */
export async function compareAllowedRate(_world: unknown, rounds: number): Promise<Comparison> {
  const seen = await inTurn(Math.min(rounds, MOST_ROUNDS), () => sendAll(NO_FAULTS));
  const over = seen.reduce((sum, { overLimit }) => sum + overLimit, 0);
  if (over > 0) throw new Error(`${over} messages were more than Teams takes`);
  return {
    name: `${MESSAGES} sends on a virtual clock, against the ${ALLOWED_PER_SECOND}/s that are allowed`,
    unit: 'messages/s',
    rounds: seen.map(({ perSecond }) => ({ ours: perSecond, baseline: ALLOWED_PER_SECOND })),
    floor: { kind: 'at-least', ratio: 0.96 },
    notes: ['no answer 429 from a connector that keeps every window'],
  };
}

/** The same on a bad day: 5 % throttled, 2 % answered 5xx after they were posted, 1 % never answered. */
export async function compareAllowedRateOnABadDay(_world: unknown, rounds: number): Promise<Comparison> {
  const seen = await inTurn(Math.min(rounds, MOST_ROUNDS), () => sendAll(FAULTS));
  const ambiguous = seen.map((one) => one.ambiguous);
  return {
    name: `The same with 5 % 429, 2 % 5xx and 1 % hangs`,
    unit: 'messages/s',
    rounds: seen.map(({ perSecond }) => ({ ours: perSecond, baseline: ALLOWED_PER_SECOND })),
    floor: { kind: 'at-least', ratio: 0.9 },
    notes: [`no message twice, none lost; ${ambiguous.join(', ')} lines are ambiguous, as many as answers were lost`],
  };
}

interface Seen {
  readonly perSecond: number;
  readonly overLimit: number;
  readonly ambiguous: number;
}

async function inTurn(rounds: number, run: () => Promise<Seen>): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let round = 0; round < rounds; round++) seen.push(await run());
  return seen;
}

async function sendAll(faults: VirtualFaults): Promise<Seen> {
  const time = sinon.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  try {
    const connector = new VirtualConnector(faults, seeded(20_261_118), () => Date.now());
    const clock = { now: () => new Date() };
    const ports: Ports = {
      ...inMemoryPorts(),
      clock,
      workingDays: swedishWorkingDays(),
      messenger: connector,
      limits: new SlidingLimits(clock, new AbortController().signal),
    };
    await settleIn(ports, largePlan(ROUND), 'http://127.0.0.1/emea/');
    let done = false;
    const round = planRound(ports)
      .then((orders) => deliverOrders(ports, orders))
      .finally(() => {
        done = true;
      });
    while (!done) await time.tickAsync(250);
    await round;
    return judge(connector, await ledgerOf(ports));
  } finally {
    time.restore();
  }
}

async function ledgerOf({ deliveries }: Ports): Promise<string[]> {
  const ids = committeeIds(ROUND.committees);
  const ledgers = await Promise.all(ids.map((id) => deliveries.ledger(id, '2026-10')));
  return ledgers.flatMap((ledger) => ledger.deliveries.map(({ state }) => state));
}

/** Throws when anybody got nothing or something twice, or when the ledger doesn't know what it can't know. */
function judge({ posted, lastAt, overLimit }: VirtualConnector, states: readonly string[]): Seen {
  const twice = [...posted.values()].filter((messages) => messages > 1).length;
  const ambiguous = states.filter((state) => state === 'ambiguous').length;
  const sent = states.filter((state) => state === 'sent').length;
  if (twice > 0) throw new Error(`${twice} people got their form twice`);
  if (posted.size !== MESSAGES) throw new Error(`${MESSAGES - posted.size} people got nothing`);
  if (sent + ambiguous !== MESSAGES) throw new Error(`${MESSAGES - sent - ambiguous} lines are not settled`);
  return { perSecond: (MESSAGES * 1_000) / (lastAt - NOW), overLimit, ambiguous };
}
