import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { CommitteeLedger, DueItem, LedgerLine, RoundFacts } from '../../src/domain/due-items.ts';
import { followUpDates } from '../../src/domain/follow-up.ts';
import { type LadderStep, readLadderStep } from '../../src/domain/ladder.ts';
import type { Contact, FollowUp, Plan } from '../../src/domain/plan.ts';
import { aFollowUp, aPlan } from './builders.ts';

/** What most municipalities have in their follow-up plan. */
export const usualLadder: readonly LadderStep[] = [
  '2 working days before',
  'on the due day',
  '2 working days after: deputy too',
  '4 working days after: committee approver is told',
].map(readLadderStep);

/** October 2026: opens on Wednesday 4 November, is due on Friday 13. Steps on 11, 13, 17 and 19 November. */
export const october: FollowUp = aFollowUp('2026-10', { ladder: usualLadder });

/** `rut.bun` is the first reporter of BUN, `dag.bun` and `eva.bun` are her deputies; `siv.sn` is alone at SN. */
export const roster: readonly Contact[] = [
  inRole('reporter', 'BUN', 'rut.bun', 1),
  inRole('reporter', 'BUN', 'dag.bun', 2),
  inRole('reporter', 'BUN', 'eva.bun', 3),
  inRole('committeeApprover', 'BUN', 'chef.bun'),
  inRole('reporter', 'SN', 'siv.sn', 1),
  inRole('committeeApprover', 'SN', 'chef.sn'),
  { upn: 'controller@k.se', role: 'controller', order: 1 },
];

export function inRole(role: Contact['role'], committeeId: string, name: string, order = 1): Contact {
  return { committeeId, role, order, upn: `${name}@k.se` };
}

/** `at`: `2026-11-04 08`, day and hour in Sweden. */
export function roundFacts(
  at: string,
  { followUp = october, plan = {}, ...overrides }: Partial<Omit<RoundFacts, 'plan'>> & { plan?: Partial<Plan> } = {},
): RoundFacts {
  const [today = '', hour] = at.split(' ');
  return {
    plan: aPlan({ contacts: roster, followUps: [aFollowUp('2026-09'), followUp], ...plan }),
    followUp,
    dates: followUpDates(followUp, swedishWorkingDays()),
    ...{ today, hour: Number(hour) },
    ...{ ledgers: new Map(), absences: [], unreachable: new Map() },
    ...overrides,
  };
}

export function ledgersOf(...ledgers: readonly CommitteeLedger[]): RoundFacts['ledgers'] {
  return new Map(ledgers.map((ledger) => [ledger.committeeId, ledger]));
}

/** A committee that owes its answer. */
export function owes(committeeId: string, ...lines: readonly LedgerLine[]): CommitteeLedger {
  return { committeeId, answered: false, lines };
}

export function hasAnswered(committeeId: string, ...lines: readonly LedgerLine[]): CommitteeLedger {
  return { committeeId, answered: true, lines };
}

/** `reminder -2` to `rut.bun`: sent on a day. */
export function sent(what: string, name: string, sentOn: string, overrides: Partial<LedgerLine> = {}): LedgerLine {
  const [kind = '', variant] = what.split(' ');
  return {
    ...{ kind: kind as LedgerLine['kind'], recipient: `${name}@k.se`, state: 'sent', sentOn },
    ...(variant === undefined ? {} : { variant }),
    ...overrides,
  };
}

/** `reminder -2 of BUN to rut.bun`. */
export function inWords({ kind, variant, committeeId, recipient, insteadOf }: DueItem): string {
  const what = variant === undefined ? kind : `${kind} ${variant}`;
  const instead = insteadOf === undefined ? '' : ` instead of ${insteadOf.replace('@k.se', '')}`;
  return `${what} of ${committeeId} to ${recipient.replace('@k.se', '')}${instead}`;
}

/** The ledgers when everything of it has been sent that day. */
export function carriedOut(
  ledgers: RoundFacts['ledgers'],
  items: readonly DueItem[],
  today: string,
): RoundFacts['ledgers'] {
  const after = new Map(ledgers);
  for (const { committeeId, insteadOf: _, ...item } of items) {
    const { answered = false, lines = [] } = after.get(committeeId) ?? {};
    const others = lines.filter((line) => line.recipient !== item.recipient || !isSameThing(line, item));
    const line: LedgerLine = { ...item, state: 'sent', sentOn: today };
    after.set(committeeId, { committeeId, answered, lines: [...others, line] });
  }
  return after;
}

function isSameThing(line: Pick<LedgerLine, 'kind' | 'variant'>, other: Pick<LedgerLine, 'kind' | 'variant'>): boolean {
  return line.kind === other.kind && line.variant === other.variant;
}

/** `count` days from one on, themselves included. */
export function daysFrom(day: string, count: number): string[] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(noon + at * 86_400_000).toISOString().slice(0, 10));
}
