import type { IncomingMessage, OutgoingHttpHeaders, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { done, type Result, refused } from '../domain/result.ts';
import type { Log } from '../ports.ts';
import { AddressInside, allowedFileAddress, type FileHostRule, publicLookup } from './file-address.ts';

/** Larger than any municipality's plan, and small enough to be kept in memory. Bytes. */
export const LARGEST_FILE = 5_000_000;
/** For the whole of it, from the name's look-up to the last byte. */
const TRANSFER_TIMEOUT_MS = 20_000;
/** What SharePoint answers when a link has been used up, or the file is taken away. */
const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

export type TransferProblem = 'ADDRESS_REFUSED' | 'TOO_LARGE' | 'GONE' | 'TOO_SLOW' | 'FAILED';

export interface TransferOptions {
  readonly rule: FileHostRule;
  readonly log: Log;
  /** Shorter in tests. */
  readonly timeoutMs?: number;
  readonly lookup?: RequestOptions['lookup'];
}

/**
 * People's files, fetched from and put where Teams keeps them. An address is a secret that opens the file by itself: it is
 * never logged, and no token goes along. Redirects are not followed: these addresses answer themselves, and another host
 * would have to be judged anew.
 */
export class FileTransfer {
  readonly #options: TransferOptions;

  constructor(options: TransferOptions) {
    this.#options = options;
  }

  fetch(address: string): Promise<Result<Uint8Array, TransferProblem>> {
    return this.#call(address, { method: 'GET' }, undefined, async (response) => {
      const problem = refusalOf(response);
      if (problem) return refused(problem);
      const bytes = await readAtMost(response, LARGEST_FILE);
      return bytes ? done(bytes) : refused('TOO_LARGE');
    });
  }

  /** Puts a whole file into the upload session that Teams opened for it. */
  put(address: string, bytes: Uint8Array): Promise<Result<'put', TransferProblem>> {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    };
    return this.#call(address, { method: 'PUT', headers }, bytes, async (response) => {
      const { statusCode = 0 } = response;
      return statusCode === 200 || statusCode === 201 ? done('put') : refused(refusalOf(response) ?? 'FAILED');
    });
  }

  async #call<Value>(
    text: string,
    request: { readonly method: string; readonly headers?: OutgoingHttpHeaders },
    body: Uint8Array | undefined,
    read: (response: IncomingMessage) => Promise<Result<Value, TransferProblem>>,
  ): Promise<Result<Value, TransferProblem>> {
    const { rule, log, timeoutMs = TRANSFER_TIMEOUT_MS, lookup = publicLookup() } = this.#options;
    const address = allowedFileAddress(rule, text);
    if (!address) {
      log.warn({ event: 'audit', reason: 'FILE_ADDRESS' }, 'file address refused');
      return refused('ADDRESS_REFUSED');
    }
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      // A connection of its own: none that was opened for something else is used.
      const guarded = address.protocol === 'https:' ? { lookup } : {};
      const response = await open(address, { ...request, ...guarded, agent: false, signal }, body);
      try {
        return await read(response);
      } finally {
        response.destroy();
      }
    } catch (error) {
      const problem = signal.aborted ? 'TOO_SLOW' : error instanceof AddressInside ? 'ADDRESS_REFUSED' : 'FAILED';
      // The error itself may tell the address.
      log.warn({ reason: problem, code: codeOf(error) }, 'file not transferred');
      return refused(problem);
    }
  }
}

function open(address: URL, options: RequestOptions, body: Uint8Array | undefined): Promise<IncomingMessage> {
  const send = address.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const request = send(address, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage): TransferProblem | undefined {
  if (GONE.has(statusCode)) return 'GONE';
  if (statusCode !== 200) return 'FAILED';
  return Number(headers['content-length'] ?? 0) > LARGEST_FILE ? 'TOO_LARGE' : undefined;
}

/** None when there is more: what a server says about the length is not to be relied on. */
async function readAtMost(response: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'UNKNOWN';
}
