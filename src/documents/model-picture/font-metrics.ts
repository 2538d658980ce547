import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The pictures' typeface, out of the package `dejavu-fonts-ttf`: the same on every machine. */
const { resolve } = createRequire(import.meta.url);
export const fontFiles = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;

export type FontWeight = keyof typeof fontFiles;

/** How wide a text is at a size, in pixels: the sum of its signs' advance widths, so never less than it is drawn. */
export type MeasureText = (text: string) => number;

/** Widths of a TrueType font's signs, in parts of the font's size. */
interface Advances {
  readonly of: (codePoint: number) => number;
  readonly has: (codePoint: number) => boolean;
}

const loaded = new Map<FontWeight, Advances>();

/** Kerning and ligatures are left out: in this typeface they only draw signs together. */
export function measureText(weight: FontWeight, size: number): MeasureText {
  const advances = advancesOf(weight);
  return (text) => {
    let width = 0;
    for (const sign of text) width += advances.of(sign.codePointAt(0) ?? 0);
    return width * size;
  };
}

/** Whether the typeface has a sign, in every weight. */
export function hasSign(codePoint: number): boolean {
  return advancesOf('regular').has(codePoint) && advancesOf('bold').has(codePoint);
}

function advancesOf(weight: FontWeight): Advances {
  const advances = loaded.get(weight) ?? readAdvances(readFileSync(fontFiles[weight]));
  loaded.set(weight, advances);
  return advances;
}

/** A sign that the font lacks is counted as one em, wider than the box that stands in for it. */
function readAdvances(file: Buffer): Advances {
  const table = tablesOf(file);
  const unitsPerEm = table('head').readUInt16BE(18);
  const widths = table('hmtx');
  const lastWidth = table('hhea').readUInt16BE(34) - 1;
  const glyphOf = readCharacterMap(table('cmap'));
  return {
    of: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph === 0 ? 1 : widths.readUInt16BE(Math.min(glyph, lastWidth) * 4) / unitsPerEm;
    },
    has: (codePoint) => glyphOf(codePoint) !== 0,
  };
}

/** OpenType specification, "Font file": 12 bytes, then 16 per table. */
function tablesOf(file: Buffer): (name: string) => Buffer {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16) {
    const start = file.readUInt32BE(at + 8);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)));
  }
  return (name) => {
    const found = tables.get(name);
    if (!found) throw new Error(`The font has no table ${name}`);
    return found;
  };
}

/** OpenType specification, "cmap", format 4: Unicode's first plane. Glyph 0 is "not there". */
function readCharacterMap(cmap: Buffer): (codePoint: number) => number {
  const map = subtableOf(cmap);
  const segments = map.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + segments * 2, 16 + segments * 4, 16 + segments * 6];
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (codePoint > map.readUInt16BE(ends + segment * 2)) continue;
      const start = map.readUInt16BE(starts + segment * 2);
      if (codePoint < start) return 0;
      const delta = map.readUInt16BE(deltas + segment * 2);
      const offsetAt = offsets + segment * 2;
      const offset = map.readUInt16BE(offsetAt);
      const glyph = offset === 0 ? codePoint : map.readUInt16BE(offsetAt + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function subtableOf(cmap: Buffer): Buffer {
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const subtable = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (subtable.readUInt16BE(0) === 4) return subtable;
  }
  throw new Error('The font has no character map of format 4');
}
