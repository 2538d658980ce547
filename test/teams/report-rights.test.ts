import assert from 'node:assert/strict';
import { CARD_VERSION, type Verb, verbSubjects } from '../../cards/actions.ts';
import type { DecisionGiven } from '../../src/domain/read-decision.ts';
import { compileReport } from '../../src/features/reporting/compile-report.ts';
import { registerDecision } from '../../src/features/reporting/register-decision.ts';
import { saveCommitteeText } from '../../src/features/reporting/save-report-text.ts';
import { sendBackReport } from '../../src/features/reporting/send-back-report.ts';
import { answerPress } from '../../src/teams/card-actions.ts';
import type { CardAnswer } from '../../src/teams/card-answer.ts';
import type { FakePorts } from '../support/fakes.ts';
import {
  administrator,
  answers,
  approver,
  clerk,
  controller,
  deputy,
  handedIn,
  INTERIM,
  inReportPeriod,
  manager,
  othersApprover,
  othersReporter,
  reporter,
  reviewed,
  shown,
  shownMunicipal,
  signed,
  stranger,
  value,
} from '../support/report-period.ts';

const DRAFT = 'Ofärdigt utkast';
const everybody = {
  ...{ reporter, deputy, approver, othersReporter, othersApprover },
  ...{ controller, clerk, manager, administrator, stranger },
};
type Who = keyof typeof everybody;

/** Of whom a press with a card's own data may change BUN's report, and the municipality's. Everybody else only looks. */
const mayChange: Partial<Readonly<Record<Verb, readonly Who[]>>> = {
  ...{ saveReportText: ['reporter', 'deputy', 'approver'], handInReport: ['reporter', 'deputy'] },
  ...{ signReport: ['approver'], sendBackReport: ['approver', 'controller'] },
  ...{ saveReview: ['controller'], holdReview: ['controller'], agreeMeasure: ['controller'] },
  ...{ saveGrades: ['controller'], saveMunicipalText: ['controller'], compileReport: ['controller'] },
  registerDecision: ['clerk'],
};
const seesDrafts: readonly Who[] = ['reporter', 'deputy', 'approver', 'controller'];
const verbs = (Object.keys(verbSubjects) as Verb[]).filter((verb) => verbSubjects[verb].endsWith('report'));

/** All that any of the forms sends, filled in well. */
const inputs = {
  ...{ i_1_summary: 'Ny text', i_1_why: 'Siffran är fel', i_1_registrationNumber: 'KS 2026/9', i_1_date: '2026-09-10' },
  ...{
    i_1_participants: 'Alla',
    i_1_notes: 'Klart',
    i_1_committee: 'BUN',
    i_1_measure: 'Se över',
    i_1_owner: 'Chefen',
  },
  ...{ i_1_dueOn: '2026-12-01', i_1_paragraph: 'KF § 3', i_1_outcome: 'sent-back' },
};

async function writing(ports = inReportPeriod()): Promise<FakePorts> {
  value(await saveCommitteeText(ports, await shown(ports), 'summary', DRAFT, reporter));
  return ports;
}

async function answeredAndWriting(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await answers(ports);
  return writing(ports);
}

async function handedInAndReviewed(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await handedIn(ports);
  await reviewed(ports);
  return ports;
}

async function compiledOnce(): Promise<FakePorts> {
  const ports = inReportPeriod();
  await signed(ports);
  await reviewed(ports);
  const compiled = { registrationNumber: 'KS 2026/1' };
  value(await compileReport(ports, await shownMunicipal(ports), compiled, controller));
  return ports;
}

/** Signed, compiled and approved; then sent back by a controller, and being written in again. */
async function approvedAndWritingAgain(): Promise<FakePorts> {
  const ports = await compiledOnce();
  const approval: DecisionGiven = {
    ...{ date: '2026-09-10', paragraph: 'KF § 1', registrationNumber: 'KS 2026/1', outcome: 'approved', why: '' },
    ...{ appropriations: [], orders: [] },
  };
  value(await registerDecision(ports, { ...(await shownMunicipal(ports)), version: 1 }, approval, clerk));
  value(await sendBackReport(ports, await shown(ports), 'En siffra är fel', controller));
  return writing(ports);
}

async function press(
  ports: FakePorts,
  verb: Verb,
  who: Who,
  { scope, personal = true, version = CARD_VERSION }: { scope: string; personal?: boolean; version?: number },
): Promise<CardAnswer> {
  const { revision, mark } = scope === 'municipality' ? await shownMunicipal(ports) : await shown(ports, scope);
  const { upn, name } = everybody[who];
  const id = verb === 'registerDecision' ? `${scope} ${INTERIM} 1` : `${scope} ${INTERIM}`;
  const presser = {
    person: { oid: `oid of ${upn}`, upn },
    name,
    conversationId: 'chat',
    personal,
    activityId: undefined,
  };
  return answerPress({ ports, context: {} }, { verb, id, version, revision, mark, data: { s: 0, ...inputs } }, presser);
}

function stored({ reports }: FakePorts): string {
  return JSON.stringify(reports, (_, part: unknown) => (part instanceof Map ? [...part] : part));
}

/** As wide as it is long: every verb, everybody, their own committee's report, another's, and the municipality's. */
async function everyPress(make: () => Promise<FakePorts>, isPublic: boolean): Promise<ReadonlySet<Verb>> {
  const changed = new Set<Verb>();
  let ports = await make();
  for (const verb of verbs) {
    const scopes = verbSubjects[verb] === 'report' ? ['BUN', 'municipality'] : ['municipality'];
    for (const who of Object.keys(everybody) as Who[]) {
      for (const scope of scopes) {
        const before = stored(ports);
        const answer = JSON.stringify(await press(ports, verb, who, { scope }));
        const what = `${who}: ${verb} ${scope}`;
        if (!seesDrafts.includes(who)) assert(!answer.includes(DRAFT), `${what} shows a draft`);
        if (who === 'stranger' && !isPublic) assert.doesNotMatch(answer, /"kind":"(?:card|file)"/, what);
        if (stored(ports) === before) continue;
        assert(mayChange[verb]?.includes(who), `${what} has changed something`);
        assert.equal(scope, verbSubjects[verb] === 'report' ? 'BUN' : 'municipality', what);
        changed.add(verb);
        ports = await make();
      }
    }
  }
  return changed;
}

describe('Whatever somebody’s client sends about a report', function () {
  this.timeout(60_000);

  it('does only what is theirs to do when it is handed in, reviewed and compiled', async () => {
    const [handed, compiled] = [await everyPress(handedInAndReviewed, false), await everyPress(compiledOnce, false)];

    assert.deepEqual([...handed].slice(0, 3), ['saveReportText', 'signReport', 'sendBackReport']);
    assert(handed.has('compileReport'));
    assert.deepEqual(
      [...compiled].filter((verb) => verbSubjects[verb] === 'report' || verb === 'registerDecision'),
      ['sendBackReport', 'registerDecision'],
    );
  });

  it('does only what is theirs to do, and shows nobody else’s draft, while it is being written', async () => {
    const changed = await everyPress(answeredAndWriting, false);

    assert.deepEqual(
      [...changed],
      ['saveReportText', 'handInReport', 'saveReview', 'holdReview', 'agreeMeasure', 'saveMunicipalText'],
    );
  });

  it('does and shows no more once the council has approved it and it is opened again', async () => {
    const changed = await everyPress(approvedAndWritingAgain, true);

    assert.deepEqual(
      [...changed],
      ['saveReportText', 'handInReport', 'saveReview', 'agreeMeasure', 'saveMunicipalText', 'compileReport'],
    );
  });

  it('does and shows nothing in a channel, and does nothing from a card of another version', async () => {
    const ports = await answeredAndWriting();
    const before = stored(ports);

    for (const verb of verbs) {
      const scope = verbSubjects[verb] === 'report' ? 'BUN' : 'municipality';
      for (const who of ['reporter', 'approver', 'controller', 'clerk'] as const) {
        assert.equal((await press(ports, verb, who, { scope, personal: false })).kind, 'message', verb);
        await press(ports, verb, who, { scope, version: CARD_VERSION + 1 });
      }
    }

    assert.equal(stored(ports), before);
  });
});
