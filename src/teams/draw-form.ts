import { randomUUID } from 'node:crypto';
import type { Card, CardContext } from '../../cards/define-card.ts';
import { monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import type { MonthlyPrompt } from '../domain/monthly-prompt.ts';
import type { PromptForm } from '../ports.ts';

/** Stands for a form's id in what is drawn once for many. Nobody can have written it. */
const ANY_ID = randomUUID();

/** Forms as JSON, by their month's questions as they were loaded, and by what else shows on them. */
const drawn = new WeakMap<MonthlyPrompt, Map<string, string>>();

/**
 * The form as a card. Reporter and deputies get the same, apart from the id that its buttons carry: what nobody has typed in
 * is drawn once.
 */
export function drawForm(form: PromptForm, context: CardContext): Card {
  const { promptId, prompt, ...shown } = form;
  if (form.stored || Object.keys(form.typed).length > 0) return monthlyPromptCard.build({ ...form, context });
  const known = drawn.get(prompt) ?? new Map<string, string>();
  drawn.set(prompt, known);
  const key = JSON.stringify([shown, context]);
  const text = known.get(key) ?? JSON.stringify(monthlyPromptCard.build({ ...form, promptId: ANY_ID, context }));
  known.set(key, text);
  return JSON.parse(text.replaceAll(ANY_ID, () => promptId)) as Card;
}
