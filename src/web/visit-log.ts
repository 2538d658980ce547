import type { Log } from '../ports.ts';
import { traceOf } from '../trace.ts';
import { type Refusal, refusalStatus } from './refusal.ts';

/** What is known of one request to the door; only `id` from the start. */
export interface Visit {
  readonly id: string;
  type?: unknown;
  invoke?: unknown;
}

const plainName = /^[A-Za-z/]{1,64}$/;

/** The one line of a request that was handed on. */
export function logReceived(log: Log, visit: Visit, status: number): void {
  log.info({ ...factsOf(visit), status }, 'activity received');
}

/** The one line of a request that was turned away. */
export function logRefused(log: Log, visit: Visit, { reason }: Refusal): void {
  log.warn({ ...factsOf(visit), status: refusalStatus[reason], reason }, 'activity refused');
}

/** The one line of a request that failed on us. */
export function logFailed(log: Log, visit: Visit, error: unknown): void {
  log.error({ ...factsOf(visit), status: refusalStatus['receiver-failed'], ...traceOf(error) }, 'activity failed');
}

/** The sender chose these words, so only those that look like Teams' own names are written. */
function factsOf({ id, type, invoke }: Visit): object {
  return { id, ...(isPlainName(type) ? { type } : {}), ...(isPlainName(invoke) ? { invoke } : {}) };
}

function isPlainName(value: unknown): value is string {
  return typeof value === 'string' && plainName.test(value);
}
