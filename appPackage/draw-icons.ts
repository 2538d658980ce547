import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** The two pictures that Teams asks for, with their side in pixels. */
export const iconSides = { color: 192, outline: 32 } as const;

export type IconName = keyof typeof iconSides;

/** Draws one icon from its SVG source at the size Teams wants. The sources hold no text, so no font is needed. */
export function drawIcon(name: IconName): Uint8Array {
  const source = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8');
  const drawing = new Resvg(source, {
    fitTo: { mode: 'width', value: iconSides[name] },
    font: { loadSystemFonts: false },
  });
  return drawing.render().asPng();
}

// The pictures are kept beside their sources, so that packaging needs no drawing: run this after a change of a source.
if (import.meta.main) {
  for (const name of ['color', 'outline'] as const) {
    writeFileSync(new URL(`${name}.png`, import.meta.url), drawIcon(name));
    process.stdout.write(`Ritade appPackage/${name}.png\n`);
  }
}
