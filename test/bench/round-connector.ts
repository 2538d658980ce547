import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * The Bot Connector as a process of its own: takes every message, after DELAY_MS, and answers with an id. A GET answers how many
 * messages it has taken, and by how many conversations.
 */
const delayMs = Number(process.env.DELAY_MS ?? 0);
const conversations = new Set<string>();
let taken = 0;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      response.end(JSON.stringify({ taken, conversations: conversations.size }));
      return;
    }
    taken += 1;
    conversations.add(request.url ?? '');
    const id = String(1_795_000_000_000 + taken);
    setTimeout(() => response.writeHead(201).end(JSON.stringify({ id })), delayMs);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`));
