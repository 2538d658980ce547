import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePlanFile, readPlanJson, writePlanJson } from '../../src/documents/plan-json.ts';
import { type Contact, reportersOf } from '../../src/domain/plan.ts';
import { toPlan } from '../../src/domain/to-plan.ts';
import { examplePlanText } from '../support/builders.ts';
import { aSoundPlanFile } from '../support/plan-document.ts';

type Json = Record<string, unknown>;
type Rows = Readonly<Record<string, Json[]>> & Json;

/** The sound plan as JSON, with something wrong in it. */
function spoiled(spoil: (current: Rows, file: Json) => void): string {
  const file = JSON.parse(writePlanJson(aSoundPlanFile()));
  spoil(file.current, file);
  return JSON.stringify(file);
}

function first(rows: Json[] | undefined): Json {
  return rows?.[0] ?? assert.fail('No row');
}

/** What the reader says is wrong, as `path: what`. Nothing may come out of such a file. */
function complaints(text: string): string[] {
  const { file, problems } = readPlanJson(text);
  assert.equal(file, undefined);
  assert.ok(problems.every(({ severity }) => severity === 'error'));
  return problems.map(({ path, what }) => `${path}: ${what}`);
}

describe('The example plan as JSON', () => {
  const reading = readPlanJson(examplePlanText());

  it('is read, with its archive and without an error', () => {
    assert.deepEqual(
      reading.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(reading.file?.demoClock, '2026-11-05T08:00:00+01:00');
    assert.deepEqual(
      reading.file?.archive.map(({ id }) => id),
      ['2021', '2018'],
    );
  });

  it('is the same plan, field for field, when it has been written and read again', () => {
    assert.ok(reading.file);

    assert.deepEqual(readPlanJson(writePlanJson(reading.file)), reading);
  });

  it('loses nothing that stands in it', () => {
    const given = JSON.parse(examplePlanText()).current;
    const kept: unknown = JSON.parse(JSON.stringify(reading.file?.current));

    for (const indicator of given.indicators) {
      const { seriesBreak, ...rest } = indicator;
      const seriesBreaks = seriesBreak ? [seriesBreak] : [];
      Object.assign(indicator, { ...rest, seriesBreaks });
      delete indicator.seriesBreak;
    }
    assert.deepEqual(withEmptyLists(kept), withEmptyLists(given));
  });
});

/** Without empty lists: a list that is absent is empty. Keys in order. */
function withEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
      .map(([key, one]) => [key, withEmptyLists(one)] as const)
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

describe('A plan in another way of writing', () => {
  const same = aSoundPlanFile();

  it('is the same text whatever the order of its fields', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, one]) => [key, turned(one)] as const)
          .reverse(),
      );
    };

    const { file } = parsePlanFile(turned(JSON.parse(writePlanJson(same))));

    assert.ok(file);
    assert.equal(writePlanJson(file), writePlanJson(same));
  });

  it('may leave out lists, give its only series break by itself, and say that nothing is an example', () => {
    const text = spoiled((current) => {
      for (const [key, value] of Object.entries(current))
        if (Array.isArray(value) && value.length === 0) Reflect.deleteProperty(current, key);
      const indicator = first(current.indicators);
      for (const key of ['seriesBreaks', 'committeeValues', 'comparisons', 'aliases'])
        Reflect.deleteProperty(indicator, key);
      Object.assign(indicator, { seriesBreak: { from: '2024', note: 'Ny definition' }, example: false });
      Object.assign(first(current.budgets), { feeFinanced: false });
    });

    const [indicator] = same.current.indicators;
    const seriesBreaks = [{ from: '2024', note: 'Ny definition' }];
    assert.deepEqual(
      readPlanJson(text).file,
      aSoundPlanFile({ indicators: [{ ...indicator, seriesBreaks }] as never }),
    );
  });

  it('may begin with a byte order mark, and say the version of its form', () => {
    assert.deepEqual(readPlanJson(`\uFEFF${writePlanJson(same)}`).file, same);
    assert.match(writePlanJson(same), /^\{\n {2}"schema": 1,\n/);
  });

  it('bad-154 has its letters composed, so that å is å', () => {
    const text = spoiled((current) => {
      Object.assign(current, { title: 'Ma\u030Al', vision: { name: 'Vi', text: 'En\r\nrad\rtill', focusAreas: [] } });
    });

    const { file } = readPlanJson(text);

    assert.equal(file?.current.title, 'Mål');
    assert.equal(file?.current.vision.text, 'En\nrad\ntill');
  });
});

describe('A file that is no plan', () => {
  it('bad-152 is refused when it is no JSON, with the place when it is known', () => {
    assert.deepEqual(complaints('Mål och budget'), [': Filen är inte giltig JSON.']);
    assert.deepEqual(complaints(''), [': Filen är inte giltig JSON.']);
    assert.deepEqual(complaints('{\n "current": {,}\n}'), [
      ': Filen är inte giltig JSON. Felet finns vid rad 2, tecken 14.',
    ]);
    assert.deepEqual(complaints('['.repeat(200_000)), [': Filen är inte giltig JSON.']);
  });

  it('bad-152 is refused when it is a list, a number or nothing', () => {
    for (const text of ['[]', '[{"current":{}}]', '12', 'null', '"plan"', 'true'])
      assert.deepEqual(complaints(text), [': Filen är ingen plan: den ska ha fältet current med planen i.'], text);
    assert.deepEqual(complaints('{}'), ['current: saknas']);
  });

  for (const schema of [0, 2, 99, '1', null]) {
    it(`bad-152 is refused when the version of its form is ${JSON.stringify(schema)}`, () => {
      const text = spoiled((_, file) => Object.assign(file, { schema }));

      assert.deepEqual(complaints(text), ['schema: ska vara 1: filen är skriven för en annan version av tjänsten']);
    });
  }

  it('bad-152 is refused with the place of every field that no plan has, at any depth', () => {
    const text = spoiled((current, file) => {
      file.extra = 1;
      current.goals = [];
      first(current.indicators).colour = 'green';
      first(first(current.commitments).activities as Json[]).late = true;
      Object.assign(first(current.indicators).target as Json, { unit: '%' });
    }).replace('"vision":{', '"vision":{"__proto__":{"admin":true},');

    const unknown = 'är inget fält som en plan har; rätta namnet eller ta bort det';
    assert.deepEqual(complaints(text).toSorted(), [
      `current.commitments.0.activities.0.late: ${unknown}`,
      `current.goals: ${unknown}`,
      `current.indicators.0.colour: ${unknown}`,
      `current.indicators.0.target.unit: ${unknown}`,
      `current.vision.__proto__: ${unknown}`,
      `extra: ${unknown}`,
    ]);
  });
});

describe('A plan file with fields that can’t be read', () => {
  it('bad-159 is refused when an indicator lacks its unit, direction, frequency or target', () => {
    for (const field of ['unit', 'good', 'frequency', 'target', 'name', 'id']) {
      const text = spoiled(({ indicators }) => Reflect.deleteProperty(first(indicators), field));

      assert.deepEqual(complaints(text), [`current.indicators.0.${field}: saknas`]);
    }
  });

  const refusals: readonly (readonly [spoil: (current: Rows) => void, said: string])[] = [
    [
      ({ budgets }) => Object.assign(first(budgets), { netBudgetKr: 12.5 }),
      'budgets.0.netBudgetKr: ska vara ett heltal i kronor',
    ],
    [
      ({ budgets }) => Object.assign(first(budgets), { netBudgetKr: '12' }),
      'budgets.0.netBudgetKr: ska vara ett heltal i kronor',
    ],
    [
      ({ budgets }) => Object.assign(first(budgets), { netBudgetKr: 2 ** 53 }),
      'budgets.0.netBudgetKr: ska vara ett heltal i kronor',
    ],
    [
      ({ budgets }) => Object.assign(first(budgets), { monthlyKr: [1] }),
      'budgets.0.monthlyKr: ska ha tolv belopp, januari först',
    ],
    [
      ({ budgets }) => Object.assign(first(budgets), { example: 'ja' }),
      'budgets.0.example: ska vara true eller utelämnas',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { good: 'sideways' }),
      'indicators.0.good: ska vara en av: up, down',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { target: { atLeast: '74' } }),
      'indicators.0.target.atLeast: ska vara ett tal',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { target: { between: [1] } }),
      'indicators.0.target.between: ska vara två tal, [från, till]',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { target: { atLeast: 1, atMost: 2 } }),
      'indicators.0.target: ska ha ett av fälten atLeast, atMost, between, onDate, yesNo och text, eller vara null när inget målvärde finns',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { target: { text: 'Bibehålla', tolerance: -0.5 } }),
      'indicators.0.target.tolerance: ska vara 0 eller mer',
    ],
    [
      ({ committees }) => Object.assign(first(committees), { id: 'municipality' }),
      'committees.0.id: är upptaget: municipality står för hela kommunen; välj ett annat id',
    ],
    [
      ({ indicators }) => Object.assign(first(indicators), { breakdown: null }),
      'indicators.0.breakdown: ska vara en lista',
    ],
    [
      ({ indicators }) => Object.assign(first(first(indicators).values as Json[]), { value: null }),
      'indicators.0.values.0.value: ska vara ett tal',
    ],
    [({ contacts }) => Object.assign(first(contacts), { upn: 12 }), 'contacts.0.upn: ska vara text'],
    [({ contacts }) => Object.assign(first(contacts), { order: 0 }), 'contacts.0.order: ska vara 1 eller mer'],
    [
      ({ followUpPlan }) => Object.assign(first(followUpPlan), { due: 'den tionde' }),
      'followUpPlan.0.due: ska vara "working day N of the following month", N från 1 till 15',
    ],
    [
      ({ followUpPlan }) => Object.assign(first(followUpPlan), { reminders: ['ibland'] }),
      'followUpPlan.0.reminders.0: ska vara "N working days before", "on the due day" eller "N working days after", det sista gärna följt av ": deputy too" eller ": committee approver is told"',
    ],
    [(current) => Object.assign(current, { councilGoals: [null] }), 'councilGoals.0: ska vara ett objekt med fält'],
    [
      (current) => Object.assign(current, { deviationCommentLimit: { percentOfBudget: 101, orKr: 0 } }),
      'deviationCommentLimit.percentOfBudget: ska vara mellan 0 och 100',
    ],
  ];
  for (const [spoil, said] of refusals) {
    it(`is refused for ${said}`, () => {
      assert.deepEqual(complaints(spoiled(spoil)), [`current.${said}`]);
    });
  }

  it('is refused for a working day that months do not have', () => {
    for (const day of [0, 16, 25, 99]) {
      const due = `working day ${day} of the following month`;

      assert.equal(
        complaints(spoiled(({ followUpPlan }) => Object.assign(first(followUpPlan), { due }))).length,
        1,
        due,
      );
    }
  });

  it('bad-156 is refused for a weight that is no number', () => {
    for (const weight of ['0,5', '0.5', null, true, [0.5]]) {
      const text = spoiled(({ indicators }) => {
        first(indicators).index = { method: 'weighted', components: ['A', 'B'], weights: [weight, 0.5] };
      });

      assert.deepEqual(complaints(text), ['current.indicators.0.index.weights.0: ska vara ett tal']);
    }
    const infinite = spoiled(({ indicators }) => {
      first(indicators).index = { method: 'weighted', components: ['A'], weights: [0.125] };
    }).replace('0.125', '1e999');
    assert.equal(complaints(infinite).length, 1);
    assert.match(complaints(infinite.replace('1e999', 'NaN'))[0] ?? '', /inte giltig JSON/);
  });

  it('bad-157 is refused for days, months and years that do not exist', () => {
    const text = spoiled((current) => {
      const [one, other] = current.committees ?? [];
      Object.assign(one ?? {}, { validFrom: '2026-02-30', validTo: '2026-13-01' });
      Object.assign(other ?? {}, { validFrom: '0000-01-01', validTo: '9999-12-31' });
      Object.assign(first(current.followUpPlan), { period: '2026-13' });
      first(current.indicators).values = ['2026-00', '26', '2026-1', '2026-01-01', '9999'].map((period) => ({
        period,
        value: 1,
      }));
      Object.assign(current, { periodFrom: 0, periodTo: 9999 });
    });

    const day = 'ska vara en dag som finns, skriven som 2026-11-30';
    const period = 'ska vara ett år eller en månad, skrivet som 2026 eller 2026-10';
    const outside = 'ska ligga mellan år 1990 och 2100';
    assert.deepEqual(complaints(text), [
      `current.periodFrom: ${outside}`,
      `current.periodTo: ${outside}`,
      ...[0, 1, 2, 3].map((at) => `current.indicators.0.values.${at}.period: ${period}`),
      `current.indicators.0.values.4.period: ${outside}`,
      `current.committees.0.validFrom: ${day}`,
      `current.committees.0.validTo: ${day}`,
      `current.committees.1.validFrom: ${outside}`,
      `current.committees.1.validTo: ${outside}`,
      'current.followUpPlan.0.period: ska vara en månad, skriven som 2026-10',
    ]);
  });

  it('knows the 29th of February in leap years only', () => {
    const valid = (validTo: string) => spoiled(({ committees }) => Object.assign(first(committees), { validTo }));

    assert.ok(readPlanJson(valid('2028-02-29')).file);
    assert.equal(complaints(valid('2026-02-29')).length, 1);
  });
});

describe('An id or a name in a plan file', () => {
  const named = (id: string) =>
    spoiled(({ committees, contacts }) => {
      committees?.push({ id, name: 'Ännu en', aliases: [] });
      contacts?.push({ committee: id, role: 'reporter', order: 1, upn: 'ny@styrmodell.example' });
    });

  const refused = [
    '__proto__',
    'BUN/SN',
    'x'.repeat(41),
    'x'.repeat(600),
    '',
    ' ',
    '-A',
    'A ',
    'A\nB',
    'A|B',
    'Ä#',
    '😀',
    'A\u200bB',
  ];
  for (const id of refused) {
    it(`bad-154 bad-164 is refused as the id ${JSON.stringify(id.slice(0, 50))}`, () => {
      const rule =
        'ska vara ett id på högst 40 tecken: bokstäver, siffror, mellanslag, punkt, bindestreck och understreck, först en bokstav eller siffra';

      const said = complaints(named(id));

      assert.match(said[0] ?? '', /^current\.committees\.2\.id: /);
      assert.match(said[1] ?? '', /^current\.contacts\.\d\.committee: /);
      assert.ok(said.every((line) => line.endsWith(rule)));
    });
  }

  for (const id of ['constructor', 'toString', 'hasOwnProperty', 'MÅN-1.2_x y', '7', 'x'.repeat(40)]) {
    it(`bad-164 is an ordinary one as ${id}`, () => {
      const { file } = readPlanJson(named(id));

      assert.ok(file);
      assert.deepEqual(
        reportersOf(toPlan(file.current), id).map(({ upn }: Contact) => upn),
        ['ny@styrmodell.example'],
      );
    });
  }

  const given = (name: string) => spoiled(({ committees }) => Object.assign(first(committees), { name }));

  it('bad-165 stands as it was written, whatever signs it has', () => {
    for (const name of ['<b>Nämnd</b>', '\u0024{title}', 'שלום \u202E vänd', '=1+1', "'; DROP", '😀'.repeat(250)])
      assert.equal(readPlanJson(given(name)).file?.current.committees[0]?.name, name);
  });

  it('loses the spaces around it, and nothing else', () => {
    assert.equal(
      readPlanJson(given('  Barn  och\u00a0unga\u00a0')).file?.current.committees[0]?.name,
      'Barn  och\u00a0unga',
    );
  });

  it('bad-165 is refused when it is empty, too long, on several lines or not possible to write', () => {
    for (const [name, said] of [
      ['', 'får inte vara tom'],
      [' \u00a0 ', 'får inte vara tom'],
      ['x'.repeat(501), 'är för lång; skriv högst 500 tecken'],
      ['en\nrad till', 'ska stå på en rad'],
      ['en\u2028rad till', 'ska stå på en rad'],
      ['halv \ud800', 'innehåller tecken som inte går att läsa; skriv om texten för hand'],
      ['a\u0000b', 'innehåller tecken som inte går att läsa; skriv om texten för hand'],
      ['a\uffffb', 'innehåller tecken som inte går att läsa; skriv om texten för hand'],
    ] as const)
      assert.deepEqual(complaints(given(name)), [`current.committees.0.name: ${said}`]);
  });

  it('has plain line breaks in its texts, whatever program they were written in', () => {
    const text = spoiled(({ vision }) => Object.assign(vision ?? {}, { text: 'a\r\nb\rc\u2028d\u2029e' }));

    assert.equal(readPlanJson(text).file?.current.vision.text, 'a\nb\nc\nd\ne');
  });

  it('comes back as it went in, for any text that is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
        const { file } = readPlanJson(given(name));
        if (!file) return;

        const again = readPlanJson(writePlanJson(file)).file;

        assert.equal(again?.current.committees[0]?.name, name.trim().normalize('NFC'));
      }),
    );
  });
});

describe('A plan file that is right in form', () => {
  it('bad-155 is told everything that does not hang together, at once, and nothing comes out', () => {
    const text = spoiled(({ budgets, indicators, contacts, channels }) => {
      first(budgets).committee = 'XX';
      first(indicators).committees = ['YY'];
      first(contacts).committee = 'ZZ';
      channels?.push({ scope: 'QQ', team: 'Ekonomi', channel: 'Uppföljning' });
    });

    const { file, problems } = readPlanJson(text);

    assert.equal(file, undefined);
    const missing = (id: string) => `Nämnden ${id} finns inte i planen. Rätta id:t eller lägg till det som saknas.`;
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ path, what }) => `${path}: ${what}`),
      [
        `current.indicators.0.committees.0: ${missing('YY')}`,
        `current.budgets.0.committee: ${missing('XX')}`,
        `current.contacts.0.committee: ${missing('ZZ')}`,
        `current.channels.1.scope: ${missing('QQ')}`,
      ],
    );
  });

  it('is let in with warnings', () => {
    const text = spoiled((current) => Object.assign(current, { contacts: current.contacts?.slice(0, 2) }));

    const { file, problems } = readPlanJson(text);

    assert.ok(file);
    assert.deepEqual(
      problems.map(({ severity, path }) => `${severity} ${path}`),
      ['warning current.committees.1'],
    );
  });
});
