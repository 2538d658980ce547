import type { GovernanceModel } from '../../domain/governance-model.ts';
import { type Block, framed, paragraph, pill } from './blocks.ts';
import { budgetSection, committeesSection, followUpSection, goalsSection, visionSection } from './sections.ts';
import { moved, palette, type Shape } from './shapes.ts';

/** A finished drawing, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const WIDTH = 1080;
const EDGE = 40;
/** Where the red thread runs, and where the loop goes back. */
const THREAD_X = 64;
const PANEL_X = 112;
const PANEL_WIDTH = 892;
const LOOP_X = 1042;
const PADDING = 26;
const GAP = 24;
const DISC = 52;

/**
 * The governance model from top to bottom: five panels on the red thread (den röda tråden), from vision to follow-up, and the
 * loop that leads from the approved reports back to the plan.
 */
export function layOutModel(model: GovernanceModel): Drawing {
  const content = PANEL_WIDTH - PADDING * 2;
  const sections = [visionSection, budgetSection, goalsSection, committeesSection, followUpSection];
  const panels = sections.map((section) => panel(section(model, content)));
  const title = heading(model);
  const tops = panels.map((_, index) => EDGE + title.height + GAP + heightBefore(panels, index));
  const height = (tops.at(-1) ?? 0) + (panels.at(-1)?.height ?? 0) + EDGE;
  const ground: Shape = { kind: 'box', x: 0, y: 0, width: WIDTH, height, radius: 0, fill: palette.ground };
  return {
    width: WIDTH,
    height,
    shapes: [
      ground,
      ...at(title, EDGE, EDGE),
      thread(tops),
      ...tops.flatMap((top, index) => disc(index + 1, top + PADDING)),
      ...panels.flatMap((block, index) => at(block, PANEL_X, tops[index] ?? 0)),
      loop(tops, height),
    ],
  };
}

function heading(model: GovernanceModel): Block {
  const title = paragraph('Så fungerar styrmodellen', WIDTH - EDGE * 2, { size: 48, weight: 'bold' });
  if (!model.example) return title;
  const note = pill('Exempeldata', WIDTH, { size: 28, weight: 'bold', colour: palette.onExample }, palette.example);
  const x = WIDTH - EDGE * 2 - note.width;
  return {
    ...title,
    width: WIDTH - EDGE * 2,
    shapes: [...title.shapes, ...at(note, x, (title.height - note.height) / 2)],
  };
}

function panel(block: Block): Block {
  return framed(block, {
    ...{ padX: PADDING, padY: PADDING, radius: 16, fill: palette.panel, stroke: palette.edge, width: PANEL_WIDTH },
  });
}

function heightBefore(panels: readonly Block[], index: number): number {
  return panels.slice(0, index).reduce((sum, { height }) => sum + height + GAP, 0);
}

function thread(tops: readonly number[]): Shape {
  const ends = [tops.at(0) ?? 0, tops.at(-1) ?? 0].map((top) => [THREAD_X, top + PADDING + DISC / 2] as const);
  return { kind: 'path', corners: ends, colour: palette.thread, thickness: 6 };
}

function disc(step: number, top: number): Shape[] {
  const number = paragraph(`${step}`, DISC, { size: 30, weight: 'bold', colour: palette.onThread });
  const x = THREAD_X - DISC / 2;
  return [
    { kind: 'box', x, y: top, width: DISC, height: DISC, radius: DISC / 2, fill: palette.thread },
    ...at(number, THREAD_X - number.width / 2, top + (DISC - number.height) / 2),
  ];
}

/** From the end of the follow-up back up to the plan. */
function loop(tops: readonly number[], height: number): Shape {
  const from = height - EDGE - PADDING - 40;
  const to = (tops[1] ?? 0) + PADDING + DISC / 2;
  const panelEdge = PANEL_X + PANEL_WIDTH;
  return {
    kind: 'path',
    corners: [
      [panelEdge, from],
      [LOOP_X, from],
      [LOOP_X, to],
      [panelEdge + 4, to],
    ],
    ...{ colour: palette.thread, thickness: 6, arrow: true },
  };
}

function at(block: Block, x: number, y: number): readonly Shape[] {
  return block.shapes.map((shape) => moved(shape, x, y));
}
