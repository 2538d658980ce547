#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { openStores } from '../compose.ts';
import { readStorage } from '../config.ts';
import { importPlan } from '../features/planning/import-plan.ts';

const HELP = `styr – kommandon för den som förvaltar styrmodellen

  styr plan import FIL   läs in en plan (JSON) och sätt den i kraft
  styr hjälp             den här texten

Lagret anges med STORAGE_TABLES_URL eller STORAGE_CONNECTION_STRING.
`;

const [subject, verb, file] = process.argv.slice(2);

try {
  if (subject === 'plan' && verb === 'import' && file !== undefined) await runImport(file);
  else if (subject === undefined || ['hjälp', 'help', '--help', '-h'].includes(subject)) process.stdout.write(HELP);
  else {
    process.stderr.write(`Okänt kommando.\n\n${HELP}`);
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function runImport(path: string): Promise<void> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, ''); // some editors put a mark first
  const clock = { now: () => new Date() };
  const stores = await openStores(readStorage(process.env), clock);
  const { outcome, leftAside } = await importPlan({ ...stores, clock }, text);
  for (const { committeeId, period } of leftAside) {
    process.stdout.write(`${committeeId} ${period}: planens utfall används inte, nämnden har redan rapporterat här.\n`);
  }
  process.stdout.write(
    outcome === 'published' ? 'Planen är inläst och gäller nu.\n' : 'Planen gäller redan, inget är ändrat.\n',
  );
}
