import type { CommitteeReportContent } from '../../domain/report-content.ts';

import { type MeasureText, measureText } from '../model-picture/font-metrics.ts';
import { wrapText } from '../model-picture/wrap-text.ts';
import { escapeXml } from '../model-picture/write-svg.ts';
import type { Block } from './blocks.ts';
import { deviationText } from './figures-in-words.ts';
import { writtenText } from './written-text.ts';

/** In points, as it is drawn on the page. */
const WIDTH = 471;
const ROW = 26;
const NAMES = 148;
const SIZE = 8.5;
const LINE = 10;
/** White behind, dark in front: contrast above 7. The stripes tell a deficit from a surplus without any colour. */
const COLOURS = { surplus: '#1f4e79', deficit: '#9c2b1f', text: '#1a1a1a', axis: '#595959' } as const;
const FONTS = "'DejaVu Sans', 'Segoe UI', Arial, sans-serif";

interface Bar {
  readonly name: string;
  readonly kr: number;
  readonly words: string;
}

/** Each committee's deviation as a bar from the middle, deficits to the left. Nothing where there is nothing to compare. */
export function deviationChart(committees: readonly CommitteeReportContent[]): readonly Block[] {
  const bars = committees.flatMap(({ committeeName, finance: { deviationKr } }): Bar[] =>
    deviationKr === undefined
      ? []
      : [{ name: writtenText(committeeName), kr: deviationKr, words: deviationText(deviationKr) }],
  );
  if (bars.length < 2 || bars.every(({ kr }) => kr === 0)) return [];
  const left = committees.length - bars.length;
  const alt = `Stapeldiagram över nämndernas avvikelse för helåret. ${bars.map(({ name, words }) => `${name}: ${words}`).join('. ')}.`;
  const missing = left === 0 ? '' : ` Utan ${left === 1 ? 'den nämnd' : 'de nämnder'} som saknar prognos.`;
  return [
    {
      kind: 'figure',
      alt,
      caption: `Avvikelse mot budget per nämnd, helårsprognos. Underskott åt vänster, överskott åt höger.${missing}`,
      width: WIDTH,
      height: bars.length * ROW + 8,
      svg: draw(bars),
    },
  ];
}

function draw(bars: readonly Bar[]): string {
  const measure = measureText('regular', SIZE);
  const words = Math.max(...bars.map((bar) => measure(bar.words))) + 8;
  const half = (WIDTH - NAMES) / 2 - words;
  const zero = NAMES + words + half;
  const most = Math.max(...bars.map(({ kr }) => Math.abs(kr)));
  const height = bars.length * ROW + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    STRIPES,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<g font-family="${FONTS}" font-stretch="condensed" font-size="${SIZE}" fill="${COLOURS.text}">`,
    ...bars.flatMap((bar, at) => drawBar(bar, 4 + at * ROW, { zero, scale: half / most, measure })),
    '</g>',
    `<path d="M ${round(zero)} 2 V ${height - 2}" stroke="${COLOURS.axis}" stroke-width="0.8"/>`,
    '</svg>',
  ].join('\n');
}

const STRIPES = `<defs><pattern id="stripes" width="4" height="4" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#ffffff"/><rect width="2.4" height="4" fill="${COLOURS.deficit}"/></pattern></defs>`;

interface Ruler {
  readonly zero: number;
  /** Points for each krona. */
  readonly scale: number;
  readonly measure: MeasureText;
}

function drawBar({ name, kr, words }: Bar, top: number, { zero, scale, measure }: Ruler): readonly string[] {
  const length = Math.abs(kr) * scale;
  const x = kr < 0 ? zero - length : zero;
  const fill = kr < 0 ? `url(#stripes)" stroke="${COLOURS.deficit}` : COLOURS.surplus;
  const middle = top + ROW / 2;
  const beside = kr < 0 ? x - 4 - measure(words) : x + length + 4;
  const lines = wrapText(name, NAMES - 8, measure).slice(0, 2);
  return [
    ...lines.map((line, at) => text(line, 0, middle + 3 + (at - (lines.length - 1) / 2) * LINE)),
    `<rect x="${round(x)}" y="${round(top + 5)}" width="${round(length)}" height="${ROW - 10}" fill="${fill}"/>`,
    text(words, beside, middle + 3),
  ];
}

function text(content: string, x: number, y: number): string {
  return `<text x="${round(x)}" y="${round(y)}">${escapeXml(content)}</text>`;
}

/** Tenths of a point: the same digits on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
