import assert from 'node:assert/strict';
import { carryOutEffects } from '../../../src/features/delivery/carry-out-effects.ts';
import { SlidingLimits } from '../../../src/features/delivery/sending-limits.ts';
import type { Delivery, DeliveryChange, DeliveryKey, Notice } from '../../../src/ports.ts';
import { aPlan, aReporter, aReporterContact, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { type FakePorts, stopping } from '../../support/fakes.ts';
import { everybodyKnown } from '../../support/rounds.ts';

const rut = upnOf('BUN');
const chef = 'chef@styrmodell.example';
const approver = { role: 'committeeApprover', order: 1, upn: chef } as const;
/** One person reports for both committees, and one approves both. */
const plan = aPlan({
  contacts: [
    aReporterContact('BUN'),
    { ...aReporterContact('BUN'), committeeId: 'SN' },
    { ...approver, committeeId: 'BUN' },
    { ...approver, committeeId: 'SN' },
  ],
});

type Line = Pick<DeliveryKey, 'committeeId' | 'kind' | 'variant'> & { readonly recipient?: string };

/** Lines that went out in one message. */
async function sentTogether(
  ports: FakePorts,
  lines: readonly Line[],
  change: DeliveryChange = { state: 'sent', activityIds: ['list'] },
): Promise<Delivery[]> {
  const bundle = lines.map(({ recipient: _, ...item }) => item);
  const rows = await ports.deliveries.ensureAll(lines.map((line) => ({ recipient: rut, period: '2026-10', ...line })));
  const shared = lines.length > 1 ? { bundle } : {};
  const changed = await Promise.all(rows.map((row) => ports.deliveries.change(row, { ...change, ...shared })));
  return changed.filter((row) => row !== undefined);
}

const bothForms: readonly Line[] = [
  { committeeId: 'BUN', kind: 'prompt' },
  { committeeId: 'SN', kind: 'prompt' },
];

async function answer(ports: FakePorts, committeeId = 'BUN', pressedActivityId?: string): Promise<void> {
  const reporter = aReporter({ upn: rut });
  const pressed = pressedActivityId === undefined ? {} : { pressedActivityId };
  await ports.answers.save(aStoredAnswer({ committeeId, reporter }), [{ kind: 'cards', ...pressed }]);
}

/** What was changed into what: a receipt, or a list with what is done and what is not. */
function updates(ports: FakePorts): unknown[] {
  return ports.messenger.messages.map(({ updated, notice }) => [updated, ...shown(notice)]).sort();
}

function shown(notice: Notice): string[] {
  if (notice.kind !== 'work-list') return [notice.kind];
  return notice.list.items.map(({ kind, committeeId, stored }) => `${kind} ${committeeId}${stored ? ' done' : ''}`);
}

function effectsLeft(ports: FakePorts): number[] {
  return [...ports.effects.rows.values()].map(({ attempts }) => attempts);
}

describe('A list of several things', () => {
  it('says what is answered, and goes on asking for the rest', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, bothForms);
    await answer(ports);
    ports.messenger.willUpdate().willUpdate();

    await carryOutEffects(ports);
    await answer(ports, 'SN');
    await carryOutEffects(ports);

    assert.deepEqual(updates(ports), [
      ['list', 'prompt BUN done', 'prompt SN'],
      ['list', 'prompt BUN done', 'prompt SN done'],
    ]);
    assert.deepEqual(effectsLeft(ports), []);
  });

  it('is changed once when two of its lines are about the same committee', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, [
      { committeeId: 'BUN', kind: 'reminder', variant: '0' },
      { committeeId: 'BUN', kind: 'late', variant: '4' },
    ]);
    await answer(ports);
    ports.messenger.willUpdate();

    await carryOutEffects(ports);

    assert.deepEqual(updates(ports), [['list', 'reminder BUN done', 'late BUN done']]);
  });

  it('stays a list when a form was asked for beside it, which becomes the receipt', async () => {
    const ports = await everybodyKnown({ plan });
    const [form] = await sentTogether(ports, bothForms);
    assert.ok(form);
    await ports.deliveries.change(form, { activityIds: ['list', 'form'] });
    await answer(ports);
    ports.messenger.willUpdate().willUpdate();

    await carryOutEffects(ports);

    assert.deepEqual(updates(ports), [
      ['form', 'receipt'],
      ['list', 'prompt BUN done', 'prompt SN'],
    ]);
  });

  it('that nobody knew had arrived is known by the press, with everything in it', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, bothForms, { state: 'ambiguous' });
    await answer(ports, 'BUN', 'pressed');
    ports.messenger.willUpdate();

    await carryOutEffects(ports);

    assert.deepEqual(updates(ports), [['pressed', 'prompt BUN done', 'prompt SN']]);
    assert.deepEqual(
      ports.deliveries.rows.map(({ state, activityIds }) => [state, activityIds]),
      [
        ['sent', ['pressed']],
        ['sent', ['pressed']],
      ],
    );
  });

  it('is written again when another committee answers while it is being written', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, bothForms);
    await answer(ports);
    const update = ports.messenger.update.bind(ports.messenger);
    ports.messenger.update = async (...given) => {
      if (ports.answers.history.length === 1) await answer(ports, 'SN');
      return update(...given);
    };
    ports.messenger.willUpdate().willUpdate();

    await carryOutEffects(ports);

    assert.deepEqual(updates(ports).at(-1), ['list', 'prompt BUN done', 'prompt SN done']);
  });
});

describe('Everybody who was told of a committee’s month', () => {
  it('sees who has answered: reminder, approver’s and controller’s word', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, [{ committeeId: 'BUN', kind: 'prompt' }], { state: 'sent', activityIds: ['form'] });
    const lines: (readonly [Line, string])[] = [
      [{ committeeId: 'BUN', kind: 'reminder', variant: '0' }, 'reminder'],
      [{ committeeId: 'BUN', kind: 'late', variant: '4', recipient: chef }, 'late'],
      [{ committeeId: 'BUN', kind: 'unreachable', recipient: chef }, 'nobody'],
    ];
    for (const [line, id] of lines) await sentTogether(ports, [line], { state: 'sent', activityIds: [id] });
    await answer(ports);
    for (let message = 0; message < 4; message++) ports.messenger.willUpdate();

    await carryOutEffects(ports);

    assert.deepEqual(updates(ports), [
      ['form', 'receipt'],
      ['late', 'late BUN done'],
      ['nobody', 'unreachable BUN done'],
      ['reminder', 'reminder BUN done'],
    ]);
    assert.deepEqual(ports.limits.open, 0);
    assert.equal(ports.limits.taken.length, 4);
  });

  it('says still of another committee that nobody can be asked, and why', async () => {
    const ports = await everybodyKnown({ plan });
    await ports.absences.save({ upn: rut, from: '2026-11-01', to: '2026-11-30', saidAt: ports.clock.now() });
    const recipient = chef;
    await sentTogether(ports, [
      { committeeId: 'BUN', kind: 'unreachable', recipient },
      { committeeId: 'SN', kind: 'unreachable', recipient },
    ]);
    await answer(ports);
    ports.messenger.willUpdate();

    await carryOutEffects(ports);

    const [message] = ports.messenger.messages;
    assert.ok(message?.notice.kind === 'work-list');
    assert.deepEqual(message.notice.list.items[1]?.tried, [{ upn: rut, reason: 'AWAY', until: '2026-11-30' }]);
  });

  it('is not bothered with what a rehearsal sent', async () => {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, [{ committeeId: 'BUN', kind: 'prompt', variant: 'r1' }]);
    await answer(ports);

    await carryOutEffects(ports);

    assert.deepEqual(effectsLeft(ports), []);
  });
});

describe('A form that is on its way when the answer comes', () => {
  it('becomes the receipt when it has arrived', async () => {
    const ports = await everybodyKnown({ plan });
    const now = ports.clock.now();
    const [row] = await sentTogether(ports, [{ committeeId: 'BUN', kind: 'prompt' }], {
      state: 'sending',
      claimedAt: now,
    });
    assert.ok(row);
    await answer(ports);
    await carryOutEffects(ports);
    assert.deepEqual(effectsLeft(ports), [0]);

    await ports.deliveries.change(row, { state: 'sent', activityIds: ['late form'] });
    ports.messenger.willUpdate();
    await carryOutEffects(ports);

    assert.deepEqual([updates(ports), effectsLeft(ports)], [[['late form', 'receipt']], []]);
  });

  it('is not waited for longer than its claim', async () => {
    const ports = await everybodyKnown({ plan });
    const claimedAt = ports.clock.now();
    await sentTogether(ports, [{ committeeId: 'BUN', kind: 'prompt' }], { state: 'sending', claimedAt });
    await answer(ports);
    ports.clock.pass(60);

    await carryOutEffects(ports);

    assert.deepEqual(effectsLeft(ports), []);
  });
});

describe('A change that Teams does not take', () => {
  async function aForm(): Promise<FakePorts> {
    const ports = await everybodyKnown({ plan });
    await sentTogether(ports, [{ committeeId: 'BUN', kind: 'prompt' }], { state: 'sent', activityIds: ['form'] });
    await answer(ports);
    return ports;
  }

  it('because the bot is switched off stops everybody, and is no failed attempt', async () => {
    const ports = await aForm();
    ports.messenger.willUpdate({ kind: 'waiting', reason: 'BotDisabledByAdmin', stopsRun: true });

    await carryOutEffects(ports);

    assert.deepEqual(effectsLeft(ports), [0]);
    assert.equal((await ports.crew.halted(ports.clock.now()))?.reason, 'BotDisabledByAdmin');
  });

  it('because there is too much of it pauses its conversation, for new messages too', async () => {
    const ports = await aForm();
    ports.messenger.willUpdate({ kind: 'waiting', reason: 'THROTTLED', retryAfterMs: 7_000 });

    await carryOutEffects(ports);

    assert.deepEqual(ports.limits.pauses, [{ conversationId: `conversation of ${rut}`, pauseMs: 7_000 }]);
  });

  it('is tried again, after a pause that grows', async () => {
    const ports = await aForm();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      ports.messenger.willUpdate({ kind: 'ambiguous', reason: '502' });
      await carryOutEffects(ports);
      const { notBefore } = ports.deliveries.rows[0] ?? {};
      pauses.push(((notBefore?.getTime() ?? 0) - ports.clock.now().getTime()) / 1_000);
      ports.clock.moveTo(notBefore?.toISOString() ?? '');
    }

    assert.deepEqual(pauses, [30, 60, 120, 240]);
  });

  it('for want of room is made a later time', async () => {
    const ports = await aForm();
    const limits = new SlidingLimits(ports.clock, ports.stopping);
    limits.throttled(`conversation of ${rut}`, 60_000);

    await carryOutEffects({ ...ports, limits });

    assert.deepEqual(effectsLeft(ports), [0]);
  });

  it('is left to the next process by one that is to stop', async () => {
    const ports = await aForm();

    await carryOutEffects(stopping(ports));

    assert.deepEqual(effectsLeft(ports), [0]);
  });
});
