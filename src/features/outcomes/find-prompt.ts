import { followUpDates, openFollowUp } from '../../domain/follow-up.ts';
import type { Month } from '../../domain/period.ts';
import { isReporterOf, sameUpn } from '../../domain/plan.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports, PromptTicket } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { type LoadedPrompt, loadPrompt } from '../prompting/load-prompt.ts';

export interface FoundPrompt extends LoadedPrompt {
  readonly ticket: PromptTicket;
}

export type PromptProblem =
  /** Unknown, somebody else's, or no longer this person's: the same answer, so that nothing can be guessed. */
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'OTHER_CONVERSATION' }
  | { readonly code: 'NOT_OPEN_YET'; readonly open: Month | undefined };

/**
 * What a card's random id stands for, if the person who presses may answer it now. The roster is read at the press, not when
 * the card was sent, and the card works only in the conversation that it was sent to.
 */
export async function findPrompt(
  ports: Pick<Ports, 'tickets' | 'plans' | 'answers' | 'workingDays' | 'clock'>,
  promptId: string,
  person: KnownPerson | undefined,
  conversationId: string,
): Promise<Result<FoundPrompt, PromptProblem>> {
  const ticket = await ports.tickets.find(promptId);
  const inForce = await ports.plans.current();
  if (!ticket || !inForce || !person) return refused({ code: 'NOT_YOURS' });
  const { plan } = inForce;
  if (!sameUpn(person.upn, ticket.upn) || !isReporterOf(plan, person.upn, ticket.committeeId)) {
    return refused({ code: 'NOT_YOURS' });
  }
  const place = ticket.conversationId === conversationId ? ticket : await ports.tickets.find(promptId, 'fresh');
  if (place?.conversationId !== conversationId) return refused({ code: 'OTHER_CONVERSATION' });

  const loaded = await loadPrompt(ports, ticket.committeeId, ticket.period);
  if (!loaded) return refused({ code: 'NOT_YOURS' });
  const today = stockholmDate(ports.clock.now());
  if (followUpDates(loaded.prompt.followUp, ports.workingDays).opensOn > today) {
    return refused({ code: 'NOT_OPEN_YET', open: openFollowUp(plan, ports.workingDays, today)?.period });
  }
  return done({ ticket, ...loaded });
}
