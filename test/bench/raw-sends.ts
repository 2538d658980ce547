import { Agent, request } from 'node:http';

/** In flight at the same time, as in our own delivery. */
const IN_FLIGHT = 30;

/** The same messages with nothing but http: keep-alive, thirty in flight, no storage, no rights, no cards. Seconds. */
export async function sendRaw(serviceUrl: string, body: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const started = performance.now();
  let next = 0;
  const sendOn = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await post(agent, `${serviceUrl}v3/conversations/a%3A1-${next}/activities`, body);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sendOn));
  agent.destroy();
  return (performance.now() - started) / 1000;
}

function post(agent: Agent, url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode}`))));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
