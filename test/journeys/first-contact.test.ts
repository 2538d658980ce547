import assert from 'node:assert/strict';
import { hasButton, textOf } from '../support/card-view.ts';
import type { Shown } from '../support/fake-connector.ts';
import { type GraphServer, startGraphServer } from '../support/graph-server.ts';
import { type Municipality, openMunicipality, until } from '../support/municipality.ts';
import type { TeamsUser } from '../support/teams-user.ts';

const TEAMS_CATALOG_APP_ID = 'b7d5a1f0-6a3f-4e55-9d1c-000000000001';
const LINK = `https://teams.microsoft.com/l/app/${TEAMS_CATALOG_APP_ID}`;
const EVA = 'rapportor.bun@styrmodell.example';

describe('a reporter who has never met the bot', function () {
  this.timeout(60_000);

  let town: Municipality;
  let eva: TeamsUser;
  let rut: TeamsUser;

  beforeEach(async () => {
    town = await openMunicipality();
    eva = town.person(EVA, 'Eva Ek');
    rut = town.person('controller@styrmodell.example', 'Rut Controller');
  });
  afterEach(() => town?.close());

  describe('where the bot installs the app by Microsoft Graph', () => {
    let graph: GraphServer;

    beforeEach(async () => {
      graph = await startGraphServer();
      // Teams tells the bot at once, often before Graph has answered. A policy keeps the app from everybody else.
      graph.answer = async (upn) => {
        if (upn !== EVA) return { status: 403 };
        await eva.install();
        return { status: 201 };
      };
    });
    afterEach(() => graph?.close());

    it('gets the app and then the form, once, and the controller is told of those whom Graph refuses', async () => {
      await town.start({ TEAMS_CATALOG_APP_ID, FIRST_CONTACT: 'graph', GRAPH_URL: graph.url });

      await until('the form', () => eva.sees().some(isForm));
      await until('word of all four who owe October', () => town.service.logged('app given').length === 4);

      const [welcome, form, ...more] = eva.sees();
      assert.match(textOf(welcome?.card ?? {}), /^Hej! Jag är Styrmodellen\./);
      assert(form && isForm(form));
      assert.deepEqual(more, []);
      const asked = graph.calls.map(({ path }) => path);
      assert.equal(asked.filter((path) => path.includes(encodeURIComponent(EVA))).length, 1);
      assert.equal(new Set(asked).size, asked.length);

      await rut.install();
      const list = await until('the list', () => rut.sees().find(isListWithLink));
      assert.match(textOf(list.card ?? {}), /rapportor\.sn@styrmodell\.example \(har inte appen\)/);
      assert.doesNotMatch(textOf(list.card ?? {}), /Barn- och utbildningsnämnden/);
      const alarms = town.service.logged().filter(({ event }) => event === 'alarm');
      assert.deepEqual(
        alarms.map(({ reason }) => reason),
        ['NO_CONSENT'],
      );
    });
  });

  describe('where people install the app themselves', () => {
    it('is on a list that the controller gets, with the link to the app', async () => {
      await town.start({ TEAMS_CATALOG_APP_ID });
      await rut.install();

      const list = await until('the list', () => rut.sees().find(isListWithLink));

      assert.match(textOf(list.card ?? {}), /Barn- och utbildningsnämnden/);
      assert.match(textOf(list.card ?? {}), /rapportor\.bun@styrmodell\.example \(har inte appen\)/);
      assert.deepEqual(eva.sees(), []);

      await eva.install();
      await until('her form', () => eva.sees().some(isForm));
    });
  });
});

function isListWithLink({ card }: Shown): boolean {
  return card !== undefined && textOf(card).includes(LINK);
}

function isForm({ card }: Shown): boolean {
  return card !== undefined && hasButton(card, 'saveOutcome');
}
