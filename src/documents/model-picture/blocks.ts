import { type FontWeight, measureText } from './font-metrics.ts';
import { type BoxShape, moved, palette, type Shape } from './shapes.ts';
import { wrapText } from './wrap-text.ts';

/** A part of the picture with its own size, drawn from its own upper left corner; blocks are put together to larger ones. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface TextStyle {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly colour?: string;
}

const LINE_HEIGHT = 1.3;

/** A text in as many lines as it takes. The block is as wide as its widest line. */
export function paragraph(text: string, width: number, style: TextStyle): Block {
  const { size, weight = 'regular', colour = palette.text } = style;
  const measure = measureText(weight, size);
  const lines = wrapText(text, width, measure);
  const height = size * LINE_HEIGHT;
  const shapes = lines.map((line, index): Shape => {
    const y = index * height + size;
    return { kind: 'text', x: 0, y, text: line, size, weight, colour, width: measure(line) };
  });
  return { width: Math.max(...lines.map(measure)), height: lines.length * height, shapes };
}

/** Blocks under each other. */
export function stacked(gap: number, blocks: readonly Block[]): Block {
  const shapes: Shape[] = [];
  let height = 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) height += gap;
    shapes.push(...block.shapes.map((shape) => moved(shape, 0, height)));
    height += block.height;
  }
  return { width: Math.max(0, ...blocks.map(({ width }) => width)), height, shapes };
}

/** Blocks in columns of given widths, their middles on one line or their tops. */
export function inColumns(
  columns: readonly { readonly block: Block; readonly width: number; readonly centred?: boolean }[],
  align: 'top' | 'middle' = 'top',
): Block {
  const height = Math.max(...columns.map(({ block }) => block.height));
  const shapes: Shape[] = [];
  let x = 0;
  for (const { block, width, centred = false } of columns) {
    const dx = x + (centred ? (width - block.width) / 2 : 0);
    const dy = align === 'middle' ? (height - block.height) / 2 : 0;
    shapes.push(...block.shapes.map((shape) => moved(shape, dx, dy)));
    x += width;
  }
  return { width: x, height, shapes };
}

/** Blocks after each other, on as many rows as they need. */
export function flowing(gap: number, width: number, blocks: readonly Block[]): Block {
  const rows: Block[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (used + gap + block.width > width) {
      rows.push([]);
      used = -gap;
    }
    rows.at(-1)?.push(block);
    used += gap + block.width;
  }
  const lines = rows.map((row) => inColumns(row.map((block) => ({ block, width: block.width + gap }))));
  return stacked(gap, lines);
}

export interface Frame extends Pick<BoxShape, 'fill' | 'radius' | 'stroke'> {
  readonly padX: number;
  readonly padY: number;
  /** Outer width and height at least; absent means as large as what is in it. */
  readonly width?: number;
  readonly height?: number;
}

/** A block on a ground of its own. */
export function framed(block: Block, { padX, padY, width, height, ...look }: Frame): Block {
  const outer = {
    width: Math.max(width ?? 0, block.width + padX * 2),
    height: Math.max(height ?? 0, block.height + padY * 2),
  };
  const box: Shape = { kind: 'box', x: 0, y: 0, ...outer, ...look };
  return { ...outer, shapes: [box, ...block.shapes.map((shape) => moved(shape, padX, padY))] };
}

/** A small rounded label. */
export function pill(text: string, width: number, style: TextStyle, fill: string): Block {
  const label = paragraph(text, width - 40, style);
  return framed(label, { padX: 20, padY: 8, radius: 22, fill });
}

/** A thin line across. */
export function rule(width: number): Block {
  const corners = [
    [0, 0],
    [width, 0],
  ] as const;
  return { width, height: 1, shapes: [{ kind: 'path', corners, colour: palette.edge, thickness: 2 }] };
}
