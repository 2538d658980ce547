import assert from 'node:assert/strict';
import { councilDecisionCard } from '../../cards/council-decision/card.ts';
import {
  type DecisionDays,
  readDecision,
  readDecisionForm,
  withAdded,
} from '../../cards/council-decision/read-decision.ts';
import { councilDecisionSamples } from '../../cards/council-decision/sample.ts';
import { targetChoices } from '../../cards/council-decision/targets.ts';
import { reportSigned } from '../../cards/municipal-samples.ts';
import { textOf } from '../support/card-view.ts';
import { utf16Bytes } from '../support/card-walk.ts';
import type { Card } from '../support/fake-connector.ts';

const years = { fromYear: 2026, usualYear: 2026 };
const days: DecisionDays = {
  ...{ today: '2026-10-30', compiledOn: '2026-10-14', decided: { ...years, toYear: 2026 } },
  ...{ money: { ...years, toYear: 2027 }, orders: { ...years, toYear: 2031 } },
};
const approved = {
  date: '28 oktober 2026',
  paragraph: ' KF  § 88 ',
  registrationNumber: 'KS 2026/123',
  outcome: 'approved',
};

function read(typed: Readonly<Record<string, string>>) {
  return readDecision({ ...approved, ...typed }, reportSigned, days);
}

function faultsIn(typed: Readonly<Record<string, string>>): string[] {
  return [...read(typed).notes.keys()];
}

describe('The form for the council’s decision', () => {
  it('is read as it was written, in Swedish or in figures', () => {
    assert.deepEqual(read({}).read, {
      ...{ date: '2026-10-28', paragraph: 'KF § 88', registrationNumber: 'KS 2026/123', outcome: 'approved', why: '' },
      ...{ appropriations: [], orders: [] },
    });
    for (const date of ['2026-10-28', '20261028', 'den 28 okt 2026', '28/10/2026'])
      assert.equal(read({ date }).read?.date, '2026-10-28', date);
  });

  it('takes a day that has come, not before the version was compiled', () => {
    assert.deepEqual(faultsIn({ date: '2026-10-31' }), ['date']);
    assert.deepEqual(faultsIn({ date: '2026-10-13' }), ['date']);
    assert.deepEqual(faultsIn({ date: '2026-10-14' }), []);
    assert.deepEqual(faultsIn({ date: '' }), ['date']);
    assert.deepEqual(faultsIn({ date: '28 oktober' }), ['date'], 'Without a year it is asked about');
  });

  it('takes amounts with their unit, and minus for money that is taken back', () => {
    const amountOf = (amount_0: string) =>
      read({ target_0: 'SBN|', amount_0, validFrom_0: '2026-11-01' }).read?.appropriations[0]?.amountKr;

    assert.deepEqual(
      ['5 000', '5 mnkr', '−1,5 mnkr', '250 000 kr', '5 000,5'].map(amountOf),
      [5_000_000, 5_000_000, -1_500_000, 250_000, 5_000_500],
    );
    for (const amount of ['0', '', 'saknas', 'fem', '1e9', '=1+1']) assert.equal(amountOf(amount), undefined, amount);
  });

  it('leaves out a row that nothing is typed in, and reads the one after it', () => {
    const { read: decision } = read({ target_1: 'BUN|FORSKOLA', amount_1: '100', validFrom_1: '1 december 2026' });

    assert.deepEqual(decision?.appropriations, [
      { committeeId: 'BUN', businessAreaId: 'FORSKOLA', amountKr: 100_000, validFrom: '2026-12-01' },
    ]);
  });

  it('says everything that is lacking in a row that is begun', () => {
    assert.deepEqual(faultsIn({ amount_2: '5 mnkr' }), ['target_2', 'validFrom_2']);
    assert.deepEqual(faultsIn({ order_0: 'Återkom' }), ['committee_0', 'dueOn_0']);
    assert.deepEqual(faultsIn({ committee_0: 'BUN', order_0: 'x', dueOn_0: '2026-10-28' }), ['dueOn_0']);
    assert.deepEqual(faultsIn({ committee_0: 'BUN', order_0: 'x'.repeat(501), dueOn_0: '2026-12-01' }), ['order_0']);
  });

  it('takes no committee, area or outcome that is not in its lists', () => {
    const row = { amount_0: '5', validFrom_0: '2026-11-01' };

    assert.deepEqual(faultsIn({ target_0: 'BORTA|', ...row }), ['target_0']);
    assert.deepEqual(faultsIn({ target_0: 'BUN|VA', ...row }), ['target_0'], 'VA is another committee’s');
    assert.deepEqual(faultsIn({ outcome: 'maybe' }), ['outcome']);
  });

  it('needs a reason when the report was sent back, and has none when it was approved', () => {
    assert.deepEqual(faultsIn({ outcome: 'sent-back' }), ['why']);
    assert.deepEqual(faultsIn({ why: 'Bra' }), ['why']);
    assert.equal(
      read({ outcome: 'sent-back', why: 'Personalavsnittet saknas.' }).read?.why,
      'Personalavsnittet saknas.',
    );
  });

  it('grows by a row at a time, to three of each', () => {
    const none = { appropriations: 0, orders: 0 };

    assert.deepEqual(withAdded(none, 1), { appropriations: 1, orders: 0 });
    assert.deepEqual(withAdded({ appropriations: 3, orders: 2 }, 1), { appropriations: 3, orders: 2 });
    assert.deepEqual(withAdded({ appropriations: 3, orders: 2 }, 2), { appropriations: 3, orders: 3 });
    assert.deepEqual(readDecisionForm({ i_2_target_1: '', i_2_amount_1: '', i_2_borta: 'x' }), {
      ...{ typed: { target_1: '', amount_1: '' }, rows: { appropriations: 2, orders: 0 }, attempt: 2 },
    });
  });

  it('lists committees alone when there are too many areas to choose among', () => {
    const [first] = reportSigned.committees;
    const [area] = first?.finance.areas ?? [];
    assert(first && area);
    const areas = Array.from({ length: 80 }, (_, at) => ({ ...area, areaId: `V${at}`, name: `Verksamhet ${at}` }));
    const committees = [{ ...first, finance: { ...first.finance, areas } }, ...reportSigned.committees.slice(1)];

    assert.deepEqual(
      targetChoices({ committees }).map(({ value }) => value),
      ['BUN|', 'SBN|', 'KFN|', 'SN|'],
    );
    assert.equal(targetChoices(reportSigned).length, 10);
  });

  it('keeps a message’s size with every row filled and the longest texts', () => {
    const { empty } = councilDecisionSamples;
    assert(empty?.view === 'form');
    const long = 'å'.repeat(200_000);
    const typed = {
      why: long,
      order_0: long,
      order_1: long,
      order_2: long,
      amount_0: long,
      date: long,
      paragraph: long,
    };

    const card = councilDecisionCard.build({ ...empty, typed, rows: { appropriations: 3, orders: 3 } });

    assert.ok(utf16Bytes(card) < 60 * 1024, `${utf16Bytes(card)}`);
  });

  it('has a receipt with the decision in full, the beginning of the seal and what goes into the plan', () => {
    const text = textOf(councilDecisionCard.build(councilDecisionSamples.approved as never) as Card);

    assert.match(
      text,
      /Fullmäktige godkände kommunens delårsrapport januari–augusti 2026, version 1, den 28 oktober 2026\./,
    );
    assert.match(text, /Sigill: 4b7c0e9a1d2f3856\./);
    assert.match(
      text,
      /Förs in i planen\nTilläggsanslag: 5 000 000 kr till Barn- och utbildningsnämnden, Förskola, från 1 november 2026\./,
    );
    assert.match(text, /Minskat anslag: −1 000 000 kr till Samhällsbyggnadsnämnden, fördelas senare/);
    assert.doesNotMatch(text, /[^.!?…] Senast /);
  });
});
