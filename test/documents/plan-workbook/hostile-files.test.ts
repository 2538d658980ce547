import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { planFiles, planFilesInChat } from '../../../src/documents/plan-files.ts';
import { readGrids } from '../../../src/documents/plan-workbook/read-grids.ts';
import { readInWorker } from '../../../src/documents/plan-workbook/read-in-worker.ts';
import { fullPlan } from './full-plan.ts';
import { lyingAboutSize, sheetOf, textCell, workbookOf } from './hostile-parts.ts';
import { errorsInFile, LIMITS } from './workbook-files.ts';

const TOO_LARGE = 'Filen är för stor eller trasig.';
const SEND = 'Skicka planen som en .xlsx-fil, eller som .json.';
const MB = 1_000_000;

describe('A file that is no workbook', () => {
  for (const [name, bytes, answer] of [
    ['plan.xlsx', new Uint8Array(0), `Filen är tom. ${SEND}`],
    [
      'plan.xlsx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'Filen är lösenordsskyddad eller i ett äldre format (.xls). Spara den som .xlsx utan lösenord.',
    ],
    ['plan.xlsx', strToU8('%PDF-1.7 och så vidare'), `Filen är ingen arbetsbok. ${SEND}`],
    ['plan.xlsx', strToU8('MZ\u0090 ett program'), `Filen är ingen arbetsbok. ${SEND}`],
    ['plan.xlsx', strToU8('Nämnd;Belopp\nKS;12'), `Filen är ingen arbetsbok. ${SEND}`],
    ['plan.xlsm', strToU8('PK\u0003\u0004'), `Spara filen som .xlsx. ${SEND}`],
    ['plan.ods', strToU8('PK\u0003\u0004'), `Spara filen som .xlsx. ${SEND}`],
    ['plan.xlsx', strToU8('PK\u0003\u0004'), TOO_LARGE],
    ['plan.xlsx', zipSync({}), `Filen är ingen arbetsbok. ${SEND}`],
    ['plan.xlsx', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), SEND],
    ['plan.json', strToU8('hej'), 'Filen är inte giltig JSON.'],
    [
      'plan.json',
      Uint8Array.of(0x7b, 0xe5, 0x7d),
      'Filen är inte skriven i UTF-8. Spara den om med den teckenkodningen.',
    ],
    ['../../etc/passwd\u0000.exe', new Uint8Array(0), `Filen är tom. ${SEND}`],
  ] as const) {
    it(`${JSON.stringify(name)} starting with ${JSON.stringify(String.fromCharCode(...bytes.slice(0, 8)))} is refused`, async () => {
      assert.deepEqual(await errorsInFile(bytes, name), [answer]);
    });
  }

  it('is refused in chat when it is larger than 5 MB', async () => {
    const { problems } = await planFilesInChat.read(new Uint8Array(5 * MB + 1), 'plan.xlsx');

    assert.deepEqual(
      problems.map(({ what }) => what),
      ['Filen är för stor: högst 5 MB går att ta emot.'],
    );
  });

  it('is refused when it is a workbook cut short', async () => {
    const whole = await planFiles.writeWorkbook(fullPlan);

    assert.deepEqual(await errorsInFile(whole.subarray(0, whole.length - 1000)), [TOO_LARGE]);
  });

  it('is refused when it has macros, whatever it is called', async () => {
    const bytes = workbookOf(sheetOf(''), { 'xl/vbaProject.bin': strToU8('makro') });

    assert.deepEqual(await errorsInFile(bytes), ['Filen innehåller makron. Spara den som .xlsx utan makron.']);
  });
});

describe('A workbook made to do harm', () => {
  it('with a member of 500 MB is refused by its directory', async () => {
    const bytes = workbookOf(sheetOf(''), { 'xl/bomb.xml': [new Uint8Array(60 * MB), { level: 9 }] });

    assert.deepEqual(await answersTo(bytes), [TOO_LARGE]);
    assert.deepEqual(await answersTo(lyingAboutSize(workbookOf(sheetOf('')), 500 * MB)), [TOO_LARGE]);
  });

  it('with a member larger than its directory says is not unpacked further than that', async () => {
    const row = `<row r="1">${textCell('A1', 'x'.repeat(1000))}</row>`;
    const bytes = lyingAboutSize(workbookOf(sheetOf(row.repeat(20_000))), 2000);

    assert.deepEqual(await answersTo(bytes), [TOO_LARGE]);
  });

  it('with 300 members, or another archive in it, is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`xl/part${index}.xml`, strToU8('<a/>')]),
    );

    assert.deepEqual(await answersTo(workbookOf(sheetOf(''), many)), [TOO_LARGE]);
    assert.deepEqual(await answersTo(workbookOf(sheetOf(''), { 'xl/inner.zip': zipSync({}) })), [TOO_LARGE]);
  });

  it('with 600 000 rows is refused', async () => {
    const rows = Array.from(
      { length: 600_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    );

    assert.deepEqual(await answersTo(workbookOf(sheetOf(rows.join('')))), [TOO_LARGE]);
  });

  it('with cells merged over the whole sheet costs nothing', async () => {
    const merged = sheetOf('', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>');

    const errors = await answersTo(workbookOf(merged));

    assert.ok(
      errors.includes(
        'Målområden, cell A1:XFD1048576: Cellerna A1:XFD1048576 är sammanfogade. Dela upp dem och fyll i varje cell.',
      ),
    );
  });

  for (const [what, row] of [
    ['a cell in the last corner', `<row r="1048576">${textCell('XFD1048576', 'x')}</row>`],
    ['a row beyond all rows', `<row r="999999999">${textCell('A999999999', 'x')}</row>`],
    ['rows that go backwards', `<row r="5">${textCell('A5', 'x')}</row><row r="5">${textCell('A5', 'y')}</row>`],
    ['something that is not XML', '<row r="1"><c r="A1"'],
  ] as const) {
    it(`with ${what} is refused`, async () => {
      assert.deepEqual(await answersTo(workbookOf(sheetOf(row))), [TOO_LARGE]);
    });
  }

  let server: Server;
  let visits = 0;

  before(async () => {
    server = createServer((_, answer) => {
      visits += 1;
      answer.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(() => server.close());

  it('with entities that grow, or that lie elsewhere, expands and fetches nothing', async () => {
    const { port } = server.address() as AddressInfo;
    const types = [
      '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]>',
      `<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:${port}/b">]>`,
      `<!DOCTYPE a SYSTEM "http://127.0.0.1:${port}/c">`,
    ];

    for (const type of types) {
      const answers = await answersTo(workbookOf(type + sheetOf(`<row r="1">${textCell('A1', '&c;')}</row>`)));
      assert.deepEqual(answers, ['Filen innehåller XML som inte tas emot. Spara den på nytt i Excel.']);
    }
    const linked = workbookOf(sheetOf(''), {
      'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(
        `<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1:${port}/d"/></Relationships>`,
      ),
    });
    await answersTo(linked);

    assert.equal(visits, 0);
  });

  it('that takes all its time is stopped', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    );

    await assert.rejects(readInWorker(workbookOf(sheetOf(rows.join(''))), LIMITS, 20), { message: TOO_LARGE });
  });

  for (const [what, sheet, more] of [
    ['cells far to the right', sheetOf('<row><c r="SE1"><v>1</v></c></row>'.repeat(200_000)), {}],
    ['rows of nothing but errors', sheetOf('<row><c t="e"><v>#</v></c></row>'.repeat(500_000)), {}],
    ['columns hidden again and again', sheetOf('', '<col min="1" max="500" hidden="1"/>'.repeat(1_000_000)), {}],
    ['ten million shared texts', sheetOf(''), { 'xl/sharedStrings.xml': strToU8('<si/>'.repeat(9_900_000)) }],
    ['merged cells without end', sheetOf('', '<mergeCell ref="A1:B2"/>'.repeat(1_800_000)), {}],
  ] as const) {
    it(`with ${what} takes no more memory than there is`, async () => {
      const answers = await answersTo(workbookOf(sheet, more, 0));

      assert.ok(answers.length > 0);
    }).timeout(60_000);
  }

  it('with parts that are small one by one but not together is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`xl/part${index}.xml`, strToU8('<a/>')]),
    );

    assert.deepEqual(await answersTo(lyingAboutSize(workbookOf(sheetOf(''), parts), 900_000)), [TOO_LARGE]);
  });

  it('is read no further than its limits', () => {
    const rows = Array.from(
      { length: 100 },
      (_, index) => `<row r="${index + 1}"><c><v>1</v></c><c><v>2</v></c></row>`,
    );
    const bytes = workbookOf(sheetOf(rows.join('')));

    const [grid] = readGrids(bytes, { rowsInSheet: 10, cells: 2000 });

    assert.ok(grid && grid.rows.length > 10 && grid.rows.length < 30, `${grid?.rows.length} rows`);
    assert.throws(() => readGrids(bytes, { rowsInSheet: 10, cells: 1999 }), { message: TOO_LARGE });
  });
});

/** What the sender is told, while others wait at most half a second for their turn. */
async function answersTo(bytes: Uint8Array): Promise<readonly string[]> {
  let last = performance.now();
  let longestMs = 0;
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 10);
  const answers = await errorsInFile(bytes);
  await setTimeout(20);
  clearInterval(timer);
  assert.ok(longestMs < 500, `others waited ${longestMs} ms`);
  return answers;
}
