import type { Block, Figure } from '../blocks.ts';
import { drawLine, type Flow, placeLines } from './flow.ts';
import { layTable, tableStart } from './lay-table.ts';
import type { Bookmark, Drawn, Element, Piece } from './pieces.ts';
import { COLOURS, MARGIN, STYLES, type Style, TEXT_WIDTH } from './typography.ts';
import { type Run, wrapRuns } from './wrap-runs.ts';

export type Pictures = ReadonlyMap<Figure, Uint8Array>;

const HEADINGS = { 1: STYLES.heading1, 2: STYLES.heading2, 3: STYLES.heading3 } as const;
const BULLET = 14;
const NOTICE_PAD = 9;

/** Blocks one after another. A heading never ends a page: it goes on with the first that stands under it. */
export function layBlocks(
  flow: Flow,
  blocks: readonly Block[],
  pictures: Pictures,
  bookmarks: Bookmark[],
): readonly Element[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'heading' || leadsToTable(blocks, at)) flow.reserve(beginning(blocks, at));
    return layBlock(flow, block, blocks[at + 1], { pictures, bookmarks });
  });
}

function layBlock(
  flow: Flow,
  block: Block,
  next: Block | undefined,
  { pictures, bookmarks }: { readonly pictures: Pictures; readonly bookmarks: Bookmark[] },
): readonly Element[] {
  switch (block.kind) {
    case 'heading':
      return [layHeading(flow, block, bookmarks)];
    case 'paragraph': {
      const style = block.is === 'note' ? STYLES.note : STYLES.body;
      const label: readonly Run[] = block.label === undefined ? [] : [{ text: `${block.label} `, weight: 'bold' }];
      return [layText(flow, [...label, { text: block.text, weight: style.weight }], style)];
    }
    case 'list':
      return [{ tag: 'L', kids: block.items.map((item) => layItem(flow, item)) }];
    case 'notice':
      return [layNotice(flow, block.text)];
    case 'table':
      return [layTable(flow, block, noteHeight(next))];
    case 'figure':
      return layFigure(flow, block, pictures);
  }
}

/** How to read a table is not to be looked for on the next page. */
function noteHeight(block: Block | undefined): number {
  if (block?.kind !== 'paragraph' || block.is !== 'note') return 0;
  return textHeight(block.text, STYLES.note);
}

function layHeading(
  flow: Flow,
  { level, text }: Extract<Block, { readonly kind: 'heading' }>,
  bookmarks: Bookmark[],
): Element {
  const style = HEADINGS[level];
  flow.space(style.before);
  bookmarks.push({ level, text, page: flow.page, y: flow.y });
  const lines = wrapRuns([{ text, weight: style.weight }], TEXT_WIDTH, style.size);
  const kids = placeLines(flow, lines, MARGIN.left, style);
  flow.y += style.after;
  return { tag: `H${level}`, kids };
}

function layText(flow: Flow, runs: readonly Run[], style: Style): Element {
  flow.space(style.before);
  const kids = placeLines(flow, wrapRuns(runs, TEXT_WIDTH, style.size), MARGIN.left, style);
  flow.y += style.after;
  return { tag: 'P', kids };
}

function layItem(flow: Flow, item: string): Element {
  const style = STYLES.body;
  const lines = wrapRuns([{ text: item, weight: style.weight }], TEXT_WIDTH - BULLET, style.size);
  flow.reserve(style.leading * Math.min(2, lines.length));
  const [dot] = wrapRuns([{ text: '•', weight: 'regular' }], BULLET, style.size);
  const bullet: Piece = { page: flow.page, drawn: dot ? drawLine(dot, MARGIN.left + 2, flow.y, style) : [] };
  const body = placeLines(flow, lines, MARGIN.left + BULLET, style);
  flow.y += 3;
  return {
    tag: 'LI',
    kids: [
      { tag: 'Lbl', kids: [bullet] },
      { tag: 'LBody', kids: body },
    ],
  };
}

/** On a tinted ground with an edge; a longer one than fits is placed on the next page, and what fits no page goes without. */
export function layNotice(flow: Flow, text: string): Element {
  const style = STYLES.body;
  const width = TEXT_WIDTH - 2 * NOTICE_PAD - 3;
  const lines = wrapRuns([{ text, weight: 'regular' }], width, style.size);
  const height = lines.length * style.leading + 2 * NOTICE_PAD;
  flow.space(4);
  flow.reserve(height);
  if (height <= flow.room) decorateNotice(flow, height);
  flow.y += NOTICE_PAD;
  const kids = placeLines(flow, lines, MARGIN.left + 3 + NOTICE_PAD, style);
  flow.y += NOTICE_PAD + 10;
  return { tag: 'P', kids };
}

function decorateNotice(flow: Flow, height: number): void {
  const box = { kind: 'box' as const, x: MARGIN.left, y: flow.y, height };
  flow.decorate(
    { ...box, width: TEXT_WIDTH, colour: COLOURS.notice },
    { ...box, width: 3, colour: COLOURS.noticeEdge },
  );
}

function layFigure(flow: Flow, figure: Figure, pictures: Pictures): readonly Element[] {
  const png = pictures.get(figure);
  if (!png) return [];
  const { width, height } = scaled(figure);
  const style = STYLES.caption;
  const lines = wrapRuns([{ text: figure.caption, weight: 'bold' }], TEXT_WIDTH, style.size);
  flow.space(style.before);
  flow.reserve(height + lines.length * style.leading + style.after);
  const caption: Element = { tag: 'P', kids: placeLines(flow, lines, MARGIN.left, style) };
  flow.y += style.after;
  const box = [MARGIN.left, flow.y, MARGIN.left + width, flow.y + height] as const;
  const drawn: Drawn = { kind: 'picture', x: MARGIN.left, y: flow.y, width, height, png };
  const picture: Element = { tag: 'Figure', alt: figure.alt, box, kids: [{ page: flow.page, drawn: [drawn] }] };
  flow.y += height + 14;
  return [caption, picture];
}

/** As it is, or so that it fits a page with its caption. */
function scaled({ width, height }: Figure): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, TEXT_WIDTH / width, 600 / height);
  return { width: width * scale, height: height * scale };
}

/** A line or two that say what a table shows go with it. */
function leadsToTable(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  return block?.kind === 'paragraph' && blocks[at + 1]?.kind === 'table' && textHeight(block.text, STYLES.body) <= 45;
}

/** How much the headings that come first need, with the beginning of what follows them. */
function beginning(blocks: readonly Block[], at: number): number {
  const block = blocks[at];
  if (!block) return 0;
  if (block.kind === 'heading') {
    const style = HEADINGS[block.level];
    return style.before + textHeight(block.text, style) + style.after + beginning(blocks, at + 1);
  }
  if (block.kind === 'paragraph' && leadsToTable(blocks, at)) {
    return textHeight(block.text, STYLES.body) + STYLES.body.after + beginning(blocks, at + 1);
  }
  return block.kind === 'table' ? tableStart(block, noteHeight(blocks[at + 1])) : leastHeight(block);
}

function textHeight(text: string, { weight, size, leading }: Style): number {
  return wrapRuns([{ text, weight }], TEXT_WIDTH, size).length * leading;
}

function leastHeight(block: Exclude<Block, { readonly kind: 'heading' | 'table' }>): number {
  switch (block.kind) {
    case 'figure':
      return scaled(block).height + 40;
    case 'notice':
      return 3 * STYLES.body.leading + 2 * NOTICE_PAD;
    default:
      return 2 * STYLES.body.leading;
  }
}
