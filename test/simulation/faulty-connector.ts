import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the connector does with a message, and how often: shares of all messages, 0–1. The rest is taken and answered. */
export interface Faults {
  readonly throttled: number;
  /** 502 that came before the message was posted, and after. */
  readonly failedBefore: number;
  readonly failedAfter: number;
  /** Posted, and the answer lost. */
  readonly lostAnswer: number;
  /** Posted, and never answered. */
  readonly hang: number;
}

export type Fate = 'taken' | keyof Faults;

/** A Bot Connector on a bad day. Every message that was really posted is remembered by its conversation. */
export class FaultyConnector {
  readonly posted = new Map<string, string[]>();
  readonly fates = new Map<Fate, number>();
  readonly #faults: Faults;
  readonly #random: () => number;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  #messages = 0;

  /** `random` gives numbers from 0 to 1, the same ones for the same seed. */
  constructor(faults: Faults, random: () => number) {
    this.#faults = faults;
    this.#random = random;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  /** The service address. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/emea/`;
  }

  /** How often something other than a plain answer was given. */
  get faulty(): number {
    return [...this.fates].filter(([fate]) => fate !== 'taken').reduce((sum, [, times]) => sum + times, 0);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part as Buffer);
    } catch {
      return; // its sender was killed before it had said everything
    }
    const [, conversationId = ''] = /\/conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST') return answer(response, 200, { id: 'updated' });
    const fate = this.#nextFate();
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
    if (fate === 'throttled') return answer(response, 429, { error: { code: 'Throttled' } }, { 'retry-after': '1' });
    if (fate === 'failedBefore') return answer(response, 502, { error: { code: 'ServiceError' } });

    const id = this.#post(decodeURIComponent(conversationId), Buffer.concat(parts).toString('utf8'));
    if (fate === 'taken') setTimeout(() => answer(response, 201, { id }), this.#random() * 40);
    if (fate === 'failedAfter') answer(response, 502, { error: { code: 'ServiceError' } });
    if (fate === 'lostAnswer') request.socket.destroy();
  }

  #nextFate(): Fate {
    let left = this.#random();
    for (const [fate, share] of Object.entries(this.#faults) as [Fate, number][]) {
      if (left < share) return fate;
      left -= share;
    }
    return 'taken';
  }

  #post(conversationId: string, body: string): string {
    this.#messages += 1;
    const shown = this.posted.get(conversationId) ?? [];
    this.posted.set(conversationId, [...shown, body]);
    return String(1_795_000_000_000 + this.#messages);
  }
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
