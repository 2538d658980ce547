import type { Fact } from '../finance-facts.ts';
import { type Block, fitBlocks, type Item, type Line } from './fit.ts';

/** The report's pages, in the order of their numbers: a button carries its page's number. */
export const reportPages = ['overview', 'goals', 'indicators', 'work', 'texts'] as const;
export type ReportPage = (typeof reportPages)[number];

/** One part of the report on a page. */
export interface Section {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly lead: readonly string[];
  readonly details: readonly Block[];
  /** What the button that opens the details says; without it they are open. */
  readonly toggle?: string;
  /** Leads to the page with all of it. */
  readonly more?: { readonly title: string; readonly page: ReportPage };
}

export function section(name: string, what: Partial<Omit<Section, 'name'>>): Section {
  return { name, lead: [], facts: [], details: [], ...what };
}

export function list(items: readonly Item[]): Block {
  return { kind: 'list', items };
}

/** A section as the template binds it. */
export interface DrawnSection {
  readonly name: string;
  readonly facts: readonly { readonly facts: readonly Fact[] }[];
  readonly lead: readonly { readonly text: string }[];
  readonly open: readonly { readonly lines: readonly Line[] }[];
  readonly folded: readonly { readonly id: string; readonly title: string; readonly lines: readonly Line[] }[];
  readonly more: readonly { readonly actions: readonly object[] }[];
}

/** Those that have anything to say, with details in at most so many UTF-16 units together. */
export function drawSections(
  sections: readonly Section[],
  room: number,
  pageButton: (title: string, page: ReportPage) => object,
): readonly DrawnSection[] {
  const said = sections.filter(saysSomething);
  const fitted = fitBlocks(
    said.flatMap(({ details }) => details),
    room,
  );
  let next = 0;
  return said.map((one, at) => {
    const lines = fitted.slice(next, next + one.details.length).flat();
    next += one.details.length;
    const more = one.more ? [{ actions: [pageButton(one.more.title, one.more.page)] }] : [];
    return { ...draw(one, lines, at), more };
  });
}

function draw({ name, lead, facts, toggle }: Section, lines: readonly Line[], at: number): Omit<DrawnSection, 'more'> {
  const has = lines.length > 0;
  return {
    name,
    facts: facts.length === 0 ? [] : [{ facts }],
    lead: lead.map((text) => ({ text })),
    open: has && toggle === undefined ? [{ lines }] : [],
    folded: has && toggle !== undefined ? [{ id: `details_${at}`, title: toggle, lines }] : [],
  };
}

function saysSomething({ lead, facts, details }: Section): boolean {
  return lead.length > 0 || facts.length > 0 || details.some(hasContent);
}

function hasContent(block: Block): boolean {
  return block.kind === 'text' || block.items.length > 0;
}
