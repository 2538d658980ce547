import type { FontWeight } from '../../model-picture/font-metrics.ts';

/*
 * A document laid out on pages, before anything is drawn: what stands where, and what it is. Measures are points from the page's
 * upper left corner.
 */

export type Drawn =
  /** `y` is the baseline. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight: FontWeight;
      readonly colour: string;
      readonly text: string;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly thickness: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly png: Uint8Array;
    };

/** Marked content: what is drawn on one page of one element. */
export interface Piece {
  /** 0 for the first. */
  readonly page: number;
  readonly drawn: readonly Drawn[];
  /** Of an artifact: it stands on every page, as its number does. */
  readonly isOnEveryPage?: true;
}

/** Structure types of PDF 1.7 that the reports use. */
export type Tag =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Link';

/** An element of the structure that readers hear and programs read: itself a piece of what stands above it. */
export interface Element {
  readonly tag: Tag;
  readonly kids: readonly (Element | Piece)[];
  readonly alt?: string;
  /** Of a header cell. */
  readonly scope?: 'Column' | 'Row';
  /** Of a figure: left, top, right, bottom. */
  readonly box?: readonly [number, number, number, number];
  /** Of a link: where it leads, and the places to press on. */
  readonly leadsTo?: Place;
  readonly pressed?: readonly Area[];
}

export interface Place {
  readonly page: number;
  readonly y: number;
}

export interface Area {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A heading as a bookmark. */
export interface Bookmark extends Place {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** A whole document on its pages. Artifacts are what no reader needs to hear: rules, fills, page numbers, repeated headings. */
export interface LaidOut {
  readonly pages: number;
  readonly elements: readonly Element[];
  readonly artifacts: readonly Piece[];
  readonly bookmarks: readonly Bookmark[];
}
