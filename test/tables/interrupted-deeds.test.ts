import assert from 'node:assert/strict';
import { agreeMeasure } from '../../src/features/reporting/agree-measure.ts';
import { compileReport } from '../../src/features/reporting/compile-report.ts';
import { handInReport } from '../../src/features/reporting/hand-in-report.ts';
import type { About } from '../../src/features/reporting/report-about.ts';
import { holdReview, saveReview } from '../../src/features/reporting/review.ts';
import { saveReportText } from '../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../src/features/reporting/send-back-report.ts';
import { signReport } from '../../src/features/reporting/sign-report.ts';
import { ReportRows } from '../../src/tables/report-rows.ts';
import { StorageUnreachable, type Table } from '../../src/tables/storage.ts';
import type { FakePorts } from '../support/fakes.ts';
import { type CallsLeft, killedTable } from '../support/killed-table.ts';
import {
  answers,
  approver,
  controller,
  handedIn,
  INTERIM,
  inReportPeriod,
  reporter,
  reviewed,
  shown,
  shownMunicipal,
  theReview,
} from '../support/report-period.ts';
import { aTable } from './open-stores.ts';

type Process = FakePorts;

/** A process of its own over the municipality's reports. */
function process(ports: FakePorts, table: Table): Process {
  return { ...ports, reports: new ReportRows(table) as never };
}

interface Press {
  /** What comes before it. */
  readonly prepare?: (ports: Process) => Promise<unknown>;
  readonly on: (ports: Process) => Promise<About>;
  readonly press: (ports: Process, about: About) => Promise<{ readonly ok: boolean }>;
}

const ofBun = (ports: Process): Promise<About> => shown(ports, 'BUN');
const measure = { committeeId: 'BUN', text: 'Se över vikarierna', owner: 'Skolchefen', dueOn: '2026-12-01' };

const presses: Readonly<Record<string, Press>> = {
  write: { on: ofBun, press: (ports, about) => saveReportText(ports, about, 'summary', 'Läget är gott.', reporter) },
  'hand-in': {
    prepare: (ports) => answers(ports),
    on: ofBun,
    press: (ports, about) => handInReport(ports, about, reporter),
  },
  sign: { prepare: (ports) => handedIn(ports), on: ofBun, press: (ports, about) => signReport(ports, about, approver) },
  'send-back': {
    prepare: (ports) => handedIn(ports),
    on: ofBun,
    press: (ports, about) => sendBackReport(ports, about, 'Förklara prognosen.', approver),
  },
  'note-review': {
    on: (ports) => shownMunicipal(ports),
    press: (ports, about) => saveReview(ports, about, { ...theReview, notes: '' }, controller),
  },
  'hold-review': {
    on: (ports) => shownMunicipal(ports),
    press: (ports, about) => holdReview(ports, about, theReview, controller),
  },
  'agree on a measure': {
    on: (ports) => shownMunicipal(ports),
    press: (ports, about) => agreeMeasure(ports, about, measure, controller),
  },
  compile: {
    prepare: (ports) => reviewed(ports),
    on: (ports) => shownMunicipal(ports),
    press: (ports, about) => compileReport(ports, about, { registrationNumber: 'KS 2026/123' }, controller),
  },
};

async function prepared({ prepare, on }: Press): Promise<{ ports: FakePorts; table: Table; about: About }> {
  const ports = inReportPeriod();
  const table = await aTable();
  const alive = process(ports, table);
  await prepare?.(alive);
  return { ports, table, about: await on(alive) };
}

/** Everything that the deed could have left behind once too often. */
async function whatIsThere(table: Table, { scope }: About): Promise<object> {
  const reports = new ReportRows(table);
  const { etag: _, ...record } = (await reports.find(scope, INTERIM)) ?? {};
  return {
    record,
    history: await reports.history(scope, INTERIM),
    versions: (await reports.versions(INTERIM)).map(({ number, mark }) => ({ number, mark })),
    measures: await reports.agreedMeasures(),
    broken: (await reports.verify()).broken,
  };
}

/** The same table, where the answer to one of the calls that change something is lost: the one after those that are left. */
function lossyTable(table: Table, calls: CallsLeft): Table {
  const lose =
    <Given extends unknown[], Taken>(call: (...given: Given) => Promise<Taken>) =>
    async (...given: Given): Promise<Taken> => {
      calls.left -= 1;
      const isLost = calls.left === -1;
      const taken = await call(...given);
      if (isLost) throw new StorageUnreachable('lost');
      return taken;
    };
  return Object.assign(Object.create(Object.getPrototypeOf(table)) as Table, {
    find: table.find.bind(table),
    list: table.list.bind(table),
    create: lose(table.create.bind(table)),
    put: lose(table.put.bind(table)),
    remove: lose(table.remove.bind(table)),
    transact: lose(table.transact.bind(table)),
  });
}

/** Presses on a storage that fails at one call after the other, then the same again on one that works: what is there each time. */
async function pressedOver(one: Press, failing: typeof killedTable): Promise<readonly object[]> {
  const found: object[] = [];
  for (const calls = { from: 0, left: 0 }; calls.left <= 0; calls.from += 1) {
    const { ports, table, about } = await prepared(one);
    calls.left = calls.from;
    await one.press(process(ports, failing(table, calls)), about).catch(() => undefined);
    const again = await one.press(process(ports, table), about);
    assert.equal(again.ok, true, `after call ${calls.from + 1}: ${JSON.stringify(again)}`);
    found.push(await whatIsThere(table, about));
  }
  return found;
}

describe('A deed in a report', () => {
  for (const [name, one] of Object.entries(presses)) {
    it(`is done once (${name}) when the service is killed at any call and the same is pressed again`, async () => {
      const { ports, table, about } = await prepared(one);
      await one.press(process(ports, table), about);
      const whole = await whatIsThere(table, about);

      const found = await pressedOver(one, killedTable);

      for (const each of found) assert.deepEqual(each, whole);
      assert.ok(found.length > 1);
    });

    it(`is done once (${name}) when storage’s answer is lost, and when the same is pressed twenty times at once`, async () => {
      const { ports, table, about } = await prepared(one);
      const answered = await Promise.all(Array.from({ length: 20 }, () => one.press(process(ports, table), about)));
      const whole = await whatIsThere(table, about);

      const found = await pressedOver(one, lossyTable);

      assert.deepEqual(
        answered.map(({ ok }) => ok),
        Array(20).fill(true),
      );
      for (const each of found) assert.deepEqual(each, whole);
    });
  }
});
