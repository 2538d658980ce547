import assert from 'node:assert/strict';
import { forCard } from '../../cards/peoples-words.ts';
import type { Break } from '../../src/domain/breaks.ts';
import { addedText, breakLines, breakText } from '../../src/words/break-text.ts';

const committeeIds = ['BUN'];
const breaks: readonly Break[] = [
  { kind: 'committee-new', name: 'Byggnadsnämnden', at: '2026-07', succeeds: 'Miljönämnden', committeeIds },
  { kind: 'committee-new', name: 'Byggnadsnämnden', at: '2026-07', committeeIds },
  { kind: 'committee-ended', name: 'Miljönämnden', at: '2026-07', committeeIds },
  { kind: 'committee-renamed', name: 'Utbildningsnämnden', formerName: 'Skolnämnden', committeeIds },
  { kind: 'area-moved', name: 'Gymnasium', at: '2026-07', from: 'Skolnämnden', to: 'Socialnämnden', committeeIds },
  { kind: 'appropriation', at: '2026-06', amountKr: 5_000_000, decision: 'KF 2026-06-10 § 87', committeeIds },
  { kind: 'appropriation', at: '2026-06', amountKr: -5_000_000, decision: 'KF 2026-06-10 § 87', committeeIds },
  { kind: 'budget-changed', name: 'Förskola', beforeKr: 1_200_000, afterKr: 1_300_000, committeeIds },
  { kind: 'series-break', name: 'Sjukfrånvaro', at: '2027', note: 'ny mätning', committeeIds },
];

describe('Why months cannot be compared', () => {
  it('is said in a sentence for everything that can break a comparison', () => {
    const plain = breaks.map((one) => breakText(one, forCard).replaceAll('\\', '').replaceAll('\u00a0', ' '));

    assert.deepEqual(plain, [
      'Byggnadsnämnden finns från juli 2026 och har tagit över från Miljönämnden.',
      'Byggnadsnämnden finns från juli 2026.',
      'Miljönämnden finns inte längre från juli 2026.',
      'Utbildningsnämnden hette tidigare Skolnämnden.',
      'Gymnasium flyttades i juli 2026 från Skolnämnden till Socialnämnden.',
      'Budgeten ändrades i juni 2026: tilläggsanslag 5 000 tkr (KF 2026-06-10 § 87).',
      'Budgeten ändrades i juni 2026: minskat anslag 5 000 tkr (KF 2026-06-10 § 87).',
      'Budgeten för Förskola är rättad från 1 200 tkr till 1 300 tkr.',
      'Sjukfrånvaro mäts på ett annat sätt från 2027: ny mätning.',
    ]);
  });

  it('is one line with every reason, and none without', () => {
    const [line, ...more] = breakLines(breaks.slice(1, 3), forCard);

    assert.match(
      line?.text ?? '',
      /^Tänk på när du jämför med tidigare månader: Bygg.*juli 2026\. Miljö.*juli 2026\.$/,
    );
    assert.deepEqual(more, []);
    assert.deepEqual(breakLines([], forCard), []);
  });

  it('has people’s own words escaped', () => {
    const note = 'se [länken](https://x.example)';

    assert.doesNotMatch(
      breakText({ kind: 'series-break', name: 'A', at: '2027', note, committeeIds }, forCard),
      /\]\(/,
    );
    assert.doesNotMatch(addedText({ amountKr: 1_000, decision: note }, forCard), /\]\(/);
  });
});
