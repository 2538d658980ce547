import { Agent, request } from 'node:http';
import { z } from 'zod';
import { bodyFor } from './press-text.ts';

/*
 * Presses buttons as fast as the answers come: each reporter in a line of its own, every press a correction of the one before,
 * so that every request stores a new revision. Told what to do by LOAD_JOB, says what it saw in one line of JSON.
 */
const Job = z.object({
  url: z.url(),
  token: z.string(),
  seconds: z.number(),
  /** Part of every right answer. */
  expected: z.string(),
  /** Part of an answer that asks for the same press again. */
  again: z.string(),
  reporters: z.array(z.object({ revisionShown: z.int(), presses: z.tuple([z.string(), z.string()]) })),
});
export type LoadJob = z.infer<typeof Job>;

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Right answers, in the order of the job's reporters. */
  readonly answered: readonly number[];
  /** Presses that were answered "not stored, press again", and pressed again: a call to storage was lost. */
  readonly repeated: number;
  /** The first answer that was something else. */
  readonly wrong?: string;
}

const job = Job.parse(JSON.parse(process.env.LOAD_JOB ?? ''));
const agent = new Agent({ keepAlive: true, maxSockets: job.reporters.length });
const times: number[] = [];
let repeated = 0;
let wrong: string | undefined;

const from = performance.now();
const until = from + job.seconds * 1000;
const answered = await Promise.all(job.reporters.map(pressUntilTimeIsUp));
const seconds = (performance.now() - from) / 1000;
agent.destroy();

times.sort((one, other) => one - other);
const result: LoadResult = {
  perSecond: answered.reduce((sum, count) => sum + count, 0) / seconds,
  p50: times[Math.floor(times.length * 0.5)] ?? Number.NaN,
  p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  answered,
  repeated,
  ...(wrong === undefined ? {} : { wrong }),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

async function pressUntilTimeIsUp({ revisionShown, presses }: LoadJob['reporters'][number]): Promise<number> {
  let count = 0;
  while (performance.now() < until && wrong === undefined) {
    const started = performance.now();
    const answer = await post(bodyFor(presses, revisionShown + count));
    times.push(performance.now() - started);
    if (answer.includes(job.expected)) count += 1;
    else if (answer.includes(job.again)) repeated += 1;
    else wrong = answer.slice(0, 600);
  }
  return count;
}

function post(body: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${job.token}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(job.url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? text : `${response.statusCode} ${text}`));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
