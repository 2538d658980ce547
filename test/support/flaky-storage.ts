import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a call: `pass`; `lose-answer` carries it out and hangs up; `lose-call` hangs up before; `hang` never
 * answers; `late` never answers, and carries it out all the same; `busy` answers 503.
 */
export type Fate = 'pass' | 'lose-answer' | 'lose-call' | 'hang' | 'late' | 'busy';

/** A real storage behind a line that can break. */
export interface FlakyStorage {
  readonly connectionString: string;
  /** What becomes of the next calls that change something, in order; after them everything passes. */
  readonly fates: Fate[];
  /** What becomes of everything, while it is set. */
  always: Fate | undefined;
  /** Runs when a call has been carried out, before its answer is lost. */
  onLost: (() => Promise<unknown>) | undefined;
  /** How many such calls have come. */
  changes: number;
  close(): Promise<void>;
}

/** In front of the tables, or of the queues. */
export async function startFlakyStorage(behind: string, service: 'Table' | 'Queue' = 'Table'): Promise<FlakyStorage> {
  const address = new RegExp(`${service}Endpoint=(http://[^/;]+)`).exec(behind)?.[1];
  if (!address) throw new Error(`The connection string names no ${service}Endpoint`);
  const target = new URL(address);
  const agent = new Agent({ keepAlive: true });

  const http = createServer((incoming, outgoing) => {
    const isChange = incoming.method !== 'GET';
    if (isChange) storage.changes += 1;
    const fate = storage.always ?? (isChange ? storage.fates.shift() : undefined) ?? 'pass';
    if (fate === 'lose-call') return void incoming.socket.destroy();
    if (fate === 'hang') return;
    if (fate === 'busy') {
      // Not chained: once restify is loaded, `writeHead` answers nothing.
      outgoing.writeHead(503);
      return void outgoing.end();
    }
    forward(incoming, outgoing, fate);
  });

  function forward(incoming: IncomingMessage, outgoing: ServerResponse, fate: Fate): void {
    const { hostname, port } = target;
    const { method, url: path, headers } = incoming;
    const onward = request({ agent, hostname, port, method, path, headers }, (answer) => {
      if (fate === 'pass') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      answer.resume();
      answer.on('end', async () => {
        if (fate !== 'lose-answer') return;
        await storage.onLost?.();
        incoming.socket.destroy();
      });
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const storage: FlakyStorage = {
    connectionString: behind.replace(address, `http://127.0.0.1:${port}`),
    fates: [],
    always: undefined,
    onLost: undefined,
    changes: 0,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
        agent.destroy();
      }),
  };
  return storage;
}
