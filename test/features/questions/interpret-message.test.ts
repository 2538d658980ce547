import assert from 'node:assert/strict';
import fc from 'fast-check';
import { interpretMessage, type Question } from '../../../src/features/questions/interpret-message.ts';
import { examplePlan } from '../../support/builders.ts';

const plan = examplePlan();

function kindOf(text: string): Question['kind'] {
  return interpretMessage(text, plan).kind;
}

/** The committee that a question is understood to be about. */
function committeeIn(text: string): string | undefined {
  const question = interpretMessage(text, plan);
  return question.kind === 'status' ? question.committee.id : undefined;
}

describe('A question for help', () => {
  for (const text of [
    'hjälp',
    'Hjälp!',
    'HJÄLP',
    'hjalp',
    'help',
    'hej',
    'Hallå?',
    'God morgon',
    'vad kan du göra?',
    '?',
  ]) {
    it(`is “${text}”`, () => {
      assert.equal(kindOf(text), 'help');
    });
  }
});

describe('A question for the form', () => {
  const forms = [
    ...[
      'visa formuläret',
      'Visa mitt formulär.',
      'formulär',
      'formularet',
      'öppna formuläret igen',
      'oppna formularet',
    ],
    ...['hämta månadens formulär', 'rapportera', 'Show the form', 'visa  formuläret'],
  ];
  for (const text of forms) {
    it(`is “${text}”`, () => {
      assert.equal(kindOf(text), 'show-form');
    });
  }
});

describe('A question about the plan', () => {
  const questions: Readonly<Record<string, Question['kind']>> = {
    'hur fungerar styrmodellen?': 'model',
    'Hur funkar styrmodellen': 'model',
    'visa styrmodellen': 'model',
    'förklara modellen': 'model',
    styrmodellen: 'model',
    Styrmodell: 'model',
    'How does the model work': 'model',
    täckning: 'coverage',
    'visa täckningen': 'coverage',
    tackning: 'coverage',
    coverage: 'coverage',
    'visa den röda tråden': 'coverage',
    'röda tråden': 'coverage',
    'hur bidrar nämnderna?': 'coverage',
    'Vilka nämnder har lämnat in?': 'parts-status',
    'vilka har lämnat in verksamhetsplan?': 'parts-status',
    'vilka namnder har lamnat in sin del': 'parts-status',
  };
  for (const [text, kind] of Object.entries(questions)) {
    it(`is “${text}”`, () => assert.equal(kindOf(text), kind));
  }
});

describe('A question about how a committee contributes', () => {
  for (const [text, wanted] of Object.entries({
    'täckning BUN': 'BUN',
    'visa täckningen för socialnämnden': 'SN',
    'röda tråden i skolan': 'BUN',
    'hur bidrar socialnämnden?': 'SN',
    'hur bidrar finansnämnden?': 'unknown-committee',
  })) {
    it(`is “${text}”`, () => {
      const question = interpretMessage(text, plan);

      assert.equal(question.kind === 'coverage' ? question.committee?.id : question.kind, wanted);
    });
  }
});

describe('A question for a file', () => {
  const questions: Readonly<Record<string, string>> = {
    mall: 'template',
    planmall: 'template',
    'skicka mallen': 'template',
    'hämta planmallen!': 'template',
    'exportera planen': 'plan',
    'skicka hela planen': 'plan',
    'nämndens del': 'part',
    'hämta nästa års underlag': 'next-year',
    'nasta ars plan': 'next-year',
    'underlag för nästa år': 'next-year',
    'skicka nämndens del': 'part',
    'min nämnds del': 'part',
    'vår del': 'part',
    'BUN:s del': 'part BUN',
    'bun:s del av planen': 'part BUN',
    'skicka socialnämndens del': 'part SN',
    'hämta BUN del': 'part BUN',
    'skolans del': 'part BUN',
    'Finansnämndens del': 'unknown-committee',
  };
  for (const [text, wanted] of Object.entries(questions)) {
    it(`is “${text}”`, () => {
      const question = interpretMessage(text, plan);
      const file = question.kind === 'file' ? question.file : undefined;
      const committee = file?.kind === 'part' && file.committee ? ` ${file.committee.id}` : '';

      assert.equal(file ? `${file.kind}${committee}` : question.kind, wanted);
    });
  }

  it('is not about a committee’s part before there is a plan', () => {
    assert.deepEqual(interpretMessage('BUN:s del', undefined), { kind: 'not-understood' });
    assert.equal(interpretMessage('planmall', undefined).kind, 'file');
  });
});

describe('Somebody’s own absence', () => {
  const away: Readonly<Record<string, string>> = {
    'jag är borta v. 28–31': 'v. 28–31',
    'Jag är borta v 28-31!': 'v 28-31',
    'borta 3–14 november': '3–14 november',
    'jag är ledig 2026-11-09 till 2026-11-13': '2026-11-09 till 2026-11-13',
    'borta idag': 'idag',
    'Borta till fredag?': 'till fredag',
    'jag kommer att vara borta nästa vecka': 'nästa vecka',
    'jag har semester vecka 28': 'vecka 28',
    'på semester 1–5 juli': '1–5 juli',
    'jag är sjuk idag': 'idag',
    'I am away v. 28': 'v. 28',
    "I'm away": '',
    'jag är borta': '',
    borta: '',
  };
  for (const [text, days] of Object.entries(away)) {
    it(`is said by “${text}”`, () => assert.deepEqual(interpretMessage(text, undefined), { kind: 'away', days }));
  }

  for (const text of ['jag är tillbaka', 'Tillbaka!', 'nu är jag tillbaka', 'jag är inte borta längre', 'I am back']) {
    it(`is over by “${text}”`, () => assert.equal(kindOf(text), 'back'));
  }

  it('is nothing that others are', () => {
    for (const text of ['är Eva borta?', 'borttagen', 'vem är borta', 'ledighet']) {
      assert.equal(kindOf(text), 'not-understood');
    }
  });
});

describe('A question about a round', () => {
  const questions: Readonly<Record<string, Question>> = {
    rundan: { kind: 'round' },
    'Läget i rundan?': { kind: 'round' },
    'visa rundan': { kind: 'round' },
    'status för rundan': { kind: 'round' },
    round: { kind: 'round' },
    'show the round': { kind: 'round' },
    'provkör rundan': { kind: 'dry-run', day: '' },
    'provkör rundan 13 november': { kind: 'dry-run', day: '13 november' },
    'provkör 2026-11-13': { kind: 'dry-run', day: '2026-11-13' },
    'dry run': { kind: 'dry-run', day: '' },
    liggaren: { kind: 'round-ledger' },
    'visa liggaren': { kind: 'round-ledger' },
    'the ledger': { kind: 'round-ledger' },
  };
  for (const [text, wanted] of Object.entries(questions)) {
    it(`is “${text}”`, () => assert.deepEqual(interpretMessage(text, plan), wanted));
  }
});

describe('A question for a committee’s status', () => {
  const questions: Readonly<Record<string, string>> = {
    'status BUN': 'BUN',
    'Status för bun?': 'BUN',
    'status barn- och utbildningsnämnden': 'BUN',
    'status barn och utbildningsnämnden': 'BUN',
    'status barn- och utbildningsnamnden': 'BUN',
    'läge skolan': 'BUN',
    'laget skolan': 'BUN',
    'lage skolan': 'BUN',
    'läget i skolan': 'BUN',
    'läget på skolan!': 'BUN',
    'status socialnämnden': 'SN',
    'status socialnämnd': 'SN',
    'status for socialnamnd': 'SN',
    'status soc': 'SN',
    'status hos SOF': 'SN',
    'status kultur och fritid': 'KFN',
    'status Kultur- och fritidsnämnden': 'KFN',
    'status styrelsen': 'KS',
    'status kommunstyrelsen': 'KS',
    'status samhallsbyggnad': 'SBN',
    'status näringsliv': 'NAN',
    'status naringslivs och arbetsmarknadsnamnden': 'NAN',
  };
  for (const [text, id] of Object.entries(questions)) {
    it(`is “${text}”, for ${id}`, () => {
      assert.equal(committeeIn(text), id);
    });
  }

  it('is read the same when dots and letters are sent apart', () => {
    assert.equal(committeeIn('status socialnämnden'.normalize('NFD')), 'SN');
    assert.equal(committeeIn('läge skolan'.normalize('NFD')), 'BUN');
  });

  it('finds every committee of the plan by its id, its name and its everyday names', () => {
    for (const { id, name, aliases } of plan.committees)
      for (const known of [id, name, ...aliases]) assert.equal(committeeIn(`status ${known}`), id, known);
  });

  it('about no committee, or one that does not exist, is asked back about', () => {
    for (const text of ['status', 'läget?', 'status för', 'status kyrkogårdsnämnden', 'status b', 'status barn'])
      assert.equal(kindOf(text), 'unknown-committee', text);
  });

  it('is not understood without a plan', () => {
    assert.equal(interpretMessage('status BUN', undefined).kind, 'not-understood');
    assert.equal(interpretMessage('hjälp', undefined).kind, 'help');
  });
});

describe('A message that is no question', () => {
  it('is not taken for one', () => {
    for (const text of [
      '',
      ' ',
      '.',
      'hjälpsam',
      'formulärmall',
      'statusrapport',
      'hur går det?',
      'tack',
      'status\u0000BUN',
    ])
      assert.equal(kindOf(text), 'not-understood', JSON.stringify(text));
  });

  it('is not taken for a pattern of ours', () => {
    for (const text of ['status .*', 'status (BUN|SN)', 'status $&', 'status __proto__', 'status constructor'])
      assert.equal(kindOf(text), 'unknown-committee', text);
  });

  it('meets an answer whatever it is', () => {
    const kinds = new Set(['help', 'show-form', 'status', 'unknown-committee', 'not-understood']);

    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => kinds.has(kindOf(text))));
  });

  it('meets an answer also when it is 200 000 characters long', () => {
    const long = ['a', ' ', '\n', '!', 'status ', 'status för ', 'ä'.normalize('NFD'), '-', '\u200B', '😀', 'visa '];

    for (const text of long) {
      const repeated = text.repeat(200_000 / text.length);
      assert.ok(['not-understood', 'unknown-committee'].includes(kindOf(repeated)), JSON.stringify(text));
      assert.ok(['not-understood', 'unknown-committee'].includes(kindOf(`status ${repeated}x`)), JSON.stringify(text));
    }
  });
});
