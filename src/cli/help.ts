import type { Command, Option } from './command.ts';
import { COMMON } from './read-arguments.ts';

const EXIT_CODES = `Slutkoder: 0 klart, 1 planen har fel eller det gick inte, 2 fel användning eller filen finns inte,
           3 lagret går inte att nå.`;
const STORAGE = 'Lagret anges med STORAGE_TABLES_URL eller STORAGE_CONNECTION_STRING.';

/** `styr plan import FIL [--dry-run]`. */
export function usageOf({ name, takes, options }: Command): string {
  const flags = Object.entries(options).map(([flag, option]) =>
    option.required ? written(flag, option) : `[${written(flag, option)}]`,
  );
  return ['styr', name, ...takes, ...flags].join(' ');
}

/** A list of commands with what they do. */
export function groupHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [['styr', command.name, ...command.takes].join(' '), command.does] as const);
  return `styr – kommandon för den som förvaltar styrmodellen

${aligned(rows)}

Skriv --help efter ett kommando för dess tillval. Alla tar --json: då skrivs ett JSON-objekt och inget annat.
${EXIT_CODES}
${STORAGE}`;
}

export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON });
  const rows = options.map(([flag, option]) => [written(flag, option), option.does] as const);
  return [usageOf(command), command.does, command.more, aligned(rows), EXIT_CODES].filter(Boolean).join('\n\n');
}

function written(flag: string, { value }: Option): string {
  return value === undefined ? `--${flag}` : `--${flag} ${value}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join('\n');
}
