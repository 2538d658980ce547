import type { Drawn, Piece } from './pieces.ts';
import { baseline, FLOOR, MARGIN, type Style } from './typography.ts';
import type { Line } from './wrap-runs.ts';

/** Where the next thing is placed: down the page, and on to the next. */
export class Flow {
  page = 0;
  y: number = MARGIN.top;
  readonly artifacts: Piece[] = [];

  /** How much there is room for. */
  get room(): number {
    return FLOOR - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= MARGIN.top;
  }

  newPage(): void {
    this.page += 1;
    this.y = MARGIN.top;
  }

  /** Goes on to the next page unless so much fits here. What fits no page is left where it is. */
  reserve(height: number): void {
    if (height > this.room && !this.isAtTop) this.newPage();
  }

  /** Air above; none at the top of a page. */
  space(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  /** What is seen and not read aloud. */
  decorate(...drawn: readonly Drawn[]): void {
    this.artifacts.push({ page: this.page, drawn });
  }
}

/** A line of text at its place. */
export function drawLine({ runs }: Line, x: number, top: number, style: Style): readonly Drawn[] {
  const { size, colour } = style;
  return runs.map(({ text, weight, x: dx }) => ({
    ...{ kind: 'text' as const, x: x + dx, y: baseline(top, style), size, weight, colour, text },
  }));
}

/** Lines down the page and over to the next, with at least two on either side of a break. */
export function placeLines(flow: Flow, lines: readonly Line[], x: number, style: Style): readonly Piece[] {
  const pieces: Piece[] = [];
  let left = lines;
  while (left.length > 0) {
    const fit = Math.floor((flow.room + 0.01) / style.leading);
    const count = linesHere(left.length, fit, flow.isAtTop);
    if (count === 0) {
      flow.newPage();
      continue;
    }
    const top = flow.y;
    const drawn = left.slice(0, count).flatMap((line, at) => drawLine(line, x, top + at * style.leading, style));
    pieces.push({ page: flow.page, drawn });
    flow.y += count * style.leading;
    left = left.slice(count);
    if (left.length > 0) flow.newPage();
  }
  return pieces;
}

/** Neither the first line alone at the foot of a page, nor the last alone at the top of the next. */
function linesHere(count: number, fit: number, isAtTop: boolean): number {
  if (count <= fit) return count;
  const most = count - fit === 1 ? fit - 1 : fit;
  return most < 2 && !isAtTop ? 0 : Math.max(1, most);
}
