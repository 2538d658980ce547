import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/local/project.ts';

export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Where {
  readonly cwd: string;
  readonly storage?: string;
  /** What its clock says; 5 November 2026 when nothing is said, and October is open in the example plan. */
  readonly clock?: string;
  /** Kills it so many milliseconds after its start. */
  readonly killAfterMs?: number;
}

/** The command line as a process of its own. */
export function styr(
  args: readonly string[],
  { cwd, storage = '', clock = '2026-11-05T08:00:00+01:00', killAfterMs }: Where,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'src/cli/styr.ts'), ...args], {
    cwd,
    env: {
      ...process.env,
      ...{ STORAGE_CONNECTION_STRING: storage, STORAGE_TABLES_URL: '', DEMO_CLOCK: clock },
    },
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, ...written });
    });
  });
}
