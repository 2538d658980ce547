import assert from 'node:assert/strict';
import type { Workbook } from '@cj-tech-master/excelts';
import { planFiles, planFilesInChat } from '../../../src/documents/plan-files.ts';
import { fullPlan } from './full-plan.ts';
import { cellUnder, changed, errorsIn, planIn, warningsIn } from './workbook-files.ts';

describe('What a person has written in the workbook', () => {
  let workbook: Uint8Array;

  before(async () => {
    workbook = await planFiles.writeWorkbook(fullPlan);
  });

  function withCell(sheet: string, heading: string, row: number, value: unknown, numFmt?: string): Promise<Uint8Array> {
    return changed(workbook, (opened) => {
      const cell = cellUnder(opened, sheet, heading, row);
      cell.value = value as typeof cell.value;
      if (numFmt) cell.numFmt = numFmt;
    });
  }

  it('is answered all at once, with sheet, row, column and what to write instead', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Indikatorer', 'Enhet', 2).value = null;
      cellUnder(opened, 'Indikatorer', 'Bra när den', 3).value = 'upp';
      cellUnder(opened, 'Internbudget', 'feb', 2).value = 'en miljon';
      cellUnder(opened, 'Åtaganden', 'Startar', 2).value = '2026-02-30';
      cellUnder(opened, 'Indikatorvärden', 'Indikator', 3).value = 'HEM';
      factCell(opened, 'Titel').value = null;
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Indikatorer, rad 3, kolumn Bra när den: ”upp” går inte att välja. Välj något av: ökar, minskar.',
      'Indikatorvärden, rad 3, kolumn Indikator: HEM finns inte i bladet Indikatorer. Skriv ett id som står där.',
      'Åtaganden, rad 2, kolumn Startar: ”2026-02-30” är ingen dag. Skriv en dag som finns, till exempel 2026-11-30.',
      'Internbudget, rad 2, kolumn feb: ”en miljon” är inget tal. Skriv till exempel 1 234,5.',
      'Plan, rad 3, Titel: Titel saknas. Som den står på planen. Skriv till exempel Mål och budget 2026–2029.',
      'Indikatorer, rad 2, kolumn Enhet: Enhet saknas. Till exempel %, antal eller antal/1 000 invånare. Skriv till exempel %.',
    ]);
  });

  it('says where a plan does not hold together', async () => {
    const bytes = await withCell('Nämndmål', 'Bidrar till', 2, 'VAXER; TRYG');

    const [error, ...others] = await errorsIn(bytes);

    assert.match(error ?? '', /^Nämndmål, rad 2, kolumn Bidrar till: .*TRYG/);
    assert.deepEqual(others, []);
  });

  for (const [written, kronor] of [
    ['1 000 000', 1_000_000],
    ['1\u00a0000\u202f000', 1_000_000],
    ['−500', -500],
    ['１２', 12],
    ['12,0', 12],
    [1_000_000.000_000_000_1, 1_000_000],
  ] as const) {
    it(`takes ${written} as ${kronor} kronor`, async () => {
      const file = await planIn(await withCell('Budgetramar', 'Ram, kr', 2, written));

      assert.equal(file.current.frames[0]?.amountKr, kronor);
    });
  }

  for (const [sheet, heading, written, what] of [
    ['Budgetramar', 'Ram, kr', '1.234', '”1.234” kan betyda två tal. Skriv 1 234 eller 1,234.'],
    ['Budgetramar', 'Ram, kr', '12 34', '”12 34” är inget tal. Skriv till exempel 1 234,5.'],
    ['Budgetramar', 'Ram, kr', '1e9', '”1e9” är inget tal. Skriv till exempel 1 234,5.'],
    ['Budgetramar', 'Ram, kr', '0x10', '”0x10” är inget tal. Skriv till exempel 1 234,5.'],
    ['Budgetramar', 'Ram, kr', '12,5', 'Skriv hela kronor utan decimaler.'],
    ['Budgetramar', 'Ram, kr', 12.5, 'Skriv hela kronor utan decimaler.'],
    ['Budgetramar', 'Ram, kr', 123_456_789_012_345_680, 'Talet är för stort.'],
    ['Budgetramar', 'Ram, kr', true, 'Här ska det stå ett tal, till exempel 1 234,5.'],
    ['Budgetramar', 'Ram, kr', { error: '#DIV/0!' }, 'Cellen visar felet #DIV/0!. Skriv värdet i stället.'],
    [
      'Budgetramar',
      'Ram, kr',
      { formula: '1+1' },
      'Cellen har en formel utan sparat resultat. Skriv värdet, eller öppna och spara filen i Excel.',
    ],
    [
      'Uppdrag',
      'Återrapporteras senast',
      'i oktober',
      '”i oktober” är ingen dag. Skriv en dag som finns, till exempel 2026-11-30.',
    ],
    ['Uppdrag', 'Återrapporteras senast', 60, 'Skriv en dag som finns, till exempel 2026-11-30.'],
    [
      'Uppdrag',
      'Status',
      'snart',
      '”snart” går inte att välja. Välj något av: ej påbörjad, pågår, försenad, klar, avbruten.',
    ],
    ['Uppdrag', 'Exempeldata', 'kanske', '”kanske” går inte att välja. Skriv ja eller nej.'],
    ['Uppföljningsplan', 'Öppnar arbetsdag', 'tredje', '”tredje” är inget tal. Skriv till exempel 1 234,5.'],
    ['Utfall', 'Månad', '2026-13', '”2026-13” är ingen månad. Skriv till exempel 2026-10.'],
    ['Utfall', 'Månad', 202603, '”202603” är ingen månad. Skriv till exempel 2026-10.'],
    [
      'Indikatorvärden',
      'Period',
      'våren 2026',
      '”våren 2026” är varken ett år eller en månad. Skriv till exempel 2026 eller 2026-10.',
    ],
    ['Budgetramar', 'Ram, kr', '48 600 tkr', 'Skriv hela kronor: 48600000.'],
    ['Budgetramar', 'Ram, kr', '48,6 mnkr', 'Skriv hela kronor: 48600000.'],
    ['Budgetramar', 'Ram, kr', '−48 600 kr', 'Skriv hela kronor: -48600.'],
    ['Budgetramar', 'Ram, kr', '0,12345 tkr', 'Skriv hela kronor, utan enhet.'],
    ['Uppföljningsplan', 'Sista arbetsdag', 16, 'Skriv arbetsdagens nummer, 1–15.'],
    [
      'Uppföljningsplan',
      'Påminnelser',
      'två dagar före',
      '”två dagar före” är ingen påminnelse. Skriv till exempel: 2 arbetsdagar före; på sista dagen; 2 arbetsdagar efter: även ersättare; 4 arbetsdagar efter: godkännaren får veta.',
    ],
    [
      'Uppföljningsplan',
      'Sista arbetsdag',
      2,
      'Uppföljningen av 2026-10: sista arbetsdag (2) ligger före öppningsdagen (3). Rätta en av dem.',
    ],
    ['Uppföljningsplan', 'Frågar om', 'ekonomi, mål', 'Skilj dem med semikolon: ekonomi; mål.'],
    ['Indikatorer', 'Nämnder', 'BUN, SBN', 'Skilj flera id med semikolon: BUN; SBN.'],
    ['Indikatorer', 'Nämnder', 'BUN; Samhällsbyggnadsnämnden', 'Här ska id stå. Skriv BUN; SBN.'],
    ['Budgetramar', 'Nämnd', 'Barn- och utbildningsnämnden', 'Här ska id:t stå. Skriv BUN.'],
    ['Nämndmål', 'Bidrar till', 'Kommunen växer', 'Här ska id stå. Skriv VAXER.'],
    ['Jämförelser', 'Indikator', 'sjukfrånvaro', 'Här ska id:t stå. Skriv SJUK.'],
    ['Internbudget', 'Nämnd', 'OMS', 'Nämnden OMS finns inte i planen. Rätta id:t eller lägg till det som saknas.'],
    ['Indikatorer', 'Målvärde', 'åttio', '”åttio” är inget tal. Skriv till exempel 1 234,5.'],
    ['Indikatorer', 'Måltyp', 'minska', '”minska” går inte att välja. Välj ord, och skriv Minska i Målord.'],
    [
      'Indikatorer',
      'Största möjliga',
      null,
      'Största möjliga saknas. Största värde som kan förekomma. Fyll i båda, eller ingen. Skriv till exempel 100.',
    ],
    ['Internbudget', 'maj', null, 'Här saknas belopp för maj. Fyll i alla tolv månader, eller ingen.'],
    ['Internbudget', 'feb', 'mycket', '”mycket” är inget tal. Skriv till exempel 1 234,5.'],
    [
      'Internbudget',
      'Årets budget, kr',
      1,
      'FORSKOLA, BUN 2026: månaderna blir 12\u00a0000\u00a0066 kr men årets budget är 1 kr. Det skiljer 12\u00a0000\u00a0065 kr. Rätta månaderna eller året.',
    ],
    [
      'Indikatorer',
      'Måltyp',
      'minst 80',
      '”minst 80” går inte att välja. Välj något av: minst, högst, mellan, senast, ja/nej, ord, inget målvärde.',
    ],
    ['Indikatorer', 'Målvärde', null, 'Målvärde saknas. Måltypen minst behöver det.'],
    ['Indikatorer', 'Målord', 'Öka', 'Töm cellen, eller ändra måltypen: minst har inget här.'],
  ] as const) {
    it(`refuses ${JSON.stringify(written)} as ${heading}`, async () => {
      const bytes = await withCell(sheet, heading, 2, written);

      assert.deepEqual(await errorsIn(bytes), [`${sheet}, rad 2, kolumn ${heading}: ${what}`]);
    });
  }

  it('refuses a share written as a percentage, which Excel keeps as a hundredth', async () => {
    const bytes = await withCell('Indikatorvärden', 'Värde', 2, 0.7725, '0.00%');

    assert.deepEqual(await errorsIn(bytes), [
      'Indikatorvärden, rad 2, kolumn Värde: Cellen är formaterad som procent. Ändra formatet till tal och skriv 77,25.',
    ]);
  });

  for (const [written, month, numFmt] of [
    [new Date('2026-02-17T00:00:00Z'), '2026-02', 'mmm-yy'],
    ['2026-02-17', '2026-02'],
    ['februari 2026', '2026-02'],
    ['Feb 2026', '2026-02'],
  ] as const) {
    it(`takes ${String(written)} as the month ${month}`, async () => {
      const file = await planIn(await withCell('Utfall', 'Månad', 2, written, numFmt));

      assert.equal(file.current.outcomes[0]?.period, month);
    });
  }

  it('says which months are empty in a budget, all at once', async () => {
    const bytes = await changed(workbook, (opened) => {
      for (const month of ['jan', 'nov', 'dec']) cellUnder(opened, 'Internbudget', month, 2).value = null;
    });

    assert.deepEqual(await errorsIn(bytes), [
      'Internbudget, rad 2, kolumn jan: Här saknas belopp för jan, nov och dec. Fyll i alla tolv månader, eller ingen.',
    ]);
  });

  it('compares no frames while money stands under a committee that is not there', async () => {
    const bytes = await withCell('Internbudget', 'Nämnd', 2, 'OMS');

    const told = (await warningsIn(bytes)).filter((warning) => /^Budgetramar.*internbudgeten/.test(warning));

    assert.deepEqual(told, []);
  });

  it('names a row that stands twice in words, not in codes', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Kanaler', 'Gäller', 3).value = 'hela kommunen';
      cellUnder(opened, 'Kanaler', 'Team', 3).value = 'Ekonomi';
      cellUnder(opened, 'Kanaler', 'Kanal', 3).value = 'Uppföljning';
    });

    assert.deepEqual(await errorsIn(bytes), ['Kanaler, rad 3: Hela kommunen finns två gånger. Ta bort den ena raden.']);
  });

  it('takes other words for a target than those to choose between', async () => {
    const bytes = await withCell('Indikatorer', 'Målord', 4, 'Vända trenden');

    assert.deepEqual((await planIn(bytes)).current.indicators[2]?.target, {
      ...{ text: 'Vända trenden', atLeastLongTerm: 60, tolerance: 0.5 },
    });
  });

  it('uses the value of a formula and says so', async () => {
    const bytes = await withCell('Budgetramar', 'Ram, kr', 2, { formula: '17200000', result: 17_200_000 });

    assert.deepEqual(await planIn(bytes), fullPlan);
    assert.ok(
      (await warningsIn(bytes)).includes(
        'Budgetramar, rad 2, kolumn Ram, kr: Cellen har en formel. Formelns senast sparade värde används.',
      ),
    );
  });

  it('says first what must be put right, however much there is to know besides', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Målområden', 'Namn', 2).value = { formula: '"Ekonomi"', result: 'Ekonomi' };
      cellUnder(opened, 'Nämndmål', 'Bidrar till', 2).value = 'TRYG';
    });

    const { problems } = await planFiles.read(bytes, 'plan.xlsx');

    assert.deepEqual(
      problems.map(({ severity }) => severity).filter((severity, index, all) => severity !== all[index - 1]),
      ['error', 'warning'],
    );
  });

  it('takes days as Excel keeps them, months that Excel has made days of, and figures with too many decimals', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Uppdrag', 'Beslutsdag', 2).value = 46_183;
      cellUnder(opened, 'Utfall', 'Månad', 2).value = new Date('2026-02-01T00:00:00Z');
      cellUnder(opened, 'Utfall', 'Månad', 2).numFmt = 'mmm-yy';
      cellUnder(opened, 'Indikatorvärden', 'Värde', 2).value = 77.250_000_000_000_01;
      cellUnder(opened, 'Indikatorvärden', 'Period', 2).value = 2025;
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('takes rich texts and links as their words', async () => {
    const bytes = await changed(workbook, (opened) => {
      cellUnder(opened, 'Målområden', 'Namn', 2).value = {
        richText: [{ text: 'Eko' }, { text: 'nomi', font: { bold: true } }],
      };
      cellUnder(opened, 'Målområden', 'Namn', 3).value = { text: 'Livet här', hyperlink: 'https://example.com' };
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('takes a cell with nothing but spaces as empty', async () => {
    assert.deepEqual(await planIn(await withCell('Nämnder', 'Finns till', 2, '  ')), fullPlan);
  });

  it('skips rows that are empty, also between others', async () => {
    const bytes = await changed(workbook, (opened) => {
      opened.getWorksheet('Målområden')?.insertRow(3, [' ', null]);
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('is read in days from 1904 too', async () => {
    const bytes = await changed(workbook, (opened) => {
      opened.properties.date1904 = true;
    });

    assert.deepEqual(await planIn(bytes), fullPlan);
  });

  it('may be at most 5 000 rows in a sheet when it is sent in chat', async () => {
    const bytes = await changed(workbook, (opened) => {
      const sheet = opened.getWorksheet('Målområden');
      for (let row = 4; row <= 5010; row += 1) sheet?.addRow([`M${row}`, `Område ${row}`]);
    });
    const { problems } = await planFilesInChat.read(bytes, 'plan.xlsx');

    assert.deepEqual(problems.map(({ where, what }) => `${where}: ${what}`).slice(0, 1), [
      'Målområden: Bladet har fler än 5\u00a0000 rader och kan inte tas emot här. Be den som sköter tjänsten att läsa in filen.',
    ]);
  });
});

function factCell(workbook: Workbook, fact: string) {
  const sheet = workbook.getWorksheet('Plan');
  const rows = sheet?.getColumn(1).values ?? [];
  const row = rows.findIndex((name) => name === fact || name === `${fact} *`);
  assert.ok(sheet && row > 0);
  return sheet.getCell(row, 2);
}
