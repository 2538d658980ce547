import type { ReportDocument } from '../blocks.ts';
import { drawLine, type Flow, placeLines } from './flow.ts';
import { layNotice } from './lay-block.ts';
import type { Element, Piece } from './pieces.ts';
import { COLOURS, MARGIN, STYLES, type Style, TEXT_WIDTH } from './typography.ts';
import { wrapRuns } from './wrap-runs.ts';

const LABELS = 92;

/** Whose report, which, and where it stands. */
export function layTitle(
  flow: Flow,
  { owner, title, facts, notices, hasContents }: ReportDocument,
): readonly Element[] {
  if (hasContents) flow.y += 30;
  const named = owner === '' ? [] : [layTitleText(flow, owner, STYLES.owner, 'P')];
  const heading = layTitleText(flow, title, STYLES.title, 'P');
  flow.y += 6;
  flow.decorate({ kind: 'rule', x: MARGIN.left, y: flow.y, width: TEXT_WIDTH, thickness: 1.2, colour: COLOURS.strong });
  flow.y += 12;
  const told = facts.map(({ label, text }) => layFact(flow, label, text));
  flow.y += 6;
  return [...named, heading, ...told, ...notices.map((text) => layNotice(flow, text))];
}

function layTitleText(flow: Flow, text: string, style: Style, tag: 'P'): Element {
  const kids = placeLines(flow, wrapRuns([{ text, weight: style.weight }], TEXT_WIDTH, style.size), MARGIN.left, style);
  flow.y += style.after;
  return { tag, kids };
}

/** A label and what it says beside it. */
function layFact(flow: Flow, label: string, text: string): Element {
  const style = STYLES.fact;
  const [name] = wrapRuns([{ text: label, weight: 'bold' }], LABELS, style.size);
  const lines = wrapRuns([{ text, weight: 'regular' }], TEXT_WIDTH - LABELS, style.size);
  flow.reserve(style.leading * 2);
  const first: Piece = { page: flow.page, drawn: name ? drawLine(name, MARGIN.left, flow.y, style) : [] };
  const rest = placeLines(flow, lines, MARGIN.left + LABELS, style);
  flow.y += style.after;
  return { tag: 'P', kids: [first, ...rest] };
}
