import type { parseArgs } from 'node:util';
import type { PlanFiles, Ports, ReportFiles } from '../ports.ts';

/** What a command does its work with. Storage is opened by those that need it. */
export interface Surroundings {
  readonly files: PlanFiles;
  readonly reportFiles: ReportFiles;
  readonly clock: Ports['clock'];
  openStores(): Promise<StoredPorts>;
}

export type StoredPorts = Pick<
  Ports,
  | ('plans' | 'answers' | 'workingDays' | 'clock')
  | 'reports'
  | 'municipality'
  | ('deliveries' | 'rounds' | 'crew' | 'absences' | 'people' | 'conversations' | 'installLink')
>;

export interface Option {
  readonly type: 'boolean' | 'string';
  /** What stands for the value in the help: `2026-10`. */
  readonly value?: string;
  readonly does: string;
  /** The command can't do without it. */
  readonly required?: true;
}

/** One command of the command line. Texts are Swedish, for people. */
export interface Command {
  /** As it is called: `plan import`. */
  readonly name: string;
  /** Its arguments as the help writes them: `FIL`, `[FIL.xlsx]`. */
  readonly takes: readonly string[];
  readonly does: string;
  /** What the help of the command itself says beside that. */
  readonly more?: string;
  readonly options: Readonly<Record<string, Option>>;
  run(given: Given, surroundings: Surroundings): Promise<Outcome>;
}

/** What a person gave a command. */
export interface Given {
  readonly files: readonly string[];
  readonly values: ReturnType<typeof parseArgs>['values'];
}

export interface Outcome {
  /** For people, on stdout. */
  readonly text: string;
  /** With `--json`, in its place. */
  readonly data: Readonly<Record<string, unknown>>;
  /** True when what was asked about has errors: exit code 1. */
  readonly hasErrors?: boolean;
}

export const EXIT = { done: 0, refused: 1, wrongUse: 2, noStorage: 3 } as const;

/** A command that can't do what was asked, with a Swedish message that says what to do instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly exitCode: number;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, exitCode: number = EXIT.refused, data: Refusal['data'] = {}) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
    this.data = data;
  }
}

export function wrongUse(message: string): Refusal {
  return new Refusal('WRONG_USE', message, EXIT.wrongUse);
}

export function textOf({ values }: Given, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

export function isSet({ values }: Given, option: string): boolean {
  return values[option] === true;
}
