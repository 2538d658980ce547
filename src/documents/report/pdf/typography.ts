import type { FontWeight } from '../../model-picture/font-metrics.ts';

/* What a printed report looks like: A4, sober, wide margins. Points. */

export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { left: 62, right: 62, top: 80, bottom: 72 } as const;
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Where text may stand at the lowest. */
export const FLOOR = PAGE.height - MARGIN.bottom;

/** On white: contrast 17, 8.6, 9.7 and, of rules that carry no meaning, less. */
export const COLOURS = {
  text: '#1a1a1a',
  heading: '#1f4e79',
  note: '#404040',
  rule: '#c4cad1',
  strong: '#1f4e79',
  fill: '#eaf0f6',
  notice: '#fdf3e1',
  noticeEdge: '#b36b00',
} as const;

export interface Style {
  readonly size: number;
  readonly leading: number;
  readonly weight: FontWeight;
  readonly colour: string;
  readonly before: number;
  readonly after: number;
}

const text = { weight: 'regular', colour: COLOURS.text } as const;
const title = { weight: 'bold', colour: COLOURS.heading } as const;

export const STYLES = {
  title: { ...title, size: 25, leading: 31, before: 0, after: 6 },
  owner: { ...title, size: 13, leading: 17, before: 0, after: 10 },
  fact: { ...text, size: 9.5, leading: 14, before: 0, after: 3 },
  contentsTitle: { ...title, size: 13, leading: 17, before: 18, after: 6 },
  contents1: { ...text, weight: 'bold', size: 9.5, leading: 13, before: 3, after: 0.5 },
  contents2: { ...text, size: 9.5, leading: 13, before: 0, after: 0.5 },
  heading1: { ...title, size: 17, leading: 22, before: 26, after: 8 },
  heading2: { ...title, size: 12.5, leading: 16.5, before: 18, after: 5 },
  heading3: { ...text, weight: 'bold', size: 10, leading: 13.5, before: 11, after: 3 },
  body: { ...text, size: 9.5, leading: 14, before: 0, after: 6 },
  note: { size: 8, leading: 11, weight: 'regular', colour: COLOURS.note, before: 0, after: 9 },
  caption: { ...text, weight: 'bold', size: 8.5, leading: 12, before: 8, after: 4 },
  cell: { ...text, size: 8, leading: 10.6, before: 0, after: 0 },
  page: { size: 8, leading: 11, weight: 'regular', colour: COLOURS.note, before: 0, after: 0 },
} as const satisfies Record<string, Style>;

/** The baseline in a line whose upper edge is at `top`. */
export function baseline(top: number, { size, leading }: Style): number {
  return top + (leading - size) / 2 + size * 0.8;
}
