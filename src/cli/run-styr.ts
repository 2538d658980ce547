import { type Command, EXIT, type Outcome, Refusal, type Surroundings } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, groupHelp, usageOf } from './help.ts';
import { readArguments } from './read-arguments.ts';

/** What the process writes, and ends with. */
export interface Answer {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

const ASKS_FOR_HELP = new Set(['hjälp', 'hjalp', 'help', '--help', '-h']);

/** Carries out one command line. With `--json`, wherever it stands, the answer is one JSON object on stdout and nothing else. */
export async function runStyr(args: readonly string[], surroundings: Surroundings): Promise<Answer> {
  const writer = args.includes('--json') ? asJson : asText;
  const words = args.filter((word) => word !== '--json');
  const command = commands.find(({ name }) => startsWith(words, name.split(' ')));
  try {
    const outcome = command
      ? await carryOut(command, words.slice(command.name.split(' ').length), surroundings)
      : helpFor(words);
    return writer.outcome(outcome);
  } catch (error) {
    return writer.refusal(asRefusal(error), command);
  }
}

async function carryOut(command: Command, args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const given = readArguments(command, args);
  return given.values.help === true ? asHelp(commandHelp(command)) : command.run(given, surroundings);
}

/** `styr`, `styr hjälp`, `styr plan --help`, `styr hjälp plan import`: everything that is no command. */
function helpFor(words: readonly string[]): Outcome {
  const about = words.filter((word) => !ASKS_FOR_HELP.has(word));
  const command = commands.find(({ name }) => name === about.join(' '));
  if (command) return asHelp(commandHelp(command));

  const group = commands.filter(({ name }) => startsWith(name.split(' '), about));
  const isAsked = about.length < words.length || words.length === 0;
  if (isAsked && group.length > 0) return asHelp(groupHelp(group));
  const asked = ['styr', ...about].join(' ');
  const what = group.length > 0 ? `Efter "${asked}" ska det stå vad` : `Kommandot "${asked}" finns inte`;
  const help = group.length > 0 ? `${asked} --help` : 'styr hjälp';
  throw new Refusal('UNKNOWN_COMMAND', `${what}. Skriv: ${help}`, EXIT.wrongUse);
}

function startsWith(words: readonly string[], start: readonly string[]): boolean {
  return start.every((word, index) => words[index] === word);
}

function asHelp(help: string): Outcome {
  return { text: help, data: { help } };
}

/** Storage says by its error's name that it can't be reached; everything else that was not foreseen is a fault of ours. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.name === 'StorageUnreachable') {
    return new Refusal('STORAGE_UNREACHABLE', 'Lagret går inte att nå. Försök igen om en stund.', EXIT.noStorage);
  }
  const what = error instanceof Error ? error.message : String(error);
  return new Refusal('FAILED', `Något gick fel: ${what}`);
}

/** How an answer is written: as text for people, or as JSON for programs. */
interface Writer {
  outcome(outcome: Outcome): Answer;
  refusal(refusal: Refusal, command: Command | undefined): Answer;
}

const asText: Writer = {
  outcome: (outcome) => ({ exitCode: exitCodeOf(outcome), out: `${outcome.text}\n`, err: '' }),
  refusal: ({ code, message, exitCode }, command) => {
    const usage = code === 'WRONG_USE' && command ? `\nAnvändning: ${usageOf(command)}\n` : '';
    return { exitCode, out: '', err: `${message}\n${usage}` };
  },
};

const asJson: Writer = {
  outcome: (outcome) => ({
    exitCode: exitCodeOf(outcome),
    out: line({ ok: !outcome.hasErrors, ...outcome.data }),
    err: '',
  }),
  refusal: ({ code, message, exitCode, data }) => ({
    exitCode,
    out: line({ ok: false, code, message, ...data }),
    err: '',
  }),
};

function exitCodeOf({ hasErrors }: Outcome): number {
  return hasErrors ? EXIT.refused : EXIT.done;
}

function line(data: object): string {
  return `${JSON.stringify(data)}\n`;
}
