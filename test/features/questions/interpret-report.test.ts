import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askForDocument } from '../../../cards/report-summary/actions.ts';
import type { Month } from '../../../src/domain/period.ts';
import { interpretMessage } from '../../../src/features/questions/interpret-message.ts';
import { examplePlan } from '../../support/builders.ts';

const plan = examplePlan();

/** What a message is understood as, in short: `BUN interim 8 2026 pdf`. */
function understood(text: string): string {
  const question = interpretMessage(text, plan);
  if (question.kind !== 'report' && question.kind !== 'review') return question.kind;
  const { kind = '', month = '', year = '' } = question.period;
  const of = question.kind === 'review' ? 'review' : typeof question.of === 'string' ? question.of : question.of.id;
  const format = question.kind === 'report' ? (question.format ?? '') : '';
  return [of, kind, month, year, format].filter((part) => part !== '').join(' ');
}

function check(questions: Readonly<Record<string, string>>): void {
  for (const [text, wanted] of Object.entries(questions)) {
    it(`is “${text}”: ${wanted}`, () => assert.equal(understood(text), wanted));
  }
}

describe('A question about one’s own committee’s report', () => {
  check({
    rapport: 'own',
    rapporten: 'own',
    'Rapporten!': 'own',
    'visa rapporten': 'own',
    'öppna rapporten': 'own',
    'oppna rapporten': 'own',
    'lämna in rapporten': 'own',
    'attestera rapporten': 'own',
    report: 'own',
    'show the report': 'own',
    'our report': 'own',
    'vår rapport': 'own',
    'var rapport': 'own',
    'min nämnds rapport': 'own',
    'nämndens rapport': 'own',
    'senaste rapporten': 'own',
    'rapporten T1': 'own 4',
    'T1-rapporten': 'own 4',
    'rapport tertial 1': 'own 4',
    'rapport T2 2026': 'own 8 2026',
    tertialrapporten: 'own tertial',
    'vår delårsrapport': 'own interim',
    'var delarsrapport': 'own interim',
    'interim report': 'own interim',
    'rapporten för delåret': 'own interim',
    'delårsrapporten 2026': 'own interim 2026',
    årsredovisningen: 'own annual',
    'arsredovisningen 2025': 'own annual 2025',
    'the annual report': 'own annual',
    'rapporten för augusti': 'own 8',
    'rapporten för aug 2026': 'own 8 2026',
    'rapport 2026-08': 'own 8 2026',
    'rapport januari–augusti 2026': 'own 8 2026',
    'rapport januari till augusti': 'own 8',
    månadsrapport: 'own month',
    manadsrapporten: 'own month',
    'månadsrapporten för oktober': 'own month 10',
  });
});

describe('A question about a committee’s report', () => {
  check({
    'rapport BUN': 'BUN',
    'rapporten för BUN': 'BUN',
    'BUN:s rapport': 'BUN',
    'buns rapport': 'BUN',
    'BUN-rapporten': 'BUN',
    'månadsrapport BUN': 'BUN month',
    'manadsrapport for skolan': 'BUN month',
    'delårsrapporten för Barn- och utbildningsnämnden': 'BUN interim',
    'delarsrapporten for barn och utbildningsnamnden': 'BUN interim',
    'socialnämndens delårsrapport': 'SN interim',
    'socialnämndens årsredovisning 2026': 'SN annual 2026',
    'rapporten T1 för kultur och fritid': 'KFN 4',
    'rapport augusti 2026 kommunstyrelsen': 'KS 8 2026',
    'status för rapporten BUN': 'BUN',
    'report BUN august': 'BUN 8',
    'rapport kyrkogårdsnämnden': 'unknown-committee',
  });

  it('finds every committee by its id, its name and its everyday names', () => {
    for (const { id, name, aliases } of plan.committees)
      for (const known of [id, name, ...aliases]) {
        assert.equal(understood(`rapport ${known}`), id, known);
        assert.equal(understood(`delårsrapporten 2026 för ${known}`), `${id} interim 2026`, known);
      }
  });
});

describe('A question about the municipality’s report', () => {
  check({
    'kommunens rapport': 'municipality',
    kommunrapporten: 'municipality',
    'hela kommunens delårsrapport': 'municipality interim',
    'delårsrapporten för hela kommunen': 'municipality interim',
    'kommunens årsredovisning 2026': 'municipality annual 2026',
    'the municipality’s report': 'municipality',
  });
});

describe('A question about a joint review', () => {
  check({
    genomgång: 'review',
    genomgången: 'review',
    genomgangen: 'review',
    'visa gemensamma genomgången': 'review',
    'den gemensamma genomgången T1': 'review 4',
    'genomgången för delåret': 'review interim',
    'joint review': 'review',
  });
});

describe('A question for a report as a file', () => {
  check({
    'hämta delårsrapporten som pdf': 'own interim pdf',
    'hamta delarsrapporten som pdf': 'own interim pdf',
    'skicka rapporten som word': 'own docx',
    'skicka rapporten i Word-format': 'own docx',
    'hämta rapporten BUN 2026-08 som excel': 'BUN 8 2026 xlsx',
    'kommunens delårsrapport som pdf': 'municipality interim pdf',
    'kommunens rapport csv': 'municipality csv',
    'hämta kommunens rapport som json': 'municipality json',
    'get the report as pdf': 'own pdf',
    'hämta månadsrapporten som pdf-fil': 'own month pdf',
  });

  it('is what the summaries tell people to write, whatever the committee and the period', () => {
    const periods = { tertial: '2026-04', interim: '2026-08', annual: '2026-12', month: '2026-10' } as const;
    for (const [kind, period] of Object.entries(periods) as [keyof typeof periods, Month][]) {
      const when = kind === 'annual' ? '2026' : `${Number(period.slice(5))} 2026`;
      for (const { id } of plan.committees) {
        const words = askForDocument({ scope: id, period, kind });
        assert.equal(understood(words), `${id} ${kind} ${when} pdf`, words);
      }
      const words = askForDocument({ scope: 'municipality', period, kind });
      assert.equal(understood(words), `municipality ${kind} ${when} pdf`, words);
    }
  });

  it('without saying which kind of file shows the report, which has the buttons', () => {
    assert.equal(understood('hämta delårsrapporten'), 'own interim');
  });
});

describe('A message with other words than a report’s', () => {
  it('means what it meant before', () => {
    for (const [text, kind] of Object.entries({
      rapportera: 'show-form',
      'visa formuläret': 'show-form',
      'status BUN': 'status',
      'rätta augusti för BUN': 'correct',
      'exportera planen': 'file',
      'nämndens del': 'file',
      statusrapport: 'not-understood',
      rapportören: 'not-understood',
      'T1 BUN': 'not-understood',
      pdf: 'not-understood',
      'jag undrar när man egentligen brukar lämna in den där rapporten till er andra': 'not-understood',
    })) {
      assert.equal(understood(text), kind, text);
    }
  });

  it('names no committee before there is a plan', () => {
    assert.equal(interpretMessage('rapport BUN', undefined).kind, 'not-understood');
    assert.equal(interpretMessage('rapporten', undefined).kind, 'report');
  });

  it('is answered whatever stands beside the word, however long it is', () => {
    const kinds = new Set(['report', 'review', 'unknown-committee', 'not-understood', 'correct', 'file', 'status']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ maxLength: 40 }), (one, other) =>
        kinds.has(interpretMessage(`rapport ${one} ${other}`, plan).kind),
      ),
    );
    for (const part of ['rapport ', 't1 ', '2026 ', '-', 'januari-', 'kommunens ', 'som ', '😀', 'a']) {
      const started = performance.now();

      interpretMessage(`rapport ${part.repeat(200_000 / part.length)}`, plan);

      assert.ok(performance.now() - started < 250, part);
    }
  });
});
