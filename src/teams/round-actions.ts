import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { readDryRunForm } from '../../cards/dry-run/card.ts';
import { lineKey, readLedgerForm, resendable } from '../../cards/round-ledger/card.ts';
import { roundProblemText } from '../../cards/round-problem-text.ts';
import { isMonth, type Month } from '../domain/period.ts';
import type { Result } from '../domain/result.ts';
import type { RoundProblem } from '../domain/round-problem.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import {
  type ChangedRound,
  endRehearsal,
  pauseRound,
  rehearse,
  resumeRound,
  startRound,
} from '../features/rounds/change-round.ts';
import type { Held } from '../features/rounds/goes-out.ts';
import { resendItem } from '../features/rounds/resend-item.ts';
import { type SettledLines, settleLine } from '../features/rounds/settle-line.ts';
import type { Ports } from '../ports.ts';
import { roundTexts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { lasting } from './card-answer.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';
import { mayLead, overviewOf, showDryRun, showLedger, showRound } from './round-views.ts';

/** One press on a round's card by somebody who leads rounds. */
interface Turn extends PressWiring {
  readonly period: Month;
  readonly person: KnownPerson;
  readonly press: Press<VerbOf<'round'>>;
}

type Change = (ports: Ports, period: Month, by: string) => Promise<Result<ChangedRound, RoundProblem>>;

const handlers: Record<VerbOf<'round'>, (turn: Turn) => Promise<CardAnswer>> = {
  showRound: (turn) => showRound(turn, turn.period),
  showLedger: (turn) => showLedger(turn, turn.period, readLedgerForm(turn.press.data)),
  dryRunRound,
  startRound: (turn) => change(turn, startRound, startedText),
  pauseRound: (turn) => change(turn, pauseRound, () => roundTexts.paused),
  resumeRound: (turn) => change(turn, resumeRound, () => roundTexts.resumed),
  rehearseRound: (turn) =>
    change(
      turn,
      (ports, period, by) => rehearse(ports, period, by, by),
      () => roundTexts.rehearsed,
    ),
  endRehearsal: (turn) => change(turn, endRehearsal, () => roundTexts.rehearsalEnded),
  settleSent: (turn) => settle(turn, 'sent'),
  settleUnsent: (turn) => settle(turn, 'unsent'),
  resendItem: resend,
};

/** Answers a press on a card about a round. The roster, read now, says who may; the month and the rows are looked up. */
export async function answerRoundPress(
  wiring: PressWiring,
  press: Press<VerbOf<'round'>>,
  { person, personal }: Presser,
): Promise<CardAnswer> {
  const { ports } = wiring;
  if (!person || !(await mayLead(ports, person.upn))) {
    const facts = { event: 'audit', verb: press.verb, reason: 'LEADS_NO_ROUNDS', oid: person?.oid };
    ports.log.warn(facts, 'press refused');
    return { kind: 'message', text: roundTexts.notYours };
  }
  // A card that was forwarded to others, or its copy in a channel.
  if (!personal) return { kind: 'message', text: roundTexts.inPersonalChat };
  // Before the first follow-up has opened a dry run is of no month.
  if (press.verb === 'dryRunRound' && press.id === '') return showDryRun(wiring, readDryRunForm(press.data));
  if (!isMonth(press.id)) return { kind: 'message', text: roundTexts.cardOutdated };
  const turn = { ...wiring, period: press.id, person, press };
  return press.version === CARD_VERSION ? handlers[press.verb](turn) : handlers.showRound(turn);
}

function dryRunRound(turn: Turn): Promise<CardAnswer> {
  const { day, attempt } = readDryRunForm(turn.press.data);
  // The round's own card has no field for the day.
  return showDryRun(turn, { period: turn.period, attempt, ...(attempt === 0 ? {} : { day }) });
}

async function change(turn: Turn, make: Change, says: (round: ChangedRound) => string): Promise<CardAnswer> {
  const changed = await make(turn.ports, turn.period, turn.person.upn);
  note(turn, changed);
  const said = changed.ok ? says(changed.value) : roundProblemText(changed.problem);
  return lasting(await showRound(turn, turn.period, said));
}

function startedText({ paused }: ChangedRound): string {
  return paused ? roundTexts.startedPaused : roundTexts.started;
}

/** The card names a line by a key of ours; only an unclear line of the ledger as it is now is settled by it. */
async function settle(turn: Turn, as: 'sent' | 'unsent'): Promise<CardAnswer> {
  const { ports, period, person, press } = turn;
  const form = readLedgerForm(press.data);
  const overview = await overviewOf(ports, period);
  const line = typeof overview === 'string' ? undefined : overview.ambiguous.find((one) => lineKey(one) === form.line);
  if (!line) return showLedger(turn, period, { ...form, said: roundTexts.whichLine });

  const settled = await settleLine(ports, period, line, as, person.upn);
  note(turn, settled);
  const said = settled.ok ? settledText(as, settled.value) : roundProblemText(settled.problem);
  return lasting(await showLedger(turn, period, { ...form, said }));
}

function settledText(as: 'sent' | 'unsent', { goesOutAgain, held }: SettledLines): string {
  if (as === 'sent') return roundTexts.settledSent;
  return goesOutAgain ? `${roundTexts.settledUnsent} ${whenText(held)}` : roundTexts.settledNotNeeded;
}

async function resend(turn: Turn): Promise<CardAnswer> {
  const { ports, period, person, press } = turn;
  const form = readLedgerForm(press.data);
  const overview = await overviewOf(ports, period);
  const upn = typeof overview === 'string' ? undefined : resendable(overview).find((one) => one === form.person);
  if (upn === undefined) return showLedger(turn, period, { ...form, said: roundTexts.whichPerson });

  const resent = await resendItem(ports, period, { upn }, person.upn);
  note(turn, resent);
  const said = resent.ok
    ? `${roundTexts.resent} ${upn}. ${whenText(resent.value.held)}`
    : roundProblemText(resent.problem);
  return lasting(await showLedger(turn, period, { ...form, said }));
}

function whenText(held: Held | undefined): string {
  const { goesOutSoon, heldByPause, heldByRehearsal, heldByHalt } = roundTexts;
  return held === undefined
    ? goesOutSoon
    : { paused: heldByPause, rehearsal: heldByRehearsal, halted: heldByHalt }[held];
}

function note({ ports, person, press, period }: Turn, result: Result<unknown, RoundProblem>): void {
  const facts = { event: 'audit', oid: person.oid, verb: press.verb, period };
  if (result.ok) ports.log.info(facts, 'round changed');
  else ports.log.warn({ ...facts, reason: result.problem.code }, 'round not changed');
}
