/**
 * Why the door said no. The reason is a stable code for the log; the sender only learns the status,
 * a fixed Swedish sentence and the correlation id.
 */
export interface Refusal {
  readonly reason: RefusalReason;
  /** When it is worth coming back, in whole seconds. */
  readonly retryAfterSeconds?: number;
  /** The method that the address takes, when it was another. */
  readonly allow?: string;
}

export type RefusalReason = keyof typeof refusalStatus;

/** The HTTP status of each reason. */
export const refusalStatus = {
  'target-unreadable': 400,
  'path-unknown': 404,
  'method-not-allowed': 405,
  'content-encoded': 415,
  'content-not-json': 415,
  'body-too-large': 413,
  'body-cut-short': 400,
  'body-not-utf8': 400,
  'body-not-json': 400,
  'body-too-deep': 400,
  'body-forbidden-key': 400,
  'body-lone-surrogate': 400,
  'activity-shape': 400,
  'activity-service-url': 400,
  'activity-sender': 400,
  'token-missing': 401,
  'token-malformed': 401,
  'token-foreign': 401,
  'token-key-unknown': 401,
  'token-not-endorsed': 401,
  'token-signature': 401,
  'token-time': 401,
  'token-service-url': 401,
  'channel-not-teams': 401,
  'tenant-foreign': 403,
  'rate-exceeded': 429,
  'keys-unavailable': 503,
  'receiver-failed': 500,
} as const;
