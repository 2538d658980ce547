import assert from 'node:assert/strict';
import { askedPersons, triedPersons } from '../../src/domain/asked-persons.ts';
import { ledgersOf, owes, roster, roundFacts, sent } from '../support/round-facts.ts';

const OPENING = '2026-11-04 08';
const rutBlocked = sent('prompt', 'rut.bun', '2026-11-04', { state: 'refused', reason: 'ConversationBlockedByUser' });
const dagAway = [
  { upn: 'Dag.Bun@k.se', from: '2026-11-03', to: '2026-11-10', saidAt: new Date('2026-11-02T09:00:00Z') },
];

describe('Who is asked for a committee’s answer', () => {
  it('is the first reporter, and the deputies that the ladder has brought in, each knowing instead of whom', () => {
    assert.deepEqual(askedPersons(roundFacts(OPENING), 'BUN'), [{ upn: 'rut.bun@k.se' }]);
    assert.deepEqual(askedPersons(roundFacts('2026-11-17 08'), 'BUN'), [
      { upn: 'rut.bun@k.se' },
      { upn: 'dag.bun@k.se', insteadOf: 'rut.bun@k.se' },
    ]);
  });

  it('are nobody of a committee that the plan has no reporter for', () => {
    assert.deepEqual(askedPersons(roundFacts(OPENING), 'KS'), []);
  });
});

describe('Who was tried for a committee', () => {
  it('is nobody while everybody can be asked', () => {
    assert.deepEqual(triedPersons(roundFacts(OPENING), 'BUN'), []);
  });

  it('is told with what each one’s matter is: refused by Teams, not installed, or away until a day', () => {
    const facts = roundFacts(OPENING, {
      absences: dagAway,
      unreachable: new Map([['eva.bun@k.se', 'NOT_INSTALLED']]),
      ledgers: ledgersOf(owes('BUN', rutBlocked)),
    });

    assert.deepEqual(triedPersons(facts, 'BUN'), [
      { upn: 'rut.bun@k.se', reason: 'ConversationBlockedByUser' },
      { upn: 'dag.bun@k.se', reason: 'AWAY', until: '2026-11-10' },
      { upn: 'eva.bun@k.se', reason: 'NOT_INSTALLED' },
    ]);
    assert.deepEqual(askedPersons(facts, 'BUN'), []);
  });

  it('is told with the refusal first, and the absence last', () => {
    const both = { absences: dagAway, unreachable: new Map([['dag.bun@k.se', 'NOT_INSTALLED']]) };
    const refused = { ...rutBlocked, recipient: 'dag.bun@k.se' };
    const { reason: _, ...without } = refused;
    const reasons = (facts: Parameters<typeof roundFacts>[1]) =>
      triedPersons(roundFacts(OPENING, facts), 'BUN').map(({ reason }) => reason);

    assert.deepEqual(reasons({ ...both, ledgers: ledgersOf(owes('BUN', refused)) }), ['ConversationBlockedByUser']);
    assert.deepEqual(reasons({ ...both, ledgers: ledgersOf(owes('BUN', without)) }), ['REFUSED']);
    assert.deepEqual(reasons(both), ['NOT_INSTALLED']);
    assert.deepEqual(reasons({ absences: dagAway }), ['AWAY']);
  });

  it('is away until the last of the days, when they are told in parts', () => {
    const [first] = dagAway;
    assert.ok(first);
    const absences = [{ ...first, to: '2026-11-20' }, first, { ...first, from: '2026-11-21', to: '2026-12-01' }];

    assert.deepEqual(triedPersons(roundFacts(OPENING, { absences }), 'BUN'), [
      { upn: 'dag.bun@k.se', reason: 'AWAY', until: '2026-11-20' },
    ]);
  });

  it('is nobody of a committee without a reporter', () => {
    const contacts = roster.filter(({ committeeId }) => committeeId !== 'BUN');

    assert.deepEqual(triedPersons(roundFacts(OPENING, { plan: { contacts } }), 'BUN'), []);
  });
});
