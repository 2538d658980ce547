import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { fontFiles, measureText } from '../../src/documents/model-picture/font-metrics.ts';
import { type Drawing, layOutModel } from '../../src/documents/model-picture/layout.ts';
import type { BoxShape, PathShape, TextShape } from '../../src/documents/model-picture/shapes.ts';
import { drawModel, modelPicturePng } from '../../src/documents/model-picture.ts';
import { governanceModel } from '../../src/domain/governance-model.ts';
import type { PlanDocument } from '../../src/domain/plan-document.ts';
import { readPng } from '../appPackage/png.ts';
import { aDocument, exampleFile } from '../support/builders.ts';
import { anyPlan } from './drawn-plans.ts';

/** On a phone the picture is a third as wide. */
const SMALLEST_TEXT = 22;
/** WCAG 2.1 AA. */
const LEAST_CONTRAST = 4.5;

const example = exampleFile().current;

describe('The picture of the governance model', () => {
  it('shows the plan’s vision, goals and committees', () => {
    const words = wordsOf(drawModel(example));

    assert.match(words, /Vision 2040/);
    assert.match(words, /Platsen för alla, hela livet/);
    for (const { name, number } of example.councilGoals) {
      assert.ok(words.includes(name), name);
      assert.ok(words.includes(` ${number} `), number);
    }
    for (const { name } of example.goalAreas) assert.ok(words.includes(name), name);
    assert.match(words, /Kultur- och fritidsnämnden 4 1 2 /);
  });

  it('counts the indicators that point the way to a goal, and which of them are key figures', () => {
    const words = wordsOf(drawModel(example));

    assert.match(words, /Nynäshamns kommun är en attraktiv arbetsgivare 6 indikatorer varav 2 nyckeltal/);
    assert.match(words, /Nynäshamn växer som kommun 1 delmål 2 indikatorer /);
  });

  it('leaves out a committee that ended before the plan began, and keeps one that begins within it', () => {
    const committees = [
      { id: 'MSN', name: 'Miljönämnden', aliases: [], validTo: '2025-12-31' },
      { id: 'SBN', name: 'Byggnämnden', aliases: [], validFrom: '2027-01-01' },
      { id: 'KN', name: 'Klimatnämnden', aliases: [], validFrom: '2030-01-01' },
    ];

    const words = wordsOf(drawModel(aDocument({ periodFrom: 2026, periodTo: 2029, committees })));

    assert.match(words, /Byggnämnden inga inga inga/);
    assert.doesNotMatch(words, /Miljönämnden|Klimatnämnden/);
  });

  it('speaks the plan’s own language', () => {
    const levelNames = { councilGoal: 'Strategi', commitment: 'Satsning', activity: 'Insats', subGoal: 'Delstrategi' };

    const words = wordsOf(drawModel({ ...example, levelNames }));

    assert.match(words, / Strategi .* Delstrategi: 1 .* Nämndmål Satsning Insats /);
    assert.match(words, /Nämnderna arbetar fram mål, satsning och insats, som/);
    assert.doesNotMatch(words, /[Åå]tagande|[Aa]ktivitet/);
  });

  it('names the council’s decision, and the reports that the follow-up plan has', () => {
    const decision = { date: '2025-11-12', paragraph: 'KF § 214' };
    const followUpPlan = example.followUpPlan.filter(({ kind }) => kind === 'month' || kind === 'annual');

    const words = wordsOf(drawModel({ ...example, decision, followUpPlan }));

    assert.match(words, /Kommunfullmäktiges beslut 2025-11-12, KF § 214\./);
    assert.match(words, /Månadsuppföljning .* Årsredovisning .* Kommunfullmäktige godkänner/);
    assert.doesNotMatch(words, /Tertialrapport|Delårsrapport/);
  });

  it('says that example data is example data, and of a real plan nothing of the kind', () => {
    const example = { id: 'M1', name: 'Ett mål', committeeEffects: [], aliases: [] };

    assert.match(wordsOf(drawModel(aDocument({ councilGoals: [{ ...example, example: true }] }))), /Exempeldata/);
    assert.doesNotMatch(wordsOf(drawModel(aDocument({ councilGoals: [example], indicators: [] }))), /Exempeldata/);
  });

  it('can be heard: a title, and every goal and committee in its description', () => {
    const svg = drawModel(example);

    const [, title = ''] = /<title id="title">(.*?)<\/title>/.exec(svg) ?? [];
    const [, description = ''] = /<desc id="desc">(.*?)<\/desc>/.exec(svg) ?? [];

    assert.equal(title, 'Så fungerar styrmodellen: Mål och budget 2026–2029 (exempel)');
    for (const { name } of example.councilGoals) assert.ok(description.includes(name), name);
    assert.match(description, /Socialnämnden/);
    assert.match(svg, /role="img" aria-labelledby="title desc"/);
  });

  it('shows what people wrote as text, whatever it looks like', () => {
    const name = `<script>x</script> & "Tom's" ]]> \u0000\u0008\uD800 %s`;

    const svg = drawModel(aDocument({ vision: { name, focusAreas: [name] }, title: name }));

    for (const forbidden of ['<script', '\u0000', '\u0008', '\uD800']) assert.ok(!svg.includes(forbidden));
    assert.match(svg, /&lt;script&gt;x&lt;\/script&gt; &amp; &quot;Tom&#39;s&quot;/);
    assert.doesNotThrow(() => new Resvg(svg, { font: { loadSystemFonts: false } }));
  });

  it('is the same for the same plan, to the byte', async () => {
    const svg = drawModel(example);

    assert.equal(drawModel(structuredClone(example)), svg);
    assert.deepEqual(await modelPicturePng(svg, 360), await modelPicturePng(svg, 360));
  });

  it('is in the README as it is drawn today', () => {
    const file = join(import.meta.dirname, '../../docs/pictures/styrmodell.svg');

    const inReadme = readFileSync(file, 'utf8');

    assert.equal(inReadme, drawModel(example), 'If the change is meant: npm run model:picture, and look at it');
  });

  it('is a picture of the width that is asked for, with text in it, that Teams takes', async () => {
    const svg = drawModel(example);

    const png = await modelPicturePng(svg);
    const { width, pixels } = readPng(png);
    const withoutText = await modelPicturePng(svg.replace(/<text.*<\/text>\n/g, ''));

    assert.equal(width, 1080);
    assert.ok(png.length < 1024 * 1024, `${png.length} bytes`);
    assert.notDeepEqual(pixels, readPng(withoutText).pixels);
  });

  it('measures text at least as wide as it is drawn', () => {
    const texts = [
      'Barn- och utbildningsnämnden',
      'AVATAR To. fi ffl',
      'Åtgärder, 2026–2029',
      'iiiillll....',
      'MWMWMW',
    ];

    for (const weight of ['regular', 'bold'] as const) {
      for (const text of texts) {
        const measured = measureText(weight, 100)(text);
        const drawn = drawnWidth(text, weight, 100);

        assert.ok(drawn <= measured + 1 && drawn > measured * 0.9, `${text}: ${drawn} drawn, ${measured} measured`);
      }
    }
  });

  it('has nothing that overlaps, sticks out, is too small or too pale, in the example plan', () => {
    assertReadable(example);
  });

  it('has nothing that overlaps, sticks out, is too small or too pale, whatever a plan is like', () => {
    fc.assert(fc.property(anyPlan, assertReadable), { numRuns: 60 });
  });
});

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function assertReadable(document: PlanDocument): void {
  const drawing = layOutModel(governanceModel(document));
  const texts = drawing.shapes.filter((shape) => shape.kind === 'text' && shape.text !== '') as TextShape[];
  for (const text of texts) {
    assert.ok(text.size >= SMALLEST_TEXT, `${text.text}: ${text.size} px`);
    assertOnItsGround(drawing, text);
  }
  for (const [at, text] of texts.entries()) {
    const overlapped = texts.slice(at + 1).find((other) => areOverlapping(areaOf(text), areaOf(other)));
    assert.equal(overlapped, undefined, `"${text.text}" overlaps "${overlapped?.text}"`);
  }
}

/** The text lies whole on every box that it touches; the colour of the last of them is its ground, which no line crosses. */
function assertOnItsGround({ shapes }: Drawing, text: TextShape): void {
  const area = areaOf(text);
  const at = shapes.indexOf(text);
  const touched = shapes.filter(
    (shape): shape is BoxShape => shape.kind === 'box' && areOverlapping(area, boxArea(shape)),
  );
  const ground = touched.filter((box) => shapes.indexOf(box) < at).at(-1);
  assert.ok(ground, text.text);
  for (const box of touched) assert.ok(isWithin(area, boxArea(box)), `"${text.text}" sticks out`);
  assert.ok(
    touched.every((box) => shapes.indexOf(box) < at),
    `"${text.text}" is hidden`,
  );
  assert.ok(contrast(text.colour, ground.fill) >= LEAST_CONTRAST, `"${text.text}" is pale`);

  const above = shapes.slice(shapes.indexOf(ground) + 1);
  const crossing = above.find(
    (shape) => shape.kind === 'path' && segmentsOf(shape).some((line) => areOverlapping(area, line)),
  );
  assert.equal(crossing, undefined, `"${text.text}" is crossed`);
}

/** The font's own ascent and descent: 0.93 and 0.24 of its size. */
function areaOf({ x, y, width, size }: TextShape): Area {
  return { left: x, right: x + width, top: y - size * 0.93, bottom: y + size * 0.24 };
}

function boxArea({ x, y, width, height }: BoxShape): Area {
  return { left: x, right: x + width, top: y, bottom: y + height };
}

function segmentsOf({ corners, thickness }: PathShape): Area[] {
  return corners.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = corners[at] ?? [x, y];
    return {
      left: Math.min(x, fromX) - thickness / 2,
      right: Math.max(x, fromX) + thickness / 2,
      top: Math.min(y, fromY) - thickness / 2,
      bottom: Math.max(y, fromY) + thickness / 2,
    };
  });
}

function areOverlapping(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** WCAG 2.1, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((share) =>
    share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The texts in the order that they are drawn in, lines put together. */
function wordsOf(svg: string): string {
  return ` ${[...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text]) => text).join(' ')} `;
}

function drawnWidth(text: string, weight: 'regular' | 'bold', size: number): number {
  const look = `font-family="DejaVu Sans" font-stretch="condensed" font-weight="${weight === 'bold' ? 700 : 400}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="150" ${look} font-size="${size}">${text}</text></svg>`;
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles) } });
  return picture.innerBBox()?.width ?? 0;
}
