import type { ServerResponse } from 'node:http';
import { doorTexts } from '../texts.ts';
import { type Refusal, refusalStatus } from './refusal.ts';

const fixedHeaders = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** Writes an answer with Node's own means: restify's `send` would put an error's text into it. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...fixedHeaders,
    ...headers,
    ...(text === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Every refusal looks the same: the fixed sentence of its status, and the id under which the log says more. */
export function answerRefusal(response: ServerResponse, correlationId: string, refusal: Refusal): void {
  const status = refusalStatus[refusal.reason];
  const headers = {
    ...(refusal.allow === undefined ? {} : { Allow: refusal.allow }),
    ...(refusal.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(refusal.retryAfterSeconds) }),
  };
  answerJson(response, status, { fel: doorTexts[status], id: correlationId }, headers);
}
