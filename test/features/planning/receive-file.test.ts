import assert from 'node:assert/strict';
import type { PlanFile } from '../../../src/domain/plan-document.ts';
import type { Result } from '../../../src/domain/result.ts';
import {
  type ConfirmedPlan,
  type ConfirmProblem,
  confirmUpload,
} from '../../../src/features/planning/confirm-upload.ts';
import { findUpload, type UploadProblem } from '../../../src/features/planning/find-upload.ts';
import { maySendFiles, type ReceivedFile, receiveFile } from '../../../src/features/planning/receive-file.ts';
import type { Upload } from '../../../src/ports.ts';
import { aPlanFile, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const CONTROLLER = { oid: 'oid-controller', upn: 'controller@styrmodell.example' };
const REPORTER = { oid: 'oid-reporter', upn: upnOf('BUN') };
const CHAT = 'a:controller';

/** The plan in force with another title: one difference, and nothing that was reported against. */
const renamed = aPlanFile({ title: 'Mål och budget, rättad' });
/** A budget that an answered month was reported against. */
const cheaper = aPlanFile({
  budgets: aPlanFile().current.budgets.map((budget) => ({ ...budget, netBudgetKr: 1_000_000 })),
});

describe('Somebody who sends a file', () => {
  for (const [who, upn, may] of [
    ['a controller', CONTROLLER.upn, true],
    ['a controller in capitals', CONTROLLER.upn.toUpperCase(), true],
    ['a reporter, who may send the committee’s part', upnOf('BUN'), true],
    ['a deputy', upnOf('BUN', 2), true],
    ['somebody outside the roster', 'nagon@styrmodell.example', false],
  ] as const) {
    it(`${may ? 'is listened to' : 'is turned away'} when it is ${who}`, async () => {
      assert.equal(await maySendFiles(inMemoryPorts(), upn), may);
    });
  }
});

describe('A plan file from a controller', () => {
  let ports: FakePorts;

  beforeEach(() => {
    ports = inMemoryPorts();
  });

  it('is shown with what it would change, and changes nothing by itself', async () => {
    const { preview, upload } = await aPlanFrom(renamed);

    assert.deepEqual(
      preview.changes.map(({ list, field, after }) => [list, field, after]),
      [['plan', 'title', 'Mål och budget, rättad']],
    );
    assert.deepEqual([upload.basedOn, upload.choices], [1, ['2026-10']]);
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('is refused from a reporter, and not kept', async () => {
    const received = await send(renamed, REPORTER);

    assert.equal(received.kind, 'not-yours');
    assert.equal(await ports.uploads.find('id-1'), undefined);
  });

  it('is refused with its problems when it can’t be read, and not kept', async () => {
    const problems = [{ severity: 'error', where: 'Indikatorer, rad 5', what: 'Enheten saknas.' }] as const;
    ports.planFiles.read = async () => ({ problems });

    const received = await send(renamed);

    assert.deepEqual(received, { kind: 'problems', problems, againstStored: [] });
    assert.equal(await ports.uploads.find('id-1'), undefined);
  });

  it('becomes the plan in force when it is confirmed, with who and from which file', async () => {
    const { upload } = await aPlanFrom(renamed);

    const { version } = confirmed(await confirm(upload.id));

    assert.deepEqual(
      [version.number, version.validFrom, version.publishedBy, version.reason, version.title],
      [2, '2026-10', CONTROLLER.upn, 'plan.xlsx', 'Mål och budget, rättad'],
    );
    assert.equal((await ports.plans.current())?.plan.title, 'Mål och budget, rättad');
  });

  it('bad-149 becomes one version when it is confirmed ten times at once, and once more a day later', async () => {
    const { upload } = await aPlanFrom(renamed);

    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(upload.id)));
    ports.clock.pass(2 * 24 * 3600);
    answers.push(await confirm(upload.id));

    const [first] = answers;
    assert.ok(first?.ok);
    for (const answer of answers) assert.deepEqual(answer, first);
    assert.equal((await ports.plans.versions()).length, 2);
  });

  it('shows what it led to when it is confirmed again after a later version', async () => {
    const { upload } = await aPlanFrom(renamed);
    await confirm(upload.id);
    await ports.plans.publish(aPlanFile({ title: 'Senare' }), {
      validFrom: '2026-10',
      publishedBy: 'styr',
      reason: 'Rättelse',
    });

    const { version } = confirmed(await confirm(upload.id));

    assert.equal(version.number, 2);
    assert.equal((await ports.plans.versions()).length, 3);
  });

  it('is not put in force when the plan has changed since it was shown', async () => {
    const { upload } = await aPlanFrom(renamed);
    await ports.plans.publish(aPlanFile({ title: 'Annan' }), {
      validFrom: '2026-10',
      publishedBy: 'styr',
      reason: 'Rättelse',
    });

    assert.equal(problemOf(await confirm(upload.id)).code, 'PLAN_CHANGED');
    assert.equal((await ports.plans.current())?.plan.title, 'Annan');
  });

  it('asks for the month when the open one is answered, and applies from the chosen one', async () => {
    await ports.answers.save(aStoredAnswer(), []);
    const { upload } = await aPlanFrom(cheaper);

    assert.deepEqual(upload.choices, ['2026-10', '2026-11']);
    assert.equal(confirmed(await confirm(upload.id, CONTROLLER, 'later')).version.validFrom, '2026-11');
  });

  it('applies from the answered month when the controller chooses that', async () => {
    await ports.answers.save(aStoredAnswer(), []);
    const { upload } = await aPlanFrom(cheaper);

    assert.equal(confirmed(await confirm(upload.id, CONTROLLER, 'first')).version.validFrom, '2026-10');
  });

  it('is not put in force under an answer that came after it was shown: the month has to be chosen', async () => {
    const { upload } = await aPlanFrom(cheaper);
    await ports.answers.save(aStoredAnswer(), []);

    assert.equal(problemOf(await confirm(upload.id)).code, 'MONTH_ANSWERED');
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('has no later month to choose when it did not ask', async () => {
    const { upload } = await aPlanFrom(renamed);

    assert.equal(problemOf(await confirm(upload.id, CONTROLLER, 'later')).code, 'NO_SUCH_CHOICE');
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('is not put in force by a controller who is none any more', async () => {
    const { upload } = await aPlanFrom(renamed);
    ports.plans.use({ ...aPlanFile().current, contacts: [] });

    assert.equal(problemOf(await confirm(upload.id)).code, 'NOT_ALLOWED');
  });

  it('is nobody else’s to confirm, and not in another conversation', async () => {
    const { upload } = await aPlanFrom(renamed);

    assert.equal(problemOf(await findUpload(ports, upload.id, REPORTER, CHAT)).code, 'NOT_YOURS');
    assert.equal(problemOf(await findUpload(ports, upload.id, CONTROLLER, 'a:other')).code, 'NOT_YOURS');
    assert.equal(problemOf(await findUpload(ports, upload.id, undefined, CHAT)).code, 'NOT_YOURS');
    assert.equal(problemOf(await findUpload(ports, 'unknown', CONTROLLER, CHAT)).code, 'NOT_YOURS');
    assert.equal(problemOf(await findUpload(ports, '', CONTROLLER, CHAT)).code, 'NOT_YOURS');
  });

  it('bad-149 waits for a day, and is too old a second later', async () => {
    const { upload } = await aPlanFrom(renamed);

    ports.clock.pass(24 * 3600);
    assert.equal((await findUpload(ports, upload.id, CONTROLLER, CHAT)).ok, true);
    ports.clock.pass(1);
    assert.equal(problemOf(await findUpload(ports, upload.id, CONTROLLER, CHAT)).code, 'TOO_OLD');
  });

  it('is gone when it was cancelled', async () => {
    const { upload } = await aPlanFrom(renamed);
    await ports.uploads.end(upload.id, 'cancelled');

    assert.deepEqual(problemOf(await findUpload(ports, upload.id, CONTROLLER, CHAT)), {
      code: 'CANCELLED',
      fileName: 'plan.xlsx',
    });
  });

  function send(file: PlanFile, sender = CONTROLLER): Promise<ReceivedFile> {
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    return receiveFile(ports, { bytes, fileName: 'plan.xlsx', sender, conversationId: CHAT });
  }

  async function aPlanFrom(file: PlanFile): Promise<Extract<ReceivedFile, { kind: 'plan' }>> {
    const received = await send(file);
    assert.equal(received.kind, 'plan');
    return received as Extract<ReceivedFile, { kind: 'plan' }>;
  }

  async function confirm(
    id: string,
    person = CONTROLLER,
    choice: 'first' | 'later' = 'first',
  ): Promise<Result<ConfirmedPlan, ConfirmProblem | UploadProblem>> {
    const found = await findUpload(ports, id, person, CHAT);
    return found.ok ? confirmUpload(ports, found.value as Upload, person, choice) : found;
  }
});

function confirmed(answer: Result<ConfirmedPlan, unknown>): ConfirmedPlan {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

function problemOf<Problem>(answer: Result<unknown, Problem>): Problem {
  assert.ok(!answer.ok);
  return answer.problem;
}
