import { type DueItem, dueItems, type LedgerLine, type RoundFacts } from '../../domain/due-items.ts';
import type { Delivery, Ports } from '../../ports.ts';
import type { Round } from './find-round.ts';

/** Why nothing of a round goes out now. `halted`: Teams takes nothing from the whole service. */
export type Held = 'paused' | 'rehearsal' | 'halted';

export async function whatHolds(
  { rounds, crew, clock }: Pick<Ports, 'rounds' | 'crew' | 'clock'>,
  { followUp }: Pick<Round, 'followUp'>,
): Promise<Held | undefined> {
  const settings = await rounds.find(followUp.period, 'fresh');
  if (settings?.paused) return 'paused';
  if (settings?.rehearsal?.on) return 'rehearsal';
  return (await crew.halted(clock.now())) ? 'halted' : undefined;
}

/** The rows that would go out today, were they ready: those that are, too. */
export function dueOnceReady(facts: RoundFacts, rows: readonly Delivery[]): readonly Delivery[] {
  const ledgers = new Map(
    [...facts.ledgers].map(([id, ledger]) => {
      const own = rows.filter(({ committeeId }) => committeeId === id);
      const lines = ledger.lines.map((line) =>
        own.some((row) => isSame(row, line)) ? ({ ...line, state: 'ready' } as const) : line,
      );
      return [id, { ...ledger, lines }];
    }),
  );
  const due = dueItems({ ...facts, ledgers, hour: 23 });
  return rows.filter((row) => due.some((item) => item.committeeId === row.committeeId && isSame(row, item)));
}

function isSame(row: Delivery, other: LedgerLine | DueItem): boolean {
  return row.recipient === other.recipient && row.kind === other.kind && row.variant === other.variant;
}
