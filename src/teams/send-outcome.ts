import type { SendOutcome } from '../ports.ts';
import { TokenUnavailable } from './connector.ts';

export type Failure = Exclude<SendOutcome, { kind: 'sent' }>;

/** Answers that say for certain that a person or channel can't be reached until somebody does something. */
const REFUSALS = [
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'BotNotInConversationRoster',
  'NotEnoughPermissions',
] as const;

/** Teams' own number for a conversation that can't be written in; the words beside it differ. */
const WRITES_BLOCKED = /"errorCode"\s*:\s*209\b/;
/** The message that was to be changed, not its conversation. */
const MESSAGE_GONE = 'ActivityNotFoundInConversation';
/** An administrator has switched the app off for everybody. */
const DISABLED = 'BotDisabledByAdmin';
/** Another call in the same conversation was under way: about a second, not the same for all. */
const BUSY_MS = 1_000;
const BUSY_SPREAD_MS = 500;

/** Teams' longest window is an hour: whatever else it says, Teams is asked again after so long, and nobody is forgotten. */
const LONGEST_WAIT_MS = 3_600_000;
const SHORTEST_WAIT_MS = 1_000;

/** Network failures from before a byte of the message left. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * What a failed call means. An unknown 403 is not "gone" (whole days of them have been incidents), a 5xx or a lost answer may
 * have delivered the message.
 * Source: the Bot Connector's documented status codes for Teams, and what its libraries were seen to throw.
 */
export function outcomeOfFailure(error: unknown, now: Date): Failure {
  if (error instanceof TokenUnavailable) return { kind: 'waiting', reason: 'TOKEN_UNAVAILABLE', stopsRun: true };
  const { statusCode, code, text, retryAfter } = factsOf(error);

  if (statusCode === undefined) {
    return NOT_SENT.has(code) ? { kind: 'waiting', reason: code } : { kind: 'ambiguous', reason: code || 'NO_ANSWER' };
  }
  switch (statusCode) {
    case 401:
      return { kind: 'waiting', reason: 'BOT_NOT_ACCEPTED', stopsRun: true };
    case 403:
      return forbidden(code, text);
    case 404:
      return { kind: 'refused', reason: code === MESSAGE_GONE ? code : 'CONVERSATION_GONE' };
    case 412:
      return { kind: 'waiting', reason: 'BUSY', retryAfterMs: BUSY_MS + Math.random() * BUSY_SPREAD_MS };
    case 413:
      return { kind: 'refused', reason: 'TOO_LARGE' };
    case 429:
      return { kind: 'waiting', reason: 'THROTTLED', ...retryAfterMs(retryAfter, now) };
    default:
      if (statusCode < 300) return { kind: 'ambiguous', reason: 'UNREADABLE_ANSWER' }; // taken, but nobody knows as what
      return statusCode >= 500 || statusCode === 408
        ? { kind: 'ambiguous', reason: `${statusCode}` }
        : { kind: 'refused', reason: `${statusCode}` };
  }
}

/** Only what is known to be about the person or the channel is a refusal: an unknown 403 may be over in an hour. */
function forbidden(code: string, text: string): Failure {
  const says = (known: string): boolean => code === known || text.includes(known);
  if (says(DISABLED)) return { kind: 'waiting', reason: DISABLED, stopsRun: true };
  const refusal = WRITES_BLOCKED.test(text) ? 'MessageWritesBlocked' : REFUSALS.find(says);
  return refusal ? { kind: 'refused', reason: refusal } : { kind: 'waiting', reason: 'UNKNOWN_403' };
}

/** Longer than any id of a message; those of Teams have 13 digits. */
const LONGEST_ID = 1_000;

/** The id of a message in Teams' answer; none when the answer holds no such thing: the message is there all the same. */
export function activityIdOf(answer: unknown): string | undefined {
  const { id } = (answer ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_ID ? id : undefined;
}

interface FailureFacts {
  readonly statusCode: number | undefined;
  readonly code: string;
  readonly text: string;
  readonly retryAfter: string | undefined;
}

/** The connector's library throws many shapes; all fields are optional in each of them. */
function factsOf(error: unknown): FailureFacts {
  const { statusCode, code, body, response } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    body?: { error?: { code?: string } };
    response?: { bodyAsText?: string; headers?: { get(name: string): string | undefined } };
  };
  return {
    statusCode,
    code: body?.error?.code ?? code ?? '',
    text: response?.bodyAsText ?? '',
    retryAfter: response?.headers?.get('retry-after'),
  };
}

/** `Retry-After` comes as seconds, or as a date by a clock that need not be ours. */
function retryAfterMs(header: string | undefined, now: Date): { retryAfterMs?: number } {
  if (header === undefined) return {};
  const isSeconds = /^\d+(\.\d+)?$/.test(header);
  const wait = isSeconds ? Number(header) * 1_000 : new Date(header).getTime() - now.getTime();
  return Number.isNaN(wait) ? {} : { retryAfterMs: Math.min(Math.max(SHORTEST_WAIT_MS, wait), LONGEST_WAIT_MS) };
}
