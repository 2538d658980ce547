import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MOCHA = join(ROOT, 'node_modules/mocha/bin/mocha.js');
/** Everything that knows what day it is. */
const FILES = [
  'calendar/swedish-working-days',
  'domain/stockholm',
  'domain/period',
  'domain/follow-up',
  'journeys/year',
];

describe('A server that stands somewhere else', () => {
  for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
    it(`keeps the municipality’s days, with its clock in ${zone}`, () => {
      const files = FILES.map((name) => join(ROOT, 'test', `${name}.test.ts`));

      const run = spawnSync(process.execPath, [MOCHA, '--no-config', '--reporter', 'dot', ...files], {
        cwd: ROOT,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });

      assert.equal(run.status, 0, run.stdout + run.stderr);
      assert.match(run.stdout, /\b[1-9]\d+ passing/);
    });
  }
});
