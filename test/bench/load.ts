import { Agent, request } from 'node:http';
import { z } from 'zod';

/*
 * Presses buttons as fast as the answers come: each reporter in a line of its own, every press a correction of the one before,
 * so that every request stores a new revision. Told what to do by LOAD_JOB, says what it saw in one line of JSON.
 */
const Press = z.object({
  /** Revision that the card shows at the first press. */
  revision: z.int(),
  /** The activity as text, with `"@revision@"` where the revision stands; the two are sent in turn. */
  bodies: z.tuple([z.string(), z.string()]),
});
const Job = z.object({ url: z.url(), token: z.string(), seconds: z.number(), expected: z.string(), presses: z.array(Press) });

export type LoadJob = z.infer<typeof Job>;

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers, in the order of the job's presses. */
  readonly answered: readonly number[];
  /** The first answer that was something else than expected. */
  readonly wrong?: string;
}

const job = Job.parse(JSON.parse(process.env['LOAD_JOB'] ?? ''));
const agent = new Agent({ keepAlive: true, maxSockets: job.presses.length });
const times: number[] = [];
let wrong: string | undefined;

const from = performance.now();
const until = from + job.seconds * 1000;
const answered = await Promise.all(job.presses.map(pressUntilTimeIsUp));
const seconds = (performance.now() - from) / 1000;
agent.destroy();

times.sort((one, other) => one - other);
const result: LoadResult = {
  perSecond: times.length / seconds,
  p50: times[Math.floor(times.length * 0.5)] ?? Number.NaN,
  p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  answered,
  ...(wrong === undefined ? {} : { wrong }),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

async function pressUntilTimeIsUp({ revision, bodies }: LoadJob['presses'][number]): Promise<number> {
  let presses = 0;
  while (performance.now() < until && wrong === undefined) {
    const shown = revision + presses;
    const started = performance.now();
    const answer = await post(bodies[shown % 2 === 0 ? 0 : 1].replace('"@revision@"', String(shown)));
    times.push(performance.now() - started);
    if (answer.includes(job.expected)) presses += 1;
    else wrong = answer.slice(0, 600);
  }
  return presses;
}

function post(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(job.url, { method: 'POST', agent, headers: headersOf(body) }, (response) => {
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

function headersOf(body: string): Record<string, string | number> {
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${job.token}`,
  };
}
