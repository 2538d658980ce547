import { unzipSync } from 'fflate';
import { RefusedFile, SEND_XLSX, TOO_LARGE_OR_BROKEN } from './refused-file.ts';

/*
 * The zip archive that an .xlsx file is. Its directory is looked through before anything is unpacked, and unpacking never gives
 * more than the directory said.
 */

const MOST_MEMBERS = 200;
const MOST_BYTES = 50_000_000;
const MOST_RATIO = 100;
/** Small parts, such as long runs of empty styles, may shrink more than that without meaning harm. */
const RATIO_MATTERS_FROM = 1_000_000;

interface Member {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
}

/** The parts of a workbook that are read, by name. */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  const members = listMembers(bytes);
  refuse(members);
  const wanted = (name: string) =>
    /^xl\/.*\.(xml|rels)$/.test(name) && !/\/(externalLinks|drawings|media)\//.test(name);
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted(name) && originalSize <= MOST_BYTES,
    });
    return new Map(Object.entries(unpacked).map(([name, part]) => [name, asXml(part)]));
  } catch (cause) {
    if (cause instanceof RefusedFile) throw cause;
    throw new RefusedFile(TOO_LARGE_OR_BROKEN, { cause });
  }
}

/** XML in UTF-8 without a document type, so that nothing in it can be expanded or fetched. */
function asXml(part: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new RefusedFile('Filen innehåller XML som inte tas emot. Spara den på nytt i Excel.');
  return text;
}

function refuse(members: readonly Member[]): void {
  const names = members.map(({ name }) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin'))) {
    throw new RefusedFile('Filen innehåller makron. Spara den som .xlsx utan makron.');
  }
  if (!names.includes('xl/workbook.xml')) throw new RefusedFile(SEND_XLSX);
  const size = members.reduce((sum, member) => sum + member.size, 0);
  const nested = names.some((name) => /\.(zip|xlsx|docx|7z|gz|rar)$/.test(name));
  if (members.length > MOST_MEMBERS || size > MOST_BYTES || nested || members.some(blownUp)) {
    throw new RefusedFile(TOO_LARGE_OR_BROKEN);
  }
}

function blownUp({ packed, size }: Member): boolean {
  return size > RATIO_MATTERS_FROM && size > packed * MOST_RATIO;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/** What the archive's directory says. Archives of the large kind (zip64) have sizes there that count as too large. */
function listMembers(bytes: Uint8Array): readonly Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new RefusedFile(TOO_LARGE_OR_BROKEN);
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    members.push({ name, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RefusedFile(TOO_LARGE_OR_BROKEN);
}
