import assert from 'node:assert/strict';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { Absence } from '../../src/domain/absence.ts';
import { followUpDates, openFollowUp, type WorkingDays } from '../../src/domain/follow-up.ts';
import type { Month } from '../../src/domain/period.ts';
import type { FollowUp } from '../../src/domain/plan.ts';
import { stockholmDate, stockholmHour } from '../../src/domain/stockholm.ts';
import { Deliverer } from '../../src/features/delivery/deliver-round.ts';
import { planRound } from '../../src/features/prompting/plan-round.ts';
import type { Delivery, Messenger, Ports } from '../../src/ports.ts';
import { aStoredAnswer, examplePlan, upnOf } from '../support/builders.ts';
import { type FakePorts, inMemoryPorts } from '../support/fakes.ts';
import { conversationOf, oidOf } from '../support/large-round.ts';

/*
 * The example plan's year 2026 hour by hour, and every quarter of an hour where the clocks are moved and the year turns: planning
 * and delivery as they are, on stores in memory and a clock that is moved by hand. No process, and no timer.
 */

const plan = examplePlan();
const calendar = swedishWorkingDays();
/** Each question once: the service asks them every minute. */
const workingDays: WorkingDays = {
  nthOf: remembering((month, n) => calendar.nthOf(month, n)),
  shift: remembering((date, days) => calendar.shift(date, days)),
  isWorkingDay: (date) => calendar.isWorkingDay(date),
};

function remembering<Key extends string>(ask: (key: Key, n: number) => string): (key: Key, n: number) => string {
  const known = new Map<string, string>();
  return (key, n) => {
    const answer = known.get(`${key} ${n}`) ?? ask(key, n);
    known.set(`${key} ${n}`, answer);
    return answer;
  };
}

/** When a committee answers, so many working days from the due day and at an hour; SN never does. */
const habits: Readonly<Record<string, { readonly workingDays: number; readonly hour: number }>> = {
  KS: { workingDays: -6, hour: 10 },
  SBN: { workingDays: -6, hour: 13 },
  KFN: { workingDays: 0, hour: 7 },
  BUN: { workingDays: 3, hour: 15 },
  NAN: { workingDays: 5, hour: 9 },
};

/** The service is down for two weeks, over the due day of May, its ladder and Midsummer. */
const DOWN = { from: new Date('2026-06-08T20:00:00+02:00'), to: new Date('2026-06-22T10:00:00+02:00') };
const BACK_ON = '2026-06-22';
/** Nobody can answer meanwhile: those who wanted to do it then. */
const AFTER_DOWN = '2026-06-22 16';

/** The reporter of SBN is on leave in the autumn. */
const absences: readonly Absence[] = [
  { upn: upnOf('SBN'), from: '2026-09-28', to: '2026-11-15', saidAt: new Date('2026-09-25T12:00:00Z') },
];

/** One message: everything that one person gets at a time. */
interface Message {
  readonly at: Date;
  /** In Sweden. */
  readonly day: string;
  readonly hour: number;
  readonly period: Month;
  readonly recipient: string;
  /** `reminder -2 of BUN to rapportor.bun`. */
  readonly items: readonly string[];
}

async function liveThrough(from: string, to: string): Promise<readonly Message[]> {
  const ports = await settledTown(from);
  const sent: string[] = [];
  const messenger: Messenger = {
    async send({ key }) {
      sent.push(key);
      return { kind: 'sent', activityId: `activity-${sent.length}` };
    },
    update: neverAsked,
    openConversation: neverAsked,
  };
  const running: Ports = { ...ports, workingDays, messenger };
  const deliverer = new Deliverer(running);
  const messages: Message[] = [];
  for (const now of instants(from, to).filter((instant) => instant < DOWN.from || instant >= DOWN.to)) {
    ports.clock.moveTo(now.toISOString());
    await answer(ports);
    await deliverer.deliver(await planRound(running));
    if (sent.length === 0) continue;
    const gone = messagesOf(ports.deliveries.rows.filter(({ claimedAt }) => claimedAt?.getTime() === now.getTime()));
    assert.deepEqual(gone.map(({ recipient }) => oidOf(recipient)).toSorted(), sent.splice(0).toSorted());
    messages.push(...gone);
  }
  return messages;
}

async function neverAsked(): Promise<never> {
  throw new Error('Nothing is updated and no conversation is made');
}

/** Everybody in the roster has the app. */
async function settledTown(now: string): Promise<FakePorts> {
  const ports = inMemoryPorts({ plan, now });
  for (const { upn } of plan.contacts) {
    await ports.people.bind(oidOf(upn), upn);
    await ports.conversations.remember(conversationOf(upn, 'https://smba.example'));
  }
  for (const absence of absences) await ports.absences.save(absence);
  const months = new Map<Month, ReturnType<typeof ports.plans.forMonth>>();
  const read = ports.plans.forMonth.bind(ports.plans);
  // The real store remembers plans as well; ten thousand readings of one would be most of the time here.
  ports.plans.forMonth = (month) => {
    const known = months.get(month) ?? read(month);
    months.set(month, known);
    return known;
  };
  return ports;
}

/** Those whose hour has come answer the month that is open. */
async function answer({ clock, answers }: FakePorts): Promise<void> {
  const local = localTime(clock.now());
  const followUp = openFollowUp(plan, workingDays, local.slice(0, 10));
  if (!followUp) return;
  const { period } = followUp;
  for (const committeeId of Object.keys(habits)) {
    const isTime = answersAt(committeeId, followUp) <= local;
    if (isTime && !answers.isAnswered(committeeId, period)) {
      await answers.save(aStoredAnswer({ committeeId, period }), []);
    }
  }
}

function answersAt(committeeId: string, followUp: FollowUp): string {
  const habit = habits[committeeId];
  assert.ok(habit);
  const { dueOn } = followUpDates(followUp, workingDays);
  const wanted = `${workingDays.shift(dueOn, habit.workingDays)} ${twoDigits(habit.hour)}`;
  return wanted >= localTime(DOWN.from) && wanted < localTime(DOWN.to) ? AFTER_DOWN : wanted;
}

/** `2026-06-22 10`, in Sweden. */
function localTime(instant: Date): string {
  return `${stockholmDate(instant)} ${twoDigits(stockholmHour(instant))}`;
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

function messagesOf(rows: readonly Delivery[]): Message[] {
  return [...Map.groupBy(rows, ({ recipient }) => recipient)].map(([recipient, lines]): Message => {
    const [first] = lines;
    assert.ok(first?.claimedAt);
    const { claimedAt: at, period } = first;
    const [day, hour] = [stockholmDate(at), stockholmHour(at)];
    return { at, day, hour, period, recipient, items: lines.map(inWords) };
  });
}

function inWords({ kind, variant, committeeId, recipient, state }: Delivery): string {
  assert.equal(state, 'sent');
  const what = variant === undefined ? kind : `${kind} ${variant}`;
  return `${what} of ${committeeId} to ${recipient.replace('@styrmodell.example', '')}`;
}

/** Every hour; every quarter around the nights when the clocks are moved, and around New Year. */
function instants(from: string, to: string): readonly Date[] {
  const nights = ['2026-03-29', '2026-10-25', '2026-12-31', '2027-01-01'];
  const quarter = 15 * 60_000;
  const count = (Date.parse(to) - Date.parse(from)) / quarter;
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * quarter)).filter(
    (instant) => instant.getUTCMinutes() === 0 || nights.includes(instant.toISOString().slice(0, 10)),
  );
}

let messages: readonly Message[];

function itemsOf(period: Month, committeeId: string): string[] {
  return messages
    .filter((message) => message.period === period)
    .flatMap(({ day, items }) => items.map((item) => `${day} ${item}`))
    .filter((line) => line.includes(` of ${committeeId} `));
}

describe('a year in a municipality', function () {
  this.timeout(30_000);

  const months = plan.followUps.map(({ period }) => period);

  before(async () => {
    messages = await liveThrough('2026-01-01T00:00:00+01:00', '2027-01-31T00:00:00+01:00');
  });

  it('asks each committee’s reporter at every follow-up, and not at any other time', () => {
    const asked = months.map((period) => itemsOf(period, 'KS'));

    assert.deepEqual(asked, [
      ['2026-03-04 prompt of KS to rapportor.ks'],
      ['2026-04-07 prompt of KS to rapportor.ks'],
      ['2026-05-06 prompt of KS to rapportor.ks'],
      ['2026-06-03 prompt of KS to rapportor.ks'],
      ['2026-09-03 prompt of KS to rapportor.ks'],
      ['2026-10-05 prompt of KS to rapportor.ks'],
      ['2026-11-04 prompt of KS to rapportor.ks'],
      ['2026-12-03 prompt of KS to rapportor.ks'],
      ['2027-01-07 prompt of KS to rapportor.ks'],
    ]);
  });

  it('goes up the ladder as long as the committee owes its answer, and no further', () => {
    assert.deepEqual(itemsOf('2026-10', 'KFN'), [
      '2026-11-04 prompt of KFN to rapportor.kfn',
      '2026-11-11 reminder -2 of KFN to rapportor.kfn',
    ]);
    assert.deepEqual(itemsOf('2026-10', 'BUN'), [
      '2026-11-04 prompt of BUN to rapportor.bun',
      '2026-11-11 reminder -2 of BUN to rapportor.bun',
      '2026-11-13 reminder 0 of BUN to rapportor.bun',
      '2026-11-17 prompt of BUN to ersattare.bun',
    ]);
    assert.deepEqual(itemsOf('2026-10', 'NAN').slice(4), ['2026-11-19 late 4 of NAN to forvaltningschef.nan']);
  });

  it('goes to the top of the ladder, and then leaves a committee alone that never answers', () => {
    for (const period of months.filter((month) => month !== '2026-05')) {
      const kinds = itemsOf(period, 'SN').map((line) => line.split(' ').slice(1, -4).join(' '));

      assert.equal(itemsOf(period, 'SN').length, 5, `${period}: ${kinds}`);
    }
  });

  it('asks the deputy while the reporter is on leave, and the reporter before and after', () => {
    const asked = months.flatMap((period) => itemsOf(period, 'SBN')).map((line) => line.split(' to ')[1]);

    const [reporter, deputy] = ['rapportor.sbn', 'ersattare.sbn'];
    assert.deepEqual(asked, [...Array(5).fill(reporter), deputy, deputy, reporter, reporter]);
  });

  it('sends everything between eight and nine in the morning, on a working day that the plan’s calendar names', () => {
    const named = new Set(
      plan.followUps.flatMap((followUp) => {
        const { opensOn, steps } = followUpDates(followUp, workingDays);
        return [opensOn, ...steps.map(({ on }) => on)];
      }),
    );

    for (const { day, hour, recipient } of messages.filter((message) => message.day !== BACK_ON)) {
      assert.ok(hour === 8 && named.has(day) && workingDays.isWorkingDay(day), `${day} ${hour}: ${recipient}`);
    }
  });

  it('keeps to the clocks on the wall: seven in UTC in winter, six in summer', () => {
    const hours = (from: string, to: string): number[] => {
      const between = messages.filter(({ day }) => from <= day && day < to && day !== BACK_ON);
      return [...new Set(between.map(({ at }) => at.getUTCHours()))];
    };

    assert.deepEqual(hours('2026-01-01', '2026-03-29'), [7]);
    assert.deepEqual(hours('2026-03-29', '2026-10-25'), [6]);
    assert.deepEqual(hours('2026-10-25', '2027-01-31'), [7]);
  });

  it('is silent while the service is down, and gives each person one message when it is back, with what still holds', () => {
    const silent = messages.filter(({ at }) => at > DOWN.from && at < DOWN.to);
    const back = messages.filter(({ day }) => day === BACK_ON);

    assert.deepEqual(silent, []);
    assert.deepEqual(new Set(back.map(({ at }) => at.toISOString())), new Set([DOWN.to.toISOString()]));
    assert.deepEqual(
      back.map(({ items }) => items.join(', ')),
      ['BUN', 'SN', 'KFN', 'NAN'].flatMap((id) => [
        `prompt of ${id} to ersattare.${id.toLowerCase()}`,
        `reminder 0 of ${id} to rapportor.${id.toLowerCase()}`,
        `late 4 of ${id} to forvaltningschef.${id.toLowerCase()}`,
      ]),
    );
  });

  it('has nothing to catch up with after that', () => {
    assert.deepEqual(
      messages.filter(({ day }) => BACK_ON < day && day < '2026-09-03'),
      [],
    );
  });

  it('gives nobody more than one message in a day', () => {
    const days = messages.map(({ day, recipient }) => `${day} ${recipient}`);

    assert.deepEqual(days, [...new Set(days)]);
  });

  it('tells an approver of nothing but lateness, and no controller of anybody who can’t be reached', () => {
    const kinds = messages.flatMap(({ items }) => items).map((item) => item.split(' ')[0]);

    assert.deepEqual([...new Set(kinds)].toSorted(), ['late', 'prompt', 'reminder']);
  });
});
