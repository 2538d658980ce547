import { inflateSync } from 'node:zlib';

/** A decoded picture: `pixels` holds red, green, blue, alpha (0–255 each), row after row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = '89504e470d0a1a0a';

/** Reads a PNG of eight-bit RGBA without interlacing, which is what our icons are; anything else throws. */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 8).toString('hex') !== signature) throw new Error('Not a PNG');

  const chunks = [...readChunks(bytes)];
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!header) throw new Error('A PNG without a header');
  if (header.subarray(8, 13).toString('hex') !== '0806000000')
    throw new Error('Not eight-bit RGBA without interlacing');

  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const lines = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  return { width, height, pixels: undoFilters(lines, width * 4, height) };
}

function* readChunks(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Each line begins with the number of the filter it was written with (PNG specification, section 9). */
function undoFilters(lines: Buffer, stride: number, height: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    for (let x = 0; x < stride; x += 1) {
      const left = x < 4 ? 0 : (pixels[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * stride + x - 4] ?? 0);
      pixels[y * stride + x] = (lines[start + 1 + x] ?? 0) + predict(lines[start] ?? 0, left, up, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) throw new Error(`Unknown PNG filter ${filter}`);

  const guess = left + up - corner;
  const byLeft = Math.abs(guess - left);
  const byUp = Math.abs(guess - up);
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
