import { RefusedFile, SEND_XLSX } from './refused-file.ts';

const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];
/** What Excel's old format starts with, and an .xlsx with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const JSON_STARTS = /^\uFEFF?\s*[{[]/;

/** Tells a workbook from JSON by what is in the file. Throws RefusedFile, with what to do instead, for all else. */
export function whatItIs(bytes: Uint8Array, fileName: string, mostBytes: number): 'workbook' | 'json' {
  if (bytes.length === 0) throw new RefusedFile(`Filen är tom. ${SEND_XLSX}`);
  if (bytes.length > mostBytes) {
    throw new RefusedFile(`Filen är för stor: högst ${mostBytes / 1_000_000} MB går att ta emot.`);
  }
  if (startsWith(bytes, OLE2)) {
    throw new RefusedFile(
      'Filen är lösenordsskyddad eller i ett äldre format (.xls). Spara den som .xlsx utan lösenord.',
    );
  }
  if (/\.(xlsm|xlsb|xls|ods)$/i.test(fileName.trim())) throw new RefusedFile(`Spara filen som .xlsx. ${SEND_XLSX}`);
  if (startsWith(bytes, WORKBOOK)) return 'workbook';
  if (/\.json$/i.test(fileName) || JSON_STARTS.test(new TextDecoder().decode(bytes.subarray(0, 100)))) return 'json';
  throw new RefusedFile(`Filen är ingen arbetsbok. ${SEND_XLSX}`);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
