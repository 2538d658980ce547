import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoClock } from '../../src/local/demo-clock.ts';

const PLANNED = '2026-11-05T08:00:00+01:00';

describe('the clock of the demo', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'styrmodell-clock-'));
    file = join(folder, 'demo-clock.txt');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('starts the first time where the plan says', async () => {
    const clock = await startDemoClock(file, PLANNED);
    await clock.stop();

    assert.deepEqual([clock.isFirst, clock.startsAt], [true, new Date(PLANNED)]);
  });

  it('goes on the second time a minute after the first stopped', async () => {
    await (await startDemoClock(file, PLANNED)).stop();
    const stoppedAt = new Date((await readFile(file, 'utf8')).trim());

    const second = await startDemoClock(file, PLANNED);
    await second.stop();

    assert.deepEqual([second.isFirst, second.startsAt], [false, new Date(stoppedAt.getTime() + 60_000)]);
  });

  it('goes on from later, never earlier, when the first was killed without a word', async () => {
    const killed = await startDemoClock(file, PLANNED);
    const writtenWhileItRan = new Date((await readFile(file, 'utf8')).trim());
    await killed.stop();

    assert.ok(writtenWhileItRan.getTime() > killed.startsAt.getTime());
  });

  it('says which file to remove when what is in it is no time', async () => {
    await writeFile(file, 'i morgon\n');

    await assert.rejects(startDemoClock(file, PLANNED), /demo-clock\.txt/);
  });
});
