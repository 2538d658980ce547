import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project.ts';

/** What `npm run check` holds the code to. Biome also keeps the rule of who may import what: see `biome.json`. */
const CHECKS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  {
    name: 'Format, lint och beroenderegel',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  { name: 'Typer', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
];

const failed: string[] = [];
for (const { name, args } of CHECKS) {
  if ((await exitCode(args)) !== 0) failed.push(name);
}
process.stdout.write(
  failed.length === 0 ? 'Kontrollen gick bra.\n' : `Kontrollen hittade fel: ${failed.join('; ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function exitCode([script = '', ...args]: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, script), ...args], { cwd: PROJECT_ROOT, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
