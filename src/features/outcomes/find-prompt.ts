import { openFollowUp } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { isReporterOf, sameUpn } from '../../domain/plan.ts';
import { isController } from '../../domain/plan-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports, PromptTicket } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { type LoadedPrompt, loadPrompt } from '../prompting/load-prompt.ts';
import { findLock, type MonthLocked } from './find-lock.ts';

export interface FoundPrompt extends LoadedPrompt {
  readonly ticket: PromptTicket;
  /** The presser may store only with a reason: a controller, who corrects for a committee, and anybody once the month is locked. */
  readonly reasonRequired: boolean;
}

/** Stands for the id on the cards of a rehearsal: nothing can be stored from them. */
export const REHEARSED_PROMPT = 'rehearsal';

export type PromptProblem =
  /** Unknown, somebody else's, or no longer this person's: the same answer, so that nothing can be guessed. */
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'OTHER_CONVERSATION' }
  | { readonly code: 'REHEARSAL' }
  | { readonly code: 'NOT_OPEN_YET'; readonly open: Month | undefined }
  /** Hers, but only a controller corrects it now. What was asked goes along: what she typed in it must not be lost. */
  | (MonthLocked & {
      readonly ticket: PromptTicket;
      readonly prompt: LoadedPrompt['prompt'];
      readonly person: KnownPerson;
    });

/**
 * What a card's random id stands for, if the person who presses may answer it now. The roster is read at the press, not when
 * the card was sent, and the card works only in the conversation that it was sent to. Before the month is locked its reporters
 * answer and change it; a controller may correct it whenever it has opened, with a reason.
 */
export async function findPrompt(
  ports: Pick<Ports, 'tickets' | 'plans' | 'answers' | 'reports' | 'workingDays' | 'clock'>,
  promptId: string,
  person: KnownPerson | undefined,
  conversationId: string,
): Promise<Result<FoundPrompt, PromptProblem>> {
  if (promptId === REHEARSED_PROMPT) return refused({ code: 'REHEARSAL' });
  const ticket = await ports.tickets.find(promptId);
  const plan = (await ports.plans.current())?.plan;
  if (!ticket || !plan || !person || !sameUpn(person.upn, ticket.upn)) return refused({ code: 'NOT_YOURS' });
  const reports = isReporterOf(plan, person.upn, ticket.committeeId);
  const corrects = isController(plan, person.upn);
  if (!reports && !corrects) return refused({ code: 'NOT_YOURS' });
  const place = ticket.conversationId === conversationId ? ticket : await ports.tickets.find(promptId, 'fresh');
  if (place?.conversationId !== conversationId) return refused({ code: 'OTHER_CONVERSATION' });

  const loaded = await loadPrompt(ports, ticket.committeeId, ticket.period);
  if (!loaded) return refused({ code: 'NOT_YOURS' });
  const today = stockholmDate(ports.clock.now());
  if (loaded.prompt.dates.opensOn > today) {
    return refused({ code: 'NOT_OPEN_YET', open: openFollowUp(plan, ports.workingDays, today)?.period });
  }
  const lock = findLock(plan, ticket.period, ports.workingDays, today);
  if (lock && !corrects) return refused({ ...lock, ticket, prompt: loaded.prompt, person });
  return done({ ticket, reasonRequired: lock !== undefined || !reports, ...loaded });
}
