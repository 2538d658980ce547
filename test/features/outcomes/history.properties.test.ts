import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StoredAnswer } from '../../../src/domain/answer.ts';
import { findPrompt } from '../../../src/features/outcomes/find-prompt.ts';
import { recordAnswer } from '../../../src/features/outcomes/record-answer.ts';
import { aFollowUp, anAnswer, aPlan, figures, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const plan = aPlan({ followUps: [aFollowUp('2026-10'), aFollowUp('2026-11')] });
const BEFORE_LOCK = '2026-12-02T23:00:00+01:00';
const AFTER_LOCK = '2026-12-03T08:00:00+01:00';

const controller = { oid: 'oid-controller', upn: 'controller@styrmodell.example', name: 'Kim' };
const people = [
  { oid: 'oid-bun', upn: upnOf('BUN'), name: 'Rut' },
  { oid: 'oid-deputy', upn: upnOf('BUN', 2), name: 'Eva' },
  controller,
  controller, // in another window
];

/** One press: by whom (and so on which card), what it says, on which revision, and whether a reason is given. */
interface Pressed {
  readonly card: number;
  readonly kr: number;
  readonly revisionShown: number;
  readonly hasReason: boolean;
}

const pressed: fc.Arbitrary<Pressed> = fc.record({
  card: fc.nat({ max: people.length - 1 }),
  kr: fc.constantFrom(1_000_000, 1_010_000, 1_020_000),
  revisionShown: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3),
  hasReason: fc.constantFrom(true, true, false),
});

/** Presses, and the order that they come in: some never, some many times, some at once, and the lock somewhere in between. */
interface Traffic {
  readonly presses: readonly Pressed[];
  readonly arrivals: readonly (readonly number[])[];
  readonly locksAfter: number;
}

const traffic: fc.Arbitrary<Traffic> = fc.record({
  presses: fc.array(pressed, { minLength: 4, maxLength: 16 }),
  arrivals: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { minLength: 8, maxLength: 20 }),
  locksAfter: fc.integer({ min: 2, max: 16 }),
});

async function openPorts(): Promise<FakePorts> {
  const ports = inMemoryPorts({ plan, now: BEFORE_LOCK });
  for (const [card, { upn }] of people.entries()) {
    const promptId = `prompt-${card}`;
    await ports.tickets.save({ promptId, committeeId: 'BUN', period: '2026-10', upn, conversationId: `chat-${card}` });
  }
  return ports;
}

/** As the bot does it: the right is asked for at the press. */
async function press(ports: FakePorts, { card, kr, revisionShown, hasReason }: Pressed) {
  const person = people[card] ?? assert.fail();
  const found = await findPrompt(ports, `prompt-${card}`, person, `chat-${card}`);
  if (!found.ok) return found;
  const command = {
    answer: anAnswer({ areas: [figures('FORSKOLA', kr, 1_200_000)] }),
    ...{ revisionShown, confirmed: new Set<string>(), cardVersion: 1 },
    ...(hasReason ? { reason: 'Felbokförd hyra' } : {}),
  };
  return recordAnswer(ports, found.value, command, person);
}

interface Acknowledged {
  readonly pressed: Pressed;
  readonly receipt: StoredAnswer;
}

/** Lets everything arrive, and answers what was acknowledged with a receipt. */
async function arrive(ports: FakePorts, { presses, arrivals, locksAfter }: Traffic): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (const [at, together] of arrivals.entries()) {
    if (at === locksAfter) ports.clock.moveTo(AFTER_LOCK);
    ports.clock.pass(1);
    const those = together.flatMap((index) => presses[index % presses.length] ?? []);
    const came = await Promise.all(those.map(async (one) => ({ pressed: one, result: await press(ports, one) })));
    for (const { pressed, result } of came) {
      if (result.ok) acknowledged.push({ pressed, receipt: result.value });
    }
  }
  return acknowledged;
}

/** What the history says when only what was stored is pressed, once each and in the order of its revisions. */
async function replayed(acknowledged: readonly Acknowledged[]): Promise<readonly StoredAnswer[]> {
  const ports = await openPorts();
  const makers = new Map(
    acknowledged
      .filter(({ pressed, receipt }) => receipt.revision === pressed.revisionShown + 1)
      .map((one) => [one.receipt.revision, one]),
  );
  for (const [, { pressed, receipt }] of [...makers].sort(([one], [other]) => one - other)) {
    ports.clock.moveTo(receipt.reportedAt.toISOString());
    await press(ports, pressed);
  }
  return ports.answers.history;
}

const lock = new Date('2026-12-03T00:00:00+01:00');
const kr = ({ answer }: StoredAnswer): unknown => answer.areas[0]?.outcome;

describe('Presses that come twice, late, at once and in any order, over the lock', () => {
  it('leave the history that they would leave once each and in the order of their revisions', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const ports = await openPorts();

        const acknowledged = await arrive(ports, given);

        const { history } = ports.answers;
        assert.deepEqual(
          history.map(({ revision }) => revision),
          history.map((_, at) => at + 1),
        );
        assert.deepEqual(await replayed(acknowledged), history);
        assert.deepEqual(await ports.answers.find('BUN', '2026-10'), history.at(-1));
      }),
      { numRuns: 150 },
    );
  });

  it('get a receipt that says what was pressed, and is in the history', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const ports = await openPorts();

        for (const { pressed, receipt } of await arrive(ports, given)) {
          assert.deepEqual(kr(receipt), { kind: 'value', amountKr: pressed.kr });
          assert.deepEqual(ports.answers.history[receipt.revision - 1], receipt);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('change nothing when all that was acknowledged comes once more', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const ports = await openPorts();
        const acknowledged = await arrive(ports, given);
        const before = [...ports.answers.history];

        for (const { pressed } of acknowledged.toReversed()) await press(ports, pressed);

        assert.deepEqual(ports.answers.history, before);
      }),
      { numRuns: 100 },
    );
  });

  it('are never a reporter’s after the lock, and never a controller’s without a reason', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async (given) => {
        const ports = await openPorts();

        await arrive(ports, given);

        for (const { reporter, reportedAt, correctionReason } of ports.answers.history) {
          const isControllers = reporter.oid === controller.oid;
          assert.ok(isControllers || reportedAt < lock, `${reporter.name} ${reportedAt.toISOString()}`);
          assert.ok(!isControllers || correctionReason === 'Felbokförd hyra');
        }
      }),
      { numRuns: 100 },
    );
  });
});
