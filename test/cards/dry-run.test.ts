import assert from 'node:assert/strict';
import { dryRunCard, readDryRunForm } from '../../cards/dry-run/card.ts';
import { dryRunSamples } from '../../cards/dry-run/sample.ts';
import { inputOf, textOf } from '../support/card-view.ts';

function read(situation: string): string {
  const facts = dryRunSamples[situation];
  assert(facts);
  return textOf(dryRunCard.build(facts));
}

describe('A dry run', () => {
  it('shows when, to whom, what and why', () => {
    const text = read('the opening day');

    assert.match(text, /Kl\. 08\.00 rapportor\.bun@styrmodell\.example\nBUN: formulär, rundan har öppnat/);
    assert.match(text, /ersattare\.sn@.*\nSN: formulär, ersätter rapportor\.sn@styrmodell\.example, som är borta/);
    assert.match(text, /Inget skickas nu\./);
  });

  it('says how many more there are than it has room for, and where they are', () => {
    assert.match(read('more than a card holds'), /… och 182 till\. Alla visas med styr round plan --date 2026-11-19\./);
  });

  it('says why there is nothing to show, and keeps the day that was asked about', () => {
    const facts = dryRunSamples['a day that has been'];
    assert(facts);
    const card = dryRunCard.build(facts);

    assert.match(textOf(card), /2 november 2026 har varit\./);
    assert.equal(inputOf(card, 'Dag').value, '2026-11-02');
  });

  it('reads the day that was typed, and nothing as nothing', () => {
    assert.deepEqual(readDryRunForm({ i_2_day: ' 2026-11-13 ' }), { day: '2026-11-13', attempt: 2 });
    assert.deepEqual(readDryRunForm({ i_2_day: 'x'.repeat(5_000) }), { day: 'x'.repeat(10), attempt: 2 });
    assert.deepEqual(readDryRunForm({}), { day: '', attempt: 0 });
  });
});
