import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../ports.ts';

/** A public key of the channel, ready to verify with, and the channels that it may speak for. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

export interface SigningKeySource {
  readonly openIdMetadataUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** For both documents together. */
  readonly timeoutMs: number;
}

const freshMs = 24 * 3600_000;
const usableMs = 5 * 24 * 3600_000;
const restMs = 60_000;

const Metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const KeySet = z.object({ keys: z.array(z.unknown()) });
const Jwk = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/**
 * The channel's signing keys, as its OpenID document points them out. Made to outlive an outage of the key server:
 * keys are renewed after a day, in the background, and go on working for five days when that fails.
 * One attempt at a time and at most one a minute, whatever is sent to us.
 */
export class SigningKeys {
  readonly #source: SigningKeySource;
  #keys = new Map<string, SigningKey>();
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #attempt: Promise<void> | undefined;

  constructor(source: SigningKeySource) {
    this.#source = source;
  }

  /** The key of this id; `unknown` when the channel has none such; `unavailable` when we know no keys at all. */
  async find(kid: string): Promise<SigningKey | 'unknown' | 'unavailable'> {
    const known = this.#keys.get(kid);
    const ageMs = this.#sinceMs(this.#fetchedAt);
    if (known && ageMs <= usableMs) {
      if (ageMs > freshMs) void this.#refresh();
      return known;
    }
    await this.#refresh();
    if (this.#sinceMs(this.#fetchedAt) > usableMs) return 'unavailable';
    return this.#keys.get(kid) ?? 'unknown';
  }

  /** Whole seconds until the next attempt is allowed. */
  retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((restMs - this.#sinceMs(this.#triedAt)) / 1000));
  }

  #sinceMs(then: number): number {
    return this.#source.clock.now().getTime() - then;
  }

  /** Joins the attempt under way, or starts one if the last has rested. Never throws. */
  async #refresh(): Promise<void> {
    if (!this.#attempt && this.#sinceMs(this.#triedAt) >= restMs) {
      this.#triedAt = this.#source.clock.now().getTime();
      this.#attempt = this.#fetchKeys().finally(() => {
        this.#attempt = undefined;
      });
    }
    await this.#attempt;
  }

  async #fetchKeys(): Promise<void> {
    try {
      const keys = await fetchSigningKeys(this.#source);
      if (keys.size === 0) throw new Error('The key set holds no usable key.');
      this.#keys = keys;
      this.#fetchedAt = this.#source.clock.now().getTime();
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      this.#source.log.warn({ cause, keysKnown: this.#keys.size }, 'signing keys not renewed');
    }
  }
}

async function fetchSigningKeys({ openIdMetadataUrl, timeoutMs }: SigningKeySource): Promise<Map<string, SigningKey>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const { jwks_uri } = Metadata.parse(await fetchJson(openIdMetadataUrl, signal));
  const { keys } = KeySet.parse(await fetchJson(jwks_uri, signal));
  const imported = await Promise.all(keys.map(importKey));
  return new Map(imported.filter((entry) => entry !== undefined));
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The key server answered ${response.status}.`);
  return response.json();
}

/** A key that we can't use is left out: it must not take the others with it. */
async function importKey(json: unknown): Promise<[string, SigningKey] | undefined> {
  const jwk = Jwk.safeParse(json);
  if (!jwk.success) return undefined;

  const { kid, kty, n, e, endorsements } = jwk.data;
  const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined);
  return key && 'algorithm' in key ? [kid, { key, endorsements }] : undefined;
}
