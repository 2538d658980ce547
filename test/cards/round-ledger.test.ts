import assert from 'node:assert/strict';
import { lineKey, readLedgerForm, resendable, roundLedgerCard } from '../../cards/round-ledger/card.ts';
import { openRound, roundLines } from '../../cards/round-samples.ts';
import type { RoundOverview } from '../../src/domain/round-overview.ts';
import { hasButton, inputsOf, textOf } from '../support/card-view.ts';

function card(overview: RoundOverview, said?: string) {
  return roundLedgerCard.build({ overview, attempt: 3, context: {}, ...(said === undefined ? {} : { said }) });
}

describe('A round’s ledger', () => {
  it('shows what needs somebody first: unclear, lost, waiting, and then what was sent', () => {
    const text = textOf(card(openRound));

    const places = ['oklart 4 november', 'kom inte fram 4', 'väntar till 11', 'skickat 4 november'].map((part) =>
      text.indexOf(`Formulär: ${part}`),
    );
    assert.deepEqual(
      places.toSorted((one, other) => one - other),
      places,
    );
    assert.ok(places.every((place) => place > 0));
  });

  it('offers the unclear lines to be settled, and none when there is none', () => {
    const [line] = inputsOf(card(openRound));

    assert.equal(line?.id, 'i_3_line');
    assert.deepEqual(line?.choices, [
      { title: 'SBN: formulär till rapportor.sbn@styrmodell.example', value: lineKey(roundLines.unclear) },
    ]);
    assert.equal(hasButton(card({ ...openRound, ambiguous: [] }), 'settleSent'), false);
  });

  it('offers to send again to whom it may help: not to those who have answered, and not what goes out anyway', () => {
    assert.deepEqual(resendable(openRound), [
      'rapportor.sbn@styrmodell.example',
      'rapportor.sn@styrmodell.example',
      'rapportor.bun@styrmodell.example',
    ]);
  });

  it('is only read when the round is over', () => {
    const over = card({ ...openRound, standing: 'over' });

    assert.deepEqual(inputsOf(over), []);
    assert.match(textOf(over), /Formulär: oklart/);
  });

  it('leaves earlier rehearsals out', () => {
    const lines = [
      { ...roundLines.asked, rehearsal: 1, recipient: 'forra@x.se' },
      { ...roundLines.asked, rehearsal: 2, recipient: 'denna@x.se' },
    ];
    const [first] = openRound.committees;
    assert(first);
    const committees = [{ ...first, lines }];

    const text = textOf(card({ ...openRound, committees, rehearsal: { number: 2, to: 'carin@x.se' } }));

    assert.match(text, /denna@x\.se\nFormulär \(repetition 2\)/);
    assert.doesNotMatch(text, /forra@x\.se/);
  });

  it('shows people’s names as they are, whatever is in them', () => {
    assert.match(textOf(card(openRound, 'Skickas om till *x*@y.se.')), /Skickas om till \\\*x\\\*@y\.se\./);
  });

  it('reads what was chosen, and nothing as nothing', () => {
    assert.deepEqual(readLedgerForm({ i_4_line: 'a|b', i_4_person: 'eva@x.se', v: 1 }), {
      ...{ line: 'a|b', person: 'eva@x.se', attempt: 4 },
    });
    assert.deepEqual(readLedgerForm({}), { line: '', person: '', attempt: 0 });
  });
});
