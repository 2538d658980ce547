import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request for an installation, as it came. */
export interface GraphCall {
  readonly method: string;
  /** As sent, still encoded. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export type GraphAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly fate: 'hang' | 'reset' | 'endless' };

/** Microsoft Graph's side of installing an app for somebody, over plain http. */
export interface GraphServer {
  readonly url: string;
  readonly calls: GraphCall[];
  /** What it answers from now on: 201 unless told. `upn` decoded. */
  answer: (upn: string) => GraphAnswer | Promise<GraphAnswer>;
  close(): Promise<void>;
}

export async function startGraphServer(): Promise<GraphServer> {
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url: path = '', headers } = request;
    server.calls.push({ method, path, headers, body: JSON.parse(Buffer.concat(parts).toString('utf8') || 'null') });
    const [, upn = ''] = /^\/v1\.0\/users\/([^/?]+)\/teamwork\/installedApps$/.exec(path) ?? [];
    const answer = upn === '' ? { status: 400 } : await server.answer(decodeURIComponent(upn));
    // Not chained: once restify is loaded, `writeHead` answers nothing.
    if ('status' in answer) {
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(answer.body);
    } else if (answer.fate === 'reset') {
      request.socket.destroy();
    } else if (answer.fate === 'endless') {
      response.writeHead(201);
      response.write('{');
    }
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: GraphServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    calls: [],
    answer: () => ({ status: 201 }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
