import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../../src/compose-stores.ts';
import { planFiles } from '../../src/documents/plan-files.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { EXAMPLE_PLAN_FILE } from '../../src/local/example-plan.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { freshStorage } from '../support/azurite.ts';
import { aStoredAnswer, exampleFile, examplePlanText } from '../support/builders.ts';
import { putInForce } from '../support/put-in-force.ts';
import { type Ended, styr, styrHere } from '../support/styr.ts';

const clock = { now: () => new Date('2026-11-05T08:00:00+01:00') };

describe('The command line of a municipality', function () {
  this.timeout(120_000);
  let folder: string;
  let storage: string;
  const run = (...args: string[]): Promise<Ended> => styrHere(args, { cwd: folder, storage });
  const done = async (...args: string[]): Promise<string> => {
    const { exitCode, out, err } = await run(...args);
    assert.deepEqual([exitCode, err], [0, '']);
    return out;
  };
  const json = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { out, err } = await run(...args, '--json');
    assert.equal(err, '');
    return JSON.parse(out);
  };
  /** The example plan with changes, as a JSON file. */
  const save = (name: string, change: (current: PlanFile['current']) => Partial<PlanFile['current']>): void => {
    const file = exampleFile();
    writeFileSync(
      join(folder, name),
      planFiles.writeJson({ ...file, current: { ...file.current, ...change(file.current) } }),
    );
  };

  /** The example plan in force, without a process for it. */
  const inForce = async () => {
    const stores = await openStores({ connectionString: storage }, clock);
    await putInForce(stores, clock, examplePlanText());
    return stores;
  };

  /** A command that waits ten seconds for storage, while the other tests go on. */
  let withoutAnswer: Promise<Ended>;

  before(async () => {
    const usual = await freshStorage();
    const nowhere = usual.replace(/(\w+)Endpoint=http:\/\/127\.0\.0\.1:\d+/g, '$1Endpoint=http://127.0.0.1:1');
    withoutAnswer = styr(['plan', 'versions', '--json'], { cwd: tmpdir(), storage: nowhere });
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'styr å ä ö '));
    storage = await freshStorage();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('looks a plan through without storage', async () => {
    const { exitCode, out } = await styr(['plan', 'check', EXAMPLE_PLAN_FILE], { cwd: folder });

    assert.equal(exitCode, 0);
    assert.match(out, /går att läsa in, \d+ varningar\.\n\nVarningar/);
  });

  it('lists every error of a plan at once, errors before warnings, and stores nothing of it', async () => {
    save('fel.json', ({ indicators, committees }) => ({
      indicators: indicators.map((one, at) => (at === 0 ? { ...one, goal: 'BORTA' } : one)),
      committees: [...committees, ...committees.slice(0, 1)],
    }));

    const checked = await run('plan', 'check', 'fel.json');
    const imported = await run('plan', 'import', 'fel.json');

    assert.equal(checked.exitCode, 1);
    assert.match(checked.out, /Fel \(\d+\)\n(.*\n)*.*BORTA(.*\n)*Varningar/);
    assert.match(checked.out, /committees\.\d+.*KS/);
    assert.deepEqual([imported.exitCode, imported.out], [1, '']);
    assert.deepEqual((await json('plan', 'versions')).versions, []);
  });

  it('previews, imports, and imports the same again without a change', async () => {
    const preview = await done('plan', 'import', EXAMPLE_PLAN_FILE, '--dry-run');
    assert.match(preview, /^Provläsning: inget är ändrat\.\n\nPlanen skulle gälla från och med januari 2026\./);
    assert.deepEqual((await json('plan', 'versions')).versions, []);

    assert.match(
      await done('plan', 'import', EXAMPLE_PLAN_FILE, '--reason', 'KF § 1'),
      /inläst som version 1 .* januari 2026/,
    );
    assert.equal(await done('plan', 'import', EXAMPLE_PLAN_FILE), 'Planen gäller redan, inget är ändrat.\n');
    assert.match(await done('plan', 'versions'), /^Nr .*\n +1 +januari 2026 .* styr .*KF § 1\n$/);
  });

  it('exports a workbook and a JSON file that are the same plan', async () => {
    await inForce();

    await done('plan', 'export', 'Mål och budget.xlsx');
    await done('plan', 'export', 'plan.json');

    assert.deepEqual((await json('plan', 'import', 'Mål och budget.xlsx')).outcome, 'unchanged');
    assert.deepEqual((await json('plan', 'import', 'plan.json')).outcome, 'unchanged');
  });

  it('shows a change with its sheet and column, before and after', async () => {
    await inForce();
    save('ny.json', ({ indicators }) => ({
      indicators: indicators.map((one) => (one.id === 'INSIKT' ? { ...one, target: { atLeast: 77 } } : one)),
    }));

    const preview = await done('plan', 'import', 'ny.json', '--dry-run');

    assert.match(preview, /Ändras \(1\)\n {2}Indikatorer, INSIKT, .*: 74 → 77/);
    assert.match(JSON.stringify(await json('plan', 'import', 'ny.json', '--dry-run')), /"field":"target\.atLeast"/);
    await done('plan', 'import', 'ny.json');
    assert.match(await done('plan', 'diff', '1', '2'), /INSIKT, .*: 74 → 77/);
    assert.match(await done('plan', 'diff', '2', '1'), /INSIKT, .*: 77 → 74/);
    await done('plan', 'export', 'gammal.json', '--version', '1');
    assert.equal((await json('plan', 'import', 'gammal.json', '--dry-run')).basedOn, 2);
  });

  it('asks from which month a budget applies when the open month is answered', async () => {
    const { answers } = await inForce();
    await answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-10' }), []);
    save('ny.json', ({ budgets }) => ({ budgets: budgets.map((one) => ({ ...one, note: 'Rättad' })) }));

    const refused = await run('plan', 'import', 'ny.json');
    assert.deepEqual([refused.exitCode, refused.out], [1, '']);
    assert.match(refused.err, /oktober 2026 är öppen.*\n.*--from 2026-10 .*\n.*--from 2026-11 /);
    const { ok, code, open, next } = await json('plan', 'import', 'ny.json');
    assert.deepEqual({ ok, code, open, next }, { ok: false, code: 'MONTH_ANSWERED', open: '2026-10', next: '2026-11' });

    assert.match(await done('plan', 'import', 'ny.json', '--from', '2026-11'), /version 2 .* november 2026/);
  });

  it('refuses another unit for an indicator with values, and says that it needs a new id', async () => {
    await inForce();
    save('enhet.json', ({ indicators }) => ({
      indicators: indicators.map((one) => (one.id === 'INSIKT' ? { ...one, unit: 'antal' } : one)),
    }));

    const { exitCode, err } = await run('plan', 'import', 'enhet.json');

    assert.equal(exitCode, 1);
    assert.match(err, /INSIKT.*nytt id/);
    assert.equal(((await json('plan', 'versions')).versions as unknown[]).length, 1);
  });

  it('archives an indicator with values that is left out: it is named, and the earlier version still has it', async () => {
    await inForce();
    save('utan.json', ({ indicators }) => ({ indicators: indicators.filter(({ id }) => id !== 'INSIKT') }));

    assert.match(await done('plan', 'import', 'utan.json'), /Siffrorna ligger kvar/);

    await done('plan', 'export', 'gammal.json', '--version', '1');
    assert.match(readFileSync(join(folder, 'gammal.json'), 'utf8'), /"INSIKT"/);
  });

  it('shows how the committees contribute, from a file or from the plan in force', async () => {
    await inForce();

    const ofPlan = await done('plan', 'coverage');
    assert.equal(await done('plan', 'coverage', EXAMPLE_PLAN_FILE), ofPlan);
    assert.match(ofPlan, /\nBUN +7 Alla barn .* nämndmål UTBILDAR/);
    assert.match(ofPlan, /\nBUN +1 Nynäshamn växer som kommun +SAKNAS: /);
    assert.doesNotMatch(await done('plan', 'coverage', '--committee', 'bun'), /\nSN /);
  });

  it('judges indicators and goals with the reason in words, by what has been reported too', async () => {
    const { answers } = await inForce();
    const answer = {
      ...aStoredAnswer().answer,
      indicators: [{ indicatorId: 'SJUKFRANVARO', report: { kind: 'value', value: 6.5 } }],
    } as const;
    const both = {
      ...answer,
      indicators: [
        { indicatorId: 'SJUKFRANVARO', report: { kind: 'value', value: 5.3 } },
        { indicatorId: 'SJUKFRANVARO', scope: 'municipality', report: { kind: 'value', value: 7.7 } },
      ],
    } as const;
    await answers.save(aStoredAnswer({ committeeId: 'BUN', period: '2026-10', answer }), []);
    await answers.save(aStoredAnswer({ committeeId: 'KS', period: '2026-10', answer: both }), []);

    const own = await done('plan', 'assess', '--period', '2026-10', '--committee', 'BUN');
    const ofExecutive = await done('plan', 'assess', '--period', '2026-10', '--committee', 'KS');
    const ofAll = await done('plan', 'assess', '--period', '2026-10');

    assert.match(own, /\(SJUKFRANVARO\): når målet\n {2}Målet är högst 7 % .* Senaste värdet är 6,5 \(oktober 2026\)/);
    assert.match(ofExecutive, /\(SJUKFRANVARO\): når målet\n {2}.* Senaste värdet är 5,3 \(oktober 2026\)/);
    assert.match(ofAll, /\(SJUKFRANVARO\): når inte målet\n {2}.* Senaste värdet är 7,7 \(oktober 2026\)/);
    assert.match(ofAll, /\nMÅL\n\n.*\(VAXER\)\n {2}Förslag: /);
  });

  it('writes a committee’s part, and all of them into a folder', async () => {
    await inForce();

    await done('plan', 'part', 'bun', 'del.xlsx');
    await done('plan', 'parts', '--out', 'delar');

    assert.match(await done('plan', 'check', 'del.xlsx'), /är en nämnds del och går att läsa; mot planen/);
    const files = readdirSync(join(folder, 'delar')).sort();
    assert.deepEqual(
      files,
      ['BUN', 'KFN', 'KS', 'NAN', 'SBN', 'SN'].map((id) => `verksamhetsplan-${id}.xlsx`),
    );
    const asPlan = await run('plan', 'import', 'del.xlsx');
    assert.equal(asPlan.exitCode, 1);
    assert.match(asPlan.err, /en nämnds del av planen \(BUN\)/);
  });

  it('writes no part for a committee that ended before the plan begins', async () => {
    await inForce();

    const { exitCode, err } = await run('plan', 'part', 'MSN', 'del.xlsx');

    assert.equal(exitCode, 1);
    assert.match(err, /^MSN finns inte under Mål och budget 2026–2029/);
  });

  it('shows the archived plans with the unit that was published', async () => {
    const out = await done('archive', EXAMPLE_PLAN_FILE);

    assert.match(out, /2021 +Barn- och utbildningsnämnden +mnkr .*−8\n/);
    assert.match(out, /2020 +Barn- och utbildningsnämnden +tkr .*−6\u00a0628\n/);
  });

  it('makes an empty workbook, and never writes over a file unasked', async () => {
    await done('plan', 'template');
    const again = await run('plan', 'template');

    assert.deepEqual(readdirSync(folder), ['styrmodell-mall.xlsx']);
    assert.equal(again.exitCode, 1);
    assert.match(again.err, /finns redan.*--force/);
    await done('plan', 'template', '--force');
  });

  it('says in Swedish what is wrong with a file, and ends with 2', async () => {
    mkdirSync(join(folder, 'mapp'));

    for (const [file, text] of [
      ['finns inte.xlsx', /finns inte\.xlsx finns inte/],
      ['mapp', /mapp är en mapp, inte en fil/],
    ] as const) {
      const { exitCode, out, err } = await run('plan', 'check', file);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, text);
    }
  });

  it('ends with 3 when storage is not given or does not answer', async () => {
    const notGiven = await styr(['plan', 'versions'], { cwd: folder });
    const silent = await withoutAnswer;

    assert.equal(notGiven.exitCode, 3);
    assert.match(notGiven.err, /STORAGE_TABLES_URL/);
    assert.equal(silent.exitCode, 3);
    assert.equal(JSON.parse(silent.out).code, 'STORAGE_UNREACHABLE');
  });

  it('ends quietly when the reader of its text has seen enough', () => {
    const command = `"${process.execPath}" "${join(PROJECT_ROOT, 'src/cli/styr.ts')}" archive "${EXAMPLE_PLAN_FILE}" --json | head -c 10`;

    const { stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], { encoding: 'utf8' });

    assert.deepEqual([stdout.length, stderr], [10, '']);
  });

  it('finds files where the person stands, through npm too', () => {
    writeFileSync(join(folder, 'plan.json'), readFileSync(EXAMPLE_PLAN_FILE));

    const args = ['run', '--silent', '--prefix', PROJECT_ROOT, 'styr', '--', 'plan', 'check', 'plan.json', '--json'];
    const { status, stdout } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });

    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).errors, 0);
  });
});
