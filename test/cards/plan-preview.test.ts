import assert from 'node:assert/strict';
import { fileAnswerCard } from '../../cards/file-answer/card.ts';
import { type NamedChange, type PlanPreviewCard, planPreviewCard } from '../../cards/plan-preview/card.ts';
import { textOf } from '../support/card-view.ts';
import { utf16Bytes } from '../support/card-walk.ts';

function aChange(change: Partial<NamedChange['change']> = {}, field = 'Målvärde'): NamedChange {
  return {
    change: { kind: 'changed', list: 'indicators', item: 'SJUK', field: 'target', ...change },
    list: 'Indikatorer',
    field,
  };
}

function shown(facts: Partial<PlanPreviewCard>): string {
  return textOf(
    planPreviewCard.build({
      uploadId: 'id',
      basedOn: 1,
      title: 'Mål och budget',
      fileName: 'plan.xlsx',
      changes: [aChange()],
      warnings: [],
      choices: ['2026-10'],
      context: {},
      ...facts,
    }),
  );
}

describe('The preview of a plan file', () => {
  const changes: readonly (readonly [string, NamedChange, string])[] = [
    ['a new value', aChange({ before: '7', after: '6.5' }), 'Ändrad: Indikatorer SJUK, Målvärde: från 7 till 6,5'],
    ['a first value', aChange({ after: '-0.5' }), 'Ändrad: Indikatorer SJUK, Målvärde: nu \u22120,5, var tomt'],
    ['no value any more', aChange({ before: '7' }), 'Ändrad: Indikatorer SJUK, Målvärde: nu tomt, var 7'],
    ['a version number', aChange({ before: '1.2.3', after: 'a.b' }), 'från 1\\.2.3 till a.b'],
    ['something new', aChange({ kind: 'added' }), 'Ny: Indikatorer SJUK'],
    ['something left out', aChange({ kind: 'ended' }), 'Upphör: Indikatorer SJUK'],
    [
      'what there is one of',
      aChange({ item: '', before: 'a', after: 'b' }),
      'Ändrad: Indikatorer, Målvärde: från a till b',
    ],
  ];
  for (const [what, change, words] of changes) {
    it(`says in words that there is ${what}`, () => assert.ok(shown({ changes: [change] }).includes(words)));
  }

  it('counts what is new, changed and left out', () => {
    const changes = [aChange(), aChange(), aChange({ kind: 'added' }), aChange({ kind: 'ended' })];

    assert.match(shown({ changes }), /4 skillnader mot planen som gäller: 1 ny, 2 ändrade, 1 upphör\./);
    assert.match(shown({}), /1 skillnad mot planen som gäller: 1 ändrad\./);
  });

  it('shows fifteen changes and five warnings, and says how many more there are', () => {
    const changes = Array.from({ length: 17 }, (_, at) => aChange({ item: `I-${at}-` }));
    const warnings = Array.from({ length: 7 }, (_, at) => ({ where: '', what: `varning ${at}` }));

    const text = shown({ changes, warnings });

    assert.ok(text.includes('I-14-') && !text.includes('I-15-'));
    assert.match(
      text,
      /och 2 till, som inte får plats här\. Administratören kan visa alla: ”styr plan import --dry-run”\./,
    );
    assert.ok(text.includes('varning 4') && !text.includes('varning 5'));
    assert.match(text, /och 2 till\. Administratören kan visa alla: ”styr plan check”\./);
  });

  it('has nothing to press when nothing differs', () => {
    const text = shown({ changes: [] });

    assert.match(text, /Det finns inget att läsa in/);
    assert.doesNotMatch(text, /\(Läs in\)|\(Avbryt\)|gäller från/);
  });

  it('shows what stands in the file as text, and only so much of it that the card can be sent', () => {
    const hostile = `[länk](https://evil.se) **fet** ${'å'.repeat(5_000)}`;
    const changes = Array.from({ length: 50 }, () => aChange({ item: hostile, before: hostile, after: hostile }));
    const card = planPreviewCard.build({
      ...{ uploadId: 'id', basedOn: 1, choices: ['2026-10'], context: {}, warnings: [] },
      ...{ title: 'Plan', fileName: 'plan.xlsx', changes },
    });

    assert.doesNotMatch(JSON.stringify(card), /\]\(https|\*\*fet/);
    assert.ok(utf16Bytes(card) <= 24 * 1024, `${utf16Bytes(card)} bytes`);
  });
});

describe('The answer about a file that can’t be read', () => {
  it('counts its errors, shows twenty with their places, and says how many more there are', () => {
    const problems = Array.from({ length: 22 }, (_, at) => ({ where: `Mål, rad ${at + 2}`, what: 'Namnet saknas.' }));

    const text = textOf(fileAnswerCard.build({ kind: 'problems', fileName: 'plan.xlsx', problems, context: {} }));

    assert.match(text, /22 fel\. Inget är sparat\./);
    assert.ok(text.includes('Mål, rad 21: Namnet saknas.') && !text.includes('rad 22:'));
    assert.match(text, /och 2 till/);
  });
});
