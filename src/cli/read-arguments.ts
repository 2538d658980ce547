import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, type Given, wrongUse } from './command.ts';

/** Options that every command takes. */
export const COMMON = {
  json: { type: 'boolean', does: 'ett JSON-objekt i stället för text' },
  help: { type: 'boolean', does: 'den här hjälpen' },
} as const;

/** Reads what stands after the command's own words. */
export function readArguments(command: Command, args: readonly string[]): Given {
  const { positionals, values } = parsed(command, args);
  const least = command.takes.filter((argument) => !argument.startsWith('[')).length;
  if (values.help !== true && positionals.length < least) {
    throw wrongUse(`${command.takes.slice(positionals.length, least).join(' och ')} saknas.`);
  }
  const [tooMany] = positionals.slice(command.takes.length);
  if (tooMany !== undefined) throw wrongUse(`"${tooMany}" är ett ord för mycket.`);
  return { files: positionals, values };
}

function parsed({ options }: Command, args: readonly string[]) {
  const all: ParseArgsConfig['options'] = {};
  for (const [name, { type }] of Object.entries({ ...options, ...COMMON })) all[name] = { type };
  all.help = { type: 'boolean', short: 'h' };
  try {
    return parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(whatIsWrong(error));
  }
}

/** Node names the option between quotes in its own, English, message. */
function whatIsWrong(error: unknown): string {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(-[^'\s]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Tillvalet ${option} finns inte.`;
  if (/does not take an argument/.test(message)) return `Tillvalet ${option} har inget värde.`;
  return `Tillvalet ${option} ska följas av ett värde.`;
}
