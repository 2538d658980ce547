import { type FontWeight, hasSign, measureText } from '../../model-picture/font-metrics.ts';

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly weight: FontWeight;
}

/** A run in its place in a line, `x` from the line's beginning. */
export interface PlacedRun extends Run {
  readonly x: number;
}

export interface Line {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

/** What stands in for a sign that the typeface does not have: seen, so that nobody takes the text for whole. */
const BOX = '\u25a1';
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });
/** Letters, digits and what is common in Swedish text: no need to look each of them up. */
const COMMON = /^[\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u2212]*$/u;

/** A text with every sign that can't be drawn replaced by a box: an emoji of several signs by one. */
export function drawable(text: string): string {
  if (COMMON.test(text)) return text;
  return Array.from(graphemes.segment(text), ({ segment }) => (canBeDrawn(segment) ? segment : BOX)).join('');
}

function canBeDrawn(segment: string): boolean {
  return COMMON.test(segment) || Array.from(segment).every((sign) => hasSign(sign.codePointAt(0) ?? 0));
}

/** How wide a text is drawn, in points. */
export function widthOf(text: string, weight: FontWeight, size: number): number {
  let width = 0;
  for (const sign of text) width += advance(sign, weight);
  return width * size;
}

const advances = { regular: new Map<string, number>(), bold: new Map<string, number>() };

function advance(sign: string, weight: FontWeight): number {
  const known = advances[weight].get(sign);
  if (known !== undefined) return known;
  const found = measureText(weight, 1)(sign);
  advances[weight].set(sign, found);
  return found;
}

/** Runs in lines of a width. A line ends at a space; `\n` ends it, too. What is wider by itself is divided. */
export function wrapRuns(runs: readonly Run[], width: number, size: number): readonly Line[] {
  const lines: LineBeingFilled[] = [new LineBeingFilled()];
  for (const { text, weight } of runs) {
    for (const [at, part] of drawable(text).split('\n').entries()) {
      if (at > 0) breakLine(lines);
      for (const word of words(part)) putWord(lines, { text: word, weight }, width, size);
    }
  }
  return lines.map((line) => line.placed());
}

/** Each with the space before it, so that a no-break space stays within a word. */
function words(text: string): readonly string[] {
  return text.match(/ *[^ ]+| +$/gu) ?? [];
}

function putWord(lines: LineBeingFilled[], run: Run, width: number, size: number): void {
  let line = lines.at(-1) ?? new LineBeingFilled();
  const bare = run.text.trimStart();
  const wide = widthOf(run.text, run.weight, size);
  if (bare === '' || line.width + wide <= width) {
    line.add(run, wide);
    return;
  }
  if (line.width > 0) line = breakLine(lines);
  for (const [at, piece] of divided(bare, run.weight, width, size).entries()) {
    if (at > 0) {
      line = new LineBeingFilled();
      lines.push(line);
    }
    line.add({ text: piece, weight: run.weight }, widthOf(piece, run.weight, size));
  }
}

/** The space that a line ends at stays on it, so that whoever hears or copies the text gets two words. */
function breakLine(lines: LineBeingFilled[]): LineBeingFilled {
  const next = new LineBeingFilled();
  lines.at(-1)?.end();
  lines.push(next);
  return next;
}

/** A word that is wider than a line: after its own hyphens and strokes where they help, else between letters with a hyphen. */
function divided(word: string, weight: FontWeight, width: number, size: number): readonly string[] {
  if (widthOf(word, weight, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-–/_.@])/u)) {
    if (piece !== '' && widthOf(piece + part, weight, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
    const cut = widthOf(piece, weight, size) > width ? cutUp(piece, weight, width, size) : [piece];
    pieces.push(...cut.slice(0, -1));
    piece = cut.at(-1) ?? '';
  }
  return [...pieces, piece];
}

function cutUp(word: string, weight: FontWeight, width: number, size: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    const hyphen = /\p{L}$/u.test(piece) && /^\p{L}/u.test(segment) ? '-' : '';
    if (piece !== '' && widthOf(`${piece}${segment}${hyphen}`, weight, size) > width) {
      pieces.push(`${piece}${hyphen}`);
      piece = segment;
    } else {
      piece += segment;
    }
  }
  return [...pieces, piece];
}

class LineBeingFilled {
  width = 0;
  readonly #runs: PlacedRun[] = [];

  add({ text, weight }: Run, width: number): void {
    const last = this.#runs.at(-1);
    if (last?.weight === weight) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    else this.#runs.push({ text, weight, x: this.width });
    this.width += width;
  }

  end(): void {
    const last = this.#runs.at(-1);
    if (last) this.#runs[this.#runs.length - 1] = { ...last, text: `${last.text} ` };
  }

  placed(): Line {
    return { runs: this.#runs.filter(({ text }) => text.trim() !== ''), width: this.width };
  }
}
