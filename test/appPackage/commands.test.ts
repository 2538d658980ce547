import assert from 'node:assert/strict';
import { exampleValues, fillTexts } from '../../appPackage/package-contents.ts';
import { interpretMessage } from '../../src/features/questions/interpret-message.ts';
import { aPlan } from '../support/builders.ts';

/** Every command as Teams writes it into the message box, in both languages. */
function commandTitles(): string[] {
  const { manifest, english } = fillTexts(exampleValues);
  const swedish = [...JSON.stringify(manifest).matchAll(/"title":"([^"]+)"/g)].map(([, title = '']) => title);
  const inEnglish = Object.keys(english)
    .filter((key) => key.endsWith('.title'))
    .map((key) => english[key] ?? '');
  return [...new Set([...swedish, ...inEnglish])];
}

describe('a command that Teams suggests', () => {
  it('is offered in two languages', () => {
    assert.deepEqual(
      commandTitles().sort(),
      [
        ...['Hjälp', 'Visa formuläret', 'Status', 'Hur fungerar styrmodellen', 'Visa täckning', 'Vilka har lämnat in'],
        ...['Nämndens del', 'Exportera planen', 'Jag är borta', 'Rundan'],
        ...['Help', 'Show form', 'How does the model work', 'Show coverage', 'Who has handed in', 'Our part'],
        ...['Export the plan', 'I am away', 'Round'],
      ].sort(),
    );
  });

  for (const title of commandTitles().filter((text) => text !== 'Status')) {
    it(`is understood by the bot: ${title}`, () => {
      const question = interpretMessage(title, aPlan());

      assert.notEqual(question.kind, 'not-understood');
      assert.notEqual(question.kind, 'unknown-committee');
    });
  }
});
