import type { Absence } from './absence.ts';
import { type AskedPerson, askedPersons } from './asked-persons.ts';
import { committeesThatReport, type FollowUpDates } from './follow-up.ts';
import { type DatedStep, FIRST_HOUR, hasPassed } from './ladder.ts';
import type { FollowUp, Plan } from './plan.ts';
import { roundPeople } from './round-people.ts';
import { type RunLedger, readRun, variantOf } from './run-ledger.ts';

export { FIRST_HOUR } from './ladder.ts';

/** One line of the ledger, as far as deciding what is due needs it. */
export interface LedgerLine {
  /** UPN in lower case. */
  readonly recipient: string;
  readonly kind: 'prompt' | 'reminder' | 'late' | 'unreachable' | 'summary';
  readonly variant?: string;
  readonly state: 'ready' | 'sending' | 'sent' | 'refused' | 'ambiguous';
  /** Why it was refused, as a stable code. */
  readonly reason?: string;
  /** The day in Sweden that it was last sent, or tried. */
  readonly sentOn?: string;
}

export interface CommitteeLedger {
  readonly committeeId: string;
  readonly answered: boolean;
  readonly lines: readonly LedgerLine[];
}

/** Everything that decides what is due. */
export interface RoundFacts {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly dates: FollowUpDates;
  /** The day in Sweden and the hour there, 0–23. */
  readonly today: string;
  readonly hour: number;
  readonly ledgers: ReadonlyMap<string, CommitteeLedger>;
  readonly absences: readonly Absence[];
  /** Who can't be written to as far as is known, by UPN in lower case, and why (`NOT_INSTALLED`). */
  readonly unreachable: ReadonlyMap<string, string>;
  /** The rehearsal's number: its lines are counted apart from the real ones. */
  readonly rehearsal?: number;
}

/** Something that somebody should get now. Its row in the ledger is named by all but `insteadOf`. */
export interface DueItem {
  readonly committeeId: string;
  /** UPN in lower case. */
  readonly recipient: string;
  readonly kind: 'prompt' | 'reminder' | 'late' | 'unreachable';
  readonly variant?: string;
  /** The first reporter's UPN, when a deputy is asked. */
  readonly insteadOf?: string;
}

/** Controllers are told of a committee without anybody to ask when the others have been asked, on the first day. */
export const TELLING_HOUR = 9;

/**
 * Who should get what now, of what is not sent: a line that is ready still is listed for as long as it is the right thing. Pure:
 * the same facts give the same list, in the plan's order. `followUp` is the one that is open.
 */
export function dueItems(facts: RoundFacts): readonly DueItem[] {
  if (!isOpenNow(facts)) return [];
  const people = roundPeople(facts);
  const reminder = lastPassed(facts, 'reminder');
  const late = lastPassed(facts, 'approver');
  return committeesThatReport(facts.plan, facts.followUp.period).flatMap(({ id }) => {
    const ledger = facts.ledgers.get(id);
    if (ledger?.answered) return [];
    const run = readRun(ledger?.lines, facts.rehearsal);
    const asked = askedPersons(facts, id, people, run);
    const approvers = people.approvers.get(id) ?? [];
    const controllers = asked.length === 0 && isTimeToTell(facts) ? people.controllers : [];
    return [
      ...promptsDue(facts, id, asked, run),
      ...(reminder ? named(facts, id, 'reminder', toRemind(reminder, asked, run), reminder) : []),
      ...(late ? named(facts, id, 'late', notYet(run, 'late', approvers, late), late) : []),
      ...named(facts, id, 'unreachable', notYet(run, 'unreachable', controllers)),
    ];
  });
}

/** At night nothing goes out, not even what became due while the service was down or somebody's absence began at midnight. */
function isOpenNow({ dates, followUp, today, hour }: RoundFacts): boolean {
  return today >= dates.opensOn && (hour >= FIRST_HOUR || today === followUp.startedOn);
}

function isTimeToTell({ dates, today, hour }: RoundFacts): boolean {
  return today > dates.opensOn || hour >= TELLING_HOUR;
}

function lastPassed({ dates, ...now }: RoundFacts, kind: DatedStep['kind']): DatedStep | undefined {
  return dates.steps.findLast((step) => step.kind === kind && hasPassed(step, now));
}

function named(
  { rehearsal }: RoundFacts,
  committeeId: string,
  kind: DueItem['kind'],
  recipients: readonly string[],
  step?: DatedStep,
): DueItem[] {
  const variant = variantOf(rehearsal, step?.workingDays);
  return recipients.map((recipient) => ({ committeeId, recipient, kind, ...variant }));
}

function promptsDue(
  { rehearsal }: RoundFacts,
  committeeId: string,
  asked: readonly AskedPerson[],
  { prompts }: RunLedger,
): DueItem[] {
  const variant = variantOf(rehearsal);
  return asked
    .filter(({ upn }) => (prompts.get(upn)?.state ?? 'ready') === 'ready')
    .map(({ upn, ...instead }) => ({ committeeId, recipient: upn, kind: 'prompt', ...variant, ...instead }));
}

/** Who got the form, or may have, on an earlier day. Who has missed several steps is reminded of the last one alone. */
function toRemind(step: DatedStep, asked: readonly AskedPerson[], run: RunLedger): readonly string[] {
  const upns = asked.map(({ upn }) => upn).filter((upn) => hadFormBefore(run.prompts.get(upn), step.on));
  return notYet(run, 'reminder', upns, step);
}

function hadFormBefore(prompt: LedgerLine | undefined, day: string): boolean {
  return (prompt?.state === 'sent' || prompt?.state === 'ambiguous') && (prompt.sentOn ?? '') < day;
}

/** Those without a line of this step, or of a later one. */
function notYet(
  { settled }: RunLedger,
  kind: keyof RunLedger['settled'],
  upns: readonly string[],
  step?: DatedStep,
): readonly string[] {
  const wanted = step?.workingDays ?? 0;
  return upns.filter((upn) => (settled[kind].get(upn) ?? Number.NEGATIVE_INFINITY) < wanted);
}
