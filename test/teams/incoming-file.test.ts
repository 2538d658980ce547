import assert from 'node:assert/strict';
import type { ProvenActivity } from '../../src/ports.ts';
import { fileName, fileOf, mayBePlanFile } from '../../src/teams/incoming-file.ts';

const FILE = 'application/vnd.microsoft.teams.file.download.info';
const downloadUrl = 'https://kommunen.sharepoint.com/plan.xlsx';

function aMessageWith(...attachments: unknown[]): ProvenActivity {
  return {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: 'a:1' },
    from: { id: '29:1' },
    attachments,
  };
}

function aFile(more: object = {}): object {
  return { contentType: FILE, name: 'plan.xlsx', content: { downloadUrl, uniqueId: '1', fileType: 'xlsx' }, ...more };
}

describe('A message to the bot', () => {
  it('brings a file when Teams says that one is attached', () => {
    assert.deepEqual(fileOf(aMessageWith(aFile())), { kind: 'one', name: 'plan.xlsx', downloadUrl });
  });

  it('bad-151 brings no file with a picture, or with the HTML that Teams adds to what is written', () => {
    const html = { contentType: 'text/html', content: '<p>status BUN</p>' };
    const picture = { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/1', name: 'bild.png' };

    assert.deepEqual(fileOf(aMessageWith(html, picture)), { kind: 'none' });
    assert.deepEqual(fileOf(aMessageWith(html, aFile(), picture)).kind, 'one');
  });

  it('bad-151 brings too many files with two', () => {
    assert.deepEqual(fileOf(aMessageWith(aFile(), aFile({ name: 'b.xlsx' }))), { kind: 'several' });
  });

  for (const [what, attachment] of Object.entries({
    'no content': { contentType: FILE, name: 'plan.xlsx' },
    'no address': aFile({ content: {} }),
    'an address that is a number': aFile({ content: { downloadUrl: 5 } }),
    'an empty address': aFile({ content: { downloadUrl: '' } }),
    'no name': aFile({ name: undefined }),
  })) {
    it(`bad-151 brings a file that can’t be fetched with ${what}`, () => {
      assert.deepEqual(fileOf(aMessageWith(attachment)), { kind: 'unreadable' });
    });
  }

  it('bad-151 brings nothing with attachments of no shape at all', () => {
    for (const odd of [null, 5, 'text', [], {}, { contentType: 5 }]) {
      assert.deepEqual(fileOf(aMessageWith(odd)), { kind: 'none' });
    }
    for (const attachments of [null, undefined, 'text', { length: 1 }]) {
      assert.deepEqual(fileOf({ ...aMessageWith(), attachments }), { kind: 'none' });
    }
  });
});

describe('FI-09 The name of a file', () => {
  for (const [given, shown] of [
    ['Mål och budget 2026.xlsx', 'Mål och budget 2026.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\eva\\plan.xlsx', 'plan.xlsx'],
    ['a.xlsx\u0000.exe', 'a.xlsx.exe'],
    ['plan\u202Exslx.exe', 'planxslx.exe'],
    ['plan\r\n.xlsx', 'plan.xlsx'],
    ['  plan   2.xlsx ', 'plan 2.xlsx'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(given)} is shown as ${shown}`, () => assert.equal(fileName(given), shown));
  }

  it('is cut in the middle when it is long, so that its kind is still seen', () => {
    const shown = fileName(`${'å'.repeat(300)}.xlsx`);

    assert.match(shown, /^å{100}…å{10}\.xlsx$/);
  });

  it('is whole signs, also when it came with half of one', () => {
    assert.ok(fileName('plan\uD83D.xlsx').isWellFormed());
    assert.ok(fileName(`${'😀'.repeat(300)}.xlsx`).isWellFormed());
  });

  it('bad-131 must be that of a workbook or of JSON', () => {
    assert.deepEqual(['plan.xlsx', 'PLAN.XLSX', 'plan.json'].map(mayBePlanFile), [true, true, true]);
    for (const name of [
      'plan',
      'plan.xlsm',
      'plan.xls',
      'plan.ods',
      'plan.pdf',
      'plan.csv',
      'a.xlsx.exe',
      '.xlsxx',
      '',
    ]) {
      assert.equal(mayBePlanFile(name), false, name);
    }
  });
});
