import { renderAsync } from '@resvg/resvg-js';
import { governanceModel } from '../domain/governance-model.ts';
import type { PlanDocument } from '../domain/plan-document.ts';
import { fontFiles } from './model-picture/font-metrics.ts';
import { layOutModel } from './model-picture/layout.ts';
import { spokenModel } from './model-picture/words.ts';
import { writeSvg } from './model-picture/write-svg.ts';

/** Wide enough for a phone's three pixels to a point, and for a web page's column at double density. */
const PICTURE_WIDTH = 1080;

/** The governance model with a plan's own vision, goals and committees, as an SVG file in Swedish. The same plan, the same text. */
export function drawModel(document: PlanDocument): string {
  const model = governanceModel(document);
  return writeSvg(layOutModel(model), {
    title: `Så fungerar styrmodellen: ${model.title}`,
    description: spokenModel(model),
  });
}

/** An SVG of ours as PNG, off the event loop. Only the project's own typeface is used: the same bytes on every machine. */
export async function modelPicturePng(svg: string, width: number = PICTURE_WIDTH): Promise<Uint8Array> {
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: 'DejaVu Sans' },
  });
  return picture.asPng();
}
