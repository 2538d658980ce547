import assert from 'node:assert/strict';
import type { Contact, Role } from '../../src/domain/plan.ts';
import {
  type CommitteeReportNow,
  deedsOf,
  type MunicipalReportNow,
  type ReportNow,
  stateAfter,
  whyNot,
} from '../../src/domain/report-deeds.ts';
import type { CouncilDecision } from '../../src/domain/report-record.ts';
import { type ReportDeed, type ReportState, reportDeeds } from '../../src/domain/report-state.ts';
import { aPlan } from '../support/builders.ts';

const REPORTER = { upn: 'rut@k.se' };
const DEPUTY = { upn: 'dag@k.se' };
const APPROVER = { upn: 'chef@k.se' };
const OTHERS_APPROVER = { upn: 'sn.chef@k.se' };
const CONTROLLER = { upn: 'anna@k.se' };
const CLERK = { upn: 'kim@k.se' };
const MANAGER = { upn: 'mia@k.se' };
const ADMINISTRATOR = { upn: 'ada@k.se' };
const NOBODY = { upn: 'okand@k.se' };

const inRole = (role: Role, { upn }: { readonly upn: string }, committeeId?: string, order = 1): Contact => ({
  ...{ role, upn, order },
  ...(committeeId === undefined ? {} : { committeeId }),
});

const plan = aPlan({
  contacts: [
    inRole('reporter', REPORTER, 'BUN'),
    inRole('reporter', DEPUTY, 'BUN', 2),
    inRole('committeeApprover', APPROVER, 'BUN'),
    inRole('committeeApprover', OTHERS_APPROVER, 'SN'),
    inRole('controller', CONTROLLER),
    inRole('councilClerk', CLERK),
    inRole('manager', MANAGER),
    inRole('administrator', ADMINISTRATOR),
  ],
});

const worked = { plan, period: '2026-08', kind: 'interim', opensOn: '2026-09-03', today: '2026-09-20' } as const;

function committees(overrides: Partial<CommitteeReportNow> = {}): CommitteeReportNow {
  return {
    ...{ scope: 'committee', committeeId: 'BUN', ...worked, state: 'open', changed: false, locked: false },
    answeredBy: [REPORTER],
    ...overrides,
  };
}

function unanswered(): CommitteeReportNow {
  return committees({ answeredBy: [] });
}

function municipalitys(overrides: Partial<MunicipalReportNow> = {}): MunicipalReportNow {
  return { scope: 'municipality', ...worked, state: 'open', changed: false, ...overrides };
}

const compiled = { by: CONTROLLER };
const decision: CouncilDecision = {
  ...{ date: '2026-10-19', paragraph: 'KF § 88', registrationNumber: 'KS 2026/1', outcome: 'approved', why: '' },
  ...{ version: 1, seal: 'abc', appropriations: [], orders: [], by: { upn: CLERK.upn, name: 'Kim' }, at: '2026-10-20' },
};

type Row = readonly [name: string, report: ReportNow, able: Readonly<Record<string, readonly ReportDeed[]>>];

const everybody = Object.entries({
  reporter: REPORTER,
  deputy: DEPUTY,
  approver: APPROVER,
  othersApprover: OTHERS_APPROVER,
  controller: CONTROLLER,
  clerk: CLERK,
  manager: MANAGER,
  administrator: ADMINISTRATOR,
  nobody: NOBODY,
});

/** Who can do what in each state; whoever is not named can do nothing. */
const table: readonly Row[] = [
  [
    'an open report of a committee',
    committees(),
    { reporter: ['write', 'hand-in'], deputy: ['write', 'hand-in'], approver: ['write'] },
  ],
  ['one that nobody has answered', unanswered(), { reporter: ['write'], deputy: ['write'], approver: ['write'] }],
  [
    'one that is handed in',
    committees({ state: 'handed-in', handedInBy: REPORTER }),
    { reporter: ['write'], deputy: ['write'], approver: ['write', 'sign', 'send-back'], controller: ['send-back'] },
  ],
  [
    'one that was changed after it was handed in',
    committees({ state: 'handed-in', handedInBy: REPORTER, changed: true }),
    {
      reporter: ['write', 'hand-in'],
      deputy: ['write', 'hand-in'],
      approver: ['write', 'sign', 'send-back'],
      controller: ['send-back'],
    },
  ],
  [
    'one that is sent back',
    committees({ state: 'sent-back', handedInBy: REPORTER }),
    { reporter: ['write', 'hand-in'], deputy: ['write', 'hand-in'], approver: ['write'] },
  ],
  [
    'one that is signed',
    committees({ state: 'signed', handedInBy: REPORTER }),
    { reporter: ['write'], deputy: ['write'], approver: ['write'], controller: ['send-back'] },
  ],
  [
    'one that was changed after it was signed',
    committees({ state: 'signed', handedInBy: REPORTER, changed: true }),
    {
      reporter: ['write', 'hand-in'],
      deputy: ['write', 'hand-in'],
      approver: ['write', 'sign', 'send-back'],
      controller: ['send-back'],
    },
  ],
  ['one that is compiled', committees({ state: 'signed', locked: true }), { controller: ['send-back'] }],
  ['one that was compiled without it', committees({ locked: true }), { controller: ['send-back'] }],
  ["a committee's month", committees({ kind: 'month' }), {}],
  ['one that has not opened', committees({ opensOn: '2026-09-21' }), {}],
  [
    'one on the day that it opens',
    committees({ opensOn: '2026-09-20' }),
    { reporter: ['write', 'hand-in'], deputy: ['write', 'hand-in'], approver: ['write'] },
  ],
  ["the municipality's, open", municipalitys(), { controller: ['write', 'note-review', 'grade', 'hold-review'] }],
  [
    'the same, reviewed',
    municipalitys({ state: 'reviewed' }),
    { controller: ['write', 'note-review', 'grade', 'compile'] },
  ],
  [
    'the same, compiled',
    municipalitys({ state: 'compiled', compiled }),
    { controller: ['write', 'note-review', 'grade', 'compile'], clerk: ['decide'] },
  ],
  [
    'the same, sent back by the council',
    municipalitys({ state: 'sent-back', compiled: { ...compiled, decision } }),
    { controller: ['write', 'note-review', 'grade', 'compile'] },
  ],
  [
    'the same, approved',
    municipalitys({ state: 'approved', compiled: { ...compiled, decision } }),
    { controller: ['write', 'note-review', 'grade'] },
  ],
  [
    'the same, approved and corrected since',
    municipalitys({ state: 'approved', compiled: { ...compiled, decision }, changed: true }),
    { controller: ['write', 'note-review', 'grade', 'compile'] },
  ],
  ["the municipality's month", municipalitys({ kind: 'month' }), {}],
  ["the municipality's before it opens", municipalitys({ opensOn: '2026-09-21' }), {}],
];

describe('What people may do to a report', () => {
  for (const [name, report, able] of table) {
    it(`follows from their roles: ${name}`, () => {
      const deeds = everybody.map(([who, person]) => [who, deedsOf(report, person)]);

      assert.deepEqual(Object.fromEntries(deeds), Object.fromEntries(everybody.map(([who]) => [who, able[who] ?? []])));
    });
  }

  it('is never to sign what one has answered or handed in oneself', () => {
    const both = {
      ...aPlan(),
      contacts: [inRole('reporter', APPROVER, 'BUN'), inRole('committeeApprover', APPROVER, 'BUN')],
    };
    const handedIn = { plan: both, state: 'handed-in' } as const;

    const answered = whyNot(committees({ ...handedIn, answeredBy: [{ upn: 'CHEF@k.se' }] }), 'sign', APPROVER);
    const passedOn = whyNot(committees({ ...handedIn, handedInBy: APPROVER }), 'sign', APPROVER);
    const renamed = { ...APPROVER, oid: 'oid-1' };
    const married = whyNot(
      committees({ ...handedIn, answeredBy: [{ upn: 'ogift@k.se', oid: 'oid-1' }] }),
      'sign',
      renamed,
    );
    const corrected = whyNot(committees({ ...handedIn, answeredBy: [APPROVER, REPORTER] }), 'sign', APPROVER);
    const othersWork = whyNot(committees({ ...handedIn, handedInBy: DEPUTY }), 'sign', APPROVER);

    assert.deepEqual(
      [answered, passedOn, married, corrected],
      Array.from({ length: 4 }, () => ({ code: 'OWN_REPORT' })),
    );
    assert.equal(othersWork, undefined);
  });

  it('is never to register the decision on what one has compiled oneself', () => {
    const both = { ...aPlan(), contacts: [inRole('controller', CLERK), inRole('councilClerk', CLERK)] };

    const own = whyNot(municipalitys({ plan: both, state: 'compiled', compiled: { by: CLERK } }), 'decide', CLERK);

    assert.deepEqual(own, { code: 'OWN_REPORT' });
  });

  it('is refused with what a person can do something about', () => {
    const refusals = [
      whyNot(unanswered(), 'hand-in', REPORTER),
      whyNot(committees(), 'sign', APPROVER),
      whyNot(committees({ state: 'handed-in' }), 'hand-in', REPORTER),
      whyNot(committees({ locked: true }), 'write', REPORTER),
      whyNot(committees({ state: 'handed-in', locked: true }), 'sign', APPROVER),
      whyNot(committees({ kind: 'month' }), 'hand-in', REPORTER),
      whyNot(committees({ opensOn: '2026-09-21' }), 'hand-in', REPORTER),
      whyNot(committees(), 'compile', CONTROLLER),
      whyNot(municipalitys(), 'compile', CONTROLLER),
      whyNot(municipalitys({ state: 'reviewed' }), 'hold-review', CONTROLLER),
      whyNot(municipalitys({ state: 'reviewed' }), 'decide', CLERK),
      whyNot(municipalitys({ state: 'approved', compiled: { ...compiled, decision } }), 'decide', CLERK),
      whyNot(municipalitys({ state: 'approved', compiled: { ...compiled, decision } }), 'compile', CONTROLLER),
      whyNot(municipalitys({ kind: 'month' }), 'compile', ADMINISTRATOR),
    ];

    assert.deepEqual(refusals, [
      { code: 'NOT_ANSWERED' },
      { code: 'WRONG_STATE', state: 'open' },
      { code: 'WRONG_STATE', state: 'handed-in' },
      { code: 'COMPILED' },
      { code: 'COMPILED' },
      { code: 'NOT_A_REPORT_PERIOD', period: '2026-08' },
      { code: 'NOT_OPEN_YET', period: '2026-08', opensOn: '2026-09-21' },
      { code: 'NOT_ALLOWED' },
      { code: 'NOT_REVIEWED' },
      { code: 'WRONG_STATE', state: 'reviewed' },
      { code: 'NOT_COMPILED' },
      { code: 'ALREADY_DECIDED', decision },
      { code: 'WRONG_STATE', state: 'approved' },
      { code: 'NOT_ALLOWED' },
    ]);
  });

  it('ends a registration that was interrupted between the decision and the report', () => {
    const interrupted = municipalitys({ state: 'compiled', compiled: { ...compiled, decision } });

    assert.equal(whyNot(interrupted, 'decide', CLERK), undefined);
  });

  it('leads from state to state, and writing leads nowhere', () => {
    const from: ReportState = 'handed-in';

    const to = reportDeeds.flatMap((deed) => (deed === 'decide' ? [] : [[deed, stateAfter(deed, from)]]));

    assert.deepEqual(Object.fromEntries(to), {
      ...{ write: from, 'note-review': from, grade: from },
      ...{ 'hand-in': 'handed-in', sign: 'signed', 'send-back': 'sent-back' },
      ...{ 'hold-review': 'reviewed', compile: 'compiled' },
    });
  });
});
