import { drawLine, type Flow, placeLines } from './flow.ts';
import type { Area, Bookmark, Drawn, Element, Piece, Place } from './pieces.ts';
import { COLOURS, MARGIN, STYLES, type Style, TEXT_WIDTH } from './typography.ts';
import { type Line, widthOf, wrapRuns } from './wrap-runs.ts';

const PAGE_NUMBERS = 30;
const STEP = 14;
const RIGHT = MARGIN.left + TEXT_WIDTH;

/** A line of the table of contents, placed before its page is known. */
interface Entry {
  readonly bookmark: number;
  readonly style: Style;
  readonly lines: readonly { readonly line: Line; readonly page: number; readonly y: number }[];
  readonly indent: number;
}

/** Room for the contents: its headings are known, its pages are not. */
export interface ContentsBeingLaid {
  readonly title: Element;
  readonly entries: readonly Entry[];
}

/** What is listed: chapters and their parts. */
function isListed({ level }: { readonly level: number }): boolean {
  return level <= 2;
}

/** Makes room for an entry for each listed heading, in the order that they come. */
export function reserveContents(
  flow: Flow,
  headings: readonly { readonly level: number; readonly text: string }[],
): ContentsBeingLaid {
  flow.space(STYLES.contentsTitle.before);
  const style = STYLES.contentsTitle;
  const title: Element = {
    tag: 'P',
    kids: placeLines(
      flow,
      wrapRuns([{ text: 'Innehåll', weight: style.weight }], TEXT_WIDTH, style.size),
      MARGIN.left,
      style,
    ),
  };
  flow.y += style.after;
  const entries = headings.flatMap((heading, bookmark) =>
    isListed(heading) ? [reserveEntry(flow, heading, bookmark)] : [],
  );
  return { title, entries };
}

function reserveEntry(
  flow: Flow,
  { level, text }: { readonly level: number; readonly text: string },
  bookmark: number,
): Entry {
  const style = level === 1 ? STYLES.contents1 : STYLES.contents2;
  const indent = (level - 1) * STEP;
  flow.space(style.before);
  const wrapped = wrapRuns([{ text, weight: style.weight }], TEXT_WIDTH - indent - PAGE_NUMBERS, style.size);
  flow.reserve(wrapped.length * style.leading);
  const lines = wrapped.map((line) => {
    const placed = { line, page: flow.page, y: flow.y };
    flow.y += style.leading;
    return placed;
  });
  flow.y += style.after;
  return { bookmark, style, lines, indent };
}

/** The contents with the pages that the headings came to stand on. */
export function fillContents(
  flow: Flow,
  { title, entries }: ContentsBeingLaid,
  bookmarks: readonly Bookmark[],
): readonly Element[] {
  const kids = entries.flatMap((entry): readonly Element[] => {
    const place = bookmarks[entry.bookmark];
    if (!place) return [];
    flow.artifacts.push(leadingDots(entry, place));
    return [{ tag: 'TOCI', kids: [link(entry, place)] }];
  });
  return [title, { tag: 'TOC', kids }];
}

/** The heading and its page number, and the places to press on. */
function link(entry: Entry, place: Place): Element {
  const { lines, style, indent } = entry;
  const x = MARGIN.left + indent;
  const pressed = lines.map(({ page, y }): Area => ({ page, x, y, width: TEXT_WIDTH - indent, height: style.leading }));
  const kids = lines.map(({ line, page, y }, at): Piece => {
    const isLast = at === lines.length - 1;
    return {
      page,
      drawn: isLast
        ? [...drawLine(spaced(line), x, y, style), ...pageNumber(entry, y, place)]
        : drawLine(line, x, y, style),
    };
  });
  const words = lines.map(({ line }) => line.runs.map(({ text }) => text).join('')).join('');
  return { tag: 'Link', kids, alt: `${words}, sidan ${place.page + 1}`, leadsTo: place, pressed };
}

/** So that whoever hears or copies the line gets the number apart from the heading. */
function spaced({ runs, width }: Line): Line {
  const last = runs.at(-1);
  return last ? { runs: [...runs.slice(0, -1), { ...last, text: `${last.text} ` }], width } : { runs, width };
}

function pageNumber({ style }: Entry, y: number, { page }: Place): readonly Drawn[] {
  const text = String(page + 1);
  const width = widthOf(text, style.weight, style.size);
  return drawLine({ runs: [{ text, weight: style.weight, x: 0 }], width }, RIGHT - width, y, style);
}

/** They lead the eye to the page number, and are nothing to hear. */
function leadingDots({ style, indent, lines }: Entry, { page }: Place): Piece {
  const last = lines.at(-1);
  if (!last) return { page: 0, drawn: [] };
  const light: Style = { ...style, weight: 'regular', colour: COLOURS.note };
  const end = RIGHT - widthOf(String(page + 1), style.weight, style.size) - 6;
  const dot = widthOf(' .', 'regular', style.size);
  const count = Math.max(0, Math.floor((end - MARGIN.left - indent - last.line.width - 6) / dot));
  const dots: Line = { runs: [{ text: ' .'.repeat(count), weight: 'regular', x: 0 }], width: count * dot };
  return { page: last.page, drawn: count === 0 ? [] : drawLine(dots, end - dots.width, last.y, light) };
}
