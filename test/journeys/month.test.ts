import assert from 'node:assert/strict';
import { hasButton, textOf } from '../support/card-view.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { TeamsUser } from '../support/teams-user.ts';

describe('smoke', function () {
  this.timeout(60_000);
  let town: Municipality;
  let eva: TeamsUser;
  before(async () => {
    town = await openMunicipality();
    await town.start();
    eva = town.person('rapportor.bun@styrmodell.example', 'Eva Ek');
  });
  after(() => town?.close());
  it('welcomes', async () => {
    await eva.install();
    await eva.install(town.channel);
    const shown = await until('two', () => eva.sees().length >= 2 && eva.sees());
    for (const { card } of shown) console.log(card && textOf(card));
    const prompt = shown.find(({ card }) => card && hasButton(card, 'saveOutcome'));
    assert(prompt?.card);
    const reply = await eva.press({ activityId: prompt.activityId, card: prompt.card }, { verb: 'saveOutcome', inputs: { 'Förskola: utfall': '165 900', 'Grundskola och fritidshem: utfall': '369 500', 'Övrigt: utfall': '22 150', 'Sjukfrånvaro totalt: nytt': '7,2', 'Kommentar': 'Fler barn.' } });
    console.log(reply.status, reply.text, reply.card && textOf(reply.card));
    await until('summary', () => town.channelShows().length >= 2);
    for (const { card } of town.channelShows()) console.log(card && textOf(card));
    console.log(town.connector.calls.map(c => `${c.operation} ${c.method} ${c.path}`));
    console.log(town.service.logged().map((l) => JSON.stringify(l)).join('\n'));
  });
});
