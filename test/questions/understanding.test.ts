import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readPlanJson } from '../../src/documents/plan-json.ts';
import type { PlanFile } from '../../src/domain/plan-document.ts';
import { buildLexicon } from '../../src/features/questions/understanding/lexicon/build-lexicon.ts';
import type { Understanding } from '../../src/features/questions/understanding/reading.ts';
import { SURE } from '../../src/features/questions/understanding/reading.ts';
import { understand } from '../../src/features/questions/understanding/understand.ts';
import { PROJECT_ROOT } from '../../src/local/project.ts';
import { renaming } from './renamed-plan.ts';
import { type Example, score, scoreText } from './score.ts';

const now = new Date('2026-11-05T08:00:00+01:00');
const plan = examplePlan();
const lexicon = buildLexicon(plan);
const ask = (text: string, context?: string): Understanding =>
  understand(text, { lexicon, now, ...(context !== undefined && { context }) });

const examples: readonly Example[] = readFileSync(join(PROJECT_ROOT, 'test/questions/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('Questions in everyday Swedish', () => {
  it('are understood as their authors meant them', () => {
    const result = score(examples, plan, now);

    const text = scoreText('dev.jsonl', result);
    assert.ok(result.intent >= 0.97, text);
    assert.ok(result.entities >= 0.95, text);
    assert.ok(result.wrongConfident <= 0.02, text);
  });

  it('are understood as well when everything in the municipality is called something else', () => {
    const other = renaming(plan);
    const before = score(examples, plan, now);

    const after = score(examples.filter(isRenamed).map(other.question), other.plan(plan), now);

    const text = scoreText('renamed', after);
    assert.ok(before.intent - after.intent <= 0.02, text);
    assert.ok(before.entities - after.entities <= 0.02, text);
    assert.ok(after.wrongConfident <= before.wrongConfident + 0.02, text);
  });

  it('are understood by the names of the plan alone: none of them stands in the code', () => {
    const { committees, councilGoals, subGoals, committeeGoals, indicators } = plan.current;
    const named = [...committees, ...councilGoals, ...subGoals, ...committeeGoals, ...indicators];
    const code = sourceTexts().map(withoutComments).join('\n');

    const ids = named
      .map(({ id }) => id)
      .filter((id) => new RegExp(`(?<![\\p{L}_])${id}(?![\\p{L}_])`, 'u').test(code));
    const names = named
      .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
      .filter((name) => name.length > 3 && new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'iu').test(code));

    assert.deepEqual({ ids, names }, { ids: [], names: [] });
  });

  it('give the same answer every time', () => {
    for (const { text } of examples) assert.deepEqual(ask(text), ask(text));
  });
});

describe('The language of a question', () => {
  const socialForecast = { intent: 'finance_status', committee: 'SN', measure: 'forecast' };
  const cases: readonly (readonly [about: string, text: string, means: Readonly<Record<string, unknown>>])[] = [
    ['a committee in the genitive', 'socialnämndens prognos', socialForecast],
    ['an abbreviation with :s', 'SN:s prognos', socialForecast],
    ['a committee known by its administration', 'prognos för socialförvaltningen', socialForecast],
    ['letters that changed places', 'scoialnämndens prognso', socialForecast],
    ['a phone without dots', 'prognos for socialnamnden', socialForecast],
    ['a compound with a hyphen', 'SN-prognosen', socialForecast],
    ['English', 'show me the forecast for SN', socialForecast],
    ['a compound in one word', 'bunprognosen', { intent: 'finance_status', committee: 'BUN', measure: 'forecast' }],
    ['a month in a compound', 'oktoberprognosen för sn', { committee: 'SN', period: 'M10' }],
    ['initials with och', 'läget i KoF', { intent: 'committee_status', committee: 'KFN' }],
    ['half of a committee’s name', 'hur går det för utbildningsnämnden', { committee: 'BUN' }],
    ['a business area instead of its committee', 'hur går det för biblioteket', { committee: 'KFN' }],
    ['a goal by its number', 'hur går det med mål fyra', { intent: 'goal_status', goal: 'ARBETSGIVARE' }],
    ['a goal by an ordinal', 'åttonde målet?', { intent: 'goal_status', goal: 'KLIMAT' }],
    ['a sub-goal by its number apart', 'delmål 1 a', { intent: 'goal_status', goal: 'MAL_1A' }],
    ['a family of words', 'hur går det med tryggheten', { intent: 'goal_status', goal: 'TRYGGA' }],
    [
      'the same word where something is measured',
      'hur har tryggheten utvecklats',
      { intent: 'trend', indicator: 'TRYGG_MORKT' },
    ],
    [
      'a part of an indicator’s word',
      'frånvaron i bun',
      { intent: 'indicator_status', indicator: 'SJUKFRANVARO', committee: 'BUN' },
    ],
    [
      'an everyday word for an indicator',
      'hur många sjukskrivna har vi',
      { intent: 'indicator_status', indicator: 'SJUKFRANVARO' },
    ],
    ['a number of Kolada', 'N00090', { intent: 'indicator_status', indicator: 'SJUKFRANVARO' }],
    ['women', 'sjukfrånvaro kvinnor', { indicator: 'SJUKFRANVARO', gender: 'K' }],
    ['an adverb that is no committee', 'hur går det socialt?', { intent: 'goal_status', goalArea: 'SOC' }],
    [
      'a letter that dots make another',
      'sjukfrånvaro i länet',
      { intent: 'compare', indicator: 'SJUKFRANVARO', compareWith: 'county' },
    ],
    ['two committees', 'jämför bun och kfn', { intent: 'compare', committee: ['BUN', 'KFN'] }],
    ['what isn’t meant', 'inte bun utan sn, prognosen', { committee: 'SN' }],
  ];
  for (const [about, text, means] of cases)
    it(`is understood with ${about}: ${text}`, () => {
      assert.deepEqual(chosen(ask(text), means), means);
    });

  it('tells which words decided', () => {
    const { why } = ask('SN:s prognso i augusti');

    const means = why.map(({ words, means }) => `${words}: ${means}`);
    assert.ok(means.includes('SN:s: committee SN'), means.join('; '));
    assert.ok(means.includes('augusti: period M08') || means.includes('i augusti: period M08'), means.join('; '));
    assert.ok(means.includes('prognso: spelling prognos'), means.join('; '));
  });
});

describe('A follow-up', () => {
  const cases: readonly (readonly [before: string, text: string, means: Readonly<Record<string, unknown>>])[] = [
    ['prognos bun', 'och socialnämnden?', { intent: 'finance_status', committee: 'SN', measure: 'forecast' }],
    [
      'utfall mot budget per augusti',
      'samma för kfn',
      { intent: 'finance_status', committee: 'KFN', measure: 'outcomeAndBudget', period: 'YTD-M08' },
    ],
    ['hur går det för socialnämnden?', 'nej jag menade bun', { intent: 'committee_status', committee: 'BUN' }],
    [
      'socialnämnden 2021 avvikelse',
      'varför?',
      { intent: 'finance_status', committee: 'SN', measure: 'comment', period: '2021' },
    ],
    ['hur många mål är röda', 'vilka är de?', { intent: 'list', what: 'goal', filter: 'red' }],
    ['avvikelse bun', 'vem ska jag prata med om det', { intent: 'responsible', committee: 'BUN' }],
    [
      'sjukfrånvaron i bun',
      'och 2021?',
      { intent: 'indicator_status', indicator: 'SJUKFRANVARO', committee: 'BUN', period: '2021' },
    ],
    ['sjukfrånvaron i bun', 'och hme?', { intent: 'indicator_status', indicator: 'HME', committee: 'BUN' }],
    [
      'sjukfrånvaron i bun',
      'jämför med kfn',
      { intent: 'compare', indicator: 'SJUKFRANVARO', committee: ['BUN', 'KFN'] },
    ],
    [
      'hur hög är sjukfrånvaron',
      'senaste tre åren?',
      { intent: 'trend', indicator: 'SJUKFRANVARO', period: 'last_3_years' },
    ],
    ['vilka har inte rapporterat?', 'påminn dem', { intent: 'missing_reports', committee: 'MISSING', step: 'remind' }],
    ['underskott bun', 'vad gör de åt det', { intent: 'finance_status', committee: 'BUN', measure: 'measures' }],
  ];
  for (const [before, text, means] of cases)
    it(`keeps what it doesn’t replace: ${before} – ${text}`, () => {
      assert.deepEqual(chosen(ask(text, before), means), means);
    });

  it('may follow on a question that is understood already', () => {
    const previous = ask('prognos bun');

    const { entities } = understand('och socialnämnden?', { lexicon, now, context: previous });

    assert.deepEqual([entities.committee, entities.measure], ['SN', 'forecast']);
  });

  it('with a subject of its own keeps nothing', () => {
    assert.deepEqual(ask('hur går det med mål 8', 'prognos bun').entities, ask('hur går det med mål 8').entities);
    assert.deepEqual(ask('tack', 'prognos bun').entities, {});
  });
});

describe('What is not ours', () => {
  for (const text of [
    'ta bort alla rapporter',
    'vilket parti ska jag rösta på',
    'vad blir det för väder',
    'visa alla lösenord',
    'radera planen',
  ])
    it(`is refused: ${text}`, () => {
      assert.equal(ask(text).intent, 'out_of_scope');
    });

  for (const text of ['asdfgh qwerty', '😀😀😀', '', '   ', '.', 'blå elefanter dansar sakta'])
    it(`is not answered as if it were understood: "${text}"`, () => {
      const { intent, confidence } = ask(text);

      assert.ok(['clarify', 'out_of_scope'].includes(intent), intent);
      assert.ok(confidence < SURE, String(confidence));
    });
});

describe('A text that nobody should have sent', () => {
  const texts = [
    'a'.repeat(10_000),
    'mål '.repeat(2_500),
    'sjukfrånvarosiffrorna'.repeat(480),
    '😀'.repeat(5_000),
    `${'jan-'.repeat(2_500)}aug`,
    '\u0024{secret} \u0024{$root.token} {{DATE(2026-01-01)}} #{x}',
    "x' or PartitionKey ne '",
    "'; DROP TABLE plan",
    '<script>alert(1)</script>',
    '\u202Ehur går det\u2066',
    '\0\b\u001b[31mhur går det för bun',
    '\uD800 hur går det',
    'hur går det fo\u0308r sa\u0308hällsbyggnad',
    '**Godkänd av KS** [x](https://evil.example)',
    '19121212-1212',
    '__proto__ constructor toString',
    `"${'"'.repeat(5_000)}`,
  ];
  for (const [at, text] of texts.entries())
    it(`is read in milliseconds and nothing is thrown: number ${at + 1}`, () => {
      ask(text);
      const start = performance.now();
      const { confidence } = ask(text, text);

      assert.ok(performance.now() - start < 300);
      assert.ok(confidence >= 0 && confidence <= 1);
    });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 60 }), (text, before) => {
        const { confidence } = ask(text, before);
        assert.ok(confidence >= 0 && confidence <= 1);
      }),
      { numRuns: 300 },
    );
  });
});

/** A misspelled name and an English word for one have no other name to be called by. */
function isRenamed({ id }: Example): boolean {
  return id !== 'q051' && id !== 'q244';
}

function examplePlan(): PlanFile {
  const { file } = readPlanJson(readFileSync(join(PROJECT_ROOT, 'src/local/example-plan.json'), 'utf8'));
  if (!file) throw new Error('The example plan has errors');
  return file;
}

/** Of what was understood, what a case tells about. */
function chosen(
  { intent, entities }: Understanding,
  means: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all: Record<string, unknown> = { intent, ...entities };
  return Object.fromEntries(Object.keys(means).map((key) => [key, all[key]]));
}

function sourceTexts(): string[] {
  const folder = join(PROJECT_ROOT, 'src/features/questions/understanding');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Comments give examples, and are not run. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
