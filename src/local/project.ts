import { createServer } from 'node:net';
import { join } from 'node:path';

/** The folder that holds package.json. */
export const PROJECT_ROOT: string = join(import.meta.dirname, '..', '..');

/** The usual port when it is free on this machine, else one that the system picks. */
export async function freePort(usual = 0): Promise<number> {
  return (await tryPort(usual)) ?? (await tryPort(0)) ?? usual;
}

/** Listens for a moment on both kinds of loopback: a port that only one of them has free is not free. */
async function tryPort(port: number): Promise<number | undefined> {
  const first = await listen(port, '127.0.0.1');
  if (first === undefined) return undefined;
  const second = await listen(first, '::1');
  return second === undefined ? undefined : first;
}

function listen(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nothing that could be taken there.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : undefined);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
