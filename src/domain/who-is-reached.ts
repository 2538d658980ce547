import { askedPersons, triedPersons } from './asked-persons.ts';
import type { RoundFacts } from './due-items.ts';
import { committeesThatReport } from './follow-up.ts';
import type { Contact } from './plan.ts';
import type { RoundOverview } from './round-overview.ts';
import { roundPeople } from './round-people.ts';

/** The committees that owe an answer and have nobody who can be asked today, with everyone who was tried. */
export function whoHasNobody(facts: RoundFacts): RoundOverview['unreachable'] {
  return committeesThatReport(facts.plan, facts.followUp.period)
    .filter(({ id }) => !facts.ledgers.get(id)?.answered && askedPersons(facts, id).length === 0)
    .map(({ id, name }) => ({ committeeId: id, name, tried: triedPersons(facts, id) }));
}

/** Reporters of what is owed who are away today: why somebody else has been asked. */
export function whoIsAway(facts: RoundFacts): RoundOverview['away'] {
  const { reporters, awayUntil } = roundPeople(facts);
  const owed = committeesThatReport(facts.plan, facts.followUp.period).filter(
    ({ id }) => !facts.ledgers.get(id)?.answered,
  );
  const upns = new Set(owed.flatMap(({ id }) => reporters.get(id) ?? []));
  return [...awayUntil].filter(([upn]) => upns.has(upn)).map(([upn, until]) => ({ upn, until }));
}

/** Those with a part in the round who have not installed the app: reporters, approvers, and the controllers. */
export function whoMustInstall({ plan, followUp, unreachable }: RoundFacts): RoundOverview['mustInstall'] {
  const reporting = new Set(committeesThatReport(plan, followUp.period).map(({ id }) => id));
  const hasPart = ({ role, committeeId = '' }: Contact): boolean =>
    role === 'controller' || (['reporter', 'committeeApprover'].includes(role) && reporting.has(committeeId));
  const missing = plan.contacts
    .filter((contact) => hasPart(contact) && unreachable.get(contact.upn.toLowerCase()) === 'NOT_INSTALLED')
    .map(({ upn, committeeId }) => ({ upn: upn.toLowerCase(), committeeId }));
  return [...Map.groupBy(missing, ({ upn }) => upn)].map(([upn, parts]) => ({
    upn,
    committeeIds: [...new Set(parts.flatMap(({ committeeId }) => committeeId ?? []))],
  }));
}
