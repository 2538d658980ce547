#!/usr/bin/env node
import { runStyr } from './run-styr.ts';
import { surroundingsOf } from './surroundings.ts';

// `styr … | head` closes our end when it has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? process.exitCode : 1));

const { exitCode, out, err } = await runStyr(process.argv.slice(2), surroundingsOf(process.env));
process.exitCode = exitCode;
process.stderr.write(err);
// Storage that never answered may still be waited for: we leave when all is written.
process.stdout.write(out, () => process.exit());
