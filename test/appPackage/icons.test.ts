import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { drawIcon, type IconName, iconSides } from '../../appPackage/draw-icons.ts';
import { type Picture, readPng } from './png.ts';

function anIcon(name: IconName): Picture {
  return readPng(readFileSync(new URL(`../../appPackage/${name}.png`, import.meta.url)));
}

/** Red, green, blue and alpha of every pixel. */
function pixelsOf({ pixels }: Picture): number[][] {
  return Array.from({ length: pixels.length / 4 }, (_, at) => [...pixels.subarray(at * 4, at * 4 + 4)]);
}

describe('the icons that Teams shows', () => {
  for (const name of ['color', 'outline'] as const) {
    it(`has ${name}.png in the size that Teams asks for`, () => {
      const icon = anIcon(name);

      assert.deepEqual([icon.width, icon.height], [iconSides[name], iconSides[name]]);
    });

    it(`has ${name}.png as ${name}.svg draws it today`, () => {
      const kept = anIcon(name).pixels;

      const drawn = readPng(drawIcon(name)).pixels;

      // Two steps of 255 may differ between processors; a change of the drawing differs by far more.
      assert.ok(
        kept.length === drawn.length && kept.every((part, at) => Math.abs(part - (drawn[at] ?? 0)) <= 2),
        `run node appPackage/draw-icons.ts: ${name}.png is not what ${name}.svg draws`,
      );
    });
  }

  it('fills the whole square of the colour icon, so that it stands on light and dark ground', () => {
    const icon = anIcon('color');

    assert.ok(pixelsOf(icon).every(([, , , alpha]) => alpha === 255));
  });

  it('draws the outline in pure white on a transparent ground, as Teams recolours it', () => {
    const pixels = pixelsOf(anIcon('outline'));

    const drawn = pixels.filter(([, , , alpha]) => alpha !== 0);

    assert.ok(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
    assert.ok(
      drawn.length > 100 && drawn.length < pixels.length / 2,
      `${drawn.length} of ${pixels.length} pixels drawn`,
    );
    for (const corner of [0, 31, 32 * 31, 32 * 32 - 1]) assert.equal(pixels[corner]?.[3], 0);
  });
});
