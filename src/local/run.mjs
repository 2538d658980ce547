// Runs a script of the project under the project's own Node, after installing what is missing.
// Plain JavaScript of an older kind: this is the only file that the machine's Node (18 or later) has to understand.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** Holds the hash of the package-lock.json that node_modules was last installed from. */
const installedMark = join(modules, '.styrmodell-lock');
/** What Node has compiled is kept here and used again: a command starts in half the time. Node alone writes and reads it. */
const compileCache = join(modules, '.cache', 'node-compile');

/** Takes files from people, in the folder that they stand in. npm has gone to the project's folder, and says where they were. */
const COMMAND_LINE = 'src/cli/styr.ts';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  say('Användning: node src/local/run.mjs SKRIPT ARGUMENT…');
  process.exit(2);
}
process.exit(await main(script, args));

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(script, args) {
  if (!isInstalled(script)) {
    const code = await install();
    if (code !== 0) return code;
  }
  const node = findNode();
  if (node === undefined) {
    say(
      `Projektet behöver Node ${NODE_MAJOR} eller senare. Den här datorn har ${process.version}, och det finns ingen Node i npm\n` +
        `för just den här sortens dator (${process.platform} ${process.arch}).\n` +
        `Installera Node ${NODE_MAJOR} från https://nodejs.org och kör kommandot igen.`,
    );
    return 1;
  }
  if (script !== COMMAND_LINE) return run(node, [script, ...args], 'inherit');
  const folder = process.env.npm_lifecycle_event === 'styr' ? process.env.INIT_CWD : process.cwd();
  return run(node, [join(root, script), ...args], 'inherit', folder);
}

/** @param {string} script */
function isInstalled(script) {
  if (!existsSync(modules) || !existsSync(join(root, script))) return false;
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lockHash()) return true;

  // Someone ran npm by hand: npm writes this file last, so it is newer than the lock that it followed.
  const writtenByNpm = join(modules, '.package-lock.json');
  if (!existsSync(writtenByNpm) || statSync(writtenByNpm).mtimeMs < statSync(lockFile).mtimeMs) return false;
  markInstalled();
  return true;
}

async function install() {
  say('Installerar det som saknas (npm ci). Första gången tar det en minut eller två …');
  const npmArgs = ['ci', '--loglevel=error', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...npmArgs], 2)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', npmArgs, 2);
  if (code !== 0) {
    say(`Installationen misslyckades (npm ci, kod ${code}). Rätta det som npm skriver ovan och kör igen.`);
    return code;
  }
  markInstalled();
  say('Installationen är klar.');
  return 0;
}

function markInstalled() {
  try {
    writeFileSync(installedMark, lockHash());
  } catch {
    // A folder that can't be written to only means that we look again next time.
  }
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** The project's own Node from npm, else the one that runs us, if it is new enough. */
function findNode() {
  const brought = readdirSync(modules)
    .filter((name) => name.startsWith('node-'))
    .map((name) => join(modules, name, 'bin', 'node'));
  return [join(modules, '.bin', 'node'), ...brought, process.execPath].find(isNewEnough);
}

/** @param {string} node */
function isNewEnough(node) {
  if (!existsSync(node)) return false;
  // It is asked, because a binary for another system (such as Alpine) may be there and not run.
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= NODE_MAJOR;
}

/**
 * Runs a program to its end, with our signals handed on, and gives its exit code (128 + n after signal n).
 * @param {string} command
 * @param {string[]} args
 * @param {'inherit' | number} stdout
 * @param {string} [cwd]
 * @returns {Promise<number>}
 */
function run(command, args, stdout, cwd = root) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['inherit', stdout, 'inherit'],
    env: {
      NODE_COMPILE_CACHE: compileCache,
      ...process.env,
      PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
    },
    shell: command.endsWith('.cmd'),
  });
  const isInTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    let wasSent = false;
    const handOn = () => {
      // A Ctrl-C reaches the whole group from the terminal itself, and npm sends it once more: a program that takes
      // the second one as "now at once" would not get to clean up.
      if (wasSent || (signal === 'SIGINT' && isInTerminal)) return;
      wasSent = true;
      child.kill(/** @type {NodeJS.Signals} */ (signal));
    };
    process.on(signal, handOn);
    return () => process.removeListener(signal, handOn);
  });

  // npm told to stop tells only the shell between it and us, and that shell goes without a word to anyone.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) process.emit('SIGTERM');
  }, 250);

  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      clearInterval(watch);
      for (const remove of handlers) remove();
      resolve(code);
    };
    child.once('error', (error) => {
      say(`Kunde inte starta ${command}: ${error.message}`);
      end(1);
    });
    child.once('exit', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
