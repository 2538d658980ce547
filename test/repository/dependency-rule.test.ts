import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Imports that a file in this folder must not have. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'src/domain/period.ts': [
    'zod',
    'node:crypto',
    '../ports.ts',
    '../texts.ts',
    '../features/outcomes/record-outcome.ts',
  ],
  'src/ports.ts': ['botbuilder', '@azure/data-tables', './features/outcomes/record-outcome.ts', './texts.ts'],
  'src/plan-ports.ts': ['zod', '@cj-tech-master/excelts', './plan-texts.ts', './documents/plan-json.ts'],
  'src/round-ports.ts': ['zod', '@azure/storage-queue', './texts.ts', './tables/storage.ts'],
  'src/plan-texts.ts': ['botbuilder', 'zod', '../cards/all.ts', './documents/plan-json.ts', './tables/storage.ts'],
  'src/texts.ts': ['botbuilder', '../cards/all.ts', './tables/storage.ts'],
  'src/features/outcomes/record-outcome.ts': [
    ...['botbuilder', 'restify', '@azure/data-tables', '@azure/storage-queue', 'adaptivecards-templating'],
    ...[
      '@cj-tech-master/excelts',
      '../../tables/storage.ts',
      '../../teams/bot.ts',
      '../../web/server.ts',
      '../../texts.ts',
      '../../../cards/all.ts',
    ],
  ],
  'cards/monthly-prompt/card.ts': [
    ...['botbuilder', 'restify', '@azure/data-tables', 'node:fs'],
    ...['../../src/ports.ts', '../../src/features/outcomes/record-outcome.ts', '../../src/tables/storage.ts'],
  ],
  'src/teams/bot.ts': [
    ...['restify', '@azure/data-tables', '@cj-tech-master/excelts'],
    ...['../tables/storage.ts', '../web/server.ts', '../documents/plan-json.ts'],
  ],
  'src/tables/storage.ts': ['botbuilder', 'restify', '../teams/bot.ts', '../features/outcomes/record-outcome.ts'],
  'src/graph/app-installer.ts': [
    ...['botbuilder', '@azure/data-tables', '@azure/storage-queue', 'zod'],
    ...['../domain/period.ts', '../config.ts', '../texts.ts', '../teams/bot.ts', '../tables/storage.ts'],
  ],
  'src/web/server.ts': [
    'botbuilder',
    'botframework-connector',
    '@azure/data-tables',
    '../teams/bot.ts',
    '../tables/storage.ts',
  ],
  'src/documents/plan-json.ts': [
    'botbuilder',
    'restify',
    '@azure/data-tables',
    '@cj-tech-master/excelts',
    '../compose.ts',
    '../config.ts',
    '../tables/storage.ts',
    '../teams/bot.ts',
  ],
  'src/documents/plan-workbook/read-worker.ts': [
    ...['botbuilder', '@azure/data-tables', '@resvg/resvg-js'],
    ...[
      '../../compose.ts',
      '../../config.ts',
      '../../tables/storage.ts',
      '../../teams/bot.ts',
      '../../../cards/all.ts',
    ],
  ],
  'src/calendar/working-days.ts': ['botbuilder', '@azure/data-tables', '../tables/storage.ts'],
  'src/jobs/schedule.ts': ['botbuilder', '@azure/data-tables', '../teams/messenger.ts', '../tables/storage.ts'],
  'src/cli/styr.ts': ['botbuilder', 'restify', '@azure/data-tables', '../tables/storage.ts', '../local/start.ts'],
  'src/local/start.ts': ['botbuilder', 'restify', '../compose.ts', '../tables/storage.ts', '../domain/period.ts'],
  'src/config.ts': ['botbuilder', './tables/storage.ts', './compose.ts'],
  'src/compose.ts': [
    ...['botbuilder', 'restify', '@azure/data-tables', '@azure/identity', '@cj-tech-master/excelts', '@resvg/resvg-js'],
    ...['fflate', './local/start.ts', './main.ts'],
  ],
  'src/main.ts': ['botbuilder', 'restify', '@azure/data-tables', './local/start.ts', './cli/styr.ts'],
};

/** Imports that the same folders live by. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/domain/plan.ts': ['./period.ts'],
  'src/ports.ts': ['./domain/period.ts', './plan-ports.ts', './round-ports.ts'],
  'src/round-ports.ts': ['./domain/answer.ts', './ports.ts'],
  'src/plan-ports.ts': ['./domain/plan-document.ts'],
  'src/plan-texts.ts': ['./domain/plan-problem.ts'],
  'src/documents/plan-files.ts': [
    ...['zod', '../domain/plan-document.ts', '../plan-ports.ts', '../plan-texts.ts'],
    ...['./plan-schema.ts', './plan-workbook/read-in-worker.ts'],
  ],
  'src/documents/model-picture.ts': ['@resvg/resvg-js', 'node:module', './model-picture/layout.ts'],
  'src/documents/plan-workbook/read-worker.ts': [
    ...['@cj-tech-master/excelts', 'fflate', 'zod', 'node:worker_threads', './unpack.ts', '../plan-schema.ts'],
    ...['../../domain/plan-document.ts', '../../plan-ports.ts', '../../plan-texts.ts'],
  ],
  'src/features/outcomes/show-prompt.ts': [
    '../../domain/period.ts',
    '../../ports.ts',
    './record-outcome.ts',
    '../delivery/send-once.ts',
    'node:crypto',
  ],
  'cards/help/card.ts': [
    'zod',
    'adaptivecards-templating',
    '../../src/domain/period.ts',
    '../swedish.ts',
    './template.json',
  ],
  'src/teams/messenger.ts': ['botbuilder', '../domain/period.ts', '../ports.ts', '../texts.ts', '../../cards/all.ts'],
  'src/tables/people.ts': [
    '@azure/data-tables',
    '@azure/storage-queue',
    '@azure/identity',
    'zod',
    'node:crypto',
    '../domain/period.ts',
    '../ports.ts',
  ],
  'src/graph/graph-token.ts': ['@azure/identity', '../ports.ts', './app-installer.ts'],
  'src/web/token.ts': ['restify', 'jose', 'zod', 'node:timers/promises', '../ports.ts', '../texts.ts'],
  'src/calendar/holidays.ts': ['date-holidays', '../ports.ts'],
  'src/cli/plan.ts': [
    'node:fs/promises',
    '../compose-stores.ts',
    '../config.ts',
    '../texts.ts',
    '../documents/plan-json.ts',
  ],
  'src/local/azurite.ts': ['node:child_process', 'zod', './child.ts'],
  'src/config.ts': ['zod'],
  'src/compose.ts': [
    './config.ts',
    './teams/bot.ts',
    './tables/storage.ts',
    './web/server.ts',
    './features/outcomes/record-outcome.ts',
  ],
  'src/main.ts': ['./compose.ts', './config.ts'],
};

describe('the rule of who may import what', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'styrmodell-rule-'));
    for (const file of ['biome.json', 'package.json', '.gitignore']) cpSync(join(ROOT, file), join(folder, file));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is broken by every import across a border', () => {
    const planted = plant(FORBIDDEN);

    assert.deepEqual(broken('lint/style/noRestrictedImports'), planted);
  });

  it('lets every folder have what it lives by', () => {
    plant(ALLOWED);

    assert.deepEqual(broken('lint/style/noRestrictedImports'), []);
  });

  it('lets nothing but the configuration read the environment', () => {
    const reads = 'export const port: string | undefined = process.env.PORT;\n';
    for (const file of ['src/config.ts', 'src/web/server.ts', 'src/features/delivery/deliver.ts']) write(file, reads);

    assert.deepEqual(broken('lint/style/noProcessEnv'), ['src/features/delivery/deliver.ts:1', 'src/web/server.ts:1']);
  });

  /** One import a line, so that a line number names an import. */
  function plant(imports: Readonly<Record<string, readonly string[]>>): string[] {
    for (const [file, sources] of Object.entries(imports)) {
      write(file, sources.map((source, index) => `import type * as i${index} from '${source}';\n`).join(''));
    }
    return Object.entries(imports)
      .flatMap(([file, sources]) => sources.map((_, index) => `${file}:${index + 1}`))
      .toSorted();
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  /** Every place, as `file:line`, where the linter finds this rule broken. */
  function broken(rule: string): string[] {
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.match(stdout, /"diagnostics"/, stderr);
    return (JSON.parse(stdout) as Report).diagnostics
      .filter(({ category }) => category === rule)
      .map(({ location }) => `${location.path}:${location.start.line}`)
      .toSorted();
  }
});

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}
