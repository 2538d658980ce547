import type { FileChild, Paragraph } from 'docx';
import type { Block, Figure, ReportDocument } from '../blocks.ts';
import { BULLETS, COLOURS, TEXT_WIDTH } from './docx-styles.ts';
import { wordTable } from './docx-table.ts';

type Docx = typeof import('docx');

const LABELS = 1900;
const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;
/** Pixels at 96 to the inch for each point: what the library takes a picture's size in. */
const PIXELS = 96 / 72;

/** Whose report, which, and where it stands; the contents after it. */
export function wordTitle(
  docx: Docx,
  { owner, title, facts, notices, hasContents }: ReportDocument,
): readonly FileChild[] {
  return [
    ...(owner === ''
      ? []
      : [new docx.Paragraph({ style: 'Owner', spacing: hasContents ? { before: 500 } : {}, text: owner })]),
    new docx.Paragraph({
      style: 'Title',
      border: { bottom: { style: 'single', size: 12, space: 8, color: COLOURS.heading } },
      text: title,
    }),
    ...facts.map(({ label, text }) => factLine(docx, label, text)),
    ...notices.map((text) => notice(docx, text)),
    ...(hasContents ? contents(docx) : []),
  ];
}

function factLine(docx: Docx, label: string, text: string): Paragraph {
  return new docx.Paragraph({
    style: 'Fact',
    tabStops: [{ type: 'left', position: LABELS }],
    indent: { left: LABELS, hanging: LABELS },
    children: [new docx.TextRun({ text: label, bold: true }), new docx.TextRun({ children: [new docx.Tab(), text] })],
  });
}

/** Filled in from the headings, with their pages: nothing to update before it can be read. */
function contents(docx: Docx): readonly FileChild[] {
  return [
    new docx.Paragraph({ style: 'ContentsTitle', keepNext: true, text: 'Innehåll' }),
    new docx.TableOfContents('Innehåll', { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

/** Blocks one after another; the first begins a page of its own after the contents. */
export function wordBlocks(
  docx: Docx,
  document: ReportDocument,
  pictures: ReadonlyMap<Figure, Uint8Array>,
): readonly FileChild[] {
  return document.blocks.flatMap((block, at) =>
    wordBlock(docx, block, pictures, {
      place: at + 1,
      beginsPage: document.hasContents && at === 0,
      keepNext: document.blocks[at + 1]?.kind === 'table',
    }),
  );
}

/** Where a block stands, and what follows it. */
interface InDocument {
  /** 1 for the first. */
  readonly place: number;
  readonly beginsPage: boolean;
  readonly keepNext: boolean;
}

function wordBlock(
  docx: Docx,
  block: Block,
  pictures: ReadonlyMap<Figure, Uint8Array>,
  { place, beginsPage, keepNext }: InDocument,
): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new docx.Paragraph({ heading: HEADINGS[block.level], pageBreakBefore: beginsPage, text: block.text })];
    case 'paragraph':
      return [paragraphOf(docx, block, keepNext && block.text.length < 250)];
    case 'list':
      return block.items.map(
        (item) =>
          new docx.Paragraph({ style: 'ListParagraph', numbering: { reference: BULLETS, level: 0 }, text: item }),
      );
    case 'notice':
      return [notice(docx, block.text)];
    case 'table':
      return wordTable(docx, block);
    case 'figure':
      return figureOf(docx, block, pictures, place);
  }
}

function paragraphOf(
  docx: Docx,
  { text, label, is }: Extract<Block, { readonly kind: 'paragraph' }>,
  keepNext: boolean,
): Paragraph {
  const named = label === undefined ? [] : [new docx.TextRun({ text: `${label} `, bold: true })];
  return new docx.Paragraph({
    keepNext,
    ...(is === 'note' && { style: 'Note' }),
    children: [...named, new docx.TextRun({ text })],
  });
}

function notice(docx: Docx, text: string): Paragraph {
  return new docx.Paragraph({
    text,
    spacing: { before: 160, after: 200 },
    indent: { left: 120, right: 60 },
    shading: { fill: COLOURS.notice, type: 'clear', color: 'auto' },
    border: { left: { style: 'single', size: 24, space: 6, color: COLOURS.noticeEdge } },
  });
}

function figureOf(
  docx: Docx,
  figure: Figure,
  pictures: ReadonlyMap<Figure, Uint8Array>,
  place: number,
): readonly FileChild[] {
  const data = pictures.get(figure);
  if (!data) return [];
  const scale = Math.min(1, TEXT_WIDTH / 20 / figure.width, 600 / figure.height) * PIXELS;
  const picture = new docx.ImageRun({
    type: 'png',
    data,
    transformation: { width: Math.round(figure.width * scale), height: Math.round(figure.height * scale) },
    // Else the library numbers pictures through all files of a process.
    altText: { id: String(place), name: 'Diagram', title: figure.caption, description: figure.alt },
  });
  return [
    new docx.Paragraph({ style: 'Caption', keepNext: true, text: figure.caption }),
    new docx.Paragraph({ spacing: { after: 200 }, children: [picture] }),
  ];
}
