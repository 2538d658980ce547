import type { LedgerLine } from './due-items.ts';

/** What a committee's ledger says of one run: the round itself, or one rehearsal of it. By UPN in lower case. */
export interface RunLedger {
  readonly prompts: ReadonlyMap<string, LedgerLine>;
  /** The latest ladder step that each person has a line of, sent or not to be sent again; 0 for what has no steps. */
  readonly settled: Readonly<Record<SteppedKind, ReadonlyMap<string, number>>>;
}

type SteppedKind = 'reminder' | 'late' | 'unreachable';

export function readRun(lines: readonly LedgerLine[] = [], rehearsal?: number): RunLedger {
  const prompts = new Map<string, LedgerLine>();
  const steps = (): Map<string, number> => new Map();
  const settled = { reminder: steps(), late: steps(), unreachable: steps() };
  for (const line of lines) {
    const { kind, recipient, state } = line;
    if (kind === 'summary') continue;
    const step = stepIn(line.variant, rehearsal);
    if (step === undefined) continue;
    if (kind === 'prompt') prompts.set(recipient, line);
    else if (state !== 'ready' && step >= (settled[kind].get(recipient) ?? step)) settled[kind].set(recipient, step);
  }
  return { prompts, settled };
}

/** How a line of the run is told apart: `-2`, and in the third rehearsal `r3:-2` or `r3`. */
export function variantOf(rehearsal: number | undefined, workingDays?: number): { readonly variant?: string } {
  const parts = [
    ...(rehearsal === undefined ? [] : [`r${rehearsal}`]),
    ...(workingDays === undefined ? [] : [workingDays]),
  ];
  return parts.length > 0 ? { variant: parts.join(':') } : {};
}

/** The line's ladder step, 0 when it has none; undefined when it belongs to another run. */
function stepIn(variant: string | undefined, rehearsal: number | undefined): number | undefined {
  if (rehearsal === undefined) return variant?.startsWith('r') ? undefined : Number(variant ?? 0);
  const [run, step = 0] = variant?.split(':') ?? [];
  return run === `r${rehearsal}` ? Number(step) : undefined;
}
