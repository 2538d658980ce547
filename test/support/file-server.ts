import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that came, with its body whole. */
export interface FileCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How a file's link answers. `headers` beside bytes may say what they like. */
export type FileAnswer =
  | {
      readonly bytes: Uint8Array;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** It is not answered before. */
      readonly after?: Promise<unknown>;
    }
  /** A byte now and then, or as many as there is room for, and never an end. */
  | { readonly endless: 'drip' | 'flood' }
  | { readonly fate: 'hang' | 'reset' };

/** Where Teams keeps people's files, over plain http on this machine. */
export class FileServer {
  readonly calls: FileCall[] = [];
  readonly #answers = new Map<string, FileAnswer>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #links = 0;
  #connections = 0;

  constructor() {
    this.#server.on('connection', () => {
      this.#connections += 1;
    });
  }

  get connections(): number {
    return this.#connections;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  /** A new link that answers so. */
  link(answer: FileAnswer): string {
    this.#links += 1;
    const path = `/sites/ekonomi/_layouts/15/download.aspx?UniqueId=${this.#links}&tempauth=hemlig-${this.#links}`;
    this.#answers.set(path, answer);
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    this.calls.push({ method, path, headers, body: Buffer.concat(chunks) });
    const answer: FileAnswer = this.#answers.get(path) ?? { bytes: Buffer.from('Not here'), status: 404 };
    if ('fate' in answer) {
      if (answer.fate === 'reset') request.socket.destroy();
    } else if ('endless' in answer) {
      if (answer.endless === 'drip') drip(response);
      else flood(response);
    } else {
      const { bytes, status = 200, headers: own = { 'content-length': `${bytes.length}` } } = answer;
      await answer.after;
      response.writeHead(status, own);
      response.end(bytes);
    }
  }
}

export async function startFileServer(): Promise<FileServer> {
  const server = new FileServer();
  await server.listen();
  return server;
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024);
  const go = (): void => {
    while (!response.destroyed && response.write(chunk)) {}
  };
  response.on('drain', go);
  go();
}
