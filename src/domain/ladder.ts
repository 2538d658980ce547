/** One step of the reminder ladder: what is done so many working days from the due day; minus is before it. */
export interface LadderStep {
  readonly kind: 'reminder' | 'deputy' | 'approver';
  readonly workingDays: number;
}

/** A step with its day in Sweden, `2026-11-12`. */
export interface DatedStep extends LadderStep {
  readonly on: string;
}

/** `2 working days before`, `on the due day`, `2 working days after: deputy too`, `4 working days after: committee approver is told`. */
export function readLadderStep(phrase: string): LadderStep {
  const [, count = '0', side] = /^(\d+) working days? (before|after)/.exec(phrase) ?? [];
  const workingDays = side === 'before' ? -Number(count) : Number(count);
  if (phrase.endsWith(': deputy too')) return { kind: 'deputy', workingDays };
  if (phrase.endsWith(': committee approver is told')) return { kind: 'approver', workingDays };
  return { kind: 'reminder', workingDays };
}

/** Nothing goes out before this hour, in Sweden. */
export const FIRST_HOUR = 8;

/** A moment in Sweden: its day and its hour, 0–23. */
export interface LocalHour {
  readonly today: string;
  readonly hour: number;
}

/** A step's time is the morning of its day. */
export function hasPassed({ on }: DatedStep, { today, hour }: LocalHour): boolean {
  return on < today || (on === today && hour >= FIRST_HOUR);
}
