import assert from 'node:assert/strict';
import { promptProblems, texts } from '../../src/texts.ts';
import { hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card, Shown } from '../support/fake-connector.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import { calm, cardOf, formsOf, messageOf } from '../support/owed-october.ts';
import type { OnScreen, TeamsUser } from '../support/teams-user.ts';

const FOUR_WEEKS_AND_A_DAY = 29 * 86_400;
const WHY = 'Hyran för Viaskolan var dubbelbokförd.';

describe('October when November has opened', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let kim: TeamsUser;
  let nils: TeamsUser;
  /** Eva's first form, and the one that she has open when the month is locked. */
  let first: OnScreen;
  let open: OnScreen;
  let windows: readonly OnScreen[];

  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
    kim = town.person('controller@styrmodell.example', 'Kim Karlsson');
    nils = town.person('nils.nyfiken@styrmodell.example', 'Nils Nyfiken');
    await Promise.all([eva, kim, nils].map((person) => person.install()));
    await eva.install(town.channel);
    first = await until('the prompt', () => formsOf(eva)[0]);
  });
  after(() => town?.close());

  it('was answered by the reporter, who changed it freely while it was open', async () => {
    const receipt = cardOf(await eva.press(first, { verb: 'saveOutcome', inputs: calm }));
    const opened = cardOf(await eva.press({ ...first, card: receipt }, { verb: 'changeOutcome' }));

    const reply = await eva.press({ ...first, card: opened }, { verb: 'saveOutcome', inputs: outcome('22 461') });

    const corrected = cardOf(reply);
    assert.match(textOf(corrected), /^Kvitto BUN-2026-10-2\n.*\nRättat 5 november 2026/);
    assert.deepEqual(
      (await history()).map(({ why }) => why),
      [undefined, undefined],
    );
    open = { ...first, card: cardOf(await eva.press({ ...first, card: corrected }, { verb: 'changeOutcome' })) };
  });

  it('could be corrected by the controller then too, with a reason', async () => {
    await kim.say('rätta BUN');
    const form = formsOf(kim).at(-1) ?? assert.fail('No form');

    const refused = cardOf(await kim.press(form, { verb: 'saveOutcome', inputs: outcome('22 470') }));
    assert(hasButton(refused, 'saveOutcome'), textOf(refused));
    const reply = await kim.press(
      { ...form, card: refused },
      { verb: 'saveOutcome', inputs: { reason: 'Fel konto.' } },
    );

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-3\n[\s\S]*av Kim Karlsson/);
  });

  it('is the reporter’s no more: the press is refused kindly, and what was typed is kept for her', async () => {
    await settled();
    town.pass(FOUR_WEEKS_AND_A_DAY);
    await town.restart();
    const before = await history();

    const reply = await eva.press(open, { verb: 'saveOutcome', inputs: outcome('22 999') });

    assert.equal(
      messageOf(reply).split(' Inget är ändrat.')[0],
      'Rapporten för januari–oktober 2026 är låst sedan 3 december 2026, då nästa månad öppnade. Nu rättas den bara av controllern (controller@styrmodell.example), som anger varför. Den som är öppen nu är januari–november 2026.',
    );
    assert.deepEqual(await history(), before);
    await eva.say('rätta oktober');
    assert.match(asText(eva.sees().at(-1)), /är låst sedan 3 december 2026[\s\S]*Övrigt, utfall: 22 999/);
  });

  it('gives a press that was stored before the lock its receipt, when it comes once more', async () => {
    const reply = await eva.press(first, { verb: 'saveOutcome', inputs: calm });

    assert.match(textOf(cardOf(reply)), /^Kvitto BUN-2026-10-1\n/);
  });

  it('is opened by the controller in two windows, and stored from neither without a reason', async () => {
    for (const question of ['rätta oktober för BUN', 'rätta skolan okt 2026']) await kim.say(question);
    windows = formsOf(kim).slice(-2);
    const [one] = windows;
    assert(one);
    assert.equal(inputOf(one.card, 'outcome_OVRIGT').value.replace(/\s/g, ' '), '22 470');

    const reply = await kim.press(one, { verb: 'saveOutcome', inputs: { ...outcome('22 500'), reason: '  ' } });

    assert.equal(inputOf(cardOf(reply), 'outcome_OVRIGT').value, '22 500');
    assert.equal((await history()).length, 3);
    windows = [{ ...one, card: cardOf(reply) }, ...windows.slice(1)];
  });

  it('is stored from one, shown against the other, and replaced only when the controller chooses so', async () => {
    const [one, other] = windows;
    assert(one && other);
    const stored = await kim.press(one, { verb: 'saveOutcome', inputs: { reason: WHY } });
    assert.match(textOf(cardOf(stored)), /^Kvitto BUN-2026-10-4\n/);

    const typed = { ...outcome('22 600'), reason: 'Slutlig avräkning.' };
    const conflict = cardOf(await kim.press(other, { verb: 'saveOutcome', inputs: typed }));
    assert.match(textOf(conflict), /Kim Karlsson svarade 4 december 2026[\s\S]*Sparat: 22 500/);
    const replaced = await kim.press({ ...other, card: conflict }, { verb: 'saveOutcome' });

    assert.match(textOf(cardOf(replaced)), /^Kvitto BUN-2026-10-5\n/);
    const standing = kim.sees().find(({ activityId }) => activityId === other.activityId);
    assert.match(asText(standing), /^Kvitto BUN-2026-10-5\n[\s\S]*Skäl: Slutlig avräkning\./);
  });

  it('has every value that it ever had, with who, when and why', async () => {
    assert.deepEqual(await history(), [
      { revision: 1, otherKr: 22_453_000, who: 'Eva Ek', day: '2026-11-05', why: undefined },
      { revision: 2, otherKr: 22_461_000, who: 'Eva Ek', day: '2026-11-05', why: undefined },
      { revision: 3, otherKr: 22_470_000, who: 'Kim Karlsson', day: '2026-11-05', why: 'Fel konto.' },
      { revision: 4, otherKr: 22_500_000, who: 'Kim Karlsson', day: '2026-12-04', why: WHY },
      { revision: 5, otherKr: 22_600_000, who: 'Kim Karlsson', day: '2026-12-04', why: 'Slutlig avräkning.' },
    ]);
  });

  it('is called corrected in the channel, without the reason, and on the reporter’s own card', async () => {
    const summary = await until('the correction in the channel', () => {
      const text = town
        .channelShows()
        .map(asText)
        .find((shown) => shown.includes('kvitto BUN-2026-10-5'));
      return text;
    });
    assert.match(
      summary,
      /Rättad 4 december 2026 kl\. \d\d\.\d\d av Kim Karlsson, kvitto BUN-2026-10-5, skäl angivet\./,
    );
    assert.doesNotMatch(summary, /avräkning|Viaskolan/);

    const receipt = await until('the receipt in her chat', () =>
      eva
        .sees()
        .map(asText)
        .find((shown) => shown.startsWith('Kvitto BUN-2026-10-5')),
    );
    assert.match(receipt, /Rättat 4 december 2026 kl\. \d\d\.\d\d av Kim Karlsson/);
  });

  it('is nobody else’s to correct: the same refusal as for a card that nobody knows', async () => {
    const [one] = windows;
    assert(one);
    const save = { verb: 'saveOutcome', inputs: { ...outcome('1'), reason: WHY } };
    const before = await history();

    const replies = [
      await eva.send(kim.pressed(one, save)),
      await nils.send(kim.pressed(one, save)),
      await kim.send(eva.pressed(open, { verb: 'saveOutcome' })),
      await kim.press(one, { ...save, data: { p: '202610finnsinte' } }),
    ];

    for (const reply of replies) assert.equal(messageOf(reply), promptProblems.NOT_YOURS);
    await nils.say('rätta oktober för BUN');
    assert.match(asText(nils.sees().at(-1)), /^Nämndens siffror rättas av nämndens rapportör/);
    assert.deepEqual(await history(), before);
  });

  it('bad-176 bad-177 is named wrongly, too early or outside the plan without harm, and the open month is said', async () => {
    for (const month of ['T4', '2026M13', 'december', '2019-10', 'juli']) {
      await kim.say(`rätta ${month} för BUN`);

      assert.match(asText(kim.sees().at(-1)), /Den som är öppen nu är januari–november 2026\.$/, month);
    }
  });

  it('is opened in a channel for nobody', async () => {
    await kim.say('<at>Styrmodellen</at> rätta oktober för BUN', town.channel);

    assert.equal(asText(town.channelShows().at(-1)), texts.correctionInPersonalChat);
  });

  interface Revision {
    readonly revision: number;
    readonly otherKr: number | undefined;
    readonly who: unknown;
    readonly day: string;
    readonly why: unknown;
  }

  /** The committee's history for October, as it lies in the table. */
  async function history(): Promise<Revision[]> {
    const rows = await town.rows('Periods', `PartitionKey eq 'BUN|2026-10' and RowKey ge 'log|' and RowKey lt 'log}'`);
    return rows.map(({ revision, figures, name, reportedAt, correctionReason }) => {
      const { areas } = JSON.parse(String(figures)) as { areas: { areaId: string; outcome: { amountKr: number } }[] };
      const otherKr = areas.find(({ areaId }) => areaId === 'OVRIGT')?.outcome.amountKr;
      return {
        ...{ revision: Number(revision), otherKr, who: name },
        day: String(reportedAt).slice(0, 10),
        why: correctionReason,
      };
    });
  }

  /** Nothing that an answer leads to is left to do. */
  function settled(): Promise<unknown> {
    return until('the work after an answer', async () => {
      const rows = await town.rows('Periods', `PartitionKey eq 'BUN|2026-10'`);
      return rows.every(({ rowKey }) => !String(rowKey).startsWith('effect|'));
    });
  }
});

function outcome(thousands: string): Readonly<Record<string, string>> {
  return { outcome_OVRIGT: thousands };
}

function asText(shown: Shown | undefined): string {
  const card: Card | undefined = shown?.card;
  return (card ? textOf(card) : (shown?.text ?? '')).replaceAll('\u2060', '');
}
