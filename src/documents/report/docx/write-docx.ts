import type { Header } from 'docx';
import { type Figure, type ReportDocument, textsOf } from '../blocks.ts';
import { settledZip } from '../settled-zip.ts';
import { wordBlocks, wordTitle } from './docx-blocks.ts';
import { COLOURS, numbering, PAGE, styles, TEXT_WIDTH } from './docx-styles.ts';

type Docx = typeof import('docx');

/** A document for Word, with real headings, tables and contents. Same document, same bytes. */
export async function writeDocx(
  document: ReportDocument,
  pictures: ReadonlyMap<Figure, Uint8Array>,
): Promise<Uint8Array> {
  const [docx, { estimatePageNumbersWith }] = await Promise.all([import('docx'), import('docx/layout')]);
  const { title, owner, madeAt } = document;
  const file = new docx.Document({
    ...{
      title: owner === '' ? title : `${title}, ${owner}`,
      subject: numberOf(document),
      creator: owner,
      lastModifiedBy: owner,
    },
    description: 'Gjord av det som nämnderna har rapporterat.',
    styles,
    numbering,
    features: { updateFields: false },
    ...(hasEndlessWord(document) ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: { titlePage: true, page: pageOf() },
        headers: { first: emptyHeader(docx), default: head(docx, document) },
        footers: { first: foot(docx, document), default: foot(docx, document) },
        children: [...wordTitle(docx, document), ...wordBlocks(docx, document, pictures)],
      },
    ],
  });
  const packed = await docx.Packer.toBuffer(file);
  return settledZip(packed, (name, content) => settledPart(name, content, madeAt));
}

/** Longer than any word or address that people write. */
const ENDLESS = /\S{200}/u;

/** The library's time to find a line's end grows with the square of a word's length: then Word counts the pages itself. */
function hasEndlessWord({ blocks }: ReportDocument): boolean {
  return blocks.some((block) => textsOf(block).some((text) => ENDLESS.test(text)));
}

function pageOf() {
  const { width, height, side, top, bottom, header, footer } = PAGE;
  return { size: { width, height }, margin: { left: side, right: side, top, bottom, header, footer } };
}

function numberOf({ facts }: ReportDocument): string {
  return facts.find(({ label }) => label === 'Diarienummer')?.text ?? '';
}

const RULE = { style: 'single', size: 4, space: 6, color: COLOURS.rule } as const;
const SMALL = { size: 17, color: COLOURS.note } as const;
const SIDES = {
  tabStops: [{ type: 'right', position: TEXT_WIDTH }],
  spacing: { after: 0, line: 240, lineRule: 'auto' },
} as const;

function emptyHeader(docx: Docx): Header {
  return new docx.Header({ children: [new docx.Paragraph({ text: '' })] });
}

function head(docx: Docx, { owner, title }: ReportDocument): Header {
  const runs = [
    new docx.TextRun({ ...SMALL, text: owner }),
    new docx.TextRun({ ...SMALL, children: [new docx.Tab(), title] }),
  ];
  return new docx.Header({ children: [new docx.Paragraph({ ...SIDES, border: { bottom: RULE }, children: runs })] });
}

function foot(docx: Docx, document: ReportDocument) {
  const number = numberOf(document);
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  const runs = [
    new docx.TextRun({ ...SMALL, text: number.startsWith('saknas') ? '' : `Diarienummer ${number}` }),
    new docx.TextRun({ ...SMALL, children: [new docx.Tab(), 'Sida ', CURRENT, ' av ', TOTAL_PAGES] }),
  ];
  return new docx.Footer({ children: [new docx.Paragraph({ ...SIDES, border: { top: RULE }, children: runs })] });
}

/** The library dates a file with the day that it is written, and numbers bookmarks through all files of a process. */
function settledPart(name: string, content: Uint8Array, madeAt: string): Uint8Array {
  if (name === 'docProps/core.xml')
    return changed(content, (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${madeAt}`));
  return name === 'word/document.xml' ? changed(content, renumbered) : content;
}

function changed(content: Uint8Array, change: (xml: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(content)));
}

/** Bookmarks numbered from 1 in this file. Only their own tags and the links to them are touched, never what people wrote. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  for (const [, number = ''] of xml.matchAll(/<w:bookmarkStart [^>]*w:name="_Toc(\d+)"/gu))
    numbers.set(number, numbers.size + 1);
  const renumber = (tag: string) =>
    tag.replace(/_Toc(\d+)/gu, (whole, number: string) => named(numbers, number, whole));
  return xml
    .replace(/<w:bookmarkStart [^>]*>/gu, (tag) =>
      renumber(tag).replace(/w:id="(\d+)"/u, (_, id: string) => `w:id="${numbers.get(id) ?? id}"`),
    )
    .replace(/<w:bookmarkEnd [^>]*>/gu, (tag) =>
      tag.replace(/w:id="(\d+)"/u, (_, id: string) => `w:id="${numbers.get(id) ?? id}"`),
    )
    .replace(/<w:hyperlink [^>]*>/gu, renumber)
    .replace(/<w:instrText[^>]*>[^<]*</gu, renumber);
}

function named(numbers: ReadonlyMap<string, number>, number: string, otherwise: string): string {
  const settled = numbers.get(number);
  return settled === undefined ? otherwise : `_Toc${settled}`;
}
