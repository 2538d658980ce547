import type { CommitteePart } from './domain/committee-part.ts';
import type { NextYearGround } from './domain/next-year-ground.ts';
import type { Month } from './domain/period.ts';
import type { Plan } from './domain/plan.ts';
import type { PlanChange } from './domain/plan-change.ts';
import type { PlanDocument, PlanFile } from './domain/plan-document.ts';

export type { CommitteePart };

/** The plan that a month is followed up against. */
export interface PlanInForce {
  /** SHA-256 of its content: the same whoever is in today's roster. */
  readonly version: string;
  /** As it is used: budgets as they stand in the month it was asked for, with today's people and calendar. */
  readonly plan: Plan;
  /** As it was decided. */
  readonly document: PlanDocument;
}

/** One plan that was put in force. Versions are never changed or removed. */
export interface PlanVersion {
  /** 1 for the first. */
  readonly number: number;
  /** SHA-256 of its text. */
  readonly version: string;
  readonly planId: string;
  readonly title: string;
  /** The first month that is followed up against it, until a later version's. */
  readonly validFrom: Month;
  /** UTC. */
  readonly publishedAt: Date;
  /** UPN, or `styr` for the command line. */
  readonly publishedBy: string;
  readonly reason: string;
}

export type NewPlanVersion = Pick<PlanVersion, 'validFrom' | 'publishedBy' | 'reason'>;

export interface PlanStore {
  /** The plan of this month, by the clock. */
  current(): Promise<PlanInForce | undefined>;
  /**
   * What a month is followed up against: the newest version that is valid from that month or earlier, else the first; with the
   * people and calendar of today's plan.
   */
  forMonth(month: Month): Promise<PlanInForce | undefined>;
  /** All versions, oldest first. */
  versions(): Promise<readonly PlanVersion[]>;
  /** A version's whole file; without a number the newest one's. */
  file(number?: number): Promise<PlanFile | undefined>;
  /**
   * Puts a plan in force: all of it or nothing. The same content as that plan's newest version changes nothing and
   * answers `unchanged`; `conflict` when a version that `expected` doesn't know was published meanwhile.
   */
  publish(file: PlanFile, how: NewPlanVersion, expected?: number): Promise<'published' | 'unchanged' | 'conflict'>;
}

/** Something about a file that a person must see, in Swedish, with its place in that file. */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  /** `Indikatorer, rad 5, kolumn Enhet`, or `current.indicators.3.unit`; empty for the file as a whole. */
  readonly where: string;
  readonly what: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What a file turned out to be. Any error among the problems: `content` is absent. */
export interface FileReading {
  readonly content?:
    | { readonly kind: 'plan'; readonly file: PlanFile }
    | { readonly kind: 'part'; readonly part: CommitteePart };
  readonly problems: readonly FileProblem[];
  /** Of a part: where its rows stand, for what is found wrong with it beside the plan. */
  readonly places?: readonly RowPlace[];
}

/** Where a row stands in a workbook. Its path is as in a whole plan: `current.commitments.2`. */
export interface RowPlace {
  readonly path: string;
  readonly sheet: string;
  readonly row: number;
}

/** Something about what a file holds, in Swedish, with its path: `commitments.2.activities.1.owner`. */
export interface FoundProblem {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly what: string;
}

/** The plan's files: the only place that knows their formats. */
export interface PlanFiles {
  /** Reads JSON or a workbook, whatever the name says; never throws for what is in the bytes. */
  read(bytes: Uint8Array, fileName: string): Promise<FileReading>;
  /** The whole plan as a workbook; empty sheets with instructions when there is none. A coming year's says what it is built on. */
  writeWorkbook(file: PlanFile | undefined, ground?: NextYearGround): Promise<Uint8Array>;
  /** One committee's part, with the council's goals, frame and indicators filled in and locked. */
  writePart(file: PlanFile, committeeId: string): Promise<Uint8Array>;
  writeJson(file: PlanFile): string;
  /** Where in a part's file stands what was found wrong with it. Paths are the part's own. */
  place(places: readonly RowPlace[], found: readonly FoundProblem[]): readonly FileProblem[];
  /** Swedish names for a change's list and field, as the workbook heads them. */
  nameOf(change: PlanChange): { readonly list: string; readonly field?: string };
  /** The change with its item and values in the workbook's own words, for people to read. */
  inWords(change: PlanChange): PlanChange;
}

/** A file that somebody sent in chat, read and checked, waiting for that person to confirm. */
export interface Upload {
  /** Random; what the card carries. */
  readonly id: string;
  readonly oid: string;
  readonly conversationId: string;
  readonly fileName: string;
  readonly content: NonNullable<FileReading['content']>;
  /** Number of the newest plan version when it was checked; 0 for none. */
  readonly basedOn: number;
  /** The months that its sender may let it apply from: one, two when asked to choose, none for a committee's part. */
  readonly choices: readonly Month[];
  readonly receivedAt: Date;
  readonly state: 'waiting' | 'done' | 'cancelled';
}

export interface UploadStore {
  save(upload: Upload): Promise<void>;
  find(id: string): Promise<Upload | undefined>;
  /** True for the one call that ends it. */
  end(id: string, state: 'done' | 'cancelled'): Promise<boolean>;
}

/** Where a committee is with its own part. */
export interface HandedInPart {
  /** Random, new for each time that it is handed in; what cards carry. */
  readonly id: string;
  readonly part: CommitteePart;
  readonly handedInBy: string;
  readonly handedInAt: Date;
  /** Number of the newest plan version when it was checked; absent for what was handed in before that was kept. */
  readonly basedOn?: number;
  readonly adopted?: { readonly date: string; readonly paragraph: string; readonly by: string; readonly at: Date };
  readonly etag: string;
}

export interface PartStore {
  find(planId: string, committeeId: string): Promise<HandedInPart | undefined>;
  list(planId: string): Promise<readonly HandedInPart[]>;
  /** Earlier ones are kept as history. `conflict`: somebody else changed it since `etag` (absent: there was none). */
  save(part: Omit<HandedInPart, 'etag'>, etag?: string): Promise<'saved' | 'conflict'>;
}
