import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// A Bot Connector that takes everything and knows everybody: person `x` is object id `x`, UPN `x@styrmodell.example`.
let sent = 0;
const member = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)/;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const [, id] = member.exec(request.url ?? '') ?? [];
    const person = id && decodeURIComponent(id);
    if (request.method === 'GET' && person) {
      return answer({ id: person, aadObjectId: person, userPrincipalName: `${person}@styrmodell.example` });
    }
    if (request.method === 'GET') return answer({ conversations: [{ id: '19:uppf@thread.tacv2', name: 'Uppföljning' }] });
    sent += 1;
    answer({ id: `activity-${sent}` });
  });
  function answer(body: object): void {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`);
});
