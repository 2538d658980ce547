import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A process that we started, and that we alone stop. */
export interface Child {
  /** What it is called when people are told about it, in Swedish. */
  readonly name: string;
  readonly pid: number;
  /** Fulfilled when it has ended, for whatever reason. */
  readonly exited: Promise<ChildExit>;
  /** What it wrote last, oldest line first. */
  lastLines(): readonly string[];
  /** Waits until something it writes matches; rejects when it ends first or the time (ms) is up. */
  written(pattern: RegExp, timeoutMs: number): Promise<RegExpMatchArray>;
  /** SIGTERM, and SIGKILL when that has not helped after five seconds. May be called twice. */
  stop(): Promise<void>;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ChildOptions {
  readonly name: string;
  /** What the project's own Node is given: the script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Is given everything the child writes, piece by piece. */
  readonly onOutput?: (text: string) => void;
}

const KEPT_CHARACTERS = 64 * 1024;
const PATIENCE_MS = 5_000;

/**
 * Starts a script with the Node that runs us. It gets a process group of its own, so that a Ctrl-C in the terminal
 * reaches only us, and we can stop things in the right order: the service before the storage that it writes to.
 */
export function startChild({ name, args, cwd, env, onOutput }: ChildOptions): Child {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output = new Output(onOutput);
  output.follow(child.stdout);
  output.follow(child.stderr);
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  const stop = stopper(child, exited);

  return {
    name,
    pid: child.pid ?? -1,
    exited,
    lastLines: () => output.lastLines(),
    written: (pattern, timeoutMs) => output.written(pattern, timeoutMs, name, exited),
    stop,
  };
}

function stopper(child: ChildProcess, exited: Promise<ChildExit>): () => Promise<void> {
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow); // nothing outlives us, even when we end by an exception
  void exited.then(() => process.removeListener('exit', killNow));

  return async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(killNow, PATIENCE_MS);
    await exited;
    clearTimeout(patience);
  };
}

/** The end of what a child has written, and those who wait for something in it. */
class Output {
  readonly #onOutput: ((text: string) => void) | undefined;
  readonly #listeners = new Set<() => void>();
  #text = '';

  constructor(onOutput: ((text: string) => void) | undefined) {
    this.#onOutput = onOutput;
  }

  follow(stream: Readable): void {
    stream.setEncoding('utf8').on('data', (text: string) => {
      this.#text = (this.#text + text).slice(-KEPT_CHARACTERS);
      this.#onOutput?.(text);
      for (const listener of this.#listeners) listener();
    });
  }

  lastLines(): readonly string[] {
    return this.#text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-12);
  }

  async written(
    pattern: RegExp,
    timeoutMs: number,
    name: string,
    exited: Promise<ChildExit>,
  ): Promise<RegExpMatchArray> {
    let listener = (): void => undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<RegExpMatchArray>((resolve, reject) => {
        const give = (why: string): void => reject(new Error(`${name}: ${why}\n${this.lastLines().join('\n')}`));
        listener = () => {
          const match = pattern.exec(this.#text);
          if (match) resolve(match);
        };
        this.#listeners.add(listener);
        timer = setTimeout(() => give(`väntade förgäves i ${timeoutMs / 1000} s`), timeoutMs);
        void exited.then(({ code, signal }) => give(`avslutades (${signal ?? `kod ${code}`})`));
        listener();
      });
    } finally {
      clearTimeout(timer);
      this.#listeners.delete(listener);
    }
  }
}
