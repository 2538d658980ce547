import { committeesThatReport, followUpDates, openFollowUp } from '../../domain/follow-up.ts';
import type { MonthlyPrompt } from '../../domain/monthly-prompt.ts';
import { type Month, monthNumber, yearOf } from '../../domain/period.ts';
import { type FollowUp, isReporterOf, type Plan } from '../../domain/plan.ts';
import { isController } from '../../domain/plan-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { KnownConversation, Ports, PromptForm } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { loadPrompt } from '../prompting/load-prompt.ts';
import { savedTyping } from '../prompting/saved-typing.ts';
import type { MonthAsked } from '../questions/interpret-correction.ts';
import { findLock, type MonthLocked } from './find-lock.ts';

/** What is to be corrected: without a committee the asker's own, without a month the one that is open. */
export interface WantedCorrection {
  readonly committeeId?: string;
  readonly month?: MonthAsked | 'unknown';
}

export type OpenedCorrection =
  /** A controller's form, to be stored with a reason. */
  | { readonly kind: 'form'; readonly form: PromptForm }
  /** The month is open and the asker reports in it: the usual form is the way. */
  | { readonly kind: 'own' };

export type CorrectionProblem =
  | { readonly code: 'NO_PLAN' }
  /** Neither controller nor reporter of that committee. */
  | { readonly code: 'NOT_ALLOWED' }
  | { readonly code: 'NOTHING_OPEN' }
  /** A controller has to say which. */
  | { readonly code: 'WHICH_COMMITTEE' }
  | { readonly code: 'UNKNOWN_MONTH'; readonly open: Month }
  | { readonly code: 'NOT_FOLLOWED_UP'; readonly open: Month }
  | { readonly code: 'OPENS_LATER'; readonly period: Month; readonly opensOn: string; readonly open: Month }
  /** The committee did not exist, had no budget or was not asked in that month. */
  | { readonly code: 'COMMITTEE_NOT_ASKED'; readonly period: Month }
  | (MonthLocked & { readonly kept: readonly KeptTyping[] });

/** What the asker had typed for a month that was locked before it was stored. */
export interface KeptTyping {
  readonly prompt: MonthlyPrompt;
  readonly typed: Readonly<Record<string, string>>;
}

type CorrectionPorts = Pick<Ports, 'clock' | 'plans' | 'workingDays' | 'answers' | 'reports' | 'tickets' | 'newId'>;

/**
 * Opens a committee's month to be corrected. A controller's form has an id of its own and no line in the ledger: nobody has been
 * asked anything by it.
 */
export async function openCorrection(
  ports: CorrectionPorts,
  person: KnownPerson,
  conversation: KnownConversation,
  { committeeId, month }: WantedCorrection,
): Promise<Result<OpenedCorrection, CorrectionProblem>> {
  const plan = (await ports.plans.current())?.plan;
  if (!plan) return refused({ code: 'NO_PLAN' });
  const mine = plan.committees.map(({ id }) => id).filter((id) => isReporterOf(plan, person.upn, id));
  const own = committeeId === undefined ? mine : mine.filter((id) => id === committeeId);
  const corrects = isController(plan, person.upn);
  if (!corrects && own.length === 0) return refused({ code: 'NOT_ALLOWED' });

  const today = stockholmDate(ports.clock.now());
  const followUp = wantedFollowUp(plan, ports.workingDays, today, month);
  if (!followUp.ok) return followUp;
  const { period } = followUp.value;
  const lock = findLock(plan, period, ports.workingDays, today);
  if (!lock && own.length > 0) return done({ kind: 'own' });
  if (lock && !corrects) return refused({ ...lock, kept: await keptTyping(ports, own, period, person) });

  const [only, ...others] = committeeId === undefined ? own : [committeeId];
  if (only === undefined || others.length > 0) return refused({ code: 'WHICH_COMMITTEE' });
  const form = await prepareCorrection(ports, only, period, person, conversation);
  return form ? done({ kind: 'form', form }) : refused({ code: 'COMMITTEE_NOT_ASKED', period });
}

/** The follow-up of a month that has opened. */
function wantedFollowUp(
  plan: Plan,
  workingDays: Ports['workingDays'],
  today: string,
  month: WantedCorrection['month'],
): Result<FollowUp, CorrectionProblem> {
  const open = openFollowUp(plan, workingDays, today);
  if (!open) return refused({ code: 'NOTHING_OPEN' });
  if (month === undefined) return done(open);
  if (month === 'unknown') return refused({ code: 'UNKNOWN_MONTH', open: open.period });

  const { number, year } = month;
  const named = plan.followUps
    .filter(({ period }) => monthNumber(period) === number && (year === undefined || yearOf(period) === year))
    .toSorted((one, other) => one.period.localeCompare(other.period));
  const opened = named.findLast((followUp) => followUpDates(followUp, workingDays).opensOn <= today);
  if (opened) return done(opened);
  const [next] = named;
  if (!next) return refused({ code: 'NOT_FOLLOWED_UP', open: open.period });
  const { opensOn } = followUpDates(next, workingDays);
  return refused({ code: 'OPENS_LATER', period: next.period, opensOn, open: open.period });
}

async function keptTyping(
  ports: CorrectionPorts,
  committeeIds: readonly string[],
  period: Month,
  { oid }: KnownPerson,
): Promise<readonly KeptTyping[]> {
  const kept: KeptTyping[] = [];
  for (const committeeId of committeeIds) {
    const stored = await ports.answers.find(committeeId, period);
    const typed = await savedTyping(ports, { committeeId, period }, stored?.revision ?? 0, oid);
    if (Object.keys(typed).length === 0) continue;
    const loaded = await loadPrompt(ports, committeeId, period);
    if (loaded) kept.push({ prompt: loaded.prompt, typed });
  }
  return kept;
}

async function prepareCorrection(
  ports: CorrectionPorts,
  committeeId: string,
  period: Month,
  { oid, upn }: KnownPerson,
  conversation: KnownConversation,
): Promise<PromptForm | undefined> {
  const loaded = await loadPrompt(ports, committeeId, period);
  if (!loaded || !committeesThatReport(loaded.plan, period).some(({ id }) => id === committeeId)) return undefined;

  const promptId = `${period.replace('-', '')}${ports.newId()}`;
  await ports.tickets.save({ promptId, committeeId, period, upn, conversationId: conversation.id });
  const stored = await ports.answers.find(committeeId, period);
  const revision = stored?.revision ?? 0;
  const typed = await savedTyping(ports, { committeeId, period }, revision, oid);
  return { promptId, prompt: loaded.prompt, revision, typed, reasonRequired: true, ...(stored ? { stored } : {}) };
}
