import assert from 'node:assert/strict';
import { hasButton, inputOf, textOf } from '../support/card-view.ts';
import type { Card } from '../support/fake-connector.ts';
import { until } from '../support/municipality.ts';
import {
  asDrawn,
  calm,
  cardOf,
  errorOf,
  formAgain,
  formsOf,
  freshForm,
  type OwedOctober,
  openOwedOctober,
  receiptNumberOf,
  turnedAway,
} from '../support/owed-october.ts';
import type { OnScreen } from '../support/teams-user.ts';

/** The largest card that Teams was seen to take, with room to spare. Bytes. */
const LARGEST_CARD = 80_000;

/*
 * What people type and paste in the monthly form. Ids are those of the list of bad inputs; its section A has its tests beside
 * the number reader. Not met yet: bad-069, for there is no field for links.
 */
describe('what people type in the monthly form', function () {
  this.timeout(120_000);

  let october: OwedOctober;
  let form: OnScreen;

  before(async () => {
    october = await openOwedOctober();
    form = formsOf(october.eva)[0] ?? assert.fail('No form');
    assert.equal(receiptNumberOf(await save({ comment: 'Första svaret.' })), 'BUN-2026-10-1');
  });
  after(() => october?.close());

  /** Presses Spara svaret on the newest revision, with an answer that is calm but for this. */
  async function save(typed: Readonly<Record<string, string>>, data: Readonly<Record<string, unknown>> = {}) {
    const newest = (await october.history()).length;
    return october.eva.press(form, {
      verb: 'saveOutcome',
      inputs: { ...calm, ...typed },
      data: { r: newest, ...data },
    });
  }

  /** The receipt of a comment that is taken, drawn as Teams draws it. */
  async function receiptOf(comment: string): Promise<{ card: Card; drawn: string; notes: string }> {
    const reply = await save({ comment });
    const card = cardOf(reply);
    assert(hasButton(card, 'changeOutcome'), textOf(card));
    return { card, drawn: asDrawn(blockAfter(card, 'Kommentar')), notes: textOf(card) };
  }

  describe('in a number', () => {
    for (const value of [true, false, null, 12, [12], ['12'], { v: 12 }]) {
      it(`bad-044 is unreadable as ${JSON.stringify(value)} instead of text`, async () => {
        const { eva } = october;
        const pressed = eva.pressed(form, {
          verb: 'saveOutcome',
          inputs: calm,
          data: { r: 1, i_0_outcome_FORSKOLA: value },
        });

        const reply = await october.storingNothing(() => eva.send(pressed));
        await october.storingNothing(() =>
          eva.press(form, { verb: 'saveOutcome', inputs: calm, via: 'submit', data: { i_0_outcome_FORSKOLA: value } }),
        );

        assert.equal(errorOf(reply).code, 'BadRequest');
        assert.match(eva.sees().at(-1)?.text ?? '', /går inte att läsa/);
      });
    }

    it('bad-037 is asked about when it is a thousand times what was expected, and stored only when it is confirmed', async () => {
      const typed = { ...calm, outcome_FORSKOLA: '168 905 000', comment: 'Tusen gånger.' };

      const asked = await october.storingNothing(() => save(typed));

      assert.match(formAgain(asked, typed), /ungefär 1 000 gånger mer än väntat\. Är enheten rätt\?/);
      const question = inputOf(cardOf(asked), 'question_outcome_FORSKOLA');
      const yes = question.choices.find(({ title }) => title.startsWith('Ja'))?.value ?? '';
      const confirmed = await october.eva.press(
        { ...form, card: cardOf(asked) },
        { verb: 'saveOutcome', inputs: { question_outcome_FORSKOLA: yes } },
      );
      receiptNumberOf(confirmed);
      assert.match(String((await october.answer()).figures), /168905000000/);
    });
  });

  describe('in a comment', () => {
    for (const empty of ['', '   ', '\u200b\u200b', ' \u200b\n\t ']) {
      it(`bad-049 bad-072 is asked for when the forecast is far from the budget and it is ${JSON.stringify(empty)}`, async () => {
        const typed = { forecast_GRUNDSKOLA: '456 161', comment: empty };

        const reply = await october.storingNothing(() => save(typed));

        assert.match(
          formAgain(reply, { forecast_GRUNDSKOLA: '456 161' }),
          /Kommentera avvikelsen: Grundskola och fritidshem/,
        );
      });
    }

    it('bad-050 keeps every word of one that is a character too long', async () => {
      const comment = 'å'.repeat(4_001);

      const reply = await october.storingNothing(() => save({ comment }));

      assert.match(formAgain(reply, { ...calm, comment }), /Högst 4 000 tecken \(nu 4 001\)/);
      assert.equal((await october.draftOf(october.eva)).comment, comment);
    });

    it('bad-050 keeps every word on an older client too, in the card that was pressed', async () => {
      const comment = 'ä'.repeat(4_001);
      const { eva } = october;
      const pressed = await freshForm(eva);
      const newest = (await october.history()).length;

      await october.storingNothing(() =>
        eva.press(pressed, { verb: 'saveOutcome', inputs: { ...calm, comment }, data: { r: newest }, via: 'submit' }),
      );

      const card = eva.sees().find(({ activityId }) => activityId === pressed.activityId)?.card ?? assert.fail();
      assert.equal(inputOf(card, 'comment').value, comment);
      assert.match(textOf(card), /Högst 4 000 tecken \(nu 4 001\)/);
    });

    it('bad-050 takes one of exactly the length that is allowed', async () => {
      const { drawn } = await receiptOf('ö'.repeat(4_000));

      assert.equal(drawn, 'ö'.repeat(4_000));
    });

    it('CA-13 bad-051 says how long a pasted novel is, in a card that can still be sent', async () => {
      const novel = 'Det var en gång. '.repeat(12_000).slice(0, 200_000);

      const reply = await october.storingNothing(() => save({ comment: novel }));

      assert.match(formAgain(reply, { outcome_FORSKOLA: '168 905' }), /Högst 4 000 tecken \(nu 200 000\)/);
      assert(Buffer.byteLength(JSON.stringify(cardOf(reply))) < LARGEST_CARD);
      assert(novel.startsWith(inputOf(cardOf(reply), 'comment').value.slice(0, 4_000)));
    });

    it('CA-13 bad-051 says so of every other field too', async () => {
      const novel = 'x'.repeat(60_000);

      const reply = await october.storingNothing(() =>
        save({ outcome_OVRIGT: novel, measure_0: novel, effect_0: novel }),
      );

      formAgain(reply, { outcome_FORSKOLA: '168 905' });
      assert(Buffer.byteLength(JSON.stringify(cardOf(reply))) < LARGEST_CARD);
    });

    for (const [id, comment] of [
      ['bad-052', '<script>alert(1)</script>'],
      ['CA-11', '<img src=x onerror=1>'],
      ['CA-11 bad-054', '<at>Kommundirektör Anna</at> ska få veta'],
      ['CA-11 bad-055', '[Godkänn här](https://evil.example)'],
      ['CA-11 bad-055', 'https://evil.example/väg?a=1 och www.evil.example'],
      ['CA-11 bad-056', '**Godkänd av KS**'],
      ['CA-11 bad-056', '# rubrik'],
      ['CA-11 bad-056', '_så_ ~~där~~ `kod`'],
      ['CA-11 bad-056', '1. ett\n2. två'],
      ['CA-10 bad-057', '\u0024{secret}'],
      ['CA-10 bad-057', '\u0024{$root.token} \u0024{promptId} \u0024{if(true, 1, 2)}'],
      ['CA-10 bad-057', '{{DATE(2026-01-01)}} {{TIME(2026-01-01T00:00:00Z)}}'],
      ['CA-10 bad-057', '#{x} {0} %s'],
      ['bad-059', '🇸🇪 👩‍👩‍👧‍👦 👋🏽'],
      ['bad-059', '😀'.repeat(400)],
      ['bad-064', 'Аnna med kyrilliskt А'],
      ['bad-067', `'; DROP TABLE Periods; --`],
      ['bad-067', `x' or PartitionKey ne '`],
      ['bad-067', '=1+1 @SUM(A1) +cmd|calc'],
    ] as const) {
      it(`${id} is stored and shown as it was typed: ${JSON.stringify(comment).slice(0, 44)}`, async () => {
        const { card, drawn } = await receiptOf(comment);

        assert.equal(drawn, comment);
        assert.equal((await october.answer()).comment, comment);
        assertHarmless(card);
      });
    }

    it('CA-11 bad-056 has no list in it where a carriage return tries to begin one', async () => {
      const { card, drawn } = await receiptOf('- punkt\r- punkt');

      assert.equal(drawn, '- punkt\n- punkt');
      assert.equal((await october.answer()).comment, '- punkt\n- punkt');
      assertHarmless(card);
    });

    it('CA-12 bad-060 is stored with the marks that turn text around, and shown without them', async () => {
      const comment = '\u202ednäkdog\u202c \u2066isolerat\u2069 \u200fhöger\u200b';

      const { drawn } = await receiptOf(comment);

      assert.equal((await october.answer()).comment, comment);
      assert.equal(drawn, 'dnäkdog isolerat höger');
    });

    it('bad-061 loses its control characters, and the receipt says so', async () => {
      const { drawn, notes } = await receiptOf('noll\0 back\b esc\u001b[31m');

      assert.equal(drawn, 'noll back esc[31m');
      assert.match(notes, /Osynliga styrtecken togs bort/);
      assert.equal((await october.answer()).comment, 'noll back esc[31m');
    });

    for (const half of ['\ud800', '\udc00', 'a\ud83db']) {
      it(`bad-062 is turned away with half a character: ${JSON.stringify(half)}`, async () => {
        turnedAway(await october.storingNothing(() => save({ comment: half })));
      });
    }

    it('bad-065 is composed, and so is the same answer however the letters were put together', async () => {
      await receiptOf('a\u030angra o\u0308ver');
      assert.equal((await october.answer()).comment, 'ångra över');

      const again = await october.storingNothing(() => save({ comment: 'ångra över' }));

      receiptNumberOf(again);
    });

    it('bad-066 has one kind of line break', async () => {
      const { drawn } = await receiptOf('ett\r\ntvå\u2028tre\u2029fyra\u0085fem\rsex');

      assert.equal(drawn, 'ett\ntvå\ntre\nfyra\nfem\nsex');
      assert.equal((await october.answer()).comment, drawn);
    });

    for (const secret of ['19121212-1212', '121212-1212', '4111 1111 1111 1111']) {
      it(`bad-070 is asked about when ${secret} stands in it, and taken when it is said to be nobody's`, async () => {
        const comment = `Gäller ${secret} enligt beslut.`;

        const asked = await october.storingNothing(() => save({ comment }));

        assert.match(formAgain(asked, { ...calm, comment }), /Ser ut som ett personnummer/);
        const { choices } = inputOf(cardOf(asked), 'question_comment');
        const taken = await october.eva.press(
          { ...form, card: cardOf(asked) },
          { verb: 'saveOutcome', inputs: { question_comment: choices.at(-1)?.value ?? '' } },
        );
        receiptNumberOf(taken);
        assert.equal((await october.answer()).comment, comment);
      });
    }

    it('bad-070 is asked about in a measure too', async () => {
      const reply = await october.storingNothing(() => save({ measure_0: 'Stöd till 19121212-1212' }));

      assert.match(formAgain(reply, { measure_0: 'Stöd till 19121212-1212' }), /Ser ut som ett personnummer/);
    });
  });

  describe('in a measure', () => {
    it('CA-10 CA-11 CA-12 does nothing either', async () => {
      const measure = '**Fet** <at>Anna</at> [x](https://evil.example) \u0024{secret} \u202ebak';

      const card = cardOf(await save({ measure_0: measure, effect_0: '500' }));

      assert(hasButton(card, 'changeOutcome'), textOf(card));
      assert.match(
        asDrawn(textOf(card)),
        /\*\*Fet\*\* <at>Anna<\/at> \[x\]\(https:\/\/evil\.example\) \$\{secret\} bak\b/,
      );
      assertHarmless(card);
    });
  });

  describe('as their name in Entra', () => {
    for (const [name, drawn] of [
      ['<b>Eva</b>', '<b>Eva</b>'],
      ['=cmd|calc', '=cmd|calc'],
      ['[Eva](https://evil.example)', '[Eva](https://evil.example)'],
      ['\u0024{secret} <at>Anna</at>', '\u0024{secret} <at>Anna</at>'],
      ['\u202eavE\u202c kE\r\nrad', 'avE kE rad'],
      ['Аnna', 'Аnna'],
      ['', 'Namn saknas'],
      ['\u200b ', 'Namn saknas'],
      ['E'.repeat(300), 'E'.repeat(80)],
    ] as const) {
      it(`CA-12 bad-074 is shown escaped, on one line and at most 80 characters: ${JSON.stringify(name).slice(0, 40)}`, async () => {
        const { eva, town } = october;
        const newest = (await october.history()).length;
        const comment = `Namn ${newest}`;

        const reply = await eva.press(form, {
          verb: 'saveOutcome',
          inputs: { ...calm, comment },
          data: { r: newest },
          activity: { from: { id: eva.id, aadObjectId: eva.oid, name } },
        });

        const receipt = cardOf(reply);
        assert(hasButton(receipt, 'changeOutcome'), textOf(receipt));
        assert(asDrawn(textOf(receipt)).includes(` av ${drawn}. Preliminärt.`), textOf(receipt));
        assertHarmless(receipt);
        assert.equal((await october.answer()).oid, eva.oid);
        const summary = await until('the channel', () => {
          const card = town.channelShows().at(-1)?.card;
          return card && asDrawn(textOf(card)).includes(` av ${drawn}, kvitto BUN-2026-10-`) && card;
        });
        assertHarmless(summary);
      });
    }
  });

  describe('in the end', () => {
    it('CA-11 bad-054 has made no mention in anything that was ever sent, and no preview with a figure or a name in it', async () => {
      await october.settled();
      const { calls } = october.town.connector;
      const sent = calls.filter(({ operation }) => operation === 'post' || operation === 'update');

      assert(sent.length > 20);
      for (const { body } of sent) {
        assert.equal(body.entities, undefined);
        const summary = String(body.summary ?? '');
        assert.doesNotMatch(summary.replace(/2026/g, ''), /\d|Eva|evil/, 'PR-04');
      }
    });

    it('leaves the service as it was: the same process, one line in the log for each request, no figure, word or token there', async () => {
      await october.witness.checkAlive();
      october.witness.checkLogs();
    });
  });
});

/** The text that stands under a heading of a card. */
function blockAfter(card: Card, heading: string): string {
  const texts = JSON.stringify(card).length > 0 ? blocksOf(card) : [];
  const at = texts.indexOf(heading);
  assert(at >= 0, `${heading} is not on the card: ${texts.join(' / ')}`);
  return texts[at + 1] ?? '';
}

function blocksOf(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(blocksOf);
  if (typeof element !== 'object' || element === null) return [];
  const { type, text } = element as { type?: unknown; text?: unknown };
  return [...(type === 'TextBlock' ? [String(text)] : []), ...Object.values(element).flatMap(blocksOf)];
}

/** Nothing on a card mentions, links, opens or formats by anybody's words. */
function assertHarmless(card: Card): void {
  const json = JSON.stringify(card);
  assert.doesNotMatch(json, /"entities"|"mentioned"|Action\.OpenUrl|"selectAction"|"\$data"|"\$when"/);
  for (const text of blocksOf(card)) {
    assert.doesNotMatch(text, /(?<!\\)<|(?<!\\)\*\*|(?<!\\)\]\(|(?<!\\)\{\{|[\u202a-\u202e\u2066-\u2069]/);
    assert.doesNotMatch(text, /^(#|- |1\. )/m);
  }
}
