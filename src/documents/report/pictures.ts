import { modelPicturePng } from '../model-picture.ts';
import type { Figure, ReportDocument } from './blocks.ts';

/** Pixels for each point: sharp on paper, too. */
const DENSITY = 3;

/** The document's pictures as PNG, by figure. */
export async function drawFigures({ blocks }: ReportDocument): Promise<ReadonlyMap<Figure, Uint8Array>> {
  const figures = blocks.filter((block): block is Figure => block.kind === 'figure');
  const pictures = await Promise.all(
    figures.map(({ svg, width }) => modelPicturePng(svg, Math.round(width * DENSITY))),
  );
  return new Map(figures.map((figure, at) => [figure, pictures[at] ?? new Uint8Array()]));
}
