import { z } from 'zod';
import { openStores } from '../../src/compose-stores.ts';
import { SlidingLimits } from '../../src/features/delivery/sending-limits.ts';
import { startJobs } from '../../src/jobs/run-jobs.ts';
import type { Clock, DeliveryStore, Log } from '../../src/ports.ts';
import { localMessenger, oneInstance } from '../support/one-instance.ts';
import { withoutClaims } from './without-claims.ts';

/*
 * One instance of the service as far as rounds go: the same stores, planning, delivery and messenger, without its front door.
 * Told what to do by ROUND_WORKER; goes on until it is killed.
 */
const Job = z.object({
  storage: z.string(),
  /** What the municipality's clock said at an instant of the machine's, both in milliseconds. */
  clock: z.object({ said: z.number(), at: z.number() }),
  claimSeconds: z.number(),
  callTimeoutMs: z.number(),
  claims: z.enum(['kept', 'taken-out']),
});
export type RoundWorkerJob = z.infer<typeof Job>;

const job = Job.parse(JSON.parse(process.env.ROUND_WORKER ?? ''));
const clock: Clock = { now: () => new Date(job.clock.said + Date.now() - job.clock.at) };
const quiet: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_, message) => void process.stderr.write(`${message}\n`),
};
const stopping = new AbortController();
const stores = await openStores({ connectionString: job.storage }, clock);
const deliveries: DeliveryStore = job.claims === 'kept' ? stores.deliveries : withoutClaims(stores.deliveries);
const ports = oneInstance(
  { ...stores, deliveries },
  {
    ...{ clock, log: quiet, messenger: localMessenger(clock, job.callTimeoutMs), claimSeconds: job.claimSeconds },
    limits: new SlidingLimits(clock, stopping.signal),
    stopping: stopping.signal,
  },
);
startJobs(ports, 1);
process.stdout.write('working\n');
