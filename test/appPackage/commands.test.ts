import assert from 'node:assert/strict';
import { exampleValues, fillTexts } from '../../appPackage/package-contents.ts';
import { interpretMessage } from '../../src/features/questions/interpret-message.ts';

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
    assert.deepEqual(commandTitles().sort(), ['Help', 'Hjälp', 'Show form', 'Status', 'Visa formuläret']);
  });

  for (const title of commandTitles().filter((text) => text !== 'Status')) {
    it(`is understood by the bot: ${title}`, () => {
      const question = interpretMessage(title, undefined);

      assert.notEqual(question.kind, 'not-understood');
    });
  }
});
