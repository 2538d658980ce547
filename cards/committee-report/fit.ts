/*
 * What a report says has to fit in one message. Sections share the room that is left: a short one is shown whole, and what is left
 * over goes to the longer ones, which are cut where they end with how much more there is.
 */

/** One line as the template draws it. */
export interface Line {
  readonly text: string;
  readonly weight: 'Default' | 'Bolder';
  readonly spacing: 'None' | 'Small';
}

/** Lines that are shown together or not at all: a name with what is said of it. */
export type Item = readonly Line[];

/** A list that can be cut between its items, or a text that can be cut anywhere. */
export type Block =
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | {
      readonly kind: 'text';
      readonly heading: string;
      /** As people wrote it; `shown` makes it ready for the card. */
      readonly text: string;
      readonly shown: (text: string) => string;
    };

/** UTF-16 units that the template takes for a line beside its text. */
const LINE_FRAME = 96;
/** For saying that there is more. */
const MORE_UNITS = 140;

export function line(text: string, look: Partial<Omit<Line, 'text'>> = {}): Line {
  return { text, weight: 'Default', spacing: 'Small', ...look };
}

/** A name, with what is said of it under it. */
export function named(name: string, ...said: readonly string[]): Item {
  return [line(name, { weight: 'Bolder' }), ...said.map((text) => line(text, { spacing: 'None' }))];
}

/** Each block's lines, all of them together in at most so many UTF-16 units as JSON. */
export function fitBlocks(blocks: readonly Block[], room: number): readonly (readonly Line[])[] {
  const shares = shareOut(blocks.map(unitsOf), room);
  return blocks.map((block, at) => fitOne(block, shares[at] ?? 0));
}

/**
 * Shares out room by need: nobody gets more than they need, and nobody who needs more gets less than another.
 * All of the needs when there is room for them.
 */
export function shareOut(needs: readonly number[], room: number): readonly number[] {
  const inOrder = needs.map((need, at) => ({ need, at })).toSorted((one, other) => one.need - other.need);
  const shares: number[] = needs.map(() => 0);
  let left = Math.max(0, room);
  for (const [done, { need, at }] of inOrder.entries()) {
    const share = Math.min(need, Math.floor(left / (needs.length - done)));
    shares[at] = share;
    left -= share;
  }
  return shares;
}

function unitsOf(block: Block): number {
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + itemUnits(item), 0);
  return itemUnits(textItem(block, block.text));
}

function itemUnits(item: Item): number {
  return item.reduce((sum, { text }) => sum + LINE_FRAME + JSON.stringify(text).length, 0);
}

function fitOne(block: Block, room: number): readonly Line[] {
  if (unitsOf(block) <= room) return block.kind === 'list' ? block.items.flat() : textItem(block, block.text);
  return block.kind === 'list' ? cutList(block.items, room - MORE_UNITS) : cutText(block, room - MORE_UNITS);
}

function cutList(items: readonly Item[], room: number): readonly Line[] {
  let left = room;
  const shown = items.findIndex((item) => {
    left -= itemUnits(item);
    return left < 0;
  });
  const more = items.length - shown;
  return [...items.slice(0, shown).flat(), line(`… och ${more} till, se dokumentet.`)];
}

type TextBlock = Extract<Block, { readonly kind: 'text' }>;

function textItem({ heading, shown }: TextBlock, text: string): Item {
  return named(heading, shown(text));
}

/** The beginning, cut between characters. */
function cutText(block: TextBlock, room: number): readonly Line[] {
  const characters = [...graphemes.segment(block.text.slice(0, Math.max(0, room)))].map(({ segment }) => segment);
  const beginning = (count: number): Item => textItem(block, `${characters.slice(0, count).join('').trimEnd()} …`);
  let [fits, tooMany] = [0, characters.length + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (itemUnits(beginning(middle)) <= room) fits = middle;
    else tooMany = middle;
  }
  const rest = line('Hela texten står i dokumentet.', { spacing: 'None' });
  return fits === 0 ? [line(block.heading, { weight: 'Bolder' }), rest] : [...beginning(fits), rest];
}

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });
