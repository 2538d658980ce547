import type { Drawing } from './layout.ts';
import type { PathShape, Shape } from './shapes.ts';

/** What a reader hears instead of the picture. */
export interface Spoken {
  readonly title: string;
  readonly description: string;
}

const FONTS = "'DejaVu Sans', 'Segoe UI', Arial, sans-serif";
/** What XML 1.0 has no place for. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The drawing as an SVG file: plain shapes and text, nothing that runs or is fetched. */
export function writeSvg({ width, height, shapes }: Drawing, { title, description }: Spoken): string {
  const size = `width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} lang="sv" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<g font-family="${FONTS}" font-stretch="condensed">`,
    ...shapes.map(element),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** For text and for attributes. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'text': {
      const { x, y, size, weight, colour, text } = shape;
      const bold = weight === 'bold' ? ' font-weight="bold"' : '';
      return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold} fill="${colour}">${escapeXml(text)}</text>`;
    }
    case 'box': {
      const { x, y, width, height, radius, fill, stroke } = shape;
      const edge = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="2"`;
      const corner = radius === 0 ? '' : ` rx="${radius}"`;
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corner} fill="${fill}"${edge}/>`;
    }
    case 'path':
      return path(shape);
  }
}

function path({ corners, colour, thickness, arrow = false }: PathShape): string {
  const line = corners.map(([x, y]) => `${round(x)} ${round(y)}`).join(' L ');
  const drawn = `<path d="M ${line}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linejoin="round"/>`;
  return arrow ? `${drawn}\n${arrowhead(corners, colour, thickness)}` : drawn;
}

/** A triangle at the last corner, pointing the way that the last line goes. */
function arrowhead(corners: PathShape['corners'], colour: string, thickness: number): string {
  const [[fromX, fromY] = [0, 0], [x, y] = [0, 0]] = corners.slice(-2);
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const [long, half] = [thickness * 3, thickness * 2];
  const [backX, backY] = [x - dx * long, y - dy * long];
  const points = [
    [x, y],
    [backX - dy * half, backY + dx * half],
    [backX + dy * half, backY - dx * half],
  ].map(([pointX = 0, pointY = 0]) => `${round(pointX)},${round(pointY)}`);
  return `<polygon points="${points.join(' ')}" fill="${colour}"/>`;
}

/** Tenths of a pixel: the same digits on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
