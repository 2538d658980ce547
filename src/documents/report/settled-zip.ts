import { unzipSync, zipSync } from 'fflate';

/** The earliest that a zip archive can say, in the machine's own time: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1);
const LEVEL = 6;

/** An archive with the same members as before, of no certain time: what is in it decides its bytes, and nothing else. */
export function settledZip(
  archive: Uint8Array,
  replaced: (name: string, content: Uint8Array) => Uint8Array = (_, content) => content,
): Uint8Array {
  const members = Object.entries(unzipSync(archive)).map(([name, content]) => [name, replaced(name, content)] as const);
  return zipSync(Object.fromEntries(members), { mtime: NO_TIME, level: LEVEL });
}
