import assert from 'node:assert/strict';
import { schoolStored } from '../../cards/sample-facts.ts';
import { type WorkListCard, workListCard } from '../../cards/work-list/card.ts';
import type { WorkItem } from '../../src/domain/work-item.ts';
import { renderNotice } from '../../src/teams/render-notice.ts';
import { hasButton, textOf } from '../support/card-view.ts';

const owed: WorkItem = {
  ...{ kind: 'reminder', committeeId: 'BUN', committeeName: 'Barn- och utbildningsnämnden', dueOn: '2026-11-13' },
  ...{ promptId: '202610abc', revision: 0 },
};

function card(items: readonly WorkItem[], more: Partial<WorkListCard> = {}) {
  return workListCard.build({ period: '2026-10', today: '2026-11-11', items, context: {}, ...more });
}

function read(items: readonly WorkItem[], more: Partial<WorkListCard> = {}): string {
  return textOf(card(items, more));
}

describe('A message about several things', () => {
  it('reminds before the last day, on it, and after it', () => {
    assert.match(read([owed]), /Påminnelse: svara senast 13 november 2026\./);
    assert.match(read([owed], { today: '2026-11-13' }), /Påminnelse: sista dagen är idag, 13 november 2026\./);
    assert.match(read([owed], { today: '2026-11-14' }), /Påminnelse: svaret skulle ha kommit 13 november 2026\./);
  });

  it('has a button to each form that is owed, and none to one that is answered', () => {
    assert.match(
      read([owed, { ...owed, committeeId: 'SN' }]),
      /\(Öppna formuläret för BUN\)[\s\S]*\(Öppna formuläret för SN\)/,
    );
    assert.equal(hasButton(card([{ ...owed, stored: schoolStored }]), 'openForm'), false);
  });

  it('says who has answered, when, and with which receipt', () => {
    const corrected = { ...schoolStored, revision: 2 };
    const text = read([
      { ...owed, stored: schoolStored },
      { ...owed, kind: 'late', stored: corrected },
    ]);

    assert.match(text, /^Det här är klart\n/);
    assert.match(text, /Klart: Anna Berg svarade 5 november 2026 kl\. 08\.03 \(kvitto BUN-2026-10-1\)\./);
    assert.match(text, /\(kvitto BUN-2026-10-1, rättat\)\./);
  });

  it('puts what is still to be done first', () => {
    const text = read([{ ...owed, committeeName: 'Klara nämnden', stored: schoolStored }, owed]);

    assert.ok(text.indexOf('Barn- och') < text.indexOf('Klara nämnden'));
  });

  it('tells an approver who has been asked', () => {
    const late: WorkItem = { ...owed, kind: 'late', asked: ['eva@styrmodell.example', 'bo@styrmodell.example'] };

    assert.match(read([late]), /^Svar som saknas\n/);
    assert.match(read([late]), /Tillfrågade: eva@styrmodell\.example, bo@styrmodell\.example\./);
    assert.match(read([{ ...late, asked: [] }]), /Ingen har kunnat frågas\./);
  });

  it('tells a controller why each person could not be reached, and what to send to whom lacks the app', () => {
    const tried = [
      { upn: 'a@x.se', reason: 'NOT_INSTALLED' },
      { upn: 'b@x.se', reason: 'ConversationBlockedByUser' },
      { upn: 'c@x.se', reason: 'MessageWritesBlocked' },
      { upn: 'd@x.se', reason: 'AWAY', until: '2026-11-20' },
      { upn: 'e@x.se', reason: 'NEW_CODE' },
    ];
    const text = read([{ ...owed, kind: 'unreachable', tried }], { installLink: 'https://teams.example/l/app/1' });

    for (const why of [
      /a@x\.se \(har inte appen\)/,
      /b@x\.se \(har blockerat appen\), c@x\.se \(har blockerat appen\)/,
      /d@x\.se \(är borta till och med 20 november 2026\)/,
      /e@x\.se \(NEW\\_CODE\)/,
      /\[https:\/\/teams\.example\/l\/app\/1\]\(https:\/\/teams\.example\/l\/app\/1\)/,
    ])
      assert.match(text, why);
    assert.match(read([{ ...owed, kind: 'unreachable', tried: [] }]), /Planen har ingen rapportör för nämnden\./);
    assert.match(
      read([{ ...owed, kind: 'unreachable', tried: [{ upn: '', reason: 'NO_REPORTER' }] }]),
      /Prövade: ingen rapportör i planen\./,
    );
  });

  it('has a link to install from only for who tells those that need it', () => {
    const away: WorkItem = { ...owed, kind: 'unreachable', tried: [{ upn: 'd@x.se', reason: 'AWAY' }] };

    for (const item of [owed, away])
      assert.doesNotMatch(read([item], { installLink: 'https://x.example' }), /x\.example\]/);
  });

  it('says what it stands in for, and in a rehearsal whom it would have gone to', () => {
    assert.match(
      read([owed], { replacesEarlier: true }),
      /ersätter ett tidigare om samma sak, om ett sådant syns i chatten/,
    );
    assert.match(
      read([owed], { rehearsalFor: 'eva@styrmodell.example' }),
      /Repetition: det här skulle ha gått till eva@styrmodell\.example\. Inget sparas/,
    );
    assert.doesNotMatch(read([owed], { rehearsalFor: 'eva@styrmodell.example' }), /Jag är borta/);
  });

  it('names what it has no room for', () => {
    const text = read(Array.from({ length: 12 }, (_, at) => ({ ...owed, committeeName: `Nämnd ${at}` })));

    assert.match(text, /Får inte plats här: Nämnd 10, Nämnd 11\. Skriv ”visa formuläret”/);
  });

  it('shows on a locked screen what it is about and the month, and no name', () => {
    for (const kind of ['prompt', 'reminder', 'late', 'unreachable', 'too-large'] as const) {
      const list = { period: '2026-10', today: '2026-11-11', items: [{ ...owed, kind }] } as const;

      const { summary = '' } = renderNotice({ kind: 'work-list', list }, {});

      assert.match(summary, /^\p{Lu}[\p{L} ]+ januari–oktober 2026$/u);
      assert.doesNotMatch(summary, /nämnd|BUN/i);
    }
  });
});
