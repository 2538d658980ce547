import { dryRunCard } from '../../cards/dry-run/card.ts';
import { roundCard } from '../../cards/round/card.ts';
import { roundLedgerCard } from '../../cards/round-ledger/card.ts';
import { roundProblemText } from '../../cards/round-problem-text.ts';
import { isDay } from '../domain/days.ts';
import type { Month } from '../domain/period.ts';
import type { RoundOverview } from '../domain/round-overview.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { dryRun } from '../features/rounds/dry-run.ts';
import { findRound, leadsRounds } from '../features/rounds/find-round.ts';
import { roundOverview } from '../features/rounds/round-overview.ts';
import { startableRound } from '../features/rounds/startable-round.ts';
import type { Ports } from '../ports.ts';
import { roundTexts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import type { PressWiring } from './presser.ts';

/** The roster, read now, says who may see and lead rounds; without a plan nobody does. */
export async function mayLead({ plans }: Pick<Ports, 'plans'>, upn: string): Promise<boolean> {
  const plan = (await plans.current())?.plan;
  return plan !== undefined && leadsRounds(plan, upn);
}

/** A month's round; without a month the open one, or before the first has opened the one that comes. */
export async function showRound({ ports, context }: PressWiring, period?: Month, said?: string): Promise<CardAnswer> {
  const found = await overviewOf(ports, period);
  if (typeof found === 'string') return { kind: 'message', text: found };
  const startable = await startableRound(ports);
  const card = roundCard.build({
    ...{ overview: found, context },
    ...(startable !== undefined && { startable }),
    ...(said !== undefined && { said }),
  });
  return { kind: 'card', card, summary: 'Rundan' };
}

/** All that a month's round has sent. `attempt`: how many times the card has been shown before. */
export async function showLedger(
  { ports, context }: PressWiring,
  period?: Month,
  { attempt = 0, said }: { readonly attempt?: number; readonly said?: string } = {},
): Promise<CardAnswer> {
  const found = await overviewOf(ports, period);
  if (typeof found === 'string') return { kind: 'message', text: found };
  const card = roundLedgerCard.build({
    ...{ overview: found, attempt: attempt + 1, context },
    ...(said !== undefined && { said }),
  });
  return { kind: 'card', card, summary: 'Rundans liggare' };
}

/** What a day would bring: today, or the day that a round opens which has not yet. `period`: the round that it was asked from. */
export async function showDryRun(
  { ports, context }: PressWiring,
  { period, day, attempt = 0 }: { readonly period?: Month; readonly day?: string; readonly attempt?: number },
): Promise<CardAnswer> {
  const date = day ?? (await firstDayOf(ports, period));
  const form = { period: period ?? '', date: isDay(date) ? date : '', attempt: attempt + 1, context };
  const run = isDay(date) ? await dryRun(ports, date) : undefined;
  const shown = run?.ok
    ? { run: run.value, period: period ?? run.value.period }
    : { problem: run ? roundProblemText(run.problem) : roundTexts.whichDay };
  return { kind: 'card', card: dryRunCard.build({ ...form, ...shown }), summary: 'Provkörning av rundan' };
}

async function firstDayOf(ports: Ports, period: Month | undefined): Promise<string> {
  const today = stockholmDate(ports.clock.now());
  const round = await findRound(ports, period);
  return round.ok && round.value.standing === 'coming' ? round.value.dates.opensOn : today;
}

/** The overview, or why there is none. */
export async function overviewOf(ports: Ports, period?: Month): Promise<RoundOverview | string> {
  const overview = await roundOverview(ports, period);
  if (overview.ok) return overview.value;
  const { problem } = overview;
  if (problem.code === 'NOTHING_OPEN' && problem.next) return overviewOf(ports, problem.next.period);
  return roundProblemText(problem);
}
