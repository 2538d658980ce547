import type { INumberingOptions, IStylesOptions } from 'docx';

/** A font that every Word has; the text is measured with it, so that the contents' page numbers are Word's own. */
const FONT = 'Calibri';
/** A4 with 2.2 cm beside the text, in twentieths of a point. */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  side: 1247,
  top: 1500,
  bottom: 1360,
  header: 709,
  footer: 652,
} as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

/** On white: contrast 8.6, 17 and 9.7. */
export const COLOURS = {
  heading: '1F4E79',
  text: '1A1A1A',
  note: '404040',
  rule: 'C4CAD1',
  fill: 'EAF0F6',
  notice: 'FDF3E1',
  noticeEdge: 'B36B00',
} as const;

/** Sizes in half points, spacing in twentieths of a point. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: COLOURS.text, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 120, line: 271, lineRule: 'auto' } },
    },
    title: {
      run: { font: FONT, size: 54, bold: true, color: COLOURS.heading },
      paragraph: { spacing: { before: 0, after: 160, line: 240, lineRule: 'auto' } },
    },
    heading1: heading(36, COLOURS.heading, 480, 140),
    heading2: heading(27, COLOURS.heading, 320, 90),
    heading3: heading(22, COLOURS.text, 220, 50),
    caption: {
      run: { font: FONT, size: 19, bold: true, italics: false, color: COLOURS.text },
      paragraph: { spacing: { before: 180, after: 70, line: 240, lineRule: 'auto' }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    paragraphStyle('Owner', 'Rapportens ägare', { size: 28, bold: true, color: COLOURS.heading }, { after: 120 }),
    paragraphStyle('Fact', 'Uppgift', { size: 21 }, { after: 50, line: 250, lineRule: 'auto' }),
    paragraphStyle(
      'ContentsTitle',
      'Innehållsrubrik',
      { size: 28, bold: true, color: COLOURS.heading },
      { before: 360, after: 100 },
    ),
    paragraphStyle(
      'Note',
      'Läsanvisning',
      { size: 17, color: COLOURS.note },
      { before: 60, after: 160, line: 240, lineRule: 'auto' },
    ),
    paragraphStyle('Cell', 'Tabelltext', { size: 17 }, { before: 30, after: 30, line: 240, lineRule: 'auto' }),
    paragraphStyle('AfterTable', 'Efter tabell', { size: 8 }, { before: 0, after: 60, line: 240, lineRule: 'auto' }),
    contentsStyle(1, { bold: true }, { before: 70, after: 10 }),
    contentsStyle(2, {}, { before: 0, after: 10 }),
  ],
};

/** A list's dots, in the text's own font. */
export const BULLETS = 'punkter';
export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          ...{ level: 0, format: 'bullet', text: '•', alignment: 'left' },
          style: { run: { font: FONT }, paragraph: { indent: { left: 284, hanging: 284 } } },
        },
      ],
    },
  ],
};

interface Spacing {
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: 'auto';
}

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

function heading(size: number, color: string, before: number, after: number) {
  return {
    run: { font: FONT, size, bold: true, italics: false, color },
    paragraph: { spacing: { before, after, line: 240, lineRule: 'auto' as const }, keepNext: true, keepLines: true },
  };
}

function paragraphStyle(id: string, name: string, run: Look, spacing: Spacing) {
  return { id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph: { spacing } };
}

function contentsStyle(level: number, run: Look, spacing: Spacing) {
  const indent = { left: (level - 1) * 280 };
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run,
    paragraph: { spacing, indent },
  };
}
