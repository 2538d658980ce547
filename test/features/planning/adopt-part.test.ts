import assert from 'node:assert/strict';
import type { CommitteePart } from '../../../src/domain/committee-part.ts';
import type { PlanDocument } from '../../../src/domain/plan-document.ts';
import { type AdoptionGiven, adoptPart } from '../../../src/features/planning/adopt-part.ts';
import { handInPart } from '../../../src/features/planning/hand-in-part.ts';
import { aReporter, aStoredAnswer, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { aBudget, aDividedPlan, aPart, approver, othersApprover } from '../../support/part-builders.ts';

const chief = { oid: 'oid of the chief', upn: approver };
const reporter = { oid: 'oid of the reporter', upn: upnOf('BUN') };
const decision = { date: '2026-11-04', paragraph: '§ 112' };

/** What BUN has worked out: nothing to do, and its money in two areas. */
function workedOut(document: PlanDocument): CommitteePart {
  const halves = ['FORSKOLA', 'SKOLA'].map((area) => aBudget('BUN', area, { netBudgetKr: 600_000 }));
  return aPart({ commitments: [], budgets: halves }, document);
}

/** A municipality where BUN has handed in its part: it has the id `id-1`. */
async function handedIn(document = aDividedPlan()): Promise<FakePorts> {
  const ports = inMemoryPorts();
  ports.plans.use(document);
  const outcome = await handInPart(ports, workedOut(document), { person: reporter, seenAt: ports.clock.now() });
  assert.ok(outcome.ok);
  return ports;
}

function adopt(ports: FakePorts, given: Partial<AdoptionGiven> = {}, person = chief): ReturnType<typeof adoptPart> {
  return adoptPart(ports, 'id-1', { ...decision, ...given }, person);
}

async function refusal(ports: FakePorts, given?: Partial<AdoptionGiven>, person = chief): Promise<string | undefined> {
  const outcome = await adopt(ports, given, person);
  return outcome.ok ? undefined : outcome.problem.code;
}

async function newest(ports: FakePorts): Promise<PlanDocument | undefined> {
  return (await ports.plans.file())?.current;
}

/** Before the next publishing, somebody else puts a plan in force. */
function someoneIsFaster(ports: FakePorts, change: (plan: PlanDocument) => PlanDocument): void {
  const publish = ports.plans.publish.bind(ports.plans);
  ports.plans.publish = async (file, how, expected) => {
    ports.plans.publish = publish;
    await publish({ ...file, current: change(aDividedPlan()) }, { ...how, reason: 'annat' });
    return publish(file, how, expected);
  };
}

describe('The committee’s decision on its part', () => {
  it('makes it the operational plan, with its day and paragraph', async () => {
    const ports = await handedIn();

    const outcome = await adopt(ports, { paragraph: '  § 112 ' });

    assert.ok(outcome.ok);
    const adopted = { ...decision, by: approver, at: ports.clock.now() };
    assert.deepEqual(outcome.value.adopted, adopted);
    assert.deepEqual((await ports.parts.find('2026-2029', 'BUN'))?.adopted, adopted);
    assert.deepEqual((await newest(ports))?.operationalPlans, [{ committee: 'BUN', ...decision }]);
  });

  it('is a new version of the plan: everything reads the new internal budget', async () => {
    const ports = await handedIn();

    await adopt(ports);

    const areas = (await ports.plans.forMonth('2026-10'))?.plan.businessAreas ?? [];
    assert.deepEqual(
      areas.filter(({ committeeId }) => committeeId === 'BUN').map(({ id, netBudgetKr }) => [id, netBudgetKr]),
      [
        ['FORSKOLA', 600_000],
        ['SKOLA', 600_000],
      ],
    );
    const { number, reason, publishedBy } = (await ports.plans.versions()).at(-1) ?? {};
    assert.deepEqual([number, reason, publishedBy], [2, 'Verksamhetsplan BUN antagen 2026-11-04, § 112', approver]);
  });

  it('leaves the rest of the plan as it is', async () => {
    const ports = await handedIn();

    await adopt(ports);

    const plan = await newest(ports);
    assert.deepEqual(
      { ...plan, commitments: [], budgets: [], operationalPlans: [] },
      {
        ...aDividedPlan({ commitments: [], budgets: [] }),
      },
    );
    assert.deepEqual(
      plan?.budgets.find(({ committee }) => committee === 'SN'),
      aBudget('SN', 'ALDRE'),
    );
  });

  it('is registered by the committee’s approver, or by the controller', async () => {
    const controller = { oid: 'oid of the controller', upn: 'controller@styrmodell.example' };
    assert.equal(await refusal(await handedIn(), {}, controller), undefined);

    for (const upn of [upnOf('BUN'), othersApprover, 'nagon@styrmodell.example']) {
      const ports = await handedIn();
      assert.equal(await refusal(ports, {}, { oid: 'oid', upn }), 'NOT_YOUR_PART', upn);
      assert.equal((await ports.plans.versions()).length, 1);
    }
  });

  it('needs a day that exists and has been, and a paragraph', async () => {
    const ports = await handedIn();

    assert.equal(await refusal(ports, { date: '2026-02-30' }), 'DATE_NOT_REAL');
    assert.equal(await refusal(ports, { date: '' }), 'DATE_NOT_REAL');
    for (const date of ['1989-12-31', '0001-01-01'])
      assert.equal(await refusal(ports, { date }), 'DATE_NOT_REAL', date);
    assert.equal(await refusal(ports, { date: '2026-11-06' }), 'DATE_AHEAD');
    assert.equal(await refusal(ports, { paragraph: ' ' }), 'NO_PARAGRAPH');
    assert.equal(await refusal(ports, { paragraph: '§'.repeat(41) }), 'PARAGRAPH_TOO_LONG');
    for (const paragraph of ['§\n112', '§\u2028112', '§\u0007', '§ \ud800', '§ \uffff'])
      assert.equal(await refusal(ports, { paragraph }), 'PARAGRAPH_UNREADABLE', JSON.stringify(paragraph));
    assert.equal((await ports.plans.versions()).length, 1);
    assert.equal(await refusal(ports, { date: '2026-11-05', paragraph: '§'.repeat(40) }), undefined);
  });

  it('is about exactly what was handed in: one that has been replaced can’t be adopted', async () => {
    const ports = await handedIn();
    await handInPart(ports, aPart(), { person: reporter, seenAt: ports.clock.now() });

    assert.equal(await refusal(ports), 'NOT_YOUR_PART');
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('twice is once, and another day or paragraph is told which one is registered', async () => {
    const ports = await handedIn();
    const first = await adopt(ports);
    ports.clock.pass(60);

    const again = await adopt(ports);
    assert.deepEqual(again.ok && again.value.adopted, first.ok && first.value.adopted);
    const other = await adopt(ports, { paragraph: '§ 113' });
    assert.ok(!other.ok && other.problem.code === 'ALREADY_ADOPTED');
    assert.equal(other.problem.adopted.paragraph, '§ 112');
    assert.equal((await ports.plans.versions()).length, 2);
  });

  it('registered twice at once with two paragraphs is the one that both are told, in the plan too', async () => {
    const ports = await handedIn();
    const save = ports.parts.save.bind(ports.parts);
    let second: ReturnType<typeof adopt> | undefined;
    ports.parts.save = async (firsts, etag) => {
      let marked: Awaited<ReturnType<typeof save>> = 'conflict';
      ports.parts.save = async (seconds, secondEtag) => {
        ports.parts.save = save;
        marked = await save(firsts, etag); // both have put theirs into the plan by now, the second one last
        return save(seconds, secondEtag);
      };
      second = adopt(ports, { paragraph: '§ 113' });
      await second;
      return marked;
    };

    const first = await adopt(ports);

    assert.ok(first.ok);
    const told = await second;
    assert.ok(told && !told.ok && told.problem.code === 'ALREADY_ADOPTED');
    assert.equal(told.problem.adopted.paragraph, '§ 112');
    assert.deepEqual((await newest(ports))?.operationalPlans, [{ committee: 'BUN', ...decision }]);
  });

  it('stands when the committee hands in another part a moment after it came into the plan', async () => {
    const ports = await handedIn();
    const save = ports.parts.save.bind(ports.parts);
    ports.parts.save = async (part, etag) => {
      ports.parts.save = save;
      await handInPart(ports, aPart(), { person: reporter, seenAt: ports.clock.now() });
      return save(part, etag);
    };

    const outcome = await adopt(ports);

    assert.equal(outcome.ok && outcome.value.adopted.paragraph, '§ 112');
    assert.deepEqual((await newest(ports))?.operationalPlans, [{ committee: 'BUN', ...decision }]);
    assert.equal((await ports.parts.find('2026-2029', 'BUN'))?.adopted, undefined);
  });

  it('that was interrupted before the part got its mark is ended by the same press', async () => {
    const ports = await handedIn();
    const save = ports.parts.save.bind(ports.parts);
    ports.parts.save = async () => {
      throw new Error('killed');
    };
    await assert.rejects(adopt(ports), /killed/);
    ports.parts.save = save;

    assert.equal(await refusal(ports), undefined);
    assert.equal((await ports.plans.versions()).length, 2);
    assert.equal((await ports.parts.find('2026-2029', 'BUN'))?.adopted?.paragraph, '§ 112');
  });

  it('goes into the plan as it has become when somebody else changes it at the same moment', async () => {
    const ports = await handedIn();
    someoneIsFaster(ports, (plan) => ({ ...plan, title: 'Rättad plan' }));

    assert.equal(await refusal(ports), undefined);

    const plan = await newest(ports);
    assert.equal(plan?.title, 'Rättad plan');
    assert.deepEqual(
      plan?.commitments.map(({ id }) => id),
      ['SN-1'],
    );
  });

  it('is refused when the controller has corrected the committee’s rows since: it would take that back', async () => {
    const ports = await handedIn();
    const corrected = aDividedPlan({
      commitments: aDividedPlan().commitments.map((one) => (one.id === 'BUN-1' ? { ...one, name: 'Rättat' } : one)),
    });
    ports.plans.use(corrected, '2026-10');

    assert.equal(await refusal(ports), 'PART_OUTDATED');
    assert.deepEqual(await newest(ports), corrected);
    assert.equal((await ports.parts.find('2026-2029', 'BUN'))?.adopted, undefined);

    const seen = { person: reporter, seenAt: ports.clock.now() };
    const again = await handInPart(ports, workedOut(corrected), seen);
    assert.ok(again.ok);
    assert.ok((await adoptPart(ports, again.value.id, decision, chief)).ok);
  });

  it('goes in although other committees’ rows were corrected since, or its own as the part has them', async () => {
    const others = await handedIn();
    const [ours, theirs] = aDividedPlan().commitments;
    assert.ok(ours && theirs);
    others.plans.use(aDividedPlan({ commitments: [ours, { ...theirs, name: 'Rättat' }] }), '2026-10');
    assert.equal(await refusal(others), undefined);

    const own = await handedIn();
    const { budgets } = workedOut(aDividedPlan());
    own.plans.use(aDividedPlan({ commitments: [theirs], budgets: [...budgets, aBudget('SN', 'ALDRE')] }), '2026-10');
    assert.equal(await refusal(own), undefined);
  });

  it('is registered for a part from before it was kept what it was checked against', async () => {
    const ports = await handedIn();
    const stored = await ports.parts.find('2026-2029', 'BUN');
    assert.ok(stored);
    const { basedOn: _, etag, ...older } = stored;
    await ports.parts.save(older, etag);

    assert.equal(await refusal(ports), undefined);
  });

  it('is refused with the reason when the plan has no room for it any more', async () => {
    const ports = await handedIn();
    someoneIsFaster(ports, (plan) => ({ ...plan, frames: [{ committee: 'BUN', year: 2026, amountKr: 1_200_001 }] }));

    const outcome = await adopt(ports);

    assert.ok(!outcome.ok && outcome.problem.code === 'FITS_NO_MORE');
    assert.deepEqual(
      outcome.problem.problems.map(({ code }) => code),
      ['FRAME_NOT_KEPT'],
    );
    assert.equal((await ports.plans.versions()).length, 2);
    assert.equal((await ports.parts.find('2026-2029', 'BUN'))?.adopted, undefined);
  });

  it('is registered although the plan has something to look at', async () => {
    assert.equal(await refusal(await handedIn(aDividedPlan({ frames: [] }))), undefined);
  });

  it('gives up when the plan never stands still', async () => {
    const ports = await handedIn();
    ports.plans.publish = async () => 'conflict';

    assert.equal(await refusal(ports), 'PLAN_BUSY');
  });
});

describe('An adopted part applies', () => {
  async function validFrom(ports: FakePorts): Promise<string | undefined> {
    await adopt(ports);
    return (await ports.plans.versions()).at(-1)?.validFrom;
  }

  it('from the month that is open', async () => {
    assert.equal(await validFrom(await handedIn()), '2026-10');
  });

  it('from the month after it when the committee has answered already', async () => {
    const ports = await handedIn();
    await ports.answers.save(aStoredAnswer(), []);

    assert.equal(await validFrom(ports), '2026-11');
  });

  it('from the open month when the committee’s figures only came with the plan', async () => {
    const ports = await handedIn();
    await ports.answers.save(aStoredAnswer({ reporter: aReporter({ oid: 'import', upn: 'import' }) }), []);
    await ports.answers.save(aStoredAnswer({ committeeId: 'SN' }), []);

    assert.equal(await validFrom(ports), '2026-10');
  });

  it('from the open month although another committee has answered', async () => {
    const ports = await handedIn();
    await ports.answers.save(
      aStoredAnswer({ committeeId: 'SN', answer: { ...aStoredAnswer().answer, areas: [] } }),
      [],
    );

    assert.equal(await validFrom(ports), '2026-10');
  });

  it('from the month that the plan’s newest version waits for, and brings nothing of it forward', async () => {
    const ports = await handedIn();
    ports.plans.use(aDividedPlan({ title: 'Reviderad för 2027' }), '2027-01');

    assert.equal(await validFrom(ports), '2027-01');
    assert.notEqual((await ports.plans.forMonth('2026-10'))?.plan.title, 'Reviderad för 2027');
  });

  it('from the plan’s first month when the plan is to come', async () => {
    const coming = aDividedPlan({ id: '2027-2030', periodFrom: 2027, periodTo: 2030, budgets: [], frames: [] });
    const ports = inMemoryPorts();
    ports.plans.use(aDividedPlan());
    ports.plans.use(coming, '2027-01');
    await handInPart(ports, aPart({ commitments: [] }, coming), { person: reporter, seenAt: ports.clock.now() });

    assert.equal(await validFrom(ports), '2027-01');
  });
});
