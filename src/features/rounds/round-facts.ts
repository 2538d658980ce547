import type { CommitteeLedger, LedgerLine, RoundFacts } from '../../domain/due-items.ts';
import { committeesThatReport } from '../../domain/follow-up.ts';
import type { Plan } from '../../domain/plan.ts';
import { stockholmDate, stockholmHour } from '../../domain/stockholm.ts';
import type { Delivery, KnownConversation, PeriodLedger, Ports } from '../../ports.ts';
import type { Round } from './find-round.ts';

export type FactsPorts = Pick<Ports, 'clock' | 'deliveries' | 'absences' | 'people' | 'conversations'>;

/** Everything that decides what is due in a round now, with the ledgers that it was read from. */
export async function loadRoundFacts(
  ports: FactsPorts,
  round: Pick<Round, 'plan' | 'followUp' | 'dates'>,
): Promise<{ readonly facts: RoundFacts; readonly ledgers: readonly PeriodLedger[] }> {
  const { period } = round.followUp;
  const committees = committeesThatReport(round.plan, period);
  const [ledgers, surroundings] = await Promise.all([
    Promise.all(committees.map(({ id }) => ports.deliveries.ledger(id, period))),
    loadSurroundings(ports),
  ]);
  return { facts: roundFacts(ports.clock.now(), round, ledgers, surroundings), ledgers };
}

/** What decides beside the plan and the ledgers. */
export interface Surroundings extends Pick<RoundFacts, 'absences'> {
  /** Object ids by UPN in lower case. */
  readonly oids: ReadonlyMap<string, string>;
  /** People's own conversations, by object id. */
  readonly conversations: ReadonlyMap<string, KnownConversation>;
}

export async function loadSurroundings({
  absences,
  people,
  conversations,
}: Pick<Ports, 'absences' | 'people' | 'conversations'>): Promise<Surroundings> {
  const [away, oids, known] = await Promise.all([absences.list(), people.list(), conversations.listPersonal()]);
  return { absences: away, oids, conversations: known };
}

/** The facts as they follow from what has been read, for the committees whose ledgers are given. */
export function roundFacts(
  now: Date,
  { plan, followUp, dates }: Pick<Round, 'plan' | 'followUp' | 'dates'>,
  ledgers: readonly Pick<PeriodLedger, 'committeeId' | 'answered' | 'deliveries'>[],
  { absences, ...known }: Surroundings,
): RoundFacts {
  return {
    ...{ plan, followUp, dates, absences },
    unreachable: whoCannotBeWrittenTo(plan, known),
    ...{ today: stockholmDate(now), hour: stockholmHour(now) },
    ledgers: new Map(ledgers.map((ledger) => [ledger.committeeId, committeeLedger(ledger)])),
  };
}

/** Those of the roster who have not installed the app, by UPN in lower case. */
function whoCannotBeWrittenTo(
  { contacts }: Plan,
  { oids, conversations }: Pick<Surroundings, 'oids' | 'conversations'>,
): ReadonlyMap<string, string> {
  const roster = new Set(contacts.map(({ upn }) => upn.toLowerCase()));
  const unknown = [...roster].filter((upn) => !conversations.has(oids.get(upn) ?? ''));
  return new Map(unknown.map((upn) => [upn, 'NOT_INSTALLED']));
}

function committeeLedger({
  committeeId,
  answered,
  deliveries,
}: Pick<PeriodLedger, 'committeeId' | 'answered' | 'deliveries'>): CommitteeLedger {
  return { committeeId, answered, lines: deliveries.flatMap(ledgerLine) };
}

/** Word of a report's steps is no part of a round. */
function ledgerLine({ recipient, kind, variant, state, reason, claimedAt }: Delivery): LedgerLine[] {
  if (kind === 'report') return [];
  const line = {
    ...{ recipient, kind, state },
    ...(variant === undefined ? {} : { variant }),
    ...(reason === undefined ? {} : { reason }),
    ...(claimedAt ? { sentOn: stockholmDate(claimedAt) } : {}),
  };
  return [line];
}
