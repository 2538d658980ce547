import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import sinon from 'sinon';
import type { ServiceProcess } from './service-process.ts';

/** Levels of the log, as pino numbers them. */
const ERROR = 50;
/** Shorter texts are part of something else by chance. */
const LONGEST_ORDINARY = 100;
const SHORTEST_TOLD = 6;
const DOOR_LINES = new Set(['activity received', 'activity refused', 'activity failed']);

/** Stands beside the door with a list: what was sent in, and what the services wrote about it. */
export interface Witness {
  /** Services whose logs are read. */
  watch(service: ServiceProcess): void;
  /** One line for each request, no failure, and nothing of what people typed. `others`: requests sent past `fetch`. */
  checkLogs(others?: number): void;
  /** The newest service has not ended meanwhile, says that it is well, and has written all that it had to write until then. */
  checkAlive(): Promise<void>;
  leave(): void;
}

export function startWitness(): Witness {
  const sent = sinon.spy(globalThis, 'fetch');
  const services: ServiceProcess[] = [];

  return {
    watch: (service) => void services.push(service),
    checkLogs: (others = 0) => {
      const ours = services.flatMap((service) =>
        sent.getCalls().filter(({ args }) => String(args[0]).startsWith(service.url)),
      );
      const requests = ours.filter(({ args }) => String(args[0]).endsWith('/api/messages'));
      const lines = services.flatMap((service) => service.logged());
      const written = services.map((service) => service.output()).join('\n');

      assert(requests.length > 0);
      assert.equal(
        lines.filter(({ msg }) => DOOR_LINES.has(msg)).length,
        requests.length + others,
        'one line for each request',
      );
      assert.deepEqual(
        lines.filter(({ level }) => Number(level) >= ERROR),
        [],
      );
      assert.doesNotMatch(written, /unhandled|turn failed|UncaughtException/i);
      const plain = lines.map((line) => leavesOf(line).join('\n')).join('\n');
      for (const { args } of requests) {
        for (const word of tellingWords(args[1])) {
          assert(!holds(written, word) && !holds(plain, word), `The log holds ${JSON.stringify(word.slice(0, 80))}`);
        }
      }
    },
    checkAlive: async () => {
      const service = services.at(-1);
      assert(service);
      process.kill(service.pid, 0); // throws when there is no such process
      assert.deepEqual(await (await fetch(`${service.url}/healthz`)).json(), { status: 'ok' });
      await delay(100); // an answer and the line about it come by different ways
    },
    leave: () => sent.restore(),
  };
}

/** What a request carried that no log may hold: the token, the words of a message, and all that was typed in a card. */
function tellingWords(init: RequestInit | undefined): string[] {
  const token = new Headers(init?.headers).get('authorization')?.split('.')[1];
  const { text, value } = readActivity(init?.body);
  const data = (value as { action?: { data?: unknown } } | undefined)?.action?.data ?? value;
  const inputs = Object.entries(isRecord(data) ? data : {}).filter(([name]) => name.startsWith('i_'));
  const words = [token, text, ...inputs.flatMap(([, typed]) => leavesOf(typed))];
  const figures = words.map((word) => String(word ?? '').replace(/(?<=\d) (?=\d)/g, ''));
  return [...new Set([...words, ...figures])].filter(
    (word): word is string => typeof word === 'string' && word.length >= SHORTEST_TOLD && !isOrdinary(word),
  );
}

/** A word that our own lines may have too. Millions of letters are more than a pattern always has room to read. */
function isOrdinary(word: string): boolean {
  return word.length < LONGEST_ORDINARY && /^[a-z-]+$/.test(word);
}

/** Figures only as a whole: six digits stand inside a clock's milliseconds by chance. */
function holds(log: string, word: string): boolean {
  return /^\d+$/.test(word) ? new RegExp(`(?<!\\w)${word}(?!\\w)`).test(log) : log.includes(word);
}

function readActivity(body: unknown): { readonly text?: unknown; readonly value?: unknown } {
  try {
    const activity: unknown = JSON.parse(String(body));
    return isRecord(activity) ? activity : {};
  } catch {
    return {}; // sent as nonsense, and so without words
  }
}

function leavesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isRecord(value) ? Object.values(value).flatMap(leavesOf) : [String(value)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
