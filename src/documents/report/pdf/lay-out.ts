import type { Block, ReportDocument } from '../blocks.ts';
import { drawLine, Flow } from './flow.ts';
import { layBlocks, type Pictures } from './lay-block.ts';
import { fillContents, reserveContents } from './lay-contents.ts';
import { layTitle } from './lay-first-page.ts';
import type { Bookmark, Drawn, Element, LaidOut, Piece } from './pieces.ts';
import { COLOURS, MARGIN, PAGE, STYLES, TEXT_WIDTH } from './typography.ts';
import { drawable, widthOf, wrapRuns } from './wrap-runs.ts';

/** A document on its pages. The same document gives the same pages. */
export function layOut(document: ReportDocument, pictures: Pictures): LaidOut {
  const flow = new Flow();
  const bookmarks: Bookmark[] = [];
  const title = layTitle(flow, document);
  const contents = document.hasContents ? reserveContents(flow, document.blocks.filter(isHeading)) : undefined;
  if (contents) flow.newPage();
  const body = layBlocks(flow, document.blocks, pictures, bookmarks);
  const listed: readonly Element[] = contents ? fillContents(flow, contents, bookmarks) : [];
  const pages = flow.page + 1;
  return {
    pages,
    elements: [...title, ...listed, ...body],
    artifacts: [...flow.artifacts, ...Array.from({ length: pages }, (_, page) => pageLines(document, page, pages))],
    bookmarks,
  };
}

function isHeading(block: Block): block is Extract<Block, { readonly kind: 'heading' }> {
  return block.kind === 'heading';
}

/** What stands at the head and foot of a page. The first has its title instead of a head. */
function pageLines({ owner, title, facts }: ReportDocument, page: number, pages: number): Piece {
  const number = facts.find(({ label }) => label === 'Diarienummer')?.text ?? '';
  const foot = PAGE.height - 46;
  return {
    page,
    isOnEveryPage: true,
    drawn: [
      ...(page === 0 ? [] : headOf(owner, title)),
      { kind: 'rule', x: MARGIN.left, y: foot - 8, width: TEXT_WIDTH, thickness: 0.5, colour: COLOURS.rule },
      ...small(number.startsWith('saknas') ? '' : `Diarienummer ${number}`, 'left', foot),
      ...small(`Sida ${page + 1} av ${pages}`, 'right', foot),
    ],
  };
}

function headOf(owner: string, title: string): readonly Drawn[] {
  return [
    ...small(owner, 'left', 40),
    ...small(title, 'right', 40),
    { kind: 'rule', x: MARGIN.left, y: 57, width: TEXT_WIDTH, thickness: 0.5, colour: COLOURS.rule },
  ];
}

/** One line of small print; a text too long for half the page is cut with an ellipsis. */
function small(text: string, side: 'left' | 'right', top: number): readonly Drawn[] {
  const { page: style } = STYLES;
  const [first, ...more] = wrapRuns([{ text: drawable(text), weight: 'regular' }], TEXT_WIDTH / 2 - 12, style.size);
  const shown = `${first?.runs.map((run) => run.text).join('') ?? ''}${more.length > 0 ? ' …' : ''}`;
  const width = widthOf(shown, 'regular', style.size);
  const x = side === 'left' ? MARGIN.left : MARGIN.left + TEXT_WIDTH - width;
  return shown === '' ? [] : drawLine({ runs: [{ text: shown, weight: 'regular', x: 0 }], width }, x, top, style);
}
