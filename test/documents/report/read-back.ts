import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync } from 'fflate';

/* Files read back by other means than they were written with. */

/** A table in a Word file, with the caption above it. */
export interface ReadTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function docxPart(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  assert.ok(part, `no part ${name}`);
  return new TextDecoder().decode(part);
}

/** All tables of a Word file, in order. */
export function docxTables(bytes: Uint8Array): readonly ReadTable[] {
  const xml = docxPart(bytes, 'word/document.xml');
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table], at, all) => {
    const [head = [], ...rows] = [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gsu)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => paragraphsOf(cell).join('\n')),
    );
    const before = xml.slice(at === 0 ? 0 : xml.indexOf(all[at - 1]?.[0] ?? ''), xml.indexOf(table));
    return { caption: paragraphsOf(before).at(-1) ?? '', head, rows };
  });
}

export function tableNamed(tables: readonly ReadTable[], caption: string | RegExp): ReadTable {
  const found = tables.find((one) =>
    typeof caption === 'string' ? one.caption === caption : caption.test(one.caption),
  );
  assert.ok(found, `no table ${caption} among ${tables.map((one) => one.caption).join(' | ')}`);
  return found;
}

/** The text of each paragraph. */
export function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:(tab)\/>/gsu)]
      .map(([, text, tab]) => (tab ? '\t' : unescaped(text ?? '')))
      .join(''),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The cells of a sheet of a workbook, headings first. */
export async function xlsxRows(bytes: Uint8Array, sheet: string): Promise<readonly (readonly unknown[])[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const worksheet = workbook.getWorksheet(sheet);
  assert.ok(worksheet, `no sheet ${sheet}`);
  const rows: unknown[][] = [];
  for (let at = 1; at <= worksheet.rowCount; at += 1) {
    const row = worksheet.getRow(at);
    rows.push(Array.from({ length: worksheet.columnCount }, (_, column) => row.getCell(column + 1).value));
  }
  return rows;
}

/** Rows of a CSV file by heading (RFC 4180). */
export function csvRows(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const lines: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const [whole = '', quoted, plain = '', end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/u.exec(text.slice(at)) ?? [];
    assert.ok(whole !== '', `not CSV: ${text.slice(at, at + 80)}`);
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === '\r\n' && at < text.length) lines.push([]);
  }
  const [headings = [], ...rows] = lines;
  return rows.map((row) => {
    assert.equal(row.length, headings.length);
    return Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? '']));
  });
}

/** Whether poppler's programs are on this machine. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What one of poppler's programs says of a PDF. Its complaints are thrown. */
export function poppler(
  program: 'pdfinfo' | 'pdftotext' | 'pdffonts',
  bytes: Uint8Array,
  ...options: readonly string[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const out = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...options, file, ...out], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 50_000_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
