import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../ports.ts';
import { RateLimit } from './rate-limit.ts';
import type { Refusal } from './refusal.ts';

/** The governance model's picture in one version of the plan (its SHA-256); none for a version that never was in force. */
export type FindPicture = (version: string) => Promise<Uint8Array | undefined>;

const address = /^\/bilder\/styrmodell\/([0-9a-f]{64})\.png$/;
/** All readers together: Teams fetches a card's picture once for many, so more than this is somebody trying. */
const PICTURES_PER_MINUTE = 600;
const everybody = 'everybody';

/** True for the addresses that a picture may have. */
export function isPicturePath(path: string): boolean {
  return address.test(path);
}

/**
 * Pictures for cards. Teams' clients fetch them without a token, so they are open to anybody: they show the vision, the goals
 * and the committees that the council has decided on, in counts; no amounts, no outcomes, no persons.
 */
export class PictureWindow {
  readonly #find: FindPicture;
  readonly #rate: RateLimit;

  constructor(find: FindPicture, clock: Clock) {
    this.#find = find;
    this.#rate = new RateLimit(clock, PICTURES_PER_MINUTE);
  }

  /** Answers, or says why not. */
  async show(path: string, request: IncomingMessage, response: ServerResponse): Promise<Refusal | undefined> {
    const retryAfterSeconds = this.#rate.count(everybody);
    if (retryAfterSeconds > 0) return { reason: 'rate-exceeded', retryAfterSeconds };
    const version = address.exec(path)?.[1];
    const picture = version && (await this.#find(version));
    if (!picture) return { reason: 'path-unknown' };

    const mark = `"${version}"`;
    const headers = {
      'Cache-Control': 'public, max-age=31536000, immutable', // an address stands for one version for ever
      'Content-Security-Policy': "default-src 'none'",
      'Cross-Origin-Resource-Policy': 'cross-origin', // Teams shows it from its own pages
      ETag: mark,
      'X-Content-Type-Options': 'nosniff',
    };
    const isKnown = request.headers['if-none-match'] === mark;
    response.writeHead(
      isKnown ? 304 : 200,
      isKnown ? headers : { ...headers, 'Content-Type': 'image/png', 'Content-Length': picture.length },
    );
    response.end(isKnown ? undefined : picture);
    return undefined;
  }
}
