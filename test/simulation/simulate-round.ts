import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { openStores, type Stores } from '../../src/compose-stores.ts';
import { dueItems } from '../../src/domain/due-items.ts';
import type { RoundOverview } from '../../src/domain/round-overview.ts';
import { findRound } from '../../src/features/rounds/find-round.ts';
import { loadRoundFacts } from '../../src/features/rounds/round-facts.ts';
import { roundOverview } from '../../src/features/rounds/round-overview.ts';
import { type Child, startChild } from '../../src/local/child.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import type { Delivery, Ports } from '../../src/ports.ts';
import { committeeIds, conversationOf, type LargeRound, largePlan, settleIn } from '../support/large-round.ts';
import { type Faults, FaultyConnector } from './faulty-connector.ts';
import type { RoundWorkerJob } from './round-worker.ts';
import { seeded } from './seeded.ts';

const MONTH = '2026-10';
/** Shorter than in use, so that the simulation ends in reasonable time; a claim outlives a call by as much as there. */
const CALL_TIMEOUT_MS = 2_000;
const CLAIM_SECONDS = 4;

export interface Simulation {
  readonly storage: string;
  readonly seed: number;
  readonly round: LargeRound;
  readonly workers: number;
  /** One of the workers is killed so often, in milliseconds: least and most. */
  readonly killEveryMs: readonly [number, number];
  /** So many kills, and then the round is left to end in peace. */
  readonly kills: number;
  readonly faults: Faults;
  readonly claims: RoundWorkerJob['claims'];
  /** What the municipality's clock shows, phase by phase: each goes on until nothing is left to do. */
  readonly phases: readonly string[];
}

export interface PhaseResult {
  /** Messages that each person got in this phase, by UPN; nobody with none is in it. */
  readonly got: ReadonlyMap<string, number>;
  /** The whole ledger at its end. */
  readonly ledger: readonly Delivery[];
  /** The lines that the controller is shown as uncertain. */
  readonly listed: RoundOverview['ambiguous'];
}

export interface SimulationResult {
  readonly phases: readonly PhaseResult[];
  readonly kills: number;
  readonly faults: number;
  readonly seconds: number;
}

/** A round among instances that are killed, over a connector on a bad day. */
export async function simulateRound(simulation: Simulation): Promise<SimulationResult> {
  const random = seeded(simulation.seed);
  const connector = new FaultyConnector(simulation.faults, random);
  await connector.listen();
  const started = performance.now();
  const ports = await prepare(simulation, connector.url);
  const crew = new Crew(simulation, random);
  const phases: PhaseResult[] = [];
  try {
    for (const [index, phase] of simulation.phases.entries()) {
      connector.posted.clear();
      await crew.start(phase);
      const killed = (simulation.kills * (index + 1)) / simulation.phases.length;
      const then = { ...ports, clock: { now: () => new Date(phase) } };
      await crew.killUntil(killed, () => isOver(then));
      await untilOver(then);
      await crew.killAll();
      const [ledger, overview] = await Promise.all([readLedger(then, simulation), roundOverview(then, MONTH)]);
      if (!overview.ok) throw new Error(`No overview: ${overview.problem.code}`);
      phases.push({ got: messagesByPerson(connector, simulation), ledger, listed: overview.value.ambiguous });
    }
    const seconds = (performance.now() - started) / 1000;
    return { phases, kills: crew.kills, faults: connector.faulty, seconds };
  } finally {
    await crew.killAll();
    await connector.close();
  }
}

type SimulationPorts = Stores & Pick<Ports, 'workingDays' | 'clock'>;

async function prepare({ storage, round }: Simulation, serviceUrl: string): Promise<SimulationPorts> {
  const clock = { now: () => new Date('2026-11-04T07:00:00Z') };
  const stores = await openStores({ connectionString: storage }, clock);
  await settleIn(stores, largePlan(round), serviceUrl);
  return { ...stores, clock, workingDays: swedishWorkingDays() };
}

async function readLedger({ deliveries }: SimulationPorts, { round }: Simulation): Promise<Delivery[]> {
  const ids = committeeIds(round.committees);
  const ledgers = await Promise.all(ids.map((id) => deliveries.ledger(id, MONTH)));
  return ledgers.flatMap((ledger) => ledger.deliveries);
}

/** Nobody is owed anything more at that time, and nothing is on its way or waits. */
async function isOver(ports: SimulationPorts): Promise<boolean> {
  const round = await findRound(ports);
  if (!round.ok) throw new Error(`No round: ${round.problem.code}`);
  const { facts, ledgers } = await loadRoundFacts(ports, round.value);
  const lines = ledgers.flatMap(({ deliveries }) => deliveries);
  return dueItems(facts).length === 0 && lines.every(({ state }) => state !== 'ready' && state !== 'sending');
}

/** Longer than a tick: who would send something once more gets the time to do it. */
const SETTLED_MS = 1_500;
const PATIENCE_MS = 90_000;

async function untilOver(ports: SimulationPorts): Promise<void> {
  const since = performance.now();
  while (!(await isOver(ports))) {
    await delay(250);
    if (performance.now() - since > PATIENCE_MS) throw new Error('The round does not come to an end');
  }
  await delay(SETTLED_MS);
}

function messagesByPerson({ posted }: FaultyConnector, { round }: Simulation): ReadonlyMap<string, number> {
  const everybody = largePlan(round).current.contacts.map(({ upn }) => [conversationOf(upn, '').id, upn] as const);
  return new Map(
    everybody.flatMap(([conversationId, upn]) => {
      const messages = posted.get(conversationId)?.length ?? 0;
      return messages === 0 ? [] : [[upn, messages] as const];
    }),
  );
}

/** The instances: who is killed is started again at once. */
class Crew {
  kills = 0;
  readonly #simulation: Simulation;
  readonly #random: () => number;
  readonly #alive = new Set<Child>();
  #job: RoundWorkerJob | undefined;

  constructor(simulation: Simulation, random: () => number) {
    this.#simulation = simulation;
    this.#random = random;
  }

  /** As many as there should be, by a clock that says so now. */
  async start(says: string): Promise<void> {
    const { storage, workers, claims } = this.#simulation;
    const clock = { said: Date.parse(says), at: Date.now() };
    this.#job = { storage, clock, claimSeconds: CLAIM_SECONDS, callTimeoutMs: CALL_TIMEOUT_MS, claims };
    while (this.#alive.size < workers) this.#startOne();
  }

  /** Kills now and then until there have been so many kills, or nothing is left to do. */
  async killUntil(kills: number, isOver: () => Promise<boolean>): Promise<void> {
    const [least, most] = this.#simulation.killEveryMs;
    for (let quiet = 0; this.kills < kills && quiet < 3; ) {
      await delay(least + this.#random() * (most - least));
      const victim = [...this.#alive][Math.floor(this.#random() * this.#alive.size)];
      if (victim) process.kill(victim.pid, 'SIGKILL');
      this.kills += 1;
      quiet = (await isOver()) ? quiet + 1 : 0;
    }
  }

  async killAll(): Promise<void> {
    this.#job = undefined;
    const alive = [...this.#alive];
    for (const { pid } of alive) process.kill(pid, 'SIGKILL');
    await Promise.all(alive.map(({ exited }) => exited));
  }

  #startOne(): void {
    const child = startChild({
      name: 'round worker',
      args: [join(PROJECT_ROOT, 'test/simulation/round-worker.ts')],
      cwd: PROJECT_ROOT,
      env: { ROUND_WORKER: JSON.stringify(this.#job) },
    });
    this.#alive.add(child);
    void child.exited.then(() => {
      this.#alive.delete(child);
      if (this.#job) this.#startOne();
    });
  }
}
