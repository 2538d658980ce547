import assert from 'node:assert/strict';
import { type RoundCard, roundCard } from '../../cards/round/card.ts';
import { committeeText } from '../../cards/round/committee-text.ts';
import { openRound, roundLines } from '../../cards/round-samples.ts';
import type { RoundCommittee, RoundLine } from '../../src/domain/round-overview.ts';
import { hasButton, textOf } from '../support/card-view.ts';

const { asked, reminded, unclear, lost, waiting, told } = roundLines;

function card(facts: Partial<RoundCard> & { readonly overview?: RoundCard['overview'] }) {
  return roundCard.build({ overview: openRound, context: {}, ...facts });
}

function said(lines: readonly RoundLine[], more: Partial<RoundCommittee> = {}, nobody = false): string {
  return committeeText({ committeeId: 'SBN', name: 'Samhällsbyggnadsnämnden', lines, ...more }, nobody).replaceAll(
    '\u2060',
    '',
  );
}

describe('What a controller reads of a committee in the round', () => {
  it('is who has answered, and that it was corrected', () => {
    const answer = { upn: 'eva@x.se', name: 'Eva Ek', at: new Date('2026-11-05T09:12:00Z'), revision: 1 };

    assert.equal(said([asked], { answer }), 'Svarade 5 november 2026 kl. 10.12 (Eva Ek).');
    assert.equal(
      said([], { answer: { ...answer, revision: 2 } }),
      'Svarade 5 november 2026 kl. 10.12 (Eva Ek, rättat).',
    );
    assert.equal(said([], { answer: { ...answer, upn: 'import' } }), 'Uppgifterna kom med planen.');
  });

  it('is who has been asked and reminded, and when', () => {
    assert.equal(said([asked]), 'Frågad 4 november: rapportor.bun@styrmodell.example.');
    assert.match(said([asked, reminded]), /\. Påmind 11 november\.$/);
    assert.match(said([asked, reminded, reminded]), /\. Påmind 2 gånger, senast 11 november\.$/);
    assert.match(said([asked, { ...asked, recipient: 'b@x.se' }]), /^Frågad 4 november: .* och 1 till\.$/);
    assert.match(said([asked, told]), /\. Godkännaren fick besked 19 november\.$/);
  });

  it('is what has not arrived, may not have, or waits', () => {
    assert.equal(said([unclear, lost, waiting]), 'Utskick: 1 oklart, 1 kom inte fram, 1 väntar.');
  });

  it('is that nobody was asked yet, or that nobody can be', () => {
    assert.equal(said([]), 'Inte frågad ännu.');
    assert.equal(said([], {}, true), 'Ingen kan frågas.');
  });

  it('is neither of a rehearsal nor of what a controller was told', () => {
    assert.equal(
      said([
        { ...asked, rehearsal: 1 },
        { ...waiting, kind: 'unreachable' },
      ]),
      'Inte frågad ännu.',
    );
  });
});

describe('The card of a round', () => {
  it('can be paused, tried out and rehearsed while it is open, and then resumed and ended', () => {
    for (const verb of ['pauseRound', 'dryRunRound', 'rehearseRound', 'showLedger'])
      assert.ok(hasButton(card({}), verb));
    const paused = card({ overview: { ...openRound, paused: true, rehearsal: { number: 1, to: 'carin@x.se' } } });

    for (const verb of ['resumeRound', 'endRehearsal']) assert.ok(hasButton(paused, verb));
    for (const verb of ['pauseRound', 'rehearseRound', 'startRound']) assert.equal(hasButton(paused, verb), false);
  });

  it('is only looked at when it is over', () => {
    const over = card({ overview: { ...openRound, standing: 'over' } });

    assert.ok(hasButton(over, 'showLedger'));
    for (const verb of ['pauseRound', 'rehearseRound', 'startRound']) assert.equal(hasButton(over, verb), false);
  });

  it('leads to the next one, which is started there and not by a slip on this one', () => {
    const open = card({ startable: '2026-11' });
    assert.equal(hasButton(open, 'startRound'), false);
    assert.match(textOf(open), /\(Starta november 2026 i förväg\)/);

    const coming = card({ overview: { ...openRound, period: '2026-11', standing: 'coming' }, startable: '2026-11' });
    assert.ok(hasButton(coming, 'startRound'));
    assert.match(textOf(coming), /Rundan före den avslutas, och dess svar låses\./);
  });

  it('says in words why nothing goes out', () => {
    const halted = { reason: 'BotDisabledByAdmin', until: new Date('2026-11-05T08:05:00Z') };

    assert.match(
      textOf(card({ overview: { ...openRound, halted } })),
      /Stopp: inget skickas före 5 november 2026 kl\. 09\.05, appen är avstängd i Teams\./,
    );
  });
});
