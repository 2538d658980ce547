import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationNames } from '../../src/config.ts';
import { declared, parseBicep } from './bicep.ts';

const project = join(import.meta.dirname, '../..');
const guide = readFileSync(join(project, 'docs/it-guide.md'), 'utf8');

describe('the guide for the IT department', () => {
  it('explains exactly the settings that the service has', () => {
    const table = guide.slice(guide.indexOf('## Inställningar'), guide.indexOf('## Vilka uppgifter'));

    const explained = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));

    const named = [...explained, 'MicrosoftAppPassword']; // explained beside MicrosoftAppType
    assert.deepEqual(named.sort(), [...configurationNames].sort());
    assert.match(table, /`MicrosoftAppPassword`/);
  });

  it('names what the deployment really prints', () => {
    const outputs = declared(parseBicep(readFileSync(join(project, 'infra/main.bicep'), 'utf8')).root, 'output');

    assert.deepEqual(
      outputs.filter((output) => !guide.includes(`\`${output}\``)),
      [],
    );
  });

  it('tells only of commands that the project has', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).scripts);

    const told = [...guide.matchAll(/npm (?:run )?(\w+)/g)].map(([, script = '']) => script);

    assert.ok(told.includes('styr') && told.includes('package'));
    assert.deepEqual(
      told.filter((script) => script !== 'ci' && !scripts.includes(script)),
      [],
    );
  });
});
