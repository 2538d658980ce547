import assert from 'node:assert/strict';
import type { Answer, Reporter } from '../../../src/domain/answer.ts';
import { confirmationOf } from '../../../src/domain/decide-answer.ts';
import type { FoundPrompt } from '../../../src/features/outcomes/find-prompt.ts';
import { findRepeated, type RecordAnswer, recordAnswer } from '../../../src/features/outcomes/record-answer.ts';
import {
  anAnswer,
  aPlan,
  aPrompt,
  aReporter,
  aStoredAnswer,
  figures,
  kronor,
  missing,
  upnOf,
} from '../../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../../support/fakes.ts';

const deputy = aReporter({ oid: 'oid-deputy', upn: upnOf('BUN', 2), name: 'Eva Ersättare' });

function thePrompt(promptId = 'prompt-1'): FoundPrompt {
  const plan = aPlan();
  const ticket = {
    promptId,
    committeeId: 'BUN',
    period: '2026-10',
    upn: upnOf('BUN'),
    conversationId: 'chat',
  } as const;
  return { ticket, plan, version: 'version 1', reasonRequired: false, prompt: aPrompt(plan, 'BUN', '2026-10') };
}

function press(answer: Answer, revisionShown = 0, confirmed: readonly string[] = []): RecordAnswer {
  return { answer, revisionShown, confirmed: new Set(confirmed), pressedActivityId: 'card-1', cardVersion: 1 };
}

async function record(ports: FakePorts, command: RecordAnswer, reporter: Reporter = aReporter(), found = thePrompt()) {
  return recordAnswer(ports, found, command, reporter);
}

/** The stored answer of a recording that went well. */
async function stored(...given: Parameters<typeof record>) {
  const result = await record(...given);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

async function problem(...given: Parameters<typeof record>) {
  const result = await record(...given);
  assert.ok(!result.ok);
  return result.problem;
}

function outcome(kronor: number): Answer {
  return anAnswer({ areas: [figures('FORSKOLA', kronor, 1_200_000)] });
}

describe('A committee’s first answer', () => {
  it('is stored with who gave it and when, and gets its receipt', async () => {
    const ports = inMemoryPorts();

    const receipt = await stored(ports, press(outcome(1_000_000)));

    assert.equal(receipt.receiptNumber, 'BUN-2026-10-1');
    assert.equal(receipt.revision, 1);
    assert.deepEqual(receipt.reporter, aReporter());
    assert.deepEqual(receipt.reportedAt, new Date('2026-11-05T07:00:00Z'));
    assert.equal(receipt.example, false);
    assert.equal(receipt.planVersion, 'version 1');
    assert.deepEqual(await ports.answers.find('BUN', '2026-10'), receipt);
  });

  it('leaves two things to do: the cards that show the form, and the channel’s summary', async () => {
    const ports = inMemoryPorts();

    await record(ports, press(outcome(1_000_000)));

    const waiting = await ports.effects.findWaiting('BUN', 2026);
    assert.deepEqual(
      waiting.map(({ kind, pressedActivityId }) => [kind, pressedActivityId]),
      [
        ['cards', 'card-1'],
        ['summary', undefined],
      ],
    );
  });

  it('is noted without any figure or text', async () => {
    const ports = inMemoryPorts();

    await record(ports, press({ ...outcome(1_000_000), comment: 'Hemlig kommentar' }));

    const log = JSON.stringify(ports.log.entries);
    assert.match(log, /"event":"audit"/);
    assert.doesNotMatch(log, /1000000|1200000|Hemlig/);
  });

  it('is not stored while it is doubtful', async () => {
    const ports = inMemoryPorts();

    const { code } = await problem(ports, press(outcome(1_000_000_000)));

    assert.equal(code, 'DOUBTFUL');
    assert.deepEqual(ports.answers.history, []);
    assert.equal(ports.effects.rows.size, 0);
  });

  it('is stored when the doubt is confirmed', async () => {
    const ports = inMemoryPorts();
    const doubtful = await problem(ports, press(outcome(1_000_000_000)));
    assert.ok(doubtful.code === 'DOUBTFUL');

    const receipt = await stored(ports, press(outcome(1_000_000_000), 0, doubtful.doubts.map(confirmationOf)));

    assert.equal(receipt.revision, 1);
  });

  it('is not stored without the comment that its deviation needs', async () => {
    const ports = inMemoryPorts();
    const answer = anAnswer({ areas: [figures('FORSKOLA', 1_000_000, 1_300_000)], comment: '' });

    const { code } = await problem(ports, press(answer));

    assert.equal(code, 'COMMENT_REQUIRED');
    assert.deepEqual(ports.answers.history, []);
  });
});

describe('The same press again', () => {
  it('gives the same receipt, and stores nothing more', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));
    ports.clock.moveTo('2026-11-09T12:00:00+01:00');

    const second = await stored(ports, press(outcome(1_000_000)));

    assert.deepEqual(second, first);
    assert.equal(ports.answers.history.length, 1);
    assert.equal(ports.effects.rows.size, 2);
  });

  it('gives the first press’s receipt also after a correction', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));
    await stored(ports, press(outcome(1_010_000), 1));

    assert.deepEqual(await stored(ports, press(outcome(1_000_000))), first);
    assert.equal(ports.answers.history.length, 2);
  });

  it('is the same whatever order the figures come in', async () => {
    const ports = inMemoryPorts();
    const [one, two] = [figures('FORSKOLA', 1_000_000, 1_200_000), figures('OVRIGT', missing('Ej klart'), 5)];
    const first = await stored(ports, press(anAnswer({ areas: [one, two] })));

    assert.deepEqual(await stored(ports, press(anAnswer({ areas: [two, one] }))), first);
  });

  it('is the same when its projects come in another order', async () => {
    const ports = inMemoryPorts();
    const [one, two] = ['Ny skola', 'Ny park'].map((project) => ({ project, outcome: kronor(1), forecast: missing() }));
    assert.ok(one && two);
    const first = await stored(ports, press(anAnswer({ investments: [one, two] })));

    assert.deepEqual(await stored(ports, press(anAnswer({ investments: [two, one] }))), first);
  });

  it('is known by the key that it had before there were investments', async () => {
    const { submissionKey } = await stored(inMemoryPorts(), press(anAnswer()));

    assert.equal(submissionKey, '2f85bc02cdd364fcc060264c676517f251deee4aeeba967710b531c31fa6cb9f');
  });

  it('gives one answer when both come at once', async () => {
    const ports = inMemoryPorts();

    const receipts = await Promise.all(Array.from({ length: 20 }, () => stored(ports, press(outcome(1_000_000)))));

    assert.equal(new Set(receipts.map(({ receiptNumber }) => receiptNumber)).size, 1);
    assert.equal(ports.answers.history.length, 1);
  });
});

describe('Two people who answer for the same committee', () => {
  it('do not overwrite each other: the later one is shown what is stored', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));

    const conflict = await problem(ports, press(outcome(1_020_000)), deputy, thePrompt('prompt-2'));

    assert.deepEqual(conflict, { code: 'CONFLICT', stored: first });
    assert.equal(ports.answers.history.length, 1);
  });

  it('meet a conflict even with the same figures: each has a card of their own', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));

    const { code } = await problem(ports, press(outcome(1_000_000)), deputy, thePrompt('prompt-2'));

    assert.equal(code, 'CONFLICT');
  });

  it('meet a conflict when the other one is faster by a moment', async () => {
    const ports = inMemoryPorts();
    ports.answers.beforeNextSave = () => stored(ports, press(outcome(1_020_000)), deputy, thePrompt('prompt-2'));

    const conflict = await problem(ports, press(outcome(1_000_000)));

    assert.ok(conflict.code === 'CONFLICT');
    assert.equal(conflict.stored.reporter.upn, deputy.upn);
    assert.equal(ports.answers.history.length, 1);
  });

  it('are one person when the faster press was the same one', async () => {
    const ports = inMemoryPorts();
    ports.answers.beforeNextSave = () => stored(ports, press(outcome(1_000_000)));

    const receipt = await stored(ports, press(outcome(1_000_000)));

    assert.equal(receipt.receiptNumber, 'BUN-2026-10-1');
    assert.equal(ports.answers.history.length, 1);
  });

  it('have exactly one first answer, however many press at once', async () => {
    const ports = inMemoryPorts();

    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        record(ports, press(outcome(1_000_000 + n)), deputy, thePrompt(`prompt-${n}`)),
      ),
    );

    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.ok(results.every((result) => result.ok || result.problem.code === 'CONFLICT'));
    assert.equal(ports.answers.history.length, 1);
  });
});

describe('A correction', () => {
  it('is the next revision, with a receipt of its own, and the earlier one is kept', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));

    const second = await stored(ports, press(outcome(1_010_000), 1), deputy);

    assert.equal(second.receiptNumber, 'BUN-2026-10-2');
    assert.deepEqual(await ports.answers.findRevision('BUN', '2026-10', 1), first);
    assert.deepEqual(await ports.answers.find('BUN', '2026-10'), second);
  });

  it('may go back to what was first said, and is a revision all the same', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));
    await stored(ports, press(outcome(1_010_000), 1));

    const third = await stored(ports, press(outcome(1_000_000), 2));

    assert.equal(third.receiptNumber, 'BUN-2026-10-3');
  });

  it('that changes nothing gives the receipt that is there', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));

    const unchanged = await stored(ports, press(outcome(1_000_000), 1), deputy);

    assert.deepEqual(unchanged, first);
    assert.equal(ports.answers.history.length, 1);
  });

  it('is none when only what was proposed beside a grade is another', async () => {
    const ports = inMemoryPorts();
    const graded = { goalId: 'MAL-1', gradeId: 'helt', motivation: 'Alla mått är nådda.' };
    const first = await stored(ports, press({ ...outcome(1_000_000), goals: [graded] }));

    const again = { ...outcome(1_000_000), goals: [{ ...graded, proposedGradeId: 'delvis' }] };

    assert.deepEqual(await stored(ports, press(again)), first);
    assert.deepEqual(await stored(ports, press(again, 1)), first);
  });

  it('is one when only the comment, a measure, an indicator, a grade, a status or an investment is another', async () => {
    const changes: Partial<Answer>[] = [
      { comment: 'Ny kommentar' },
      { measures: [{ text: 'Vakansprövning' }] },
      { measures: [{ text: 'Vakansprövning', effectKr: 1 }] },
      { indicators: [{ indicatorId: 'SJUK', report: { kind: 'value', value: 7.4 } }] },
      { indicators: [{ indicatorId: 'SJUK', scope: 'municipality', report: { kind: 'value', value: 7.4 } }] },
      { indicators: [{ indicatorId: 'SJUK', report: { kind: 'too-few' } }] },
      { goals: [{ goalId: 'MAL-1', gradeId: 'helt', motivation: 'Alla mått är nådda.' }] },
      { goals: [{ goalId: 'MAL-1', gradeId: 'delvis', motivation: 'Alla mått är nådda.' }] },
      { goals: [{ goalId: 'MAL-1', gradeId: 'delvis', motivation: 'Ett mått saknas.' }] },
      { work: [{ workId: 'AKT-1', status: 'ongoing' }] },
      { work: [{ workId: 'AKT-1', status: 'late' }] },
      { investments: [{ project: 'Ny skola', outcome: kronor(0), forecast: kronor(42_000_000) }] },
      { investments: [{ project: 'Ny skola', outcome: missing('0'), forecast: kronor(42_000_000) }] },
      { investments: [{ project: 'Ny skola', outcome: missing('0'), forecast: kronor(41_000_000) }] },
      { investments: [{ project: 'Ny park', outcome: missing('0'), forecast: kronor(41_000_000) }] },
    ];
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));

    for (const [index, change] of changes.entries()) {
      const corrected = await stored(ports, press({ ...outcome(1_000_000), ...change }, index + 1));
      assert.equal(corrected.revision, index + 2, JSON.stringify(change));
    }
  });

  it('is one when a missing figure becomes a zero: missing is not 0', async () => {
    const ports = inMemoryPorts();
    await stored(
      ports,
      press(anAnswer({ areas: [figures('FORSKOLA', missing('0'), missing('0'))], comment: 'Se bilaga' })),
    );
    const zeros = anAnswer({ areas: [figures('FORSKOLA', 0, 0)], comment: 'Se bilaga' });
    const doubtful = await problem(ports, press(zeros, 1));
    assert.ok(doubtful.code === 'DOUBTFUL');

    const corrected = await stored(ports, press(zeros, 1, doubtful.doubts.map(confirmationOf)));

    assert.equal(corrected.revision, 2);
  });

  it('of an earlier revision than the newest is a conflict', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));
    const second = await stored(ports, press(outcome(1_010_000), 1));

    const conflict = await problem(ports, press(outcome(1_030_000), 1), deputy, thePrompt('prompt-2'));

    assert.deepEqual(conflict, { code: 'CONFLICT', stored: second });
  });

  it('of figures that came with the plan is the second revision', async () => {
    const ports = inMemoryPorts();
    await ports.answers.save(aStoredAnswer({ example: true }), []);

    const corrected = await stored(ports, press(outcome(1_010_000), 1));

    assert.equal(corrected.receiptNumber, 'BUN-2026-10-2');
    assert.equal(corrected.example, false);
  });
});

describe('A controller’s correction', () => {
  const controller = aReporter({ oid: 'oid-controller', upn: 'controller@styrmodell.example', name: 'Kim Karlsson' });
  const theirs: FoundPrompt = { ...thePrompt('prompt-controller'), reasonRequired: true };

  function correct(ports: FakePorts, kronor: number, revisionShown: number, reason?: string) {
    const command = { ...press(outcome(kronor), revisionShown), ...(reason === undefined ? {} : { reason }) };
    return recordAnswer(ports, theirs, command, controller);
  }

  for (const reason of [undefined, '', '   ', 'ab', '...', '\u200b\u200b\u200b', 'å'.repeat(501)]) {
    it(`is not stored with the reason ${JSON.stringify(reason)?.slice(0, 30)}`, async () => {
      const ports = inMemoryPorts();
      await stored(ports, press(outcome(1_000_000)));

      const result = await correct(ports, 1_010_000, 1, reason);

      assert.deepEqual(result, { ok: false, problem: { code: 'REASON_REQUIRED' } });
      assert.equal(ports.answers.history.length, 1);
    });
  }

  it('keeps the reason beside old value, who and when', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));
    ports.clock.moveTo('2026-12-07T09:12:00+01:00');

    const corrected = await correct(ports, 1_010_000, 1, '  Felbokfo\u0308rd hyra ');

    assert.ok(corrected.ok);
    const [first, second] = ports.answers.history;
    assert.deepEqual(
      [first?.answer, first?.reporter, first?.correctionReason],
      [outcome(1_000_000), aReporter(), undefined],
    );
    assert.deepEqual(second, corrected.value);
    assert.deepEqual([second?.answer, second?.reporter], [outcome(1_010_000), controller]);
    assert.equal(second?.reportedAt.toISOString(), '2026-12-07T08:12:00.000Z');
    assert.equal(second?.correctionReason, 'Felbokförd hyra');
  });

  it('takes a reason of three characters and one of five hundred, counted as people count', async () => {
    const ports = inMemoryPorts();

    assert.equal((await correct(ports, 1_000_000, 0, 'Fel')).ok, true);
    assert.equal((await correct(ports, 1_010_000, 1, `${'👩‍👩‍👧‍👦'.repeat(200)}${'a\u0301'.repeat(300)}`)).ok, true);
  });

  it('needs a reason for a first answer too: the committee was too late', async () => {
    const ports = inMemoryPorts();

    assert.equal((await correct(ports, 1_000_000, 0)).ok, false);
    const late = await correct(ports, 1_000_000, 0, 'Nämnden svarade per mejl');

    assert.ok(late.ok);
    assert.equal(late.value.receiptNumber, 'BUN-2026-10-1');
  });

  it('in a second window, of what the first has corrected meanwhile, is shown against it', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));
    const first = await correct(ports, 1_010_000, 1, 'Felbokförd hyra');
    assert.ok(first.ok);

    const second = await recordAnswer(
      ports,
      { ...theirs, ticket: { ...theirs.ticket, promptId: 'prompt-window-2' } },
      { ...press(outcome(1_020_000), 1), reason: 'Felbokförd hyra' },
      controller,
    );

    assert.deepEqual(second, { ok: false, problem: { code: 'CONFLICT', stored: first.value } });
  });

  it('meets the reporter’s in the same moment: one is stored, the other shown against it', async () => {
    for (const faster of ['reporter', 'controller']) {
      const ports = inMemoryPorts();
      await stored(ports, press(outcome(1_000_000)));
      const report = () => record(ports, press(outcome(1_010_000), 1));
      const control = () => correct(ports, 1_020_000, 1, 'Felbokförd hyra');
      ports.answers.beforeNextSave = faster === 'reporter' ? report : control;

      const slower = faster === 'reporter' ? await control() : await report();

      assert.ok(!slower.ok && slower.problem.code === 'CONFLICT');
      assert.equal(slower.problem.stored.answer.areas[0]?.outcome.kind, 'value');
      assert.deepEqual(slower.problem.stored, ports.answers.history[1]);
      assert.equal(ports.answers.history.length, 2);
    }
  });

  it('pressed once more gives the same receipt, and another reason is another content', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));
    const first = await correct(ports, 1_010_000, 1, 'Felbokförd hyra');

    assert.deepEqual(await correct(ports, 1_010_000, 1, ' Felbokförd hyra '), first);
    const other = await correct(ports, 1_010_000, 1, 'Något annat');
    assert.ok(!other.ok && other.problem.code === 'CONFLICT');
  });

  it('that changes nothing needs no reason, and stores nothing', async () => {
    const ports = inMemoryPorts();
    const first = await stored(ports, press(outcome(1_000_000)));

    assert.deepEqual(await correct(ports, 1_000_000, 1), { ok: true, value: first });
    assert.equal(ports.answers.history.length, 1);
  });
});

describe('A reason that a reporter gives before the lock', () => {
  it('is kept, though nobody demands it', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));

    const corrected = await stored(ports, { ...press(outcome(1_010_000), 1), reason: 'Fel rad i underlaget' });

    assert.equal(corrected.correctionReason, 'Fel rad i underlaget');
  });

  it('is asked about when it is too long to be kept, rather than cut or dropped', async () => {
    const ports = inMemoryPorts();
    await stored(ports, press(outcome(1_000_000)));

    const { code } = await problem(ports, { ...press(outcome(1_010_000), 1), reason: 'å'.repeat(501) });

    assert.equal(code, 'REASON_REQUIRED');
    assert.equal(ports.answers.history.length, 1);
  });
});

describe('A press that comes again when the month is locked', () => {
  it('is known by its content, and only by that', async () => {
    const ports = inMemoryPorts();
    const found = thePrompt();
    const first = await stored(ports, press(outcome(1_000_000)));

    assert.deepEqual(await findRepeated(ports, found.ticket, press(outcome(1_000_000))), first);
    assert.equal(await findRepeated(ports, found.ticket, press(outcome(1_000_001))), undefined);
    assert.equal(await findRepeated(ports, found.ticket, press(outcome(1_000_000), 1)), undefined);
    assert.equal(await findRepeated(ports, thePrompt('prompt-2').ticket, press(outcome(1_000_000))), undefined);
  });
});

describe('A card that shows a revision which does not exist', () => {
  it('is called outdated, and nothing is stored', async () => {
    const ports = inMemoryPorts();

    assert.deepEqual(await problem(ports, press(outcome(1_000_000), 1)), { code: 'CARD_OUTDATED' });
    assert.deepEqual(ports.answers.history, []);
  });
});

describe('An answer that the store could not take', () => {
  it('is reported as such, and can be given again', async () => {
    const ports = inMemoryPorts();
    ports.answers.beforeNextSave = async () => {
      throw new Error('storage is down');
    };
    await assert.rejects(record(ports, press(outcome(1_000_000))), /storage is down/);

    const receipt = await stored(ports, press(outcome(1_000_000)));

    assert.equal(receipt.receiptNumber, 'BUN-2026-10-1');
  });
});
