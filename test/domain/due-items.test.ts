import assert from 'node:assert/strict';
import { dueItems, type LedgerLine, type RoundFacts } from '../../src/domain/due-items.ts';
import { readLadderStep } from '../../src/domain/ladder.ts';
import { aFollowUp } from '../support/builders.ts';
import {
  hasAnswered,
  inRole,
  inWords,
  ledgersOf,
  october,
  owes,
  roster,
  roundFacts,
  sent,
  usualLadder,
} from '../support/round-facts.ts';

type Given = NonNullable<Parameters<typeof roundFacts>[1]>;

/** What the municipality's people should get at a time. */
function due(at: string, given: Given = {}): string[] {
  return dueItems(roundFacts(at, given)).map(inWords);
}

/** The same, of the school committee alone. */
function dueOfBun(at: string, lines: readonly LedgerLine[], given: Given = {}): string[] {
  return due(at, { ledgers: ledgersOf(owes('BUN', ...lines), hasAnswered('SN')), ...given });
}

function away(name: string, from: string, to: string): RoundFacts['absences'][number] {
  return { upn: `${name}@k.se`, from, to, saidAt: new Date('2026-11-01T09:00:00Z') };
}

function unreachable(reason: string, ...names: string[]): RoundFacts['unreachable'] {
  return new Map(names.map((name) => [`${name}@k.se`, reason]));
}

const rutAsked = sent('prompt', 'rut.bun', '2026-11-04');
const everybodyAsked = ledgersOf(owes('BUN', rutAsked), owes('SN', sent('prompt', 'siv.sn', '2026-11-04')));

describe('The form', () => {
  it('goes to each committee’s first reporter at eight on the opening day, and not a minute before', () => {
    assert.deepEqual(due('2026-11-03 23'), []);
    assert.deepEqual(due('2026-11-04 07'), []);
    assert.deepEqual(due('2026-11-04 08'), ['prompt of BUN to rut.bun', 'prompt of SN to siv.sn']);
  });

  it('goes to nobody twice', () => {
    assert.deepEqual(due('2026-11-04 08', { ledgers: everybodyAsked }), []);
  });

  it('is due for as long as it waits to be sent', () => {
    const waiting = sent('prompt', 'rut.bun', '2026-11-04', { state: 'ready' });

    assert.deepEqual(dueOfBun('2026-11-05 10', [waiting]), ['prompt of BUN to rut.bun']);
  });

  for (const state of ['sending', 'sent', 'ambiguous'] as const) {
    it(`is not due when it is ${state}`, () => {
      assert.deepEqual(dueOfBun('2026-11-05 10', [{ ...rutAsked, state }]), []);
    });
  }

  it('goes to nobody of a committee that has answered', () => {
    const ledgers = ledgersOf(hasAnswered('BUN', { ...rutAsked, state: 'ready' }));

    assert.deepEqual(due('2026-11-19 12', { ledgers }), ['prompt of SN to siv.sn', 'late 4 of SN to chef.sn']);
  });

  it('goes out at once on the day that a controller starts the round, whatever the hour', () => {
    const followUp = { ...october, startedOn: '2026-11-02' };

    assert.deepEqual(due('2026-11-02 06', { followUp }), ['prompt of BUN to rut.bun', 'prompt of SN to siv.sn']);
    assert.deepEqual(due('2026-11-03 06', { followUp }), []);
    assert.deepEqual(due('2026-11-03 08', { followUp }).length, 2);
  });

  it('goes to a reporter of two committees once for each', () => {
    const contacts = [inRole('reporter', 'BUN', 'rut'), inRole('reporter', 'SN', 'rut')];

    assert.deepEqual(due('2026-11-04 08', { plan: { contacts } }), ['prompt of BUN to rut', 'prompt of SN to rut']);
  });

  it('goes to the person whatever the case that the roster writes the name in', () => {
    const contacts = [{ ...inRole('reporter', 'BUN', 'rut.bun'), upn: 'Rut.BUN@K.se' }];
    const bun = { committeeIds: ['BUN'] };

    assert.deepEqual(due('2026-11-04 08', { plan: { contacts }, followUp: { ...october, ...bun } }), [
      'prompt of BUN to rut.bun',
    ]);
    assert.deepEqual(dueOfBun('2026-11-04 08', [rutAsked], { plan: { contacts } }), []);
  });

  it('goes to the first by order, however the roster is sorted', () => {
    const contacts = [inRole('reporter', 'BUN', 'dag.bun', 2), inRole('reporter', 'BUN', 'rut.bun', 1)];

    assert.deepEqual(dueOfBun('2026-11-04 08', [], { plan: { contacts } }), ['prompt of BUN to rut.bun']);
  });

  it('is due whatever summary has been posted', () => {
    const summary: LedgerLine = { recipient: 'bun', kind: 'summary', state: 'sent', sentOn: '2026-11-04' };

    assert.deepEqual(dueOfBun('2026-11-04 08', [summary]), ['prompt of BUN to rut.bun']);
  });

  it('goes once to somebody who is in the roster twice', () => {
    const contacts = [inRole('reporter', 'BUN', 'rut.bun', 1), { ...inRole('reporter', 'BUN', 'RUT.bun', 2) }];
    const plan = { contacts };

    assert.deepEqual(dueOfBun('2026-11-18 08', [], { plan }), ['prompt of BUN to rut.bun']);
  });

  it('goes to those that the follow-up asks only', () => {
    const followUp = aFollowUp('2026-10', { committeeIds: ['SN'] });

    assert.deepEqual(due('2026-11-04 08', { followUp }), ['prompt of SN to siv.sn']);
  });

  it('goes to nobody at night, though the service has been down since the day before', () => {
    assert.deepEqual(due('2026-11-05 03'), []);
    assert.equal(due('2026-11-05 08').length, 2);
  });

  it('goes to a new first reporter in the middle of the month', () => {
    const contacts = [inRole('reporter', 'BUN', 'ny.bun', 1), ...roster.filter(({ upn }) => upn !== 'rut.bun@k.se')];

    assert.deepEqual(dueOfBun('2026-11-10 08', [rutAsked], { plan: { contacts } }), ['prompt of BUN to ny.bun']);
  });
});

describe('A deputy', () => {
  it('is asked when the first reporter is away on the opening day, and is told instead of whom', () => {
    const absences = [away('rut.bun', '2026-11-02', '2026-11-06')];

    assert.deepEqual(dueOfBun('2026-11-04 08', [], { absences }), ['prompt of BUN to dag.bun instead of rut.bun']);
  });

  it('who is away too is passed over', () => {
    const absences = [away('Rut.BUN', '2026-11-04', '2026-11-04'), away('dag.bun', '2026-10-20', '2026-11-04')];

    assert.deepEqual(dueOfBun('2026-11-04 08', [], { absences }), ['prompt of BUN to eva.bun instead of rut.bun']);
    assert.deepEqual(dueOfBun('2026-11-05 08', [], { absences }), ['prompt of BUN to rut.bun']);
  });

  it('is asked when the first reporter hands over after having been asked', () => {
    const absences = [away('rut.bun', '2026-11-09', '2026-11-20')];

    assert.deepEqual(dueOfBun('2026-11-06 16', [rutAsked], { absences }), []);
    assert.deepEqual(dueOfBun('2026-11-09 00', [rutAsked], { absences }), []);
    assert.deepEqual(dueOfBun('2026-11-09 08', [rutAsked], { absences }), [
      'prompt of BUN to dag.bun instead of rut.bun',
    ]);
  });

  it('keeps the form when the first reporter is back, who is asked too', () => {
    const absences = [away('rut.bun', '2026-11-02', '2026-11-06')];
    const dagAsked = sent('prompt', 'dag.bun', '2026-11-04');

    assert.deepEqual(dueOfBun('2026-11-09 08', [dagAsked], { absences }), ['prompt of BUN to rut.bun']);
    const both = [dagAsked, sent('prompt', 'rut.bun', '2026-11-09')];
    assert.deepEqual(dueOfBun('2026-11-11 08', both, { absences }), [
      'reminder -2 of BUN to rut.bun',
      'reminder -2 of BUN to dag.bun',
    ]);
  });

  it('who was never sent the form is not, once the first reporter is back', () => {
    const neverTried: LedgerLine = { recipient: 'dag.bun@k.se', kind: 'prompt', state: 'ready' };

    assert.deepEqual(dueOfBun('2026-11-09 08', [neverTried, rutAsked]), []);
  });

  it('whom a controller has the form sent to again gets it, also beside the first reporter', () => {
    const again = sent('prompt', 'dag.bun', '2026-11-04', { state: 'ready' });

    assert.deepEqual(dueOfBun('2026-11-09 08', [rutAsked, again]), ['prompt of BUN to dag.bun instead of rut.bun']);
  });

  it('is asked when the first reporter has not installed the app', () => {
    const given = { unreachable: unreachable('NOT_INSTALLED', 'rut.bun') };

    assert.deepEqual(dueOfBun('2026-11-04 08', [], given), ['prompt of BUN to dag.bun instead of rut.bun']);
  });

  it('is asked when the first reporter has blocked the bot', () => {
    const blocked = sent('prompt', 'rut.bun', '2026-11-04', { state: 'refused', reason: 'MessageWritesBlocked' });

    assert.deepEqual(dueOfBun('2026-11-04 08', [blocked]), ['prompt of BUN to dag.bun instead of rut.bun']);
  });

  it('is asked as well two working days after the due day, beside the first reporter', () => {
    const reminded = [rutAsked, sent('reminder 0', 'rut.bun', '2026-11-13')];

    assert.deepEqual(dueOfBun('2026-11-17 07', reminded), []);
    assert.deepEqual(dueOfBun('2026-11-17 08', reminded), ['prompt of BUN to dag.bun instead of rut.bun']);
  });

  it('brought in by a second step is the next one who can be asked', () => {
    const twice = [...usualLadder, readLadderStep('3 working days after: deputy too')];
    const followUp = aFollowUp('2026-10', { ladder: twice.toSorted((a, b) => a.workingDays - b.workingDays) });
    const reminded = [rutAsked, sent('reminder 0', 'rut.bun', '2026-11-13'), sent('prompt', 'dag.bun', '2026-11-17')];

    assert.deepEqual(dueOfBun('2026-11-18 08', reminded, { followUp }), [
      'prompt of BUN to eva.bun instead of rut.bun',
    ]);
    const absences = [away('dag.bun', '2026-11-17', '2026-11-30')];
    assert.deepEqual(dueOfBun('2026-11-17 08', reminded.slice(0, 2), { followUp, absences }), [
      'prompt of BUN to eva.bun instead of rut.bun',
    ]);
  });

  it('is nobody’s when the committee has a single reporter', () => {
    const ledgers = ledgersOf(
      hasAnswered('BUN'),
      owes('SN', sent('prompt', 'siv.sn', '2026-11-04'), sent('reminder 0', 'siv.sn', '2026-11-13')),
    );

    assert.deepEqual(due('2026-11-17 08', { ledgers }), []);
  });
});

describe('A reminder', () => {
  it('goes out at eight, two working days before the due day', () => {
    assert.deepEqual(dueOfBun('2026-11-10 23', [rutAsked]), []);
    assert.deepEqual(dueOfBun('2026-11-11 07', [rutAsked]), []);
    assert.deepEqual(dueOfBun('2026-11-11 08', [rutAsked]), ['reminder -2 of BUN to rut.bun']);
  });

  it('goes out once for each step', () => {
    const first = sent('reminder -2', 'rut.bun', '2026-11-11');

    assert.deepEqual(dueOfBun('2026-11-11 09', [rutAsked, first]), []);
    assert.deepEqual(dueOfBun('2026-11-13 08', [rutAsked, first]), ['reminder 0 of BUN to rut.bun']);
    const second = sent('reminder 0', 'rut.bun', '2026-11-13');
    assert.deepEqual(dueOfBun('2026-11-13 09', [rutAsked, first, second]), []);
    assert.deepEqual(dueOfBun('2026-11-13 09', [rutAsked, second, first]), []);
  });

  it('is the latest alone when several were missed', () => {
    assert.deepEqual(dueOfBun('2026-11-16 08', [rutAsked]), ['reminder 0 of BUN to rut.bun']);
  });

  it('of an earlier step that is waiting still gives way to the later one', () => {
    const waiting = sent('reminder -2', 'rut.bun', '2026-11-11', { state: 'ready' });

    assert.deepEqual(dueOfBun('2026-11-12 08', [rutAsked, waiting]), ['reminder -2 of BUN to rut.bun']);
    assert.deepEqual(dueOfBun('2026-11-13 08', [rutAsked, waiting]), ['reminder 0 of BUN to rut.bun']);
  });

  for (const state of ['sending', 'refused', 'ambiguous'] as const) {
    it(`that is ${state} is not repeated`, () => {
      const line = sent('reminder -2', 'rut.bun', '2026-11-11', { state });

      assert.deepEqual(dueOfBun('2026-11-12 08', [rutAsked, line]), []);
    });
  }

  it('does not go back to an earlier step when the plan’s ladder is changed', () => {
    const followUp = aFollowUp('2026-10', { ladder: usualLadder.filter(({ workingDays }) => workingDays !== 0) });
    const later = sent('reminder 0', 'rut.bun', '2026-11-13');

    assert.deepEqual(dueOfBun('2026-11-16 08', [rutAsked, later], { followUp }), []);
  });

  it('goes to nobody who got the form on the step’s own day', () => {
    const justAsked = sent('prompt', 'rut.bun', '2026-11-11');

    assert.deepEqual(dueOfBun('2026-11-11 12', [justAsked]), []);
    assert.deepEqual(dueOfBun('2026-11-12 08', [justAsked]), []);
    assert.deepEqual(dueOfBun('2026-11-13 08', [justAsked]), ['reminder 0 of BUN to rut.bun']);
  });

  it('goes to somebody whose form may have come', () => {
    assert.deepEqual(dueOfBun('2026-11-11 08', [{ ...rutAsked, state: 'ambiguous' }]), [
      'reminder -2 of BUN to rut.bun',
    ]);
  });

  it('goes to nobody who is away, and waits for no one: back again, the latest one comes', () => {
    const absences = [away('rut.bun', '2026-11-10', '2026-11-15')];
    const lines = [rutAsked, sent('prompt', 'dag.bun', '2026-11-10')];

    assert.deepEqual(dueOfBun('2026-11-11 08', lines, { absences }), ['reminder -2 of BUN to dag.bun']);
    const reminded = [...lines, sent('reminder 0', 'dag.bun', '2026-11-13')];
    assert.deepEqual(dueOfBun('2026-11-16 08', reminded, { absences }), ['reminder 0 of BUN to rut.bun']);
  });

  it('goes to the deputy too, when the ladder reminds after having brought the deputy in', () => {
    const ladder = [...usualLadder, readLadderStep('8 working days after')];
    const followUp = aFollowUp('2026-10', { ladder });
    const lines = [rutAsked, sent('prompt', 'dag.bun', '2026-11-17')];
    const told = sent('late 4', 'chef.bun', '2026-11-19');

    assert.deepEqual(dueOfBun('2026-11-25 08', [...lines, told], { followUp }), [
      'reminder 8 of BUN to rut.bun',
      'reminder 8 of BUN to dag.bun',
    ]);
  });
});

describe('The committee’s approver', () => {
  const reminded = [rutAsked, sent('reminder 0', 'rut.bun', '2026-11-13'), sent('prompt', 'dag.bun', '2026-11-17')];

  it('is told at eight, four working days after the due day, that the answer is late', () => {
    assert.deepEqual(dueOfBun('2026-11-19 07', reminded), []);
    assert.deepEqual(dueOfBun('2026-11-19 08', reminded), ['late 4 of BUN to chef.bun']);
  });

  it('is told once', () => {
    for (const state of ['sending', 'sent', 'ambiguous', 'refused'] as const) {
      const told = sent('late 4', 'chef.bun', '2026-11-19', { state });

      assert.deepEqual(dueOfBun('2026-11-20 08', [...reminded, told]), [], state);
    }
  });

  it('is told of the last step alone when there are several', () => {
    const ladder = [...usualLadder, readLadderStep('6 working days after: committee approver is told')];

    assert.deepEqual(dueOfBun('2026-11-30 08', reminded, { followUp: aFollowUp('2026-10', { ladder }) }), [
      'late 6 of BUN to chef.bun',
    ]);
  });

  it('is one of several: all are told', () => {
    const contacts = [...roster, inRole('committeeApprover', 'BUN', 'ordf.bun', 2)];

    assert.deepEqual(dueOfBun('2026-11-19 08', reminded, { plan: { contacts } }), [
      'late 4 of BUN to chef.bun',
      'late 4 of BUN to ordf.bun',
    ]);
  });

  it('who is the only one that can be asked gets the form, and word that it is late in its time', () => {
    const contacts = [...roster, inRole('reporter', 'BUN', 'chef.bun', 9)];
    const given = { plan: { contacts }, unreachable: unreachable('NOT_INSTALLED', 'rut.bun', 'dag.bun', 'eva.bun') };

    assert.deepEqual(dueOfBun('2026-11-04 08', [], given), ['prompt of BUN to chef.bun instead of rut.bun']);
    const asked = [sent('prompt', 'chef.bun', '2026-11-04'), sent('reminder 0', 'chef.bun', '2026-11-13')];
    assert.deepEqual(dueOfBun('2026-11-19 08', asked, given), ['late 4 of BUN to chef.bun']);
  });

  it('hears nothing where the ladder says so', () => {
    assert.deepEqual(dueOfBun('2026-11-30 08', [rutAsked], { followUp: aFollowUp('2026-10') }), []);
  });
});

describe('A controller', () => {
  const nobody = unreachable('NOT_INSTALLED', 'siv.sn');
  const bun = { ledgers: ledgersOf(hasAnswered('BUN')) };

  it('is told from nine on the first day of a committee that nobody can be asked of', () => {
    assert.deepEqual(due('2026-11-04 08', { ...bun, unreachable: nobody }), []);
    assert.deepEqual(due('2026-11-04 09', { ...bun, unreachable: nobody }), ['unreachable of SN to controller']);
  });

  it('is told at eight when it turns out on a later day', () => {
    const ledgers = ledgersOf(hasAnswered('BUN'), owes('SN', sent('prompt', 'siv.sn', '2026-11-04')));
    const absences = [away('siv.sn', '2026-11-09', '2026-11-20')];

    assert.deepEqual(due('2026-11-09 08', { ledgers, absences }), ['unreachable of SN to controller']);
  });

  it('is told once a month', () => {
    const told = owes('SN', sent('unreachable', 'controller', '2026-11-04'));
    const ledgers = ledgersOf(hasAnswered('BUN'), told);

    assert.deepEqual(due('2026-11-10 09', { ledgers, unreachable: nobody }), []);
  });

  it('is one of several: all are told', () => {
    const contacts = [...roster, { upn: 'Controller2@k.se', role: 'controller', order: 2 } as const];

    assert.deepEqual(due('2026-11-04 09', { ...bun, plan: { contacts }, unreachable: nobody }), [
      'unreachable of SN to controller',
      'unreachable of SN to controller2',
    ]);
  });

  it('is told of a committee without a reporter', () => {
    const contacts = roster.filter(({ upn }) => upn !== 'siv.sn@k.se');

    assert.deepEqual(due('2026-11-04 09', { ...bun, plan: { contacts } }), ['unreachable of SN to controller']);
  });

  it('who does not exist is told nothing', () => {
    assert.deepEqual(due('2026-11-04 09', { plan: { contacts: [] } }), []);
  });

  it('is told beside the approver when the answer is late as well', () => {
    assert.deepEqual(due('2026-11-19 08', { ...bun, unreachable: nobody }), [
      'late 4 of SN to chef.sn',
      'unreachable of SN to controller',
    ]);
  });
});

describe('A rehearsal', () => {
  const first = { rehearsal: 1 };

  it('has everything that would go out, though it has been sent for real', () => {
    assert.deepEqual(due('2026-11-05 10', { ...first, ledgers: everybodyAsked }), [
      'prompt r1 of BUN to rut.bun',
      'prompt r1 of SN to siv.sn',
    ]);
  });

  it('counts its own lines alone', () => {
    const own = sent('prompt r1', 'rut.bun', '2026-11-05');
    const others = sent('prompt r12', 'rut.bun', '2026-11-05');

    assert.deepEqual(dueOfBun('2026-11-05 10', [own], first), []);
    assert.deepEqual(dueOfBun('2026-11-05 10', [others], first), ['prompt r1 of BUN to rut.bun']);
    assert.deepEqual(dueOfBun('2026-11-05 10', [own], { rehearsal: 2 }), ['prompt r2 of BUN to rut.bun']);
  });

  it('goes up the ladder as the round does', () => {
    const asked = sent('prompt r1', 'rut.bun', '2026-11-05');
    const reminded = sent('reminder r1:-2', 'rut.bun', '2026-11-11');

    assert.deepEqual(dueOfBun('2026-11-11 08', [asked], first), ['reminder r1:-2 of BUN to rut.bun']);
    assert.deepEqual(dueOfBun('2026-11-11 09', [asked, reminded], first), []);
    assert.deepEqual(dueOfBun('2026-11-19 08', [asked, reminded], first), [
      'prompt r1 of BUN to dag.bun instead of rut.bun',
      'reminder r1:0 of BUN to rut.bun',
      'late r1:4 of BUN to chef.bun',
    ]);
  });

  it('tells the controller, as the round would', () => {
    const given = { ...first, unreachable: unreachable('NOT_INSTALLED', 'siv.sn') };
    const told = owes('SN', sent('unreachable r1', 'controller', '2026-11-04'));

    assert.deepEqual(due('2026-11-04 09', { ...given, ledgers: ledgersOf(hasAnswered('BUN')) }), [
      'unreachable r1 of SN to controller',
    ]);
    assert.deepEqual(due('2026-11-04 09', { ...given, ledgers: ledgersOf(hasAnswered('BUN'), told) }), []);
  });

  it('that is refused where it is sent says nothing of whom it is for', () => {
    const refused = sent('prompt r1', 'rut.bun', '2026-11-05', { state: 'refused', reason: 'MessageWritesBlocked' });

    assert.deepEqual(dueOfBun('2026-11-05 10', [refused], first), []);
  });

  it('changes nothing for the real round', () => {
    const rehearsed = [sent('prompt r1', 'rut.bun', '2026-11-04'), sent('reminder r1:-2', 'rut.bun', '2026-11-11')];

    assert.deepEqual(dueOfBun('2026-11-11 08', rehearsed), ['prompt of BUN to rut.bun']);
    assert.deepEqual(dueOfBun('2026-11-11 08', [rutAsked, ...rehearsed]), ['reminder -2 of BUN to rut.bun']);
  });
});
