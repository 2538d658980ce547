import assert from 'node:assert/strict';
import type { CommitteePart } from '../../../src/domain/committee-part.ts';
import { adoptPart } from '../../../src/features/planning/adopt-part.ts';
import { type HandInProblem, handInPart, previewPart } from '../../../src/features/planning/hand-in-part.ts';
import type { HandedInPart } from '../../../src/ports.ts';
import { anAnswer, aStoredAnswer, figures, missing, upnOf } from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';
import { aBudget, aCommitment, aDividedPlan, anActivity, aPart, approver } from '../../support/part-builders.ts';

function municipality(document = aDividedPlan()): FakePorts {
  const ports = inMemoryPorts();
  ports.plans.use(document);
  return ports;
}

function person(upn: string): { readonly oid: string; readonly upn: string } {
  return { oid: `oid of ${upn}`, upn };
}

const reporter = person(upnOf('BUN'));
const deputy = person(upnOf('BUN', 2));

async function handIn(ports: FakePorts, part: CommitteePart, by = reporter): ReturnType<typeof handInPart> {
  return handInPart(ports, part, { person: by, seenAt: ports.clock.now() });
}

function stored(ports: FakePorts): Promise<HandedInPart | undefined> {
  return ports.parts.find('2026-2029', 'BUN');
}

async function refusal(answer: ReturnType<typeof handInPart>): Promise<HandInProblem['code'] | undefined> {
  const outcome = await answer;
  return outcome.ok ? undefined : outcome.problem.code;
}

describe('Handing in a committee’s part', () => {
  it('stores it with who and when', async () => {
    const ports = municipality();

    const outcome = await handIn(ports, aPart());

    assert.ok(outcome.ok);
    const { etag: _, ...found } = (await stored(ports)) ?? { etag: '' };
    assert.deepEqual(found, outcome.value);
    assert.deepEqual(found, {
      ...{ id: 'id-1', part: aPart(), handedInBy: reporter.upn },
      ...{ handedInAt: new Date('2026-11-05T07:00:00.000Z'), basedOn: 1 },
    });
  });

  it('is for the committee’s reporter, deputies and approver, and for the controller', async () => {
    for (const upn of [upnOf('BUN'), upnOf('BUN', 2), approver, 'Controller@styrmodell.example']) {
      assert.equal(await refusal(handIn(municipality(), aPart(), person(upn))), undefined, upn);
    }
    for (const upn of [upnOf('SN'), 'nagon@styrmodell.example']) {
      const ports = municipality();
      assert.equal(await refusal(handIn(ports, aPart(), person(upn))), 'NOT_YOUR_COMMITTEE', upn);
      assert.equal(await stored(ports), undefined);
    }
  });

  it('changes nothing of the plan', async () => {
    const ports = municipality();

    await handIn(ports, aPart({ commitments: [] }));

    assert.deepEqual((await ports.plans.current())?.document, aDividedPlan());
    assert.equal((await ports.plans.versions()).length, 1);
  });

  it('stores nothing that has an error in it, and tells all of them', async () => {
    const ports = municipality();
    const { owner: _, ...noOwner } = anActivity('A');
    const commitments = [aCommitment('BUN-1', 'LASA', { activities: [noOwner] })];
    const budgets = [aBudget('BUN', 'FORSKOLA', { netBudgetKr: 1_200_001 })];

    const outcome = await handIn(ports, aPart({ commitments, budgets }));

    assert.ok(!outcome.ok && outcome.problem.code === 'NOT_COMPLETE');
    assert.deepEqual(
      outcome.problem.problems.map(({ code }) => code),
      ['ACTIVITY_WITHOUT_OWNER', 'FRAME_NOT_KEPT'],
    );
    assert.equal(await stored(ports), undefined);
  });

  it('lets a warning through', async () => {
    const ports = municipality(aDividedPlan({ frames: [] }));

    assert.equal(await refusal(handIn(ports, aPart())), undefined);
  });

  it('keeps an area that people have reported this year', async () => {
    const plan = aDividedPlan({ budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'OVRIGT', { netBudgetKr: 0 })] });
    const ports = municipality(plan);
    const part = aPart({ budgets: [aBudget('BUN', 'FORSKOLA')] }, plan);
    assert.equal(await refusal(handIn(ports, part)), undefined);

    await ports.answers.save(aStoredAnswer({ answer: anAnswer({ areas: [figures('OVRIGT', 0, 0)] }) }), []);

    assert.equal(await refusal(handIn(ports, part, deputy)), 'NOT_COMPLETE');
  });

  it('may drop an area whose outcome was only said to be missing', async () => {
    const plan = aDividedPlan({ budgets: [aBudget('BUN', 'FORSKOLA'), aBudget('BUN', 'OVRIGT', { netBudgetKr: 0 })] });
    const ports = municipality(plan);
    const answer = anAnswer({ areas: [figures('OVRIGT', missing(), 0)] });
    await ports.answers.save(aStoredAnswer({ answer }), []);

    assert.equal(await refusal(handIn(ports, aPart({ budgets: [aBudget('BUN', 'FORSKOLA')] }, plan))), undefined);
  });

  it('is for its sender to replace, in whatever order the files were checked', async () => {
    const ports = municipality();
    const before = ports.clock.now();
    ports.clock.pass(60);
    await handIn(ports, aPart());

    const earlierFile = handInPart(ports, aPart({ commitments: [] }), { person: reporter, seenAt: before });

    assert.equal(await refusal(earlierFile), undefined);
  });

  it('twice is once', async () => {
    const ports = municipality();
    const first = await handIn(ports, aPart());
    ports.clock.pass(60);

    assert.deepEqual(await handIn(ports, aPart()), first.ok && { ...first, value: await stored(ports) });
    assert.equal((await stored(ports))?.id, 'id-1');
  });

  it('after its adoption changes nothing, unless an older plan file has taken it out of the plan again', async () => {
    const ports = municipality();
    await handIn(ports, aPart());
    const adopted = await adoptPart(ports, 'id-1', { date: '2026-11-04', paragraph: '§ 112' }, person(approver));
    assert.ok(adopted.ok);

    await handIn(ports, aPart());
    assert.equal((await stored(ports))?.id, 'id-1');

    const how = { validFrom: '2026-10', publishedBy: 'styr', reason: 'en gammal arbetsbok' } as const;
    await ports.plans.publish({ current: aDividedPlan(), archive: [] }, how);
    await handIn(ports, aPart());
    assert.deepEqual([(await stored(ports))?.id, (await stored(ports))?.adopted], ['id-2', undefined]);
  });

  it('again takes the place of what waits, with a new id', async () => {
    const ports = municipality();
    await handIn(ports, aPart());
    ports.clock.pass(60);

    await handIn(ports, aPart({ commitments: [] }));

    assert.equal((await stored(ports))?.id, 'id-2');
    assert.deepEqual((await stored(ports))?.part.commitments, []);
  });

  it('takes the place of what a colleague handed in before the file was checked, not of what came after', async () => {
    const ports = municipality();
    const before = ports.clock.now();
    ports.clock.pass(60);
    await handIn(ports, aPart(), deputy);
    const mine = aPart({ commitments: [] });

    const blind = await handInPart(ports, mine, { person: reporter, seenAt: before });
    assert.ok(!blind.ok && blind.problem.code === 'HANDED_IN_MEANWHILE');
    assert.deepEqual([blind.problem.by, blind.problem.at], [deputy.upn, ports.clock.now()]);

    ports.clock.pass(60);
    assert.equal(await refusal(handIn(ports, mine)), undefined);
  });

  it('sees a colleague who is faster by a moment', async () => {
    const ports = municipality();
    const seenAt = ports.clock.now();
    const save = ports.parts.save.bind(ports.parts);
    ports.parts.save = async (part, etag) => {
      ports.parts.save = save;
      ports.clock.pass(1);
      await handIn(ports, aPart(), deputy);
      return save(part, etag);
    };

    const outcome = await handInPart(ports, aPart({ commitments: [] }), { person: reporter, seenAt });

    assert.ok(!outcome.ok && outcome.problem.code === 'HANDED_IN_MEANWHILE');
    assert.equal((await stored(ports))?.handedInBy, deputy.upn);
  });

  it('of a plan that there is none of says so', async () => {
    const ports = municipality();

    const outcome = await handIn(ports, aPart({ planId: '2022-2025' }));

    assert.ok(!outcome.ok && outcome.problem.code === 'NOT_COMPLETE');
    assert.equal(outcome.problem.problems[0]?.code, 'OTHER_PLAN');
  });

  it('goes into a plan that is to come as well as into today’s', async () => {
    const ports = municipality();
    const coming = aDividedPlan({ id: '2027-2030', periodFrom: 2027, periodTo: 2030, budgets: [], frames: [] });
    ports.plans.use(coming, '2027-01');

    assert.equal(await refusal(handIn(ports, aPart({}, coming))), undefined);
    assert.equal(await refusal(handIn(ports, aPart())), undefined);
  });
});

describe('Looking at a committee’s part before it is handed in', () => {
  it('tells what it holds, what is wrong and what it would take the place of, and stores nothing', async () => {
    const ports = municipality();
    await handIn(ports, aPart());

    const preview = await previewPart(ports, aPart({ budgets: [] }), deputy);

    assert.ok(preview.ok);
    const { overview, problems, earlier } = preview.value;
    assert.equal(earlier?.handedInBy, reporter.upn);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['FRAME_NOT_KEPT'],
    );
    assert.deepEqual([overview.goals, overview.sharedGoals, overview.commitments, overview.activities], [2, 1, 1, 1]);
    assert.deepEqual(overview.budgets, [{ year: 2026, dividedKr: 0, frameKr: 1_200_000 }]);
    assert.equal((await stored(ports))?.id, 'id-1');
  });
});
