import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exampleValues, fillTexts, findFaults, type PackageValues, zipPackage } from './package-contents.ts';

/**
 * `npm run package`: writes dist/styrmodell-teams.zip, which is uploaded in the Teams admin centre.
 * Each value comes from its option, else from the environment variable of the same name as its placeholder, else from
 * `exampleValues`. Nothing is written unless Microsoft's schema accepts the result.
 */
const { values: options } = parseArgs({
  options: {
    'app-id': { type: 'string' },
    'bot-id': { type: 'string' },
    'developer-name': { type: 'string' },
    'website-url': { type: 'string' },
    'privacy-url': { type: 'string' },
    'terms-url': { type: 'string' },
    out: { type: 'string' },
  },
});

const given: { readonly [Name in keyof PackageValues]: string | undefined } = {
  TEAMS_APP_ID: options['app-id'] ?? process.env.TEAMS_APP_ID,
  BOT_ID: options['bot-id'] ?? process.env.BOT_ID,
  DEVELOPER_NAME: options['developer-name'] ?? process.env.DEVELOPER_NAME,
  DEVELOPER_WEBSITE_URL: options['website-url'] ?? process.env.DEVELOPER_WEBSITE_URL,
  DEVELOPER_PRIVACY_URL: options['privacy-url'] ?? process.env.DEVELOPER_PRIVACY_URL,
  DEVELOPER_TERMS_URL: options['terms-url'] ?? process.env.DEVELOPER_TERMS_URL,
};

const filledIn = Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Partial<PackageValues>;
const texts = fillTexts({ ...exampleValues, ...filledIn });
const faults = await findFaults(texts);

if (faults.length > 0) {
  process.stderr.write(
    `Apppaketet skrevs inte. Det här behöver rättas:\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exitCode = 1;
} else {
  const project = fileURLToPath(new URL('..', import.meta.url));
  const file = resolve(project, options.out ?? 'dist/styrmodell-teams.zip');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zipPackage(texts));
  process.stdout.write(`Apppaketet finns i ${relative(process.cwd(), file)}, godkänt mot Microsofts schema.\n`);

  const examples = Object.keys(exampleValues).filter((name) => name !== 'TEAMS_APP_ID' && !(name in filledIn));
  if (examples.length > 0) {
    process.stdout.write(
      `Obs: exempelvärden används för ${examples.join(', ')}. Ange egna innan paketet laddas upp i Teams.\n`,
    );
  }
}
