import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runStyr } from '../../src/cli/run-styr.ts';
import { surroundingsOf } from '../../src/cli/surroundings.ts';
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

/** What it is told of its surroundings. */
function environment({ storage = '', clock = '2026-11-05T08:00:00+01:00' }: Where): Record<string, string> {
  return { STORAGE_CONNECTION_STRING: storage, STORAGE_TABLES_URL: '', DEMO_CLOCK: clock };
}

/** The same in this process, in a tenth of the time: for what a command does, not for how a process begins and ends. */
export async function styrHere(args: readonly string[], where: Where): Promise<Ended> {
  const stoodIn = process.cwd();
  process.chdir(where.cwd);
  try {
    return await runStyr(args, surroundingsOf(environment(where)));
  } finally {
    process.chdir(stoodIn);
  }
}

/** The command line as a process of its own. */
export function styr(args: readonly string[], where: Where): Promise<Ended> {
  const { cwd, killAfterMs } = where;
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'src/cli/styr.ts'), ...args], {
    cwd,
    env: { ...process.env, ...environment(where) },
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
