import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { textOf } from '../support/card-view.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { formsOf, messageOf } from '../support/owed-october.ts';
import { styrHere } from '../support/styr.ts';
import type { TeamsUser } from '../support/teams-user.ts';

/** What would have gone out by then has gone out: a start sees to everything at once. */
const LONG_ENOUGH_MS = 500;

const ANSWERS_AND_DRAFTS = "RowKey eq 'answer' or (RowKey ge 'draft|' and RowKey lt 'draft}')";

interface Line {
  readonly recipient: string;
  readonly kind: string;
  readonly state: string;
  readonly rehearsal?: number;
}

describe('a round that is led by the command line', function () {
  this.timeout(60_000);

  let town: Municipality;
  let carin: TeamsUser;
  let eva: TeamsUser;
  let stina: TeamsUser;
  let foreseen: unknown[];

  before(async () => {
    town = await openMunicipality();
    carin = town.person('controller@styrmodell.example', 'Carin Control');
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    stina = town.person('rapportor.sn@styrmodell.example', 'Stina Ström');
  });
  after(() => town?.close());

  it('sends nothing while it is paused', async () => {
    await styr('round', 'pause', '2026-10');
    await town.start();
    await Promise.all([carin, eva, stina].map((person) => person.install()));
    await delay(LONG_ENOUGH_MS);

    const { paused, messages } = await json('round', 'plan');
    foreseen = messages.map(({ recipient, items }: { recipient: string; items: { kind: string }[] }) => [
      recipient,
      ...items.map(({ kind }) => kind),
    ]);

    assert.equal(paused, true);
    assert.deepEqual(await sent(), []);
    assert.deepEqual(counts(eva, stina, carin), [0, 0, 0]);
  });

  it('goes to one person in a rehearsal, who can store nothing by it', async () => {
    await styr('round', 'rehearse', '2026-10', '--to', carin.upn);
    const resumed = await styr('round', 'resume', '2026-10');
    assert.match(resumed, /En repetition pågår: allt går till controller@styrmodell\.example i stället\./);
    await town.restart(); // what a controller has said is up to five seconds old

    const form = await until('the form in her place', () =>
      formsOf(carin).find(({ card }) => textOf(card).includes('skulle ha gått till rapportor.bun')),
    );
    const before = await town.rows('Periods', ANSWERS_AND_DRAFTS);
    for (const verb of ['saveOutcome', 'saveDraft']) messageOf(await carin.press(form, { verb }));

    assert.deepEqual(await town.rows('Periods', ANSWERS_AND_DRAFTS), before);
    assert.deepEqual(counts(eva, stina), [0, 0]);
  });

  it('is real when the rehearsal is over: everybody gets once what the dry run said', async () => {
    town.connector.script(isFormTo(stina), { fate: 'reset' });
    await styr('round', 'rehearse-end', '2026-10');
    await town.restart();

    await until('the form', () => formsOf(eva)[0]);
    await until('one of unknown fate', async () => (await json('round', 'status')).counts.ambiguous === 1);

    assert.deepEqual(await sent(), foreseen);
    assert.deepEqual(counts(eva, stina), [1, 0]);
  });

  it('sends again what is settled as not arrived, and what is asked for again, and says so', async () => {
    const unclear = await styr('round', 'ledger', '--state', 'ambiguous');
    assert.match(unclear, /SN +rapportor\.sn@\S+ +formulär +oklart 5 november .*: förbindelsen med Teams bröts\n$/);
    const line = ['--committee', 'SN', '--to', stina.upn, '--kind', 'prompt'];
    await styr('round', 'settle', '2026-10', ...line, '--as', 'unsent');
    await styr('round', 'resend', '2026-10', '--to', eva.upn);

    const again = await until(
      'both',
      () => formsOf(stina)[0] && formsOf(eva)[1] && [formsOf(stina)[0], formsOf(eva)[1]],
    );

    for (const form of again) assert.match(textOf(form?.card ?? {}), /ersätter ett tidigare/);
    await delay(LONG_ENOUGH_MS);
    assert.deepEqual(counts(eva, stina), [2, 1]);
    const { history, counts: stand } = await json('round', 'status');
    assert.deepEqual(
      history.map(({ what }: { what: string }) => what.split(' ')[0]),
      ['paused', 'rehearsal', 'resumed', 'rehearsal-ended', 'settled-unsent', 'resent'],
    );
    assert.deepEqual([stand.waiting, stand.ambiguous, stand.refused], [0, 0, 0]);
  });

  async function styr(...args: string[]): Promise<string> {
    const where = { cwd: tmpdir(), storage: town.storage, clock: town.now().toISOString() };
    const { exitCode, out, err } = await styrHere(args, where);
    assert.deepEqual([exitCode, err], [0, '']);
    return out.replaceAll('\u00a0', ' ');
  }

  async function json(...args: string[]) {
    return JSON.parse(await styr(...args, '--json'));
  }

  /** What has been tried for real, as the dry run lists it: whom it is for, and what it is. */
  async function sent(): Promise<unknown[]> {
    const { lines }: { lines: readonly Line[] } = await json('round', 'ledger', '2026-10');
    const real = lines.filter(({ state, rehearsal }) => rehearsal === undefined && state !== 'ready');
    return [...Map.groupBy(real, ({ recipient }) => recipient)].map(([recipient, some]) => [
      recipient,
      ...some.map(({ kind }) => kind),
    ]);
  }

  function counts(...people: TeamsUser[]): number[] {
    return people.map((person) => formsOf(person).length);
  }
});

function isFormTo(person: TeamsUser): (call: { operation: string; conversationId: string; body: unknown }) => boolean {
  return ({ operation, conversationId, body }) =>
    operation === 'post' &&
    conversationId === person.chat.conversation.id &&
    JSON.stringify(body).includes('saveOutcome');
}
