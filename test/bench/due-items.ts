import { type CommitteeLedger, dueItems, type LedgerLine, type RoundFacts } from '../../src/domain/due-items.ts';
import type { FollowUpDates } from '../../src/domain/follow-up.ts';
import type { Contact } from '../../src/domain/plan.ts';
import { aCommittee, aFollowUp, anArea, aPlan } from '../support/builders.ts';
import { approverOf, upnIn } from '../support/large-round.ts';
import { type Comparison, median, type Round } from './statistics.ts';

const COMMITTEES = 1_000;
/** Reporter and deputies of each, all of them asked by the last day of the ladder. */
const PEOPLE = 30;
/** Of each committee: everybody's form, and most people's reminders. */
const LINES = 100;
/** In one round. */
const TIMES = 15;

const dates: FollowUpDates = {
  opensOn: '2026-11-04',
  dueOn: '2026-11-13',
  steps: [
    { kind: 'reminder', workingDays: -4, on: '2026-11-09' },
    ...Array.from({ length: PEOPLE - 1 }, () => ({ kind: 'deputy', workingDays: -4, on: '2026-11-09' }) as const),
    { kind: 'reminder', workingDays: -2, on: '2026-11-11' },
    { kind: 'reminder', workingDays: 0, on: '2026-11-13' },
    { kind: 'approver', workingDays: 4, on: '2026-11-19' },
  ],
};

/**
 * Finding out what is due in a large round, with the ledger in memory, against looking up the person of every line of it in a
 * Map.
 */
export async function compareDueItems(_world: unknown, rounds: number): Promise<Comparison> {
  const facts = largeFacts();
  const lines = [...facts.ledgers.values()].flatMap((ledger) => ledger.lines);
  const people = new Map(facts.plan.contacts.map((contact) => [contact.upn, contact]));
  const due = (): number => dueItems(facts).length;
  const lookUp = (): number => lines.filter((line) => people.has(line.recipient)).length;
  oneRound(due, lookUp); // warms both up
  return {
    name: `What is due among ${lines.length} lines of ${COMMITTEES} committees against a Map look-up for each`,
    unit: 'lines/ms',
    rounds: Array.from({ length: rounds }, () => oneRound(due, lookUp)),
    floor: { kind: 'at-least', ratio: 0.2 },
    notes: [`${due()} items are due`],
  };
}

/** By turns, and the middle of each: a collection of rubbish or a busy machine meets both. */
function oneRound(ours: () => number, baseline: () => number): Round {
  const taken = Array.from({ length: TIMES }, () => [perMillisecond(ours), perMillisecond(baseline)] as const);
  return { ours: median(taken.map(([first]) => first)), baseline: median(taken.map(([, second]) => second)) };
}

function perMillisecond(work: () => unknown): number {
  const started = performance.now();
  work();
  return (COMMITTEES * LINES) / (performance.now() - started);
}

function largeFacts(): RoundFacts {
  const ids = Array.from({ length: COMMITTEES }, (_, at) => `N${at}`);
  const followUp = aFollowUp('2026-10', { asks: ['finance'] });
  return {
    plan: aPlan({
      committees: ids.map((id) => aCommittee(id)),
      businessAreas: ids.map((committeeId) => anArea(committeeId, { committeeId })),
      contacts: ids.flatMap(contactsOf),
      followUps: [followUp],
    }),
    ...{ followUp, dates, today: '2026-11-19', hour: 8 },
    ledgers: new Map(ids.map((committeeId) => [committeeId, ledgerOf(committeeId)])),
    ...{ absences: [], unreachable: new Map() },
  };
}

function contactsOf(committeeId: string): Contact[] {
  return [
    ...Array.from({ length: PEOPLE }, (_, at): Contact => {
      return { committeeId, role: 'reporter', order: at + 1, upn: upnIn(committeeId, at + 1) };
    }),
    { committeeId, role: 'committeeApprover', order: 1, upn: approverOf(committeeId) },
  ];
}

/** Everybody has the form and the first two reminders, and the first ten the third: it is due to the others. */
function ledgerOf(committeeId: string): CommitteeLedger {
  const sent = { state: 'sent', sentOn: '2026-11-09' } as const;
  const lines = Array.from({ length: LINES }, (_, at): LedgerLine => {
    const recipient = upnIn(committeeId, (at % PEOPLE) + 1);
    const variant = [undefined, '-4', '-2', '0'][Math.floor(at / PEOPLE)];
    return variant === undefined
      ? { recipient, kind: 'prompt', ...sent }
      : { recipient, kind: 'reminder', variant, ...sent };
  });
  return { committeeId, answered: false, lines };
}
