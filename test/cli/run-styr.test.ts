import assert from 'node:assert/strict';
import type { Surroundings } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { runStyr } from '../../src/cli/run-styr.ts';
import { FakeClock, FakePlanFiles, inMemoryPorts } from '../support/fakes.ts';

const surroundings: Surroundings = {
  files: new FakePlanFiles(),
  reportFiles: inMemoryPorts().reportFiles,
  clock: new FakeClock('2026-11-05T07:00:00Z'),
  openStores: async () => inMemoryPorts(),
};
const run = (...args: string[]) => runStyr(args, surroundings);

describe('The help of the command line', () => {
  it('comes by itself, and however it is asked for', async () => {
    const asked = await Promise.all([run(), run('hjälp'), run('help'), run('--help'), run('-h')]);

    assert.equal(new Set(asked.map(({ out }) => out)).size, 1);
    assert.ok(asked.every(({ exitCode, err }) => exitCode === 0 && err === ''));
    for (const { name } of commands) assert.match(asked[0]?.out ?? '', new RegExp(`styr ${name}`));
  });

  it('explains one command with all its options', async () => {
    for (const command of commands) {
      const { exitCode, out } = await run(...command.name.split(' '), '--help');

      assert.equal(exitCode, 0);
      for (const option of [...Object.keys(command.options), 'json']) assert.match(out, new RegExp(`--${option}`));
    }
  });

  it('lists the plan’s own commands', async () => {
    const { out } = await run('plan', '--help');

    assert.match(out, /styr plan import/);
    assert.doesNotMatch(out, /styr archive/);
  });
});

describe('The command line', () => {
  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['plan', 'chek', 'x'], /Kommandot "styr plan chek x" finns inte/],
    [['plan'], /Efter "styr plan" ska det stå vad\. Skriv: styr plan --help/],
    [['plan', 'template', 'mall.pdf'], /\.xlsx/],
    [['plan', 'part', 'BUN', 'del.json'], /\.xlsx/],
    [['plan', 'check'], /FIL saknas\.\n\nAnvändning: styr plan check FIL/],
    [['plan', 'check', 'a', 'b'], /"b" är ett ord för mycket/],
    [['plan', 'import', 'a', '--dryrun'], /--dryrun finns inte/],
    [['plan', 'import', 'a', '--from'], /--from ska följas av ett värde/],
    [['plan', 'import', 'a', '--dry-run=ja'], /--dry-run har inget värde/],
    [['plan', 'import', 'a', '--from', 'oktober'], /"oktober" är ingen månad. Skriv till exempel 2026-10/],
    [['plan', 'export', 'a.csv'], /\.xlsx eller \.json/],
    [['plan', 'diff', '1', 'två'], /"två" är inget versionsnummer/],
    [
      ['plan', 'assess'],
      /--period saknas.*\n\nAnvändning: styr plan assess \[FIL\] --period MÅNAD \[--committee NÄMND\]/,
    ],
  ];
  for (const [args, says] of wrong) {
    it(`says what is wrong with "${args.join(' ')}", and ends with 2`, async () => {
      const { exitCode, out, err } = await run(...args);

      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, says);
    });
  }

  it('writes one JSON object and nothing else with --json, wherever that stands', async () => {
    for (const args of [
      ['--json', 'plan', 'versions'],
      ['plan', '--json', 'versions'],
      ['plan', 'chek', '--json'],
      ['--json'],
    ]) {
      const { out, err } = await run(...args);

      assert.equal(err, '');
      assert.equal(typeof JSON.parse(out).ok, 'boolean');
    }
  });

  it('calls storage that can’t be reached by its name, and ends with 3', async () => {
    const openStores = async (): Promise<never> => {
      throw Object.assign(new Error('Table storage could not be used'), { name: 'StorageUnreachable' });
    };

    const { exitCode, err } = await runStyr(['plan', 'versions'], { ...surroundings, openStores });

    assert.equal(exitCode, 3);
    assert.match(err, /Lagret går inte att nå/);
  });
});
