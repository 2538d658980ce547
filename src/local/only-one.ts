import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Takes the data folder for this process until it ends: two demos that write to the same Azurite files would spoil them.
 * False when another process has it. A socket is held and no file with a number in it, because a socket is let go by
 * the system itself, however the process ends.
 */
export async function takeFolder(folder: string): Promise<boolean> {
  const name = `styrmodell-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  if (await answers(path)) return false;

  await rm(path, { force: true }); // left by one that was killed
  return new Promise((resolveTaken) => {
    const server = createServer();
    server.once('error', () => resolveTaken(false));
    server.listen(path, () => resolveTaken(true));
    server.unref();
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolveAnswers) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolveAnswers(true);
    });
    socket.once('error', () => resolveAnswers(false));
  });
}
