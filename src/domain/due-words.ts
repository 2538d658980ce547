import { daysBetween } from './days.ts';
import type { WorkingDays } from './follow-up.ts';
import { MUNICIPALITY } from './municipality.ts';
import type { Month } from './period.ts';
import type { CommitteeStanding, ReportKind, StatutoryDate } from './report-content.ts';
import type { ReportPeople } from './report-people.ts';
import type { CouncilDecision, ReportEvent, ReportRecord } from './report-record.ts';
import type { CommitteeNamed, DecisionNamed, ReportWord } from './report-word.ts';
import { stockholmDate } from './stockholm.ts';

/** Everything that decides who is to be told what of a period's reports. */
export interface WordFacts {
  readonly period: Month;
  readonly kind: ReportKind;
  /** The day in Sweden. */
  readonly today: string;
  readonly workingDays: Pick<WorkingDays, 'shift'>;
  /** As stored now, not as compiled. */
  readonly standings: readonly CommitteeStanding[];
  readonly records: ReadonlyMap<string, ReportRecord>;
  /** By scope, of those that wait for the next deed: the one that they were handed in, sent back or compiled by. */
  readonly lastDeeds: ReadonlyMap<string, ReportEvent>;
  /** The municipality's record; absent: nobody has done anything to it. */
  readonly whole?: ReportRecord;
  /** Oldest first. */
  readonly versions: readonly VersionKnown[];
  readonly statutory?: StatutoryDate;
  readonly people: ReportPeople;
}

export interface VersionKnown {
  readonly number: number;
  readonly compiledAt: string;
  readonly decision?: CouncilDecision;
}

/** A word to one person. The variant names what it is about, so that the same is not said twice. */
export interface DueWord {
  /** UPN in lower case. */
  readonly recipient: string;
  readonly variant: string;
  readonly word: ReportWord;
}

/** Working days before the law's last day that controllers are reminded on. */
const STATUTORY_STEPS = [20, 5] as const;
/** After so many days a decision is no news to whoever comes into the roster. */
const NEWS_DAYS = 30;

/** Who should have been told what by now. Pure: what has been sent is known by its variant, and left out by whoever sends. */
export function dueWords(facts: WordFacts): readonly DueWord[] {
  return [
    ...facts.standings.flatMap((standing) => ofCommittee(facts, standing)),
    ...allSigned(facts),
    ...statutory(facts),
    ...toDecide(facts),
    ...decided(facts),
  ];
}

function to(recipients: readonly string[], variant: string, word: ReportWord): DueWord[] {
  return recipients.map((recipient) => ({ recipient, variant, word }));
}

function named({ committeeId: id, committeeName: name }: CommitteeStanding): CommitteeNamed {
  return { id, name };
}

function ofCommittee(facts: WordFacts, standing: CommitteeStanding): DueWord[] {
  const { people, records, lastDeeds, versions } = facts;
  const { committeeId, state, signed, changedSinceSigned } = standing;
  const committee = named(standing);
  const deed = lastDeeds.get(committeeId);
  if (changedSinceSigned && signed) {
    const word: ReportWord = { kind: 'changed', committee, compiled: versions.length > 0 };
    return to(people.inRole('controller'), `changed:${committeeId}:${signed.at}`, word);
  }
  if (!deed) return [];
  const said = { committee, by: deed.by.name, at: deed.at.toISOString() };
  const variant = `${committeeId}:${deed.revision}`;
  if (state === 'handed-in') {
    const approvers = othersThan(deed, people.inRole('committeeApprover', committeeId));
    return to(approvers, `sign:${variant}`, { kind: 'sign', ...said });
  }
  if (state !== 'sent-back') return [];
  const reporters = people.reporters(committeeId, records.get(committeeId)?.handedIn?.upn);
  return to(reporters, `sent-back:${variant}`, { kind: 'sent-back', ...said, why: deed.why ?? '' });
}

function allSigned({ standings, whole, versions, people }: WordFacts): DueWord[] {
  const signed = standings.flatMap((one) => (one.changedSinceSigned ? [] : (one.signed?.at ?? [])));
  if (versions.length > 0 || standings.length === 0 || signed.length < standings.length) return [];
  const last = signed.toSorted().at(-1) ?? '';
  const word: ReportWord = { kind: 'all-signed', committees: standings.length, reviewed: whole?.state === 'reviewed' };
  return to(people.inRole('controller'), `all-signed:${last}`, word);
}

/** Of several steps that have passed only the last counts. A report that is compiled has gone as far as this helps. */
function statutory({ statutory: law, versions, today, workingDays, standings, people }: WordFacts): DueWord[] {
  if (!law || versions.length > 0) return [];
  const { rule, lastDay } = law;
  const signed = standings.filter((one) => one.signed && !one.changedSinceSigned).length;
  const said = { kind: 'statutory', rule, lastDay, signed, committees: standings.length } as const;
  const controllers = people.inRole('controller');
  if (workingDays.shift(lastDay, 1) <= today) return to(controllers, 'statutory:missed', said);
  const step = STATUTORY_STEPS.findLast((days) => workingDays.shift(lastDay, -days) <= today);
  if (step === undefined || today > lastDay) return [];
  return to(controllers, `statutory:${step}`, { ...said, workingDays: step });
}

function toDecide({ versions, whole, lastDeeds, people }: WordFacts): DueWord[] {
  const newest = versions.at(-1);
  const deed = lastDeeds.get(MUNICIPALITY);
  if (!newest || newest.decision || whole?.state !== 'compiled' || !deed) return [];
  const { number: version, compiledAt: at } = newest;
  const { registrationNumber } = whole;
  const word: ReportWord = { kind: 'decide', version, registrationNumber, by: deed.by.name, at };
  return to(othersThan(deed, people.inRole('councilClerk')), `decide:${version}`, word);
}

/** Nobody signs or registers what they have handed in or compiled themselves; where there is nobody else, they are told all the same. */
function othersThan({ by }: ReportEvent, upns: readonly string[]): readonly string[] {
  const others = upns.filter((upn) => upn !== by.upn.toLowerCase());
  return others.length > 0 ? others : upns;
}

/** What the council's newest decision means for those who were not there. */
function decided(facts: WordFacts): DueWord[] {
  const { versions, kind, people, today } = facts;
  const newest = versions.at(-1)?.decision;
  if (!newest || daysBetween(stockholmDate(new Date(newest.at)), today) > NEWS_DAYS) return [];
  const { date, paragraph, registrationNumber, outcome, why, version } = newest;
  const decision: DecisionNamed = { date, paragraph, registrationNumber };
  const orders = ordersOf(facts, newest, decision);
  if (outcome === 'sent-back') {
    const everybody = facts.standings.flatMap(({ committeeId }) => committeesPeople(people, committeeId));
    const recipients = new Set([...people.inRole('controller'), ...everybody]);
    const word: ReportWord = { kind: 'council-sent-back', decision, why };
    return [...to([...recipients], `council:${version}`, word), ...orders];
  }
  const nextYear: ReportWord = { kind: 'next-year', decision };
  return [...orders, ...(kind === 'annual' ? to(people.inRole('controller'), `next-year:${version}`, nextYear) : [])];
}

/** Each person reads all orders to their committees in one message. */
function ordersOf(
  { standings, people }: WordFacts,
  { orders, version }: CouncilDecision,
  decision: DecisionNamed,
): DueWord[] {
  const perPerson = standings.flatMap((standing) => {
    const own = orders.filter(({ committeeId }) => committeeId === standing.committeeId);
    const said = { ...named(standing), orders: own.map(({ text, dueOn }) => ({ text, dueOn })) };
    return own.length === 0 ? [] : committeesPeople(people, standing.committeeId).map((upn) => ({ upn, said }));
  });
  return [...Map.groupBy(perPerson, ({ upn }) => upn)].flatMap(([upn, theirs]) =>
    to([upn], `order:${version}`, { kind: 'order', decision, committees: theirs.map(({ said }) => said) }),
  );
}

function committeesPeople(people: ReportPeople, committeeId: string): readonly string[] {
  return [...new Set([...people.reporters(committeeId), ...people.inRole('committeeApprover', committeeId)])];
}
