import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { done, type Result, refused } from '../domain/result.ts';
import type { Refusal } from './refusal.ts';

/** Bytes. Teams' own limit for what a card may send is far below. */
export const bodyLimit = 262_144;
/** Containers inside each other; a pressed card uses about eight. */
const depthLimit = 32;
/** A refused body is read away up to here, so that its sender gets to see the answer. Bytes. */
const drainLimit = 64 * 1024 * 1024;
/** With the u flag a pair is one character, so this only finds halves. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The body of a request as JSON. Ours, because restify's own reader has no limit from the start, replaces bytes
 * that are not UTF-8, and unpacks compressed bodies with a stream whose error nobody handles.
 */
export async function readJsonBody(request: IncomingMessage): Promise<Result<unknown, Refusal>> {
  const bytes = await readBytes(request);
  return bytes.ok ? parse(bytes.value) : bytes;
}

function readBytes(request: IncomingMessage): Promise<Result<Buffer, Refusal>> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
    drain(request);
    return Promise.resolve(refused({ reason: 'body-too-large' }));
  }

  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= bodyLimit) {
        chunks.push(chunk);
        return;
      }
      request.off('data', take);
      drain(request);
      resolve(refused({ reason: 'body-too-large' }));
    };
    request.on('data', take);
    request.once('end', () => resolve(done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))));
    request.once('close', () => resolve(refused({ reason: 'body-cut-short' }))); // after `end` it changes nothing
  });
}

/** Reads the rest away. Time is limited by the server's requestTimeout, bytes here. */
function drain(request: IncomingMessage): void {
  let left = drainLimit;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

function parse(bytes: Buffer): Result<unknown, Refusal> {
  if (!isUtf8(bytes)) return refused({ reason: 'body-not-utf8' });
  const text = bytes.toString('utf8'); // keeps a byte order mark, which JSON.parse then refuses
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused({ reason: 'body-not-json' });
  }
  const reason = findTrap(value, text.includes('\\u'));
  return reason ? refused({ reason }) : done(value);
}

/**
 * What must not reach anything behind the door. Level by level, without recursion: the depth is the sender's choice.
 * UTF-8 has no lone surrogates, so they can only come from escapes.
 */
function findTrap(root: unknown, mayHoldSurrogates: boolean): Refusal['reason'] | undefined {
  const isBroken = (text: string): boolean => mayHoldSurrogates && loneSurrogate.test(text);
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') {
        if (isBroken(value)) return 'body-lone-surrogate';
      } else if (typeof value === 'object' && value !== null) {
        if (depth === depthLimit) return 'body-too-deep';
        if (Array.isArray(value)) {
          for (const item of value) below.push(item);
          continue;
        }
        for (const [key, item] of Object.entries(value)) {
          if (key === '__proto__') return 'body-forbidden-key';
          if (isBroken(key)) return 'body-lone-surrogate';
          below.push(item);
        }
      }
    }
    level = below;
  }
  return undefined;
}
