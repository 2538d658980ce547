import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../src/local/child.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import './leave-in-order.ts';

/** What `npm start` starts, with a data folder of the test's own. */
export interface Demo {
  /** The page that the screen says to open. */
  readonly url: string;
  stop(): Promise<void>;
}

/** An empty data folder for demos; the one who asks removes it. */
export function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'styrmodell-demo-'));
}

const READY_WITHIN_MS = 90_000;

/** Starts the whole demo as a person would: the same script, told of another data folder and of nothing else. */
export async function startDemo(data: string): Promise<Demo> {
  const child = startChild({
    name: 'npm start',
    args: [join(PROJECT_ROOT, 'src/local/start.ts')],
    cwd: PROJECT_ROOT,
    env: { STYRMODELL_DATA: data },
  });
  try {
    const [, url = ''] = await child.written(/Öppna (http:\S+) i/, READY_WITHIN_MS);
    return { url, stop: () => child.stop() };
  } catch (error) {
    await child.stop();
    throw error;
  }
}
