import type { MeasureText } from './font-metrics.ts';

/** Controls, halves of a sign and white space: none of them is drawn. */
const UNDRAWN = /[\s\p{Cc}\p{Cs}]+/gu;

/** A text in lines that are at most `width` wide. A word that is wider by itself is divided with a hyphen. */
export function wrapText(text: string, width: number, measure: MeasureText): readonly string[] {
  const words = text.replace(UNDRAWN, ' ').trim().split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((long) => divided(long, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function divided(word: string, width: number, measure: MeasureText): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && measure(`${piece}${sign}-`) > width) {
      pieces.push(`${piece}-`);
      piece = sign;
    } else {
      piece += sign;
    }
  }
  return [...pieces, piece];
}
