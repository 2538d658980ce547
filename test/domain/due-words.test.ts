import assert from 'node:assert/strict';
import { dueWords, type WordFacts } from '../../src/domain/due-words.ts';
import type { CommitteeStanding } from '../../src/domain/report-content.ts';
import type { CouncilDecision } from '../../src/domain/report-record.ts';
import { settledWord } from '../../src/domain/settled-words.ts';
import { everyDayWorks } from '../support/builders.ts';
import { aReportRecord } from '../support/report-facts.ts';

const everybody = {
  reporters: (committeeId: string) => [`rapportor.${committeeId}`],
  inRole: (role: string, committeeId = '') => [`${role}${committeeId}`],
};

function facts(overrides: Partial<WordFacts> = {}): WordFacts {
  return {
    ...{ period: '2026-12', kind: 'annual', today: '2027-03-01', workingDays: everyDayWorks },
    ...{ standings: [standing('BUN'), standing('SN')], records: new Map(), lastDeeds: new Map(), versions: [] },
    ...{ statutory: { rule: 'annual', lastDay: '2027-04-15' }, people: everybody },
    ...overrides,
  };
}

function standing(committeeId: string, overrides: Partial<CommitteeStanding> = {}): CommitteeStanding {
  return {
    ...{ committeeId, committeeName: `${committeeId}-nämnden`, state: 'open', changedSinceSigned: false, missing: [] },
    ...overrides,
  };
}

function aDecision(overrides: Partial<CouncilDecision> = {}): CouncilDecision {
  return {
    ...{ date: '2027-05-19', paragraph: 'KF § 41', registrationNumber: 'KS 2027/1', outcome: 'approved', why: '' },
    ...{ version: 1, seal: '', appropriations: [], orders: [], at: '2027-05-20T08:00:00.000Z' },
    by: { upn: 'clerk', name: 'Kim' },
    ...overrides,
  };
}

function said(overrides: Partial<WordFacts>): string[] {
  return dueWords(facts(overrides)).map(({ recipient, variant }) => `${variant} to ${recipient}`);
}

describe('What people are told of a report', () => {
  it('is nothing while everything is as it should be', () => {
    assert.deepEqual(said({}), []);
  });

  it('is the last of the law’s reminders that has passed, never two', () => {
    const days = ['2027-03-25', '2027-03-26', '2027-04-09', '2027-04-10', '2027-04-15', '2027-04-16', '2027-05-30'];

    assert.deepEqual(
      days.map((today) => said({ today }).join()),
      [
        '',
        'statutory:20 to controller',
        'statutory:20 to controller',
        'statutory:5 to controller',
        'statutory:5 to controller',
        'statutory:missed to controller',
        'statutory:missed to controller',
      ],
    );
  });

  it('has no law to remind of for a tertial report', () => {
    const { statutory: _, ...tertial } = facts({ kind: 'tertial', today: '2027-05-30' });

    assert.deepEqual(dueWords(tertial), []);
  });

  it('is that next year’s ground is ready when the annual report is approved, and of no other report', () => {
    const versions = [{ number: 1, compiledAt: '2027-04-02T08:00:00Z', decision: aDecision() }];

    assert.deepEqual(said({ versions, today: '2027-05-20' }), ['next-year:1 to controller']);
    assert.deepEqual(said({ versions, today: '2027-05-20', kind: 'interim' }), []);
  });

  it('is no news to whoever comes into the roster later', () => {
    const versions = [{ number: 1, compiledAt: '2027-04-02T08:00:00Z', decision: aDecision() }];

    assert.deepEqual(said({ versions, today: '2027-06-19' }), ['next-year:1 to controller']);
    assert.deepEqual(said({ versions, today: '2027-06-20' }), []);
  });

  it('is one message to somebody of two committees that have orders', () => {
    const orders = ['BUN', 'SN'].map((committeeId) => ({ committeeId, text: 'Återkom', dueOn: '2027-09-01' }));
    const versions = [{ number: 1, compiledAt: '2027-04-02T08:00:00Z', decision: aDecision({ orders }) }];
    const people = { reporters: () => ['eva'], inRole: () => [] };

    const [word, ...more] = dueWords(facts({ versions, people, kind: 'interim', today: '2027-05-20' }));

    assert.deepEqual(more, []);
    assert.ok(word?.word.kind === 'order');
    assert.deepEqual(
      word.word.committees.map(({ id }) => id),
      ['BUN', 'SN'],
    );
  });

  it('goes to the clerks who did not compile it themselves, when there are such', () => {
    const versions = [{ number: 1, compiledAt: '2027-04-02T08:00:00Z' }];
    const by = { upn: 'Kim', name: 'Kim' };
    const deed = { revision: 4, at: new Date(0), by, deed: 'compile', from: 'reviewed', to: 'compiled' } as const;
    const compiled = { versions, whole: aReportRecord('municipality', '2026-12', { state: 'compiled' }) };
    const clerks = (...upns: string[]) => ({ reporters: () => [], inRole: () => upns });
    const lastDeeds = new Map([['municipality', deed]]);

    assert.deepEqual(said({ ...compiled, lastDeeds, people: clerks('kim', 'lo') }), ['decide:1 to lo']);
    assert.deepEqual(said({ ...compiled, lastDeeds, people: clerks('kim') }), ['decide:1 to kim']);
  });
});

describe('A word that has been sent', () => {
  it('of a committee whose id looks like a word is settled by that committee alone', () => {
    const id = 'sign:SN:7';
    const signed = { name: 'Mia', at: '2027-02-01T08:00:00.000Z' };
    const standings = [standing('SN'), standing(id, { state: 'signed', signed })];

    assert.equal(settledWord('sign:SN:7', { ...facts(), standings })?.how, undefined);
    assert.equal(settledWord(`sign:${id}:3`, { ...facts(), standings })?.how, 'signed');
  });

  it('and asks for nothing is never settled', () => {
    for (const variant of ['statutory:20', 'all-signed:2027', 'order:1', 'next-year:1', '']) {
      assert.equal(settledWord(variant, facts()), undefined);
    }
  });

  it('of a decision says when the report was compiled once more instead', () => {
    const versions = [1, 2].map((number) => ({ number, compiledAt: `2027-04-0${number}T08:00:00Z` }));

    assert.deepEqual(settledWord('decide:1', { ...facts(), versions }), {
      ...{ of: 'decide', how: 'compiled-anew', at: '2027-04-02T08:00:00Z' },
    });
    assert.equal(settledWord('decide:2', { ...facts(), versions }), undefined);
  });
});
