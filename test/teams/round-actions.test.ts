import assert from 'node:assert/strict';
import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import type { CardAnswer } from '../../src/teams/card-answer.ts';
import { answerRoundPress } from '../../src/teams/round-actions.ts';
import { hasButton, textOf } from '../support/card-view.ts';
import { aKnownPerson, type FakePorts, inMemoryPorts } from '../support/fakes.ts';

const UPN = 'controller@styrmodell.example';

interface Pressed {
  readonly id?: string;
  readonly version?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A press by the controller in her own chat. */
async function press(ports: FakePorts, verb: VerbOf<'round'>, how: Pressed = {}): Promise<CardAnswer> {
  const { id = '2026-10', version = CARD_VERSION, data = {} } = how;
  const { id: conversationId } = await aKnownPerson(ports, UPN);
  const presser = { person: { oid: `oid of ${UPN}`, upn: UPN }, name: 'Carin', conversationId, personal: true };
  return answerRoundPress(
    { ports, context: {} },
    { verb, id, version, revision: 0, data },
    { ...presser, activityId: undefined },
  );
}

function shown(answer: CardAnswer): string {
  return answer.kind === 'card' ? textOf(answer.card as Record<string, unknown>) : answer.text;
}

describe('A press on a round’s card', () => {
  it('starts the next round once its month has ended, from its own card', async () => {
    const ports = inMemoryPorts({ now: '2026-11-02T10:00:00+01:00' });
    const open = await press(ports, 'showRound', { id: '2026-09' });
    assert.match(shown(open), /\(Starta oktober 2026 i förväg\)/);
    const coming = await press(ports, 'showRound');
    assert.ok(coming.kind === 'card' && hasButton(coming.card as Record<string, unknown>, 'startRound'));

    const started = await press(ports, 'startRound');

    assert.match(shown(started), /Rundan är startad\. Formulären går ut/);
    assert.equal((await ports.rounds.find('2026-10'))?.startedOn, '2026-11-02');
  });

  it('says that a round that is started while it is paused sends nothing', async () => {
    const ports = inMemoryPorts({ now: '2026-11-02T10:00:00+01:00' });
    await press(ports, 'pauseRound');

    assert.match(shown(await press(ports, 'startRound')), /Rundan är startad, men pausad: inget skickas\./);
  });

  it('says that somebody else was faster, and shows the round as it is', async () => {
    const ports = inMemoryPorts();
    const event = { at: ports.clock.now(), by: 'styr', what: 'paused' };
    ports.rounds.beforeNextChange = () => ports.rounds.change('2026-10', { paused: true }, event);

    const answer = await press(ports, 'pauseRound');

    assert.match(shown(answer), /Någon annan ändrade samma sak samtidigt/);
    assert.match(shown(answer), /Pausad: inget skickas förrän/);
  });

  it('on a card of another version changes nothing and shows the round', async () => {
    const ports = inMemoryPorts();

    assert.match(shown(await press(ports, 'pauseRound', { version: 0 })), /^Rundan januari–oktober 2026\n/);
    assert.equal(await ports.rounds.find('2026-10'), undefined);
  });

  it('tries out the day that a coming round opens, and today for the one that is open', async () => {
    const coming = inMemoryPorts({ now: '2026-11-02T10:00:00+01:00' });

    assert.match(
      shown(await press(coming, 'dryRunRound')),
      /^Provkörning 3 november 2026\nRundan januari–oktober 2026\./,
    );
    assert.match(shown(await press(inMemoryPorts(), 'dryRunRound')), /^Provkörning 5 november 2026\n/);
  });

  it('tries out a day before any round has opened', async () => {
    const ports = inMemoryPorts({ now: '2026-09-05T10:00:00+02:00' });

    const answer = await press(ports, 'dryRunRound', { id: '', data: { i_1_day: '2026-09-20' } });

    assert.match(shown(answer), /Ingen uppföljning är öppen\. Nästa är september 2026, som öppnar 3 oktober 2026\./);
    assert.match(shown(await press(ports, 'dryRunRound', { id: '', data: { i_1_day: '' } })), /Vilken dag\?/);
  });

  it('leaves word of who did what, by object id', async () => {
    const ports = inMemoryPorts();
    await press(ports, 'pauseRound');
    await press(ports, 'pauseRound');

    const about = { event: 'audit', oid: `oid of ${UPN}`, verb: 'pauseRound', period: '2026-10' };
    assert.deepEqual(ports.log.entries, [
      { level: 'info', message: 'round changed', facts: about },
      { level: 'warn', message: 'round not changed', facts: { ...about, reason: 'ALREADY_PAUSED' } },
    ]);
  });
});
