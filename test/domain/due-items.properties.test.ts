import assert from 'node:assert/strict';
import fc from 'fast-check';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { Absence } from '../../src/domain/absence.ts';
import {
  type CommitteeLedger,
  type DueItem,
  dueItems,
  type LedgerLine,
  type RoundFacts,
} from '../../src/domain/due-items.ts';
import { followUpDates } from '../../src/domain/follow-up.ts';
import type { LadderStep } from '../../src/domain/ladder.ts';
import type { Contact, FollowUp } from '../../src/domain/plan.ts';
import { aCommittee, aFollowUp, anArea } from '../support/builders.ts';
import { carriedOut, daysFrom, inRole, inWords, ledgersOf, october, roundFacts, sent } from '../support/round-facts.ts';

const OPENS = '2026-11-04';
/** From before it opens until the next follow-up does. */
const DAYS = daysFrom('2026-11-01', 32);
const COMMITTEES = ['A', 'B', 'C'];
/** Reporters of one or several committees. */
const REPORTERS = ['rut', 'Dag', 'eva', 'siv', 'tor'];
const APPROVERS = ['chef', 'ordf'];

/** As plans can have them: the deputy is brought in, and the approver told, after the due day. */
const ladders = fc
  .array(
    fc.oneof(
      fc.record<LadderStep>({ kind: fc.constantFrom('reminder'), workingDays: fc.integer({ min: -9, max: 8 }) }),
      fc.record<LadderStep>({
        kind: fc.constantFrom('deputy', 'approver'),
        workingDays: fc.integer({ min: 1, max: 8 }),
      }),
    ),
    { maxLength: 7 },
  )
  .map((steps) => steps.toSorted((one, other) => one.workingDays - other.workingDays));

const days = fc.constantFrom(...DAYS);
const names = (pool: readonly string[], minLength = 0) =>
  fc.shuffledSubarray([...pool], { minLength, maxLength: Math.min(4, pool.length) });

function rosters(fewestReporters = 0): fc.Arbitrary<readonly Contact[]> {
  const ofOne = fc.record({ reporters: names(REPORTERS, fewestReporters), approvers: names(APPROVERS) });
  return fc
    .record({ committees: fc.array(ofOne, { minLength: 3, maxLength: 3 }), controllers: names(['anna', 'bo']) })
    .map(({ committees, controllers }) => [
      ...committees.flatMap(({ reporters, approvers }, index) => [
        ...reporters.map((name, at) => inRole('reporter', COMMITTEES[index] ?? '', name, at + 1)),
        ...approvers.map((name) => inRole('committeeApprover', COMMITTEES[index] ?? '', name)),
      ]),
      ...controllers.map((name): Contact => ({ upn: `${name}@k.se`, role: 'controller', order: 1 })),
    ]);
}

const absences: fc.Arbitrary<readonly Absence[]> = fc.array(
  fc
    .record({ name: fc.constantFrom(...REPORTERS), from: days, to: days })
    .map(({ name, from, to }) => ({ upn: `${name}@k.se`, from, to, saidAt: new Date('2026-11-01T09:00:00Z') })),
  { maxLength: 4 },
);

const notInstalled: fc.Arbitrary<RoundFacts['unreachable']> = fc
  .subarray(REPORTERS, { maxLength: 3 })
  .map((some) => new Map(some.map((name) => [`${name.toLowerCase()}@k.se`, 'NOT_INSTALLED'])));

const THINGS = ['prompt', 'prompt r1', 'reminder -2', 'reminder 0', 'reminder r1:0', 'late 4', 'unreachable'];

/** Anything that a ledger can say, whether or not it makes sense. */
const anyLine: fc.Arbitrary<LedgerLine> = fc
  .record({
    name: fc.constantFrom(...REPORTERS, ...APPROVERS, 'anna', 'bo'),
    what: fc.constantFrom(...THINGS),
    state: fc.constantFrom<LedgerLine['state']>('ready', 'sending', 'sent', 'refused', 'ambiguous'),
    sentOn: days,
  })
  .map(({ name, what, state, sentOn }) => sent(what, name.toLowerCase(), sentOn, { state }));

const ledgers: fc.Arbitrary<RoundFacts['ledgers']> = fc
  .tuple(
    ...COMMITTEES.map((committeeId) =>
      fc.record<CommitteeLedger>({
        committeeId: fc.constant(committeeId),
        answered: fc.boolean(),
        lines: fc.uniqueArray(anyLine, { maxLength: 12, selector: keyOfLine }),
      }),
    ),
  )
  .map((all) => ledgersOf(...all));

const anything: fc.Arbitrary<RoundFacts> = fc
  .record({
    day: days,
    hour: fc.integer({ min: 0, max: 23 }),
    ladder: ladders,
    contacts: rosters(),
    ...{ absences, unreachable: notInstalled, ledgers },
    rehearsal: fc.constantFrom(undefined, undefined, 1, 2),
  })
  .map(({ day, hour, ladder, contacts, rehearsal, ...rest }) =>
    facts(`${day} ${hour}`, contacts, aFollowUp('2026-10', { ladder }), {
      ...rest,
      ...(rehearsal === undefined ? {} : { rehearsal }),
    }),
  );

function facts(
  at: string,
  contacts: readonly Contact[],
  followUp: FollowUp = october,
  rest: Omit<Parameters<typeof roundFacts>[1] & object, 'plan' | 'followUp'> = {},
): RoundFacts {
  const plan = {
    committees: COMMITTEES.map((id) => aCommittee(id)),
    businessAreas: COMMITTEES.map((id) => anArea(id, { committeeId: id })),
    ...{ contacts, followUps: [followUp] },
  };
  return roundFacts(at, { plan, followUp, ...rest });
}

function keyOfLine({ kind, variant, recipient }: Pick<LedgerLine, 'kind' | 'variant' | 'recipient'>): string {
  return [kind, variant, recipient].join('|');
}

function keyOf(item: DueItem): string {
  return `${item.committeeId}|${keyOfLine(item)}`;
}

/** What goes out hour by hour, with everything sent at once: `2026-11-04 08: prompt of A to rut`. */
function timeGoesOn(
  start: RoundFacts,
  through: readonly string[],
): { readonly said: string[]; readonly end: RoundFacts } {
  let now = start;
  const said: string[] = [];
  for (const today of through) {
    for (let hour = 0; hour < 24; hour++) {
      now = { ...now, today, hour };
      const due = dueItems(now);
      said.push(...due.map((item) => `${today} ${String(hour).padStart(2, '0')}: ${inWords(item)}`));
      now = { ...now, ledgers: carriedOut(now.ledgers, due, today) };
    }
  }
  return { said, end: now };
}

describe('Whatever a municipality’s ledger says, and whoever is away or can’t be reached', () => {
  it('nothing is due twice', () => {
    fc.assert(
      fc.property(anything, (round) => {
        const keys = dueItems(round).map(keyOf);

        assert.deepEqual(keys, [...new Set(keys)]);
      }),
    );
  });

  it('nobody gets anything for a committee that has answered, before the opening day, or at night', () => {
    fc.assert(
      fc.property(anything, (round) => {
        const due = dueItems(round);

        assert.ok(due.every(({ committeeId }) => !round.ledgers.get(committeeId)?.answered));
        assert.ok(due.length === 0 || (round.today >= OPENS && round.hour >= 8));
      }),
    );
  });

  it('nobody gets more than one thing for a committee at a time', () => {
    fc.assert(
      fc.property(anything, (round) => {
        const whose = dueItems(round).map(({ committeeId, recipient }) => `${committeeId} ${recipient}`);

        assert.deepEqual(whose, [...new Set(whose)]);
      }),
    );
  });

  it('what is sent, on its way, refused or of unknown fate is not due', () => {
    fc.assert(
      fc.property(anything, (round) => {
        const waiting = dueItems(round).filter((item) =>
          round.ledgers
            .get(item.committeeId)
            ?.lines.some((line) => keyOfLine(line) === keyOfLine(item) && line.state !== 'ready'),
        );

        assert.deepEqual(waiting, []);
      }),
    );
  });

  it('everything sent once, nothing is due any more at that time', () => {
    fc.assert(
      fc.property(anything, (round) => {
        const due = dueItems(round);

        const after = { ...round, ledgers: carriedOut(round.ledgers, due, round.today) };
        assert.deepEqual(dueItems(after), []);
      }),
    );
  });

  it('every committee that owes its answer has somebody who is asked, or else each controller is told', () => {
    fc.assert(
      fc.property(anything, ({ rehearsal: _, ...any }) => {
        const round = { ...any, today: any.today < OPENS ? OPENS : any.today, hour: Math.max(9, any.hour) };
        const after = carriedOut(round.ledgers, dueItems(round), round.today);

        for (const committeeId of COMMITTEES.filter((id) => !round.ledgers.get(id)?.answered)) {
          const lines = after.get(committeeId)?.lines ?? [];
          const has = (upn: string, kind: string): boolean =>
            lines.some(
              (line) => line.recipient === upn && keyOfLine(line) === `${kind}||${upn}` && line.state !== 'ready',
            );
          const canBeAsked = upnsIn(round, 'reporter', committeeId).filter((upn) => canBe(round, committeeId, upn));
          const controllers = upnsIn(round, 'controller');
          assert.ok(
            canBeAsked.length > 0
              ? canBeAsked.some((upn) => has(upn, 'prompt'))
              : controllers.every((upn) => has(upn, 'unreachable')),
            committeeId,
          );
        }
      }),
    );
  });

  it('two weeks of downtime give each person at most one thing for a committee, and nothing after that', () => {
    fc.assert(
      fc.property(
        fc.record({ contacts: rosters(), ladder: ladders, absences, unreachable: notInstalled }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 23 }),
        ({ contacts, ladder, ...rest }, worked, hour) => {
          const start = facts('2026-11-04 0', contacts, aFollowUp('2026-10', { ladder }), rest);
          const { end } = timeGoesOn(start, daysFrom(OPENS, worked));
          const today = daysFrom(OPENS, worked + 15).at(-1) ?? '';

          const back = { ...end, today, hour };
          const due = dueItems(back);

          const whose = due.map(({ committeeId, recipient }) => `${committeeId} ${recipient}`);
          assert.deepEqual(whose, [...new Set(whose)]);
          assert.deepEqual(dueItems({ ...back, ledgers: carriedOut(back.ledgers, due, today) }), []);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('With nobody away, and no answers', () => {
  it('the month is exactly the ladder of the plan, each step at eight on its day', () => {
    fc.assert(
      fc.property(rosters(1), ladders, (contacts, ladder) => {
        const followUp = aFollowUp('2026-10', { ladder });
        const start = facts('2026-11-01 0', contacts, followUp);

        const { said } = timeGoesOn(start, DAYS);

        assert.deepEqual(said.toSorted(), ladderOf(start, followUp).toSorted());
      }),
      { numRuns: 50 },
    );
  });
});

function upnsIn({ plan }: RoundFacts, role: Contact['role'], committeeId?: string): string[] {
  return plan.contacts
    .filter((contact) => contact.role === role && contact.committeeId === committeeId)
    .map(({ upn }) => upn.toLowerCase());
}

function canBe(
  { absences: gone, unreachable, ledgers: all, today }: RoundFacts,
  committeeId: string,
  upn: string,
): boolean {
  const isAway = gone.some((one) => one.upn.toLowerCase() === upn && one.from <= today && today <= one.to);
  const isRefused = all
    .get(committeeId)
    ?.lines.some((line) => keyOfLine(line) === `prompt||${upn}` && line.state === 'refused');
  return !isAway && !isRefused && !unreachable.has(upn);
}

/** The plan's own words, step by step: what they say shall happen. */
function ladderOf(round: RoundFacts, followUp: FollowUp): string[] {
  const { steps } = followUpDates(followUp, swedishWorkingDays());
  return COMMITTEES.flatMap((id) => {
    const reporters = upnsIn(round, 'reporter', id);
    const deputySteps = steps.filter(({ kind }) => kind === 'deputy');
    const asked = reporters
      .map((upn, at) => ({ upn, on: at === 0 ? OPENS : deputySteps[at - 1]?.on }))
      .flatMap(({ upn, on }) => (on === undefined ? [] : [{ upn, on: on < OPENS ? OPENS : on }]));
    const said = (on: string, kind: DueItem['kind'], upn: string, more: Partial<DueItem> = {}): string =>
      `${on} 08: ${inWords({ committeeId: id, kind, recipient: upn, ...more })}`;
    const [first = ''] = reporters;
    return [
      ...asked.map(({ upn, on }) => said(on, 'prompt', upn, upn === first ? {} : { insteadOf: first })),
      ...steps.flatMap((step) => {
        const variant = `${step.workingDays}`;
        if (step.kind === 'reminder') {
          const before = asked.filter(({ on }) => on < step.on);
          return before.map(({ upn }) => said(step.on, 'reminder', upn, { variant }));
        }
        if (step.kind === 'deputy') return [];
        return upnsIn(round, 'committeeApprover', id).map((upn) => said(step.on, 'late', upn, { variant }));
      }),
    ].filter((line, at, all) => all.indexOf(line) === at);
  });
}
