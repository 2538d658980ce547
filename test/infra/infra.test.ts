import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationNames, readConfiguration } from '../../src/config.ts';
import {
  appSettings,
  declared,
  modulesOf,
  nodesOf,
  parseBicep,
  parseParameters,
  settingsOf,
  unknownNames,
  unquoted,
  usedNames,
} from './bicep.ts';

const folder = join(import.meta.dirname, '../../infra');
const files = globSync('**/*.bicep', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));

function textOf(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function treeOf(file: string): ReturnType<typeof parseBicep>['root'] {
  return parseBicep(textOf(file)).root;
}

describe('the installation in Azure', () => {
  describe('the files', () => {
    it('are the whole set: app, storage, bot and monitoring under main', () => {
      const modules = ['app', 'bot', 'monitoring', 'storage'].map((name) => `modules/${name}.bicep`);

      assert.deepEqual([...files].sort(), ['main.bicep', ...modules]);
    });

    for (const file of files) {
      it(`${file} is written in correct Bicep`, () => assert.deepEqual(parseBicep(textOf(file)).mistakes, []));

      it(`${file} uses only names that it declares`, () => assert.deepEqual(unknownNames(treeOf(file)), []));

      it(`${file} takes no parameter that it does not use`, () => {
        const used = usedNames(treeOf(file));

        assert.deepEqual(
          declared(treeOf(file), 'parameter').filter((name) => !used.includes(name)),
          [],
        );
      });
    }

    it('would not pass with a forgotten colon', () => {
      const broken = textOf('modules/storage.bicep').replace("kind: 'StorageV2'", "kind 'StorageV2'");

      assert.notDeepEqual(parseBicep(broken).mistakes, []);
    });

    it('would not pass with a name that nobody declares', () => {
      const broken = textOf('modules/storage.bicep').replace('location: location', 'location: locaton');

      assert.deepEqual(unknownNames(parseBicep(broken).root), ['locaton']);
    });

    it('hand every module exactly the parameters that it declares', () => {
      for (const { file, params } of modulesOf(treeOf('main.bicep'))) {
        assert.deepEqual([...params].sort(), declared(treeOf(file), 'parameter').sort(), file);
      }
    });

    it('read from a module only what it gives out', () => {
      const outputs = new Map(
        modulesOf(treeOf('main.bicep')).map(({ name, file }) => [name, declared(treeOf(file), 'output')]),
      );

      const read = [...textOf('main.bicep').matchAll(/\b(\w+)\.outputs\.(\w+)/g)];

      assert.ok(read.length > 0);
      for (const [text, module = '', output = ''] of read) assert.ok(outputs.get(module)?.includes(output), text);
    });

    it('have parameter values for parameters that exist', () => {
      const text = textOf('main.bicepparam');

      const { root, mistakes } = parseParameters(text);

      assert.deepEqual(mistakes, []);
      assert.match(text, /^using 'main\.bicep'$/m);
      const known = declared(treeOf('main.bicep'), 'parameter');
      assert.deepEqual(
        declared(root, 'variable').filter((name) => !known.includes(name)),
        [],
      );
    });
  });

  describe('secrets', () => {
    for (const file of [...files, 'main.bicepparam']) {
      it(`are nowhere in ${file}, neither asked for, read out nor handed on`, () => {
        assert.doesNotMatch(
          textOf(file),
          /listKeys|listAccountSas|listServiceSas|AccountKey|SharedAccess|connectionString|CONNECTION_STRING|AppPassword|clientSecret|@secure/i,
        );
      });
    }
  });

  describe('the storage', () => {
    it('takes no account key, no old TLS and no anonymous reader', () => {
      const root = treeOf('modules/storage.bicep');

      assert.deepEqual(settingsOf(root, 'allowSharedKeyAccess'), ['false']);
      assert.deepEqual(settingsOf(root, 'minimumTlsVersion'), ['TLS1_2']);
      assert.deepEqual(settingsOf(root, 'allowBlobPublicAccess'), ['false']);
      assert.deepEqual(settingsOf(root, 'supportsHttpsTrafficOnly'), ['true']);
      assert.deepEqual(settingsOf(root, 'kind'), ['StorageV2']);
    });

    it('is kept in three zones and cannot be removed by a slip', () => {
      assert.match(textOf('main.bicep'), /param storageSku string = 'Standard_ZRS'/);
      assert.deepEqual(settingsOf(treeOf('modules/storage.bicep'), 'level'), ['CanNotDelete']);
    });

    it('lets the service use tables and queues on this account, and gives no other right anywhere', () => {
      const guids = files.flatMap((file) => textOf(file).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? []);
      const assignments = files.flatMap((file) =>
        nodesOf(treeOf(file), 'resource_declaration').filter((node) => node.text.includes('/roleAssignments@')),
      );

      const tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3';
      const queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88';
      assert.deepEqual(guids, [tableDataContributor, queueDataContributor]);
      assert.equal(assignments.length, 2);
      assert.match(assignments[0]?.text ?? '', /scope: account[\s\S]*tableDataContributor\)/);
      assert.match(assignments[1]?.text ?? '', /scope: account[\s\S]*queueDataContributor\)/);
    });
  });

  describe('the service', () => {
    /** What App Service puts into the environment, with plain values where Bicep knows them only at deployment. */
    function theEnvironment(): Record<string, string> {
      const known: Record<string, string> = {
        identityClientId: '11111111-2222-4333-8444-555555555555',
        'tenant().tenantId': '66666666-7777-4888-9999-000000000000',
        tablesUrl: 'https://styrmodell.table.core.windows.net/',
        queuesUrl: 'https://styrmodell.queue.core.windows.net/',
        teamsCatalogAppId: '',
        municipality: '',
        firstContact: 'link',
      };
      const settings = [...appSettings(treeOf('modules/app.bicep'))];
      return Object.fromEntries(settings.map(([name, value]) => [name, known[value] ?? value]));
    }

    it('is given only settings that it knows', () => {
      const names = Object.keys(theEnvironment());

      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((name) => !configurationNames.includes(name)),
        [],
      );
    });

    it('is given all that it needs to start in production, without a secret', () => {
      const configuration = readConfiguration({ ...theEnvironment(), PORT: '8080' });

      assert.equal(configuration.production, true);
      assert.equal(configuration.bot.appType, 'UserAssignedMSI');
      assert.equal(configuration.bot.password, undefined);
      assert.deepEqual(configuration.storage, {
        tablesUrl: 'https://styrmodell.table.core.windows.net/',
        queuesUrl: 'https://styrmodell.queue.core.windows.net/',
        clientId: '11111111-2222-4333-8444-555555555555',
      });
    });

    it('runs built code on Node 24, awake, watched and reachable over HTTPS alone', () => {
      const root = treeOf('modules/app.bicep');

      assert.deepEqual(settingsOf(root, 'linuxFxVersion'), ['NODE|24-lts']);
      assert.deepEqual(settingsOf(root, 'appCommandLine'), ['node dist/src/main.js']);
      assert.deepEqual(settingsOf(root, 'alwaysOn'), ['true']);
      assert.deepEqual(settingsOf(root, 'healthCheckPath'), ['/healthz']);
      assert.deepEqual(settingsOf(root, 'httpsOnly'), ['true']);
      assert.deepEqual(settingsOf(root, 'minTlsVersion'), ['1.2']);
    });

    it('cannot be changed with a user name and password', () => {
      const root = treeOf('modules/app.bicep');

      const policies = nodesOf(root, 'resource_declaration').filter((node) =>
        node.text.includes('/basicPublishingCredentialsPolicies@'),
      );

      assert.deepEqual(policies.map((node) => [settingsOf(node, 'name')[0], settingsOf(node, 'allow')[0]]).sort(), [
        ['ftp', 'false'],
        ['scm', 'false'],
      ]);
      assert.deepEqual(settingsOf(root, 'ftpsState'), ['Disabled']);
    });

    it('has its console and its requests logged', () => {
      const categories = settingsOf(treeOf('modules/app.bicep'), 'category');

      assert.ok(['AppServiceConsoleLogs', 'AppServiceHTTPLogs'].every((category) => categories.includes(category)));
    });
  });

  describe('the bot', () => {
    it('is registered inside the EU with the identity of the service, for Teams alone', () => {
      const root = treeOf('modules/bot.bicep');

      assert.match(textOf('main.bicep'), /param botLocation string = 'westeurope'/);
      assert.deepEqual(settingsOf(root, 'msaAppType'), ['UserAssignedMSI']);
      assert.deepEqual(settingsOf(root, 'msaAppMSIResourceId'), ['identityId']);
      assert.deepEqual(settingsOf(root, 'disableLocalAuth'), ['true']);
      assert.deepEqual(settingsOf(root, 'endpoint').map(unquoted), [`https://\${appHost}/api/messages`]);
      assert.deepEqual(settingsOf(root, 'channelName'), ['MsTeamsChannel']);
    });
  });
});
