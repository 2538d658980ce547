import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { EXIT, Refusal, wrongUse } from './command.ts';

/** No plan comes near it; keeps a file that was given by mistake from filling the memory. */
const LARGEST_BYTES = 200_000_000;

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_BYTES) throw new Refusal('FILE_TOO_LARGE', `${path} är för stor för att vara en plan.`);
    return await readFile(path);
  } catch (error) {
    throw error instanceof Refusal ? error : fileRefusal(path, error);
  }
}

/** The end of a name that says what a file is to be. Any other would not open. */
export function formatOf<Format extends string>(path: string, formats: readonly Format[]): Format {
  const given = extname(path).toLowerCase();
  const format = formats.find((one) => one === given);
  if (format === undefined) throw wrongUse(`Filens namn ska sluta med ${formats.join(' eller ')}.`);
  return format;
}

/**
 * Writes a file whole or not at all: beside its place first, so that a full disk leaves what was there before. What is there
 * already is kept, unless the person says otherwise.
 */
export async function writeWhole(path: string, content: Uint8Array | string, overwrite: boolean): Promise<void> {
  if (!overwrite && existsSync(path)) {
    throw new Refusal('FILE_EXISTS', `${path} finns redan. Välj ett annat namn, eller skriv över den med --force.`);
  }
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined); // a folder that can't be written to has no draft either
    throw fileRefusal(path, error);
  }
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw fileRefusal(path, error);
  });
}

function fileRefusal(path: string, error: unknown): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  const messages: Readonly<Record<string, string>> = {
    ENOENT: existsSync(dirname(path)) ? `${path} finns inte.` : `Mappen ${dirname(path)} finns inte.`,
    ENOTDIR: `${path} går inte att nå: en del av sökvägen är en fil, inte en mapp.`,
    EISDIR: `${path} är en mapp, inte en fil.`,
    EEXIST: `${path} är en fil, inte en mapp.`,
    EACCES: `Du har inte behörighet till ${path}.`,
    EPERM: `Du har inte behörighet till ${path}.`,
    EROFS: `${path} ligger på en disk som inte går att skriva till.`,
    ENOSPC: `Disken är full, så ${path} kunde inte skrivas. Det som fanns där står kvar.`,
    ENAMETOOLONG: 'Filens namn är för långt.',
  };
  const message = messages[code];
  if (message === undefined) return new Error(`${path} kunde inte användas (${code}).`, { cause: error });
  return new Refusal('FILE', message, code === 'ENOSPC' ? EXIT.refused : EXIT.wrongUse);
}
