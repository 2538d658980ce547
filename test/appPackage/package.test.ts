import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  exampleValues,
  fillTexts,
  findFaults,
  isUnsafeDomain,
  type PackageTexts,
  zipPackage,
} from '../../appPackage/package-contents.ts';

/** The texts with one thing changed, to see that the check finds it. */
function aChanged(
  change: (texts: { manifest: Record<string, unknown>; english: Record<string, string> }) => void,
): PackageTexts {
  const texts = structuredClone(fillTexts(exampleValues));
  change(texts as unknown as Parameters<typeof change>[0]);
  return texts;
}

/** What these tests look at in the manifest; the npm package's own type is a union over all versions. */
interface Manifest {
  readonly localizationInfo: unknown;
  readonly webApplicationInfo: { readonly id: string };
  readonly bots: readonly (Readonly<Record<string, unknown>> & { readonly commandLists: readonly CommandList[] })[];
}

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

function theManifest(): Manifest {
  return fillTexts(exampleValues).manifest as unknown as Manifest;
}

function theCommandLists(): readonly CommandList[] {
  return theManifest().bots[0]?.commandLists ?? [];
}

describe('the app package for Teams', () => {
  describe('texts', () => {
    it('are what the schemas of Microsoft accept, without the network', async () => {
      const online = globalThis.fetch;
      globalThis.fetch = () => assert.fail('the check went to the network');

      try {
        assert.deepEqual(await findFaults(fillTexts(exampleValues)), []);
      } finally {
        globalThis.fetch = online;
      }
    });

    const mistakes: readonly [string, RegExp, Parameters<typeof aChanged>[0]][] = [
      ['a name that is too long', /name\/short/, (t) => Object.assign(t.manifest, { name: { short: 'S'.repeat(31) } })],
      ['an id that is no GUID', /\/id /, (t) => Object.assign(t.manifest, { id: 'styrmodellen' })],
      ['a property that Teams does not know', /additional/, (t) => Object.assign(t.manifest, { colour: 'red' })],
      [
        'a wildcard domain',
        /validDomains/,
        (t) => Object.assign(t.manifest, { validDomains: ['*.azurewebsites.net'] }),
      ],
      [
        'an English description that is too long',
        /en\.json/,
        (t) => Object.assign(t.english, { 'description.short': 'a'.repeat(81) }),
      ],
      [
        'an English text for something that Teams cannot translate',
        /en\.json/,
        (t) => Object.assign(t.english, { 'developer.name': 'x' }),
      ],
    ];
    for (const [mistake, expected, plant] of mistakes) {
      it(`are refused with ${mistake}`, async () => {
        const faults = await findFaults(aChanged(plant));

        assert.match(faults.join('\n'), expected);
      });
    }

    it('leave nothing to fill in', () => {
      const { manifest } = fillTexts(exampleValues);

      assert.doesNotMatch(JSON.stringify(manifest), /\$\{\{/);
    });

    it('speak Swedish first and English beside it', () => {
      assert.deepEqual(theManifest().localizationInfo, {
        defaultLanguageTag: 'sv',
        additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
      });
    });

    it('offer four commands wherever the bot is, and in a chat alone those about the plan, absences and rounds too', () => {
      const titles = theCommandLists().map(({ scopes, commands }) => [scopes, commands.map(({ title }) => title)]);

      const four = ['Hjälp', 'Visa formuläret', 'Status', 'Hur fungerar styrmodellen'];
      const alone = [
        'Visa täckning',
        'Vilka har lämnat in',
        'Nämndens del',
        'Exportera planen',
        'Jag är borta',
        'Rundan',
      ];
      assert.deepEqual(titles, [
        [['personal'], [...four, ...alone]],
        [['team'], four],
        [['groupChat'], four],
      ]);
    });

    it('have every command in English too, and nothing else', () => {
      const { english } = fillTexts(exampleValues);

      const wanted = theCommandLists().flatMap(({ commands }, list) =>
        commands.flatMap((_, command) =>
          ['title', 'description'].map((part) => `bots[0].commandLists[${list}].commands[${command}].${part}`),
        ),
      );

      assert.deepEqual(
        Object.keys(english)
          .filter((key) => key.startsWith('bots'))
          .sort(),
        wanted.sort(),
      );
      assert.ok(wanted.every((key) => english[key]));
    });

    it('install a bot that takes questions and files', () => {
      const bot = theManifest().bots[0];

      assert.equal(bot?.botId, exampleValues.BOT_ID);
      assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
      assert.equal(bot?.supportsFiles, true);
      assert.equal(bot?.isNotificationOnly, false);
    });

    it('say that the bot’s own identity may install the app for people, when the municipality lets it', () => {
      assert.equal(theManifest().webApplicationInfo.id, theManifest().bots[0]?.botId);
    });
  });

  describe('domains', () => {
    it('are all safe', () => {
      const { manifest } = fillTexts(exampleValues);

      assert.deepEqual((manifest.validDomains ?? []).filter(isUnsafeDomain), []);
    });

    for (const domain of [
      '*.kommun.se',
      '*',
      'abc.ngrok.io',
      'x-3978.euw.devtunnels.ms',
      'localhost',
      '127.0.0.1',
      'kommun.se:444',
      'https://kommun.se',
      '',
    ]) {
      it(`never take ${domain || 'an empty domain'}`, () => assert.ok(isUnsafeDomain(domain)));
    }

    it('may be a host of the municipality', () =>
      assert.equal(isUnsafeDomain('styrmodell.kommunen.example.se'), false));
  });

  describe('zip', () => {
    it('holds exactly the four files, at the top', () => {
      const texts = fillTexts(exampleValues);

      const files = unzipSync(zipPackage(texts));

      assert.deepEqual(Object.keys(files).sort(), ['color.png', 'en.json', 'manifest.json', 'outline.png']);
      assert.deepEqual(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())), texts.manifest);
      assert.deepEqual(
        Buffer.from(files['color.png'] ?? new Uint8Array()),
        readFileSync(new URL('../../appPackage/color.png', import.meta.url)),
      );
    });

    it('is the same byte for byte, made again later in another time zone', () => {
      const folder = mkdtempSync(join(tmpdir(), 'styrmodell-package-'));

      const zips = ['Europe/Stockholm', 'America/Los_Angeles'].map((zone, at) => {
        const file = join(folder, `${at}.zip`);
        buildPackage(['--out', file], { TZ: zone });
        return readFileSync(file);
      });

      rmSync(folder, { recursive: true });
      assert.ok(zips[0]?.equals(zips[1] ?? Buffer.alloc(0)));
    });

    it('carries the ids it is given, by option or by environment', () => {
      const folder = mkdtempSync(join(tmpdir(), 'styrmodell-package-'));
      const file = join(folder, 'app.zip');
      const id = '11111111-2222-4333-8444-555555555555';

      const said = buildPackage(['--out', file, '--bot-id', id], { DEVELOPER_NAME: 'Sjökommunen' });

      const manifest = JSON.parse(strFromU8(unzipSync(readFileSync(file))['manifest.json'] ?? new Uint8Array()));
      rmSync(folder, { recursive: true });
      assert.equal(manifest.bots[0].botId, id);
      assert.equal(manifest.developer.name, 'Sjökommunen');
      assert.match(said, /app\.zip/);
      assert.match(said, /exempelvärden används för DEVELOPER_WEBSITE_URL/);
    });

    it('is not written when Teams would refuse it', () => {
      const folder = mkdtempSync(join(tmpdir(), 'styrmodell-package-'));
      const file = join(folder, 'app.zip');

      const run = spawnSync(process.execPath, [builder, '--out', file, '--bot-id', 'not-a-guid'], { encoding: 'utf8' });

      assert.equal(run.status, 1);
      assert.match(run.stderr, /skrevs inte[\s\S]*botId/);
      assert.throws(() => readFileSync(file));
      rmSync(folder, { recursive: true });
    });
  });
});

const builder = join(import.meta.dirname, '../../appPackage/build-package.ts');

function buildPackage(options: readonly string[], environment: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, [builder, ...options], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}
