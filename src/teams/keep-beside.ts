import { typedFields } from '../../cards/input-ids.ts';
import { writtenIn } from '../../cards/monthly-prompt/pages.ts';
import { readForm } from '../../cards/monthly-prompt/read-form.ts';
import { findPrompt } from '../features/outcomes/find-prompt.ts';
import { savedTyping } from '../features/prompting/saved-typing.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';

/**
 * Keeps what was typed in a form when a button on it leads to something else: some clients empty the fields of a card that was
 * pressed. It is laid over the person's draft, of which nothing is emptied: the message may be an older one.
 */
export async function keepTypedBeside(
  { ports }: PressWiring,
  { id, revision, data }: Press,
  { person, conversationId }: Presser,
): Promise<void> {
  const sent = typedFields(data).typed;
  if (!person || Object.keys(sent).length === 0) return;
  const found = await findPrompt(ports, id, person, conversationId);
  if (!found.ok) return;
  const { ticket, prompt } = found.value;
  const { typed, malformed } = readForm(prompt, sent);
  const written = writtenIn(typed);
  if (malformed || revision !== 0 || Object.keys(written).length === 0) return;
  const draft = await savedTyping(ports, ticket, revision, person.oid);
  const kept = Object.keys(draft).length === 0 ? typed : { ...draft, ...written };
  await ports.answers.saveDraft(ticket.committeeId, ticket.period, person.oid, { revision, typed: kept });
}
