import type { FontWeight } from './font-metrics.ts';

/** What a picture is built of. Pixels in a picture that is 1080 wide; y grows downwards. */
export type Shape = TextShape | BoxShape | PathShape;

/** One line of text; `y` is its baseline. */
export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  /** As measured, without kerning. */
  readonly width: number;
}

/** A rectangle; with a radius of half its height a pill or a disc. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke?: string;
}

/** A line through corners, which ends in an arrowhead when it has one. */
export interface PathShape {
  readonly kind: 'path';
  readonly corners: readonly (readonly [number, number])[];
  readonly colour: string;
  readonly thickness: number;
  readonly arrow?: boolean;
}

/** The same shape elsewhere. */
export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind === 'path') return { ...shape, corners: shape.corners.map(([x, y]) => [x + dx, y + dy]) };
  return { ...shape, x: shape.x + dx, y: shape.y + dy };
}

/** Teams' light theme. Every pair of text and ground has a contrast of at least 4.5 (WCAG AA), which a test measures. */
export const palette = {
  ground: '#f5f5f5',
  panel: '#ffffff',
  edge: '#d1d1d1',
  text: '#242424',
  subtle: '#565656',
  brand: '#4f52b2',
  onBrand: '#ffffff',
  tint: '#e8ebfa',
  onTint: '#3d3e78',
  thread: '#b5293f',
  onThread: '#ffffff',
  example: '#fbf0d0',
  onExample: '#5c4400',
} as const;
