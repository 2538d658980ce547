import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../../src/compose-stores.ts';
import { planFiles } from '../../src/documents/plan-files.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import type { Ports } from '../../src/ports.ts';
import { freshStorage } from '../support/azurite.ts';
import { exampleFile } from '../support/builders.ts';
import { styr } from '../support/styr.ts';

const KILLS = 6;
const clock = { now: () => new Date('2026-11-05T08:00:00+01:00') };

/** The example plan, every outcome that it brings one krona higher for each edition. */
function edition(number: number): PlanFile {
  const file = exampleFile();
  const outcomes = file.current.outcomes.map((outcome) => ({
    ...outcome,
    accumulatedOutcomeKr: outcome.accumulatedOutcomeKr + number,
  }));
  return { ...file, current: { ...file.current, title: `Utgåva ${number}`, outcomes } };
}

/** What storage says, by a process that has never read it. */
async function stored(storage: string): Promise<Pick<Ports, 'plans' | 'answers'>> {
  return openStores({ connectionString: storage }, clock);
}

describe('An import that is killed', function () {
  this.timeout(180_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'styr-kill-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the old plan or the new one whole, and is completed when it is run again', async () => {
    const storage = await freshStorage();
    const importEdition = (number: number, killAfterMs?: number) => {
      writeFileSync(join(folder, 'plan.json'), planFiles.writeJson(edition(number)));
      const where = { cwd: folder, storage, ...(killAfterMs === undefined ? {} : { killAfterMs }) };
      return styr(['plan', 'import', 'plan.json'], where);
    };
    await styr(['plan', 'versions'], { cwd: folder, storage }); // what Node has compiled is used by those that follow
    const started = performance.now();
    assert.equal((await importEdition(0)).exitCode, 0);
    const wholeMs = performance.now() - started;

    for (let number = 1; number <= KILLS; number++) {
      // Spread over the second half: in the first one Node is loading.
      await importEdition(number, wholeMs * (0.4 + (0.6 * number) / KILLS));

      const { plans } = await stored(storage);
      const file = await plans.file();
      assert.deepEqual(file, edition(file?.current.title === `Utgåva ${number}` ? number : number - 1));

      assert.equal((await importEdition(number)).exitCode, 0);
      await assertComplete(storage, number);
    }
  });
});

async function assertComplete(storage: string, number: number): Promise<void> {
  const { plans, answers } = await stored(storage);
  const versions = await plans.versions();
  assert.equal(versions.length, number + 1);
  assert.deepEqual(await plans.file(), edition(number));
  for (const { committee, businessArea, period, accumulatedOutcomeKr } of edition(number).current.outcomes) {
    const answer = await answers.find(committee, period as `${number}-${number}`);
    const area = answer?.answer.areas.find(({ areaId }) => areaId === businessArea);
    assert.deepEqual(area?.outcome, { kind: 'value', amountKr: accumulatedOutcomeKr });
  }
}
