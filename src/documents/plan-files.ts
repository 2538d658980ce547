import type { FileReading, PlanFiles } from '../plan-ports.ts';
import { writePlanJson } from './plan-json.ts';
import { whatItIs } from './plan-workbook/file-kind.ts';
import type { GridLimits } from './plan-workbook/grid.ts';
import { inWords } from './plan-workbook/in-words.ts';
import { nameOf } from './plan-workbook/name-of.ts';
import { inWorker, readInWorker } from './plan-workbook/read-in-worker.ts';
import { placeInPart } from './plan-workbook/read-workbook.ts';
import { RefusedFile } from './plan-workbook/refused-file.ts';
import { writePart } from './plan-workbook/write-part.ts';
import { writeWorkbook } from './plan-workbook/write-workbook.ts';
import { readJsonFile } from './read-json-file.ts';

interface Limits extends GridLimits {
  readonly bytes: number;
  readonly readJson: (bytes: Uint8Array) => FileReading | Promise<FileReading>;
}

/** A file that somebody sends in chat is read while others wait for their answers. */
const IN_CHAT: Limits = {
  ...{ bytes: 5_000_000, rowsInSheet: 5000, cells: 300_000 },
  readJson: (bytes) => inWorker('../json-worker', { bytes }),
};
const BY_HAND: Limits = { bytes: 50_000_000, rowsInSheet: 100_000, cells: 2_000_000, readJson: readJsonFile };

/** The plan's files as the command line reads them. */
export const planFiles: PlanFiles = filesWithin(BY_HAND);

/** The same, with limits for files that are sent in chat. */
export const planFilesInChat: PlanFiles = filesWithin(IN_CHAT);

function filesWithin(limits: Limits): PlanFiles {
  return {
    read: (bytes, fileName) => read(bytes, fileName, limits),
    writeWorkbook,
    writePart,
    writeJson: writePlanJson,
    nameOf,
    inWords,
    place: placeInPart,
  };
}

async function read(bytes: Uint8Array, fileName: string, limits: Limits): Promise<FileReading> {
  try {
    const kind = whatItIs(bytes, fileName, limits.bytes);
    if (kind === 'json') return await limits.readJson(bytes);
    const { rowsInSheet, cells } = limits;
    return await readInWorker(bytes, { rowsInSheet, cells });
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { problems: [{ severity: 'error', where: '', what: error.message }] };
  }
}
