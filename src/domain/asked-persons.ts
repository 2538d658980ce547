import type { RoundFacts } from './due-items.ts';
import { hasPassed } from './ladder.ts';
import type { Tried } from './round-overview.ts';
import { type RoundPeople, roundPeople } from './round-people.ts';
import { type RunLedger, readRun } from './run-ledger.ts';

/** Somebody who is asked for a committee's answer. UPNs in lower case. */
export interface AskedPerson {
  readonly upn: string;
  /** The committee's first reporter, when a deputy is asked. */
  readonly insteadOf?: string;
}

/**
 * Who is asked for a committee's answer today: the first reporter who can be, and one more for each deputy step that has passed.
 * Those who have been asked already keep being so: a deputy who was asked while the first reporter was away, too. Empty: nobody
 * of the committee can be asked.
 */
export function askedPersons(
  facts: RoundFacts,
  committeeId: string,
  people: RoundPeople = roundPeople(facts),
  run: RunLedger = readRun(facts.ledgers.get(committeeId)?.lines, facts.rehearsal),
): readonly AskedPerson[] {
  const reporters = people.reporters.get(committeeId) ?? [];
  const wanted = 1 + facts.dates.steps.filter((step) => step.kind === 'deputy' && hasPassed(step, facts)).length;
  return reporters
    .filter((upn) => whyNot(upn, facts, people, run) === undefined)
    .filter((upn, at) => at < wanted || hasBeenAsked(upn, run))
    .map((upn) => (reporters[0] === undefined || reporters[0] === upn ? { upn } : { upn, insteadOf: reporters[0] }));
}

/**
 * Those of a committee's reporters who can't be asked today, and why. Of a committee that nobody can be asked of it is all of
 * them; none at all when it has no reporter.
 */
export function triedPersons(
  facts: RoundFacts,
  committeeId: string,
  people: RoundPeople = roundPeople(facts),
  run: RunLedger = readRun(facts.ledgers.get(committeeId)?.lines, facts.rehearsal),
): readonly Tried[] {
  return (people.reporters.get(committeeId) ?? []).flatMap((upn) => whyNot(upn, facts, people, run) ?? []);
}

/** Who was refused stays so until somebody has done something about it and the line is made ready again. */
function whyNot(
  upn: string,
  { unreachable, rehearsal }: RoundFacts,
  { awayUntil }: RoundPeople,
  { prompts }: RunLedger,
): Tried | undefined {
  const prompt = prompts.get(upn);
  // A rehearsal's messages go to somebody else: what became of them says nothing of this person.
  if (prompt?.state === 'refused' && rehearsal === undefined) return { upn, reason: prompt.reason ?? 'REFUSED' };
  const reason = unreachable.get(upn);
  if (reason !== undefined) return { upn, reason };
  const until = awayUntil.get(upn);
  return until === undefined ? undefined : { upn, reason: 'AWAY', until };
}

/** Also when it is to go out once more. */
function hasBeenAsked(upn: string, { prompts }: RunLedger): boolean {
  const prompt = prompts.get(upn);
  return prompt !== undefined && (prompt.state !== 'ready' || prompt.sentOn !== undefined);
}
