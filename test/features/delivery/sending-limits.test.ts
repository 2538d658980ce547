import assert from 'node:assert/strict';
import fc from 'fast-check';
import sinon from 'sinon';
import { SlidingLimits } from '../../../src/features/delivery/sending-limits.ts';

/** What Teams counts, to the letter: so many messages in any stretch of so many milliseconds. */
const PER_CONVERSATION = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const PER_APP = [[50, 1_000]] as const;
/** Beyond what Teams demands of an app. */
const MARGIN_MS = 10;

interface Sent {
  readonly conversationId: string;
  readonly wantedAt: number;
  readonly startedAt: number;
  endedAt: number;
}

describe('Teams’ limits', () => {
  let time: sinon.SinonFakeTimers;
  let stop: AbortController;
  let limits: SlidingLimits;
  let sent: Sent[];

  beforeEach(() => {
    time = sinon.useFakeTimers({ now: Date.parse('2026-11-05T08:00:00Z') });
    begin();
  });
  afterEach(() => time.restore());

  function begin(): void {
    stop = new AbortController();
    limits = new SlidingLimits({ now: () => new Date() }, stop.signal);
    sent = [];
  }

  /** One message that Teams takes so long to answer. */
  async function send(conversationId: string, takesMs = 0): Promise<void> {
    const wantedAt = Date.now();
    const release = await limits.take(conversationId);
    const one: Sent = { conversationId, wantedAt, startedAt: Date.now(), endedAt: Number.POSITIVE_INFINITY };
    sent.push(one);
    if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
    one.endedAt = Date.now();
    release?.();
  }

  async function sendMany(count: number, to: (index: number) => string): Promise<void> {
    const all = Array.from({ length: count }, (_, index) => send(to(index)));
    await time.runAllAsync();
    await Promise.all(all);
  }

  function startsIn(conversationId: string): number[] {
    return startsOf(sent.filter((one) => one.conversationId === conversationId));
  }

  it('let one conversation have eight messages in two seconds and sixty in thirty', async () => {
    await sendMany(100, () => 'chat');

    const first = sent[0]?.startedAt ?? 0;
    const after = (count: number): number => (sent[count - 1]?.startedAt ?? 0) - first;
    assert.deepEqual([7, 8, 9, 60, 61].map(after), [0, 1_000, 2_000, 14_000, 30_000]);
  });

  it('let the app have fifty messages a second, whatever their conversations', async () => {
    await sendMany(200, (index) => `chat ${index}`);

    const took = (sent.at(-1)?.startedAt ?? 0) - (sent[0]?.startedAt ?? 0);
    assert.equal(took, 3 * (1_000 + MARGIN_MS));
  });

  it('let an instance of three have a third of that', async () => {
    limits.shareWith(3);

    await sendMany(32, (index) => `chat ${index}`);

    assert.deepEqual(
      [...Map.groupBy(sent, ({ startedAt }) => startedAt).values()].map(({ length }) => length),
      [16, 16],
    );
  });

  it('count what went out as an answer to somebody', async () => {
    for (let answer = 0; answer < 7; answer++) limits.note('chat');

    await sendMany(1, () => 'chat');

    assert.equal((sent[0]?.startedAt ?? 0) - (sent[0]?.wantedAt ?? 0), 1_000);
  });

  it('let one message at a time into a conversation, and others go on meanwhile', async () => {
    const all = [send('slow', 10_000), send('slow'), send('other')];
    await time.runAllAsync();
    await Promise.all(all);

    assert.deepEqual(
      sent.map(({ conversationId, startedAt, wantedAt }) => [conversationId, startedAt - wantedAt]),
      [
        ['slow', 0],
        ['other', 0],
        ['slow', 10_000],
      ],
    );
  });

  it('pause a conversation that was throttled, and no other', async () => {
    limits.throttled('chat', 30_000);

    await sendMany(2, (index) => ['chat', 'other'][index] ?? '');

    assert.deepEqual(
      sent.map(({ conversationId, startedAt, wantedAt }) => [conversationId, startedAt - wantedAt]),
      [
        ['other', 0],
        ['chat', 30_000],
      ],
    );
  });

  it('pause the app when three conversations are throttled within five seconds', async () => {
    limits.throttled('one', 4_000);
    limits.throttled('two', 4_000);
    limits.throttled('one', 4_000);
    await sendMany(1, () => 'before');
    limits.throttled('three', 4_000);

    await sendMany(1, () => 'after');

    assert.deepEqual(
      sent.map(({ startedAt, wantedAt }) => startedAt - wantedAt),
      [0, 4_000],
    );
  });

  it('do not take one in twenty that is throttled for the whole app', async () => {
    await sendMany(100, (index) => `chat ${index}`);
    for (const chat of ['one', 'two', 'three', 'four', 'five']) limits.throttled(chat, 60_000);

    await sendMany(1, () => 'after');

    assert.ok((sent.at(-1)?.startedAt ?? 0) - (sent.at(-1)?.wantedAt ?? 0) <= 1_010);
  });

  it('give no room when it would come too late', async () => {
    limits.throttled('chat', 30_000);
    const busy = send('busy', 60_000);

    const answers = Promise.all([limits.take('chat', 29_999), limits.take('busy', 5_000)]);
    await time.tickAsync(5_000);

    assert.deepEqual(await answers, [undefined, undefined]);
    await time.runAllAsync();
    await busy;
  });

  it('let nothing more out when the service is to stop', async () => {
    limits.throttled('chat', 30_000);
    const waiting = limits.take('chat');

    stop.abort();

    await assert.rejects(waiting, /stopping/);
    await assert.rejects(limits.take('another'), /stopping/);
  });

  it('are kept, and keep nobody, when the clock is set back an hour', async () => {
    await sendMany(60, () => 'chat');
    time.setSystemTime(Date.now() - 3_600_000);

    await sendMany(10, () => 'chat');

    const [before, after] = [sent.slice(0, 60), sent.slice(60)];
    const wait = (after[0]?.startedAt ?? 0) - (before.at(-1)?.startedAt ?? 0) + 3_600_000;
    assert.ok(wait >= 0 && wait <= 30_000, `${wait} ms`);
  });

  it('are not remembered of conversations that have been quiet for an hour', async () => {
    await sendMany(200, (index) => `chat ${index}`);
    assert.equal(limits.remembered, 200);
    await time.tickAsync(3_600_000);

    await sendMany(1, () => 'another');

    assert.equal(limits.remembered, 1);
  });

  it('are never passed, whatever comes when, and nobody waits longer than they demand', async () => {
    const arrival = fc.record({
      chat: fc.constantFrom('a', 'b', 'c'),
      afterMs: fc.constantFrom(0, 0, 0, 1, 140, 1_000, 15_000),
      takesMs: fc.constantFrom(0, 0, 20, 900),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 150 }), async (arrivals) => {
        begin();
        const all: Promise<void>[] = [];
        for (const { chat, afterMs, takesMs } of arrivals) {
          await time.tickAsync(afterMs);
          all.push(send(chat, takesMs));
        }
        await time.runAllAsync();
        await Promise.all(all);

        for (const chat of ['a', 'b', 'c']) assertKept(startsIn(chat), PER_CONVERSATION);
        assertKept(startsOf(sent), PER_APP);
        for (const one of sent) assert.ok(hadToWait(one, sent), JSON.stringify(one));
      }),
      { numRuns: 60 },
    );
  });
});

function startsOf(sent: readonly Sent[]): number[] {
  return sent.map(({ startedAt }) => startedAt).sort((one, other) => one - other);
}

function assertKept(starts: readonly number[], windows: readonly (readonly [number, number])[]): void {
  for (const [most, withinMs] of windows) {
    for (const [index, start] of starts.entries()) {
      const tooMany = starts[index + most];
      assert.ok(tooMany === undefined || tooMany - start >= withinMs, `${most} in ${withinMs} ms: ${starts}`);
    }
  }
}

/** True when there was no room for it a millisecond before it went: it came then, or something stood in its way. */
function hadToWait(one: Sent, sent: readonly Sent[]): boolean {
  const then = one.startedAt - 1;
  const isWithin = (at: number, ms: number): boolean => at <= then && at > then - ms;
  const beside = sent.filter((other) => other !== one && other.conversationId === one.conversationId);
  return (
    one.wantedAt > then ||
    beside.some(({ startedAt, endedAt }) => startedAt <= then && endedAt > then) ||
    PER_CONVERSATION.some(([most, ms]) => beside.filter(({ endedAt }) => isWithin(endedAt, ms)).length >= most) ||
    sent.filter(({ startedAt }) => isWithin(startedAt, 1_000 + MARGIN_MS)).length >= 50
  );
}
