import { triedPersons } from './asked-persons.ts';
import { addDays } from './days.ts';
import { type DueItem, dueItems, FIRST_HOUR, type LedgerLine, type RoundFacts, TELLING_HOUR } from './due-items.ts';

/** Why somebody would get something. */
export type WhyDue =
  /** The first who is asked, as the round opens. */
  | { readonly code: 'OPENED' }
  /** Asked instead of the first reporter, who can't be asked that day. The reason is a stable code: `AWAY`, `NOT_INSTALLED`. */
  | { readonly code: 'INSTEAD'; readonly of: string; readonly reason: string }
  /** Asked as well: the ladder brings a deputy in. */
  | { readonly code: 'DEPUTY_STEP'; readonly of: string }
  /** A step of the ladder, so many working days from the due day. */
  | { readonly code: 'STEP'; readonly workingDays: number }
  | { readonly code: 'NOBODY_REACHABLE' }
  /** It was tried before and is to be tried once more. */
  | { readonly code: 'AGAIN' };

/** One thing in a message that would go out. */
export interface ForeseenItem extends DueItem {
  readonly why: WhyDue;
}

/** A message that somebody would get: all that falls due for that person at one time. */
export interface ForeseenMessage {
  /** In Sweden: `2026-11-12 08:00`. */
  readonly at: string;
  /** UPN in lower case. */
  readonly recipient: string;
  /** `form`: the form itself; `list`: one card with everything. */
  readonly as: 'form' | 'list';
  /** Why it would not come: the person can't be written to. A stable code. */
  readonly unreachable?: string;
  readonly items: readonly ForeseenItem[];
}

/** The hours of a day at which something falls due. */
const HOURS = [FIRST_HOUR, TELLING_HOUR];

/**
 * Who would get what on a day, if nothing more is answered until then, everything due is sent, and the plan, the absences and
 * who can be written to stay as they are. Nothing is sent or stored. `facts` are of the present; `until`: not after that hour.
 */
export function foresee(facts: RoundFacts, date: string, until = 23): readonly ForeseenMessage[] {
  const { today, dates } = facts;
  let ledgers = facts.ledgers;
  const seen: ForeseenMessage[] = [];
  for (let day = today < dates.opensOn ? dates.opensOn : today; day <= date; day = addDays(day, 1)) {
    for (const hour of hoursOf(facts, day)) {
      const then = { ...facts, today: day, hour, ledgers };
      const due = dueItems(then);
      ledgers = withSent(ledgers, due, day);
      if (day === date && hour <= until) seen.push(...messagesOf(then, due));
    }
  }
  return seen;
}

/** Today nothing happens before now. */
function hoursOf({ today, hour: now }: RoundFacts, day: string): readonly number[] {
  return day === today ? [now, ...HOURS.filter((hour) => hour > now)] : HOURS;
}

/** The ledgers as they are when all of it has been sent on that day. */
function withSent(ledgers: RoundFacts['ledgers'], due: readonly DueItem[], day: string): RoundFacts['ledgers'] {
  const after = new Map(ledgers);
  for (const { committeeId, ...item } of due) {
    const { answered = false, lines = [] } = after.get(committeeId) ?? {};
    const others = lines.filter((line) => !isLineOf(item, line));
    const sent = { ...item, state: 'sent', sentOn: day } as const;
    after.set(committeeId, { committeeId, answered, lines: [...others, sent] });
  }
  return after;
}

function isLineOf({ recipient, kind, variant }: Omit<DueItem, 'committeeId'>, line: LedgerLine): boolean {
  return line.recipient === recipient && line.kind === kind && line.variant === variant;
}

function messagesOf(facts: RoundFacts, due: readonly DueItem[]): ForeseenMessage[] {
  const at = `${facts.today} ${String(facts.hour).padStart(2, '0')}:00`;
  return [...Map.groupBy(due, ({ recipient }) => recipient)].map(([recipient, items]) => {
    const unreachable = facts.unreachable.get(recipient);
    return {
      ...{ at, recipient },
      as: items.length === 1 && items[0]?.kind === 'prompt' ? 'form' : 'list',
      ...(unreachable && { unreachable }),
      items: items.map((item) => ({ ...item, why: whyDue(facts, item) })),
    };
  });
}

function whyDue(facts: RoundFacts, item: DueItem): WhyDue {
  const { kind, committeeId, insteadOf, variant } = item;
  const line = facts.ledgers.get(committeeId)?.lines.find((one) => isLineOf(item, one));
  if (line?.state === 'ready' && line.sentOn !== undefined) return { code: 'AGAIN' };
  if (kind === 'unreachable') return { code: 'NOBODY_REACHABLE' };
  if (kind !== 'prompt') return { code: 'STEP', workingDays: Number(variant) };
  if (insteadOf === undefined) return { code: 'OPENED' };
  const reason = triedPersons(facts, committeeId).find(({ upn }) => upn === insteadOf)?.reason;
  return reason === undefined ? { code: 'DEPUTY_STEP', of: insteadOf } : { code: 'INSTEAD', of: insteadOf, reason };
}
