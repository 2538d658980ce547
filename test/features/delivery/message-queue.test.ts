import assert from 'node:assert/strict';
import { MessageQueue } from '../../../src/features/delivery/message-queue.ts';
import type { Outgoing } from '../../../src/features/delivery/outgoing.ts';
import { upnOf } from '../../support/builders.ts';

function toRut(committeeId: string): Outgoing {
  return { period: '2026-10', recipient: upnOf('BUN'), items: [{ committeeId, kind: 'prompt' }] };
}

describe('Messages that wait', () => {
  it('for somebody who is being written to are not looked for until that has ended', () => {
    const queue = new MessageQueue();
    const [putOff, underWay] = [toRut('BUN'), toRut('SN')];
    queue.putOff(putOff, 1_000);
    queue.add([underWay]);
    assert.deepEqual([queue.take(1, 0), queue.untilNext(0)], [[underWay], undefined]);

    assert.deepEqual([queue.take(1, 2_000), queue.untilNext(2_000)], [[], undefined]);
    queue.end(underWay);

    assert.equal(queue.untilNext(2_000), 0);
    assert.deepEqual(queue.take(1, 2_000), [putOff]);
  });
});
