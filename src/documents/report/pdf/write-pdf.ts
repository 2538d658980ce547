import { fontFiles } from '../../model-picture/font-metrics.ts';
import type { Figure, ReportDocument } from '../blocks.ts';
import { layOut } from './lay-out.ts';
import { PDF_UA } from './pdf-ua.ts';
import type { Area, Bookmark, Drawn, Element, LaidOut, Piece } from './pieces.ts';
import { drawable } from './wrap-runs.ts';

type Pdf = PDFKit.PDFDocument;
type StructureElement = PDFKit.PDFStructureElement;

/** A document as a PDF that is tagged for readers (PDF/UA-1) and fit for an archive (PDF/A-2a). Same document, same bytes. */
export async function writePdf(
  document: ReportDocument,
  pictures: ReadonlyMap<Figure, Uint8Array>,
): Promise<Uint8Array> {
  const pdf = await newPdf(document);
  const laid = layOut(document, pictures);
  for (let page = 0; page < laid.pages; page += 1) pdf.addPage();
  drawArtifacts(pdf, laid);
  const root = pdf.struct('Document', { lang: 'sv-SE' });
  pdf.addStructure(root);
  for (const element of laid.elements) addElement(pdf, root, element, laid);
  root.end();
  addBookmarks(pdf, laid.bookmarks);
  return finish(pdf);
}

async function newPdf({ title, owner, facts, madeAt }: ReportDocument): Promise<Pdf> {
  const { default: PDFDocument } = await import('pdfkit');
  const named = owner === '' ? title : `${title}, ${owner}`;
  const number = facts.find(({ label }) => label === 'Diarienummer')?.text ?? '';
  return new PDFDocument({
    ...{ pdfVersion: '1.7', subset: 'PDF/A-2a', lang: 'sv-SE', tagged: true, displayTitle: true },
    ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false, font: fontFiles.regular },
    info: {
      Title: metadata(named),
      Author: metadata(owner),
      Subject: metadata(number),
      Creator: 'Styrmodell i Teams',
      Producer: 'PDFKit',
      CreationDate: new Date(madeAt),
    },
  });
}

/** The library writes a file's metadata without escaping it. */
function metadata(text: string): string {
  return text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');
}

async function finish(pdf: Pdf): Promise<Uint8Array> {
  pdf.appendXML(PDF_UA);
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** First, because fills lie under the text. */
function drawArtifacts(pdf: Pdf, { artifacts }: LaidOut): void {
  for (const { page, drawn, isOnEveryPage } of artifacts) {
    pdf.switchToPage(page);
    pdf.markContent('Artifact', { type: isOnEveryPage ? 'Pagination' : 'Layout' });
    for (const one of drawn) draw(pdf, one);
    pdf.endMarkedContent();
  }
}

function addElement(pdf: Pdf, parent: StructureElement, element: Element, laid: LaidOut): void {
  const { tag, alt, scope, box, kids, pressed, leadsTo } = element;
  const options = {
    ...(alt !== undefined && tag === 'Figure' && { alt }),
    ...(scope && { scope }),
    ...(box && { bbox: box, placement: 'Block' }),
  };
  const own = pdf.struct(tag, options);
  parent.add(own);
  for (const kid of kids) {
    if ('tag' in kid) addElement(pdf, own, kid, laid);
    else addPiece(pdf, own, tag, kid);
  }
  if (leadsTo) for (const area of pressed ?? []) addLink(pdf, own, area, leadsTo, alt ?? '');
  own.end();
}

function addPiece(pdf: Pdf, own: StructureElement, tag: string, { page, drawn }: Piece): void {
  pdf.switchToPage(page);
  const content = pdf.markStructureContent(tag);
  for (const one of drawn) draw(pdf, one);
  pdf.endMarkedContent();
  own.add(content);
}

/** A place to press on that leads to another page. */
function addLink(
  pdf: Pdf,
  own: StructureElement,
  area: Area,
  { page, y }: { page: number; y: number },
  words: string,
): void {
  pdf.switchToPage(area.page);
  const name = `p${String(page).padStart(4, '0')}y${String(Math.round(y)).padStart(4, '0')}`;
  const options = { structParent: own, Contents: new String(words) };
  pdf.goTo(area.x, area.y, area.width, area.height, name, options as object);
  pdf.switchToPage(page);
  pdf.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - 12), null);
}

function draw(pdf: Pdf, drawn: Drawn): void {
  switch (drawn.kind) {
    case 'text':
      pdf.font(fontFiles[drawn.weight]).fontSize(drawn.size).fillColor(drawn.colour);
      pdf.text(drawn.text, drawn.x, drawn.y, { lineBreak: false, baseline: 'alphabetic' });
      return;
    case 'box':
      pdf.rect(drawn.x, drawn.y, drawn.width, drawn.height).fill(drawn.colour);
      return;
    case 'rule':
      pdf.rect(drawn.x, drawn.y - drawn.thickness / 2, drawn.width, drawn.thickness).fill(drawn.colour);
      return;
    case 'picture':
      pdf.image(Buffer.from(drawn.png), drawn.x, drawn.y, { width: drawn.width, height: drawn.height });
  }
}

/** The headings beside the pages, in any program that shows them. */
function addBookmarks(pdf: Pdf, bookmarks: readonly Bookmark[]): void {
  const above: PDFKit.PDFOutline[] = [pdf.outline];
  for (const { level, text, page, y } of bookmarks) {
    const options = { expanded: level === 1, pageNumber: page, top: Math.max(0, y - 12) };
    const parent = above[level - 1] ?? pdf.outline;
    above[level] = parent.addItem(drawable(text), options);
    above.length = level + 1;
  }
}
