import assert from 'node:assert/strict';
import { configurationNames, readConfiguration, readForCommands } from '../src/config.ts';

const secret = 'en-hemlighet-som-ingen-får-se';

/** What the service is deployed with. */
const production = {
  MicrosoftAppId: '11111111-1111-1111-1111-111111111111',
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: '22222222-2222-2222-2222-222222222222',
  STORAGE_TABLES_URL: 'https://styrmodell.table.core.windows.net',
  STORAGE_QUEUES_URL: 'https://styrmodell.queue.core.windows.net',
  AZURE_CLIENT_ID: '33333333-3333-3333-3333-333333333333',
};

/** What the demonstration is started with. */
const demonstration = {
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  MicrosoftAppTenantId: '22222222-2222-2222-2222-222222222222',
  STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  LOCAL_TEAMS: 'loopback',
  ANONYMOUS: 'playground',
  DEMO_CLOCK: '2026-11-05T08:00:00+01:00',
};

/** What is said to be wrong, a line each. */
function complaints(
  environment: NodeJS.ProcessEnv,
  read: (env: NodeJS.ProcessEnv) => unknown = readConfiguration,
): string[] {
  try {
    read(environment);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message.split('\n- ').slice(1);
  }
  return [];
}

describe('The service', () => {
  it('starts in production with its identity and its storage', () => {
    const config = readConfiguration(production);

    assert.equal(config.production, true);
    assert.deepEqual(config.bot, {
      appId: production.MicrosoftAppId,
      appType: 'UserAssignedMSI',
      tenantId: production.MicrosoftAppTenantId,
      loginUrl: `https://login.microsoftonline.com/${production.MicrosoftAppTenantId}`,
      oauthScope: 'https://api.botframework.com',
    });
    assert.deepEqual(config.storage, {
      tablesUrl: production.STORAGE_TABLES_URL,
      queuesUrl: production.STORAGE_QUEUES_URL,
      clientId: production.AZURE_CLIENT_ID,
    });
    assert.equal(config.inbound.anonymous, false);
    assert.equal(config.inbound.allowLoopbackServiceUrls, false);
    assert.deepEqual(config.inbound.serviceHosts, ['smba.trafficmanager.net']);
  });

  it('is in production when nothing else is said', () => {
    assert.equal(readConfiguration({ ...production, NODE_ENV: '' }).production, true);
    assert.equal(readConfiguration({ ...production, NODE_ENV: 'development' }).production, false);
  });

  it('finds the queue beside the tables, as Azure names them, when nothing else is said', () => {
    const { STORAGE_QUEUES_URL: _, ...rest } = production;

    const { storage } = readConfiguration(rest);

    assert.equal('queuesUrl' in storage && storage.queuesUrl, 'https://styrmodell.queue.core.windows.net');
  });

  it('says everything that is missing in one message', () => {
    assert.deepEqual(complaints({}), [
      'MicrosoftAppTenantId saknas',
      'MicrosoftAppId saknas',
      'MicrosoftAppType saknas (UserAssignedMSI eller SingleTenant)',
      'STORAGE_TABLES_URL saknas (eller STORAGE_CONNECTION_STRING)',
    ]);
  });

  it('shows pictures in cards only where people can fetch them, over HTTPS', () => {
    assert.equal(readConfiguration(production).publicUrl, undefined);
    assert.equal(
      readConfiguration({ ...production, PUBLIC_URL: 'https://styr.example/' }).publicUrl,
      'https://styr.example',
    );
    assert.deepEqual(complaints({ ...production, PUBLIC_URL: 'http://styr.example' }), [
      'PUBLIC_URL måste börja med https://',
    ]);
    assert.equal(
      readConfiguration({ ...demonstration, PUBLIC_URL: 'http://127.0.0.1:3978' }).publicUrl,
      'http://127.0.0.1:3978',
    );
  });

  it('lets people install the app from a link, and by Microsoft Graph only when told to', () => {
    const TEAMS_CATALOG_APP_ID = 'b7d5a1f0-6a3f-4e55-9d1c-000000000001';
    const installLink = `https://teams.microsoft.com/l/app/${TEAMS_CATALOG_APP_ID}`;
    const firstContact = (environment: NodeJS.ProcessEnv): unknown[] => {
      const config = readConfiguration(environment);
      return [config.installLink, config.graph];
    };

    assert.deepEqual(firstContact(production), [undefined, undefined]);
    assert.deepEqual(firstContact({ ...production, TEAMS_CATALOG_APP_ID }), [installLink, undefined]);
    assert.deepEqual(firstContact({ ...production, TEAMS_CATALOG_APP_ID, FIRST_CONTACT: 'graph' }), [
      installLink,
      { graphUrl: 'https://graph.microsoft.com', catalogAppId: TEAMS_CATALOG_APP_ID, local: false },
    ]);
    assert.deepEqual(complaints({ ...production, FIRST_CONTACT: 'graph' }), [
      'TEAMS_CATALOG_APP_ID saknas (FIRST_CONTACT är graph)',
    ]);
    assert.deepEqual(complaints({ ...production, TEAMS_CATALOG_APP_ID: '../me', FIRST_CONTACT: 'allt' }).sort(), [
      'FIRST_CONTACT har ett värde som inte går att använda',
      'TEAMS_CATALOG_APP_ID har ett värde som inte går att använda',
    ]);
  });

  it('gives its token to no other Graph than Microsoft’s', () => {
    const withGraph = { TEAMS_CATALOG_APP_ID: 'b7d5a1f0-6a3f-4e55-9d1c-000000000001', FIRST_CONTACT: 'graph' };
    const refusal = ['GRAPH_URL får bara vara loopback, med LOCAL_TEAMS'];

    for (const GRAPH_URL of ['http://127.0.0.1:5000', 'http://graph.example'])
      assert.deepEqual(complaints({ ...production, ...withGraph, GRAPH_URL }), refusal, GRAPH_URL);
    assert.deepEqual(complaints({ ...demonstration, ...withGraph, GRAPH_URL: 'http://graph.example' }), refusal);
    assert.deepEqual(complaints({ ...demonstration, ...withGraph }), ['GRAPH_URL saknas (FIRST_CONTACT är graph)']);
    const { graph } = readConfiguration({ ...demonstration, ...withGraph, GRAPH_URL: 'http://127.0.0.1:5000/' });
    assert.deepEqual([graph?.graphUrl, graph?.local], ['http://127.0.0.1:5000', true]);
  });

  it('DE-01 does not start without an app id: an empty one would let anybody in', () => {
    for (const MicrosoftAppId of ['', undefined])
      assert.deepEqual(complaints({ ...production, MicrosoftAppId }), ['MicrosoftAppId saknas']);
  });

  it('DE-01 does not start without a tenant', () => {
    assert.deepEqual(complaints({ ...production, MicrosoftAppTenantId: '' }), ['MicrosoftAppTenantId saknas']);
  });

  it('DE-01 does not start with a secret’s identity but without the secret', () => {
    const singleTenant = { ...production, MicrosoftAppType: 'SingleTenant' };

    assert.deepEqual(complaints(singleTenant), ['MicrosoftAppPassword saknas']);
    assert.deepEqual(complaints({ ...singleTenant, MicrosoftAppPassword: secret }), []);
  });

  it('does not start as a multi-tenant bot', () => {
    const [line] = complaints({ ...production, MicrosoftAppType: 'MultiTenant' });

    assert.equal(line, 'MicrosoftAppType har ett värde som inte går att använda');
  });

  it('names every setting with a wrong value, beside those that are missing', () => {
    const said = complaints({ PORT: 'http', LOG_LEVEL: 'loud', TICK_SECONDS: '0', STORAGE_TABLES_URL: 'not a url' });

    for (const name of ['PORT', 'LOG_LEVEL', 'TICK_SECONDS', 'STORAGE_TABLES_URL'])
      assert.ok(said.includes(`${name} har ett värde som inte går att använda`), name);
    assert.ok(said.includes('MicrosoftAppId saknas'));
  });

  it('never says a value: one of them could be a secret', () => {
    const everythingWrong = Object.fromEntries(configurationNames.map((name) => [name, `${secret} http://`]));

    const said = complaints(everythingWrong).join('\n');

    assert.ok(said.length > 0);
    assert.ok(!said.includes(secret));
  });

  it('refuses everything of the demonstration in production', () => {
    const said = complaints({
      ...production,
      ...{
        HOST: '127.0.0.1',
        LOCAL_TEAMS: 'loopback',
        ANONYMOUS: 'playground',
        DEMO_CLOCK: '2026-11-05T08:00:00+01:00',
      },
    });

    assert.deepEqual(
      said,
      ['LOCAL_TEAMS', 'ANONYMOUS', 'DEMO_CLOCK'].map((name) => `${name} får inte finnas i produktion`),
    );
  });

  it('refuses each of them by itself in production', () => {
    for (const name of ['LOCAL_TEAMS', 'ANONYMOUS', 'DEMO_CLOCK'] as const) {
      const said = complaints({ ...production, HOST: '127.0.0.1', [name]: demonstration[name] });
      assert.ok(said.includes(`${name} får inte finnas i produktion`), name);
    }
  });

  it('can be killed on purpose in a test only', () => {
    const inTest = { ...demonstration, NODE_ENV: 'test', CRASH_AT: 'S3' };

    assert.equal(readConfiguration(inTest).crashAt, 'S3');
    assert.deepEqual(complaints({ ...inTest, NODE_ENV: 'development' }), ['CRASH_AT får bara finnas i test']);
    assert.deepEqual(complaints({ ...production, CRASH_AT: 'S3' }), ['CRASH_AT får bara finnas i test']);
  });
});

describe('The demonstration', () => {
  it('starts on its own machine, with its own clock', () => {
    const config = readConfiguration(demonstration);

    assert.deepEqual(
      [config.production, config.inbound.anonymous, config.inbound.allowLoopbackServiceUrls],
      [false, true, true],
    );
    assert.deepEqual(config.demoClock, new Date('2026-11-05T07:00:00Z'));
    assert.deepEqual(config.storage, { connectionString: 'UseDevelopmentStorage=true' });
  });

  it('lets nobody in without a token from another machine', () => {
    for (const HOST of ['0.0.0.0', '192.168.1.10', '::', '', undefined])
      assert.deepEqual(
        complaints({ ...demonstration, HOST }),
        ['ANONYMOUS kräver att HOST är loopback (127.0.0.1)'],
        HOST,
      );
    for (const HOST of ['127.0.0.1', 'localhost', '::1'])
      assert.deepEqual(complaints({ ...demonstration, HOST }), [], HOST);
  });

  it('lets nobody in without a token from the real Teams', () => {
    const said = complaints({ ...demonstration, LOCAL_TEAMS: undefined });

    assert.ok(said.includes('ANONYMOUS kräver LOCAL_TEAMS'));
  });

  it('refuses a clock that says no instant', () => {
    for (const DEMO_CLOCK of ['2026-11-05', '2026-11-05T08:00:00', '05/06/2026', 'igår'])
      assert.deepEqual(complaints({ ...demonstration, DEMO_CLOCK }), [
        'DEMO_CLOCK har ett värde som inte går att använda',
      ]);
  });
});

describe('A command', () => {
  it('needs the tables and nothing else', () => {
    const { STORAGE_TABLES_URL } = production;
    assert.deepEqual(readForCommands({ STORAGE_TABLES_URL }).storage, { tablesUrl: STORAGE_TABLES_URL });
    assert.deepEqual(readForCommands({ STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' }), {
      storage: { connectionString: 'UseDevelopmentStorage=true' },
      municipality: '',
    });
    const unusable = { STORAGE_CONNECTION_STRING: 'skräp' };
    assert.match(complaints(unusable, readForCommands)[0] ?? '', /^STORAGE_CONNECTION_STRING har ett värde som inte/);
    assert.deepEqual(complaints({}, readForCommands), ['STORAGE_TABLES_URL saknas (eller STORAGE_CONNECTION_STRING)']);
  });

  it('says where people install the app, when that is known', () => {
    const STORAGE_CONNECTION_STRING = 'UseDevelopmentStorage=true';
    const TEAMS_CATALOG_APP_ID = '44444444-4444-4444-4444-444444444444';

    assert.equal(
      readForCommands({ STORAGE_CONNECTION_STRING, TEAMS_CATALOG_APP_ID }).installLink,
      `https://teams.microsoft.com/l/app/${TEAMS_CATALOG_APP_ID}`,
    );
  });

  it('goes by the clock of a demonstration', () => {
    const STORAGE_CONNECTION_STRING = 'UseDevelopmentStorage=true';

    assert.deepEqual(
      readForCommands({ STORAGE_CONNECTION_STRING, DEMO_CLOCK: '2026-11-05T08:00:00+01:00' }).demoClock,
      new Date('2026-11-05T07:00:00Z'),
    );
  });
});
