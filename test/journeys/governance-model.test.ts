import assert from 'node:assert/strict';
import { readPng } from '../appPackage/png.ts';
import { textOf } from '../support/card-view.ts';
import { allObjects } from '../support/card-walk.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { TeamsUser } from '../support/teams-user.ts';

const PUBLIC_URL = 'https://styrmodellen.example';

describe('somebody asks how the governance model works', function () {
  this.timeout(60_000);

  let town: Municipality;
  let controller: TeamsUser;

  before(async () => {
    town = await openMunicipality();
    await town.start({ PUBLIC_URL });
    controller = town.person('controller@styrmodell.example', 'Eva Ek');
  });
  after(() => town?.close());

  it('gets the plan’s own chain on a card, and a picture that anybody’s Teams can fetch', async () => {
    await controller.say('Hur fungerar styrmodellen?');

    const { card } = controller.newestCard();
    assert.match(textOf(card), /Vision 2040.*Vi lyckas tillsammans/s);
    const address = String(allObjects(card).find(({ type }) => type === 'Image')?.url);
    assert.ok(address.startsWith(`${PUBLIC_URL}/bilder/styrmodell/`), address);
    const response = await fetch(address.replace(PUBLIC_URL, town.service.url));
    assert.equal(response.headers.get('content-type'), 'image/png');
    assert.equal(readPng(new Uint8Array(await response.arrayBuffer())).width, 1080);
  });

  it('gets it in a channel too: what the council has decided is public', async () => {
    const outsider = town.person('ny.medarbetare@styrmodell.example', 'Bo Ny');

    await outsider.say('förklara styrmodellen', town.channel);

    await until('the answer', () => town.channelShows().some(({ card }) => card && /röda tråden/.test(textOf(card))));
  });

  it('sees in her own chat where the chain is broken, and how her committee contributes', async () => {
    await controller.say('visa täckning');
    const all = textOf(controller.newestCard().card);
    await controller.say('täckning BUN');
    const own = textOf(controller.newestCard().card);

    assert.match(all, /kopplingar mellan nämnd och mål saknas/);
    assert.match(own, /Så bidrar Barn- och utbildningsnämnden/);
    assert.match(own, /Minska andelen vikarier i grundskolan/);
  });
});
