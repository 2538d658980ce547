import assert from 'node:assert/strict';
import { typedFields } from '../../cards/input-ids.ts';
import * as fields from '../../cards/monthly-prompt/fields.ts';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { Stores } from '../../src/compose-stores.ts';
import { type Month, monthNumber } from '../../src/domain/period.ts';
import { loadPrompt } from '../../src/features/prompting/load-prompt.ts';
import { cumulativePeriod } from '../../src/words/swedish.ts';
import { hasButton, inputsOf, textOf } from './card-view.ts';
import type { Card } from './fake-connector.ts';
import { until } from './municipality.ts';
import type { OnScreen, TeamsUser } from './teams-user.ts';

/** How a committee's year goes: what it spends against its budget so far, and what it believes the year ends at. Shares of budget. */
export interface Course {
  readonly spent: number;
  readonly believed: number;
}

/** What somebody types in a form, by field. */
export type Typed = Readonly<Record<string, string>>;

/**
 * What a reporter types for a month: outcome and forecast along the committee's course, for each indicator its last value or
 * its target, and a motivation for each goal.
 */
export async function typedFor(
  stores: Stores,
  committeeId: string,
  period: Month,
  { spent, believed }: Course,
): Promise<Typed> {
  const clock = { now: () => new Date() };
  const loaded = await loadPrompt({ ...stores, workingDays: swedishWorkingDays(), clock }, committeeId, period);
  assert(loaded, `${committeeId} is asked for nothing in ${period}`);
  const { areas, indicators, goals, investments } = loaded.prompt;
  const economy = areas.flatMap(({ area, budgetToDateKr }): [string, string][] => [
    [`outcome_${area.id}`, inTkr(budgetToDateKr * spent)],
    [`forecast_${area.id}`, inTkr(area.netBudgetKr * believed)],
  ]);
  const values = indicators.flatMap(({ indicator, scope, last }): [string, string][] => {
    const name = `${scope === 'municipality' ? 'total' : 'indicator'}_${indicator.id}`;
    return last ? [[name, String(last.value).replace('.', ',')]] : [[kindOf(name), 'no-new-value']];
  });
  const motivations = goals.map(({ goal }): [string, string] => [
    `motivation_${goal.id}`,
    `Så går det med ${goal.name}.`,
  ]);
  const projects = investments.flatMap(({ project, budgetKr }): [string, string][] => [
    [fields.investmentOutcomeOf(project), inTkr((budgetKr * monthNumber(period)) / 48)],
    [fields.investmentForecastOf(project), inTkr(budgetKr)],
  ]);
  return Object.fromEntries([
    ...economy,
    ...projects,
    ...values,
    ...motivations,
    ['comment', `Läget i ${committeeId} ${period}.`],
  ]);
}

function kindOf(name: string): string {
  return name.replace(/^indicator/, 'kind').replace(/^total/, 'totalkind');
}

/** Whole thousands. */
function inTkr(kr: number): string {
  return `${Math.round(kr / 1000)} tkr`;
}

/** Fills in a form page by page and saves it; the receipt. What the form asks about once is answered with yes. */
export async function answerForm(person: TeamsUser, period: Month, typed: Typed): Promise<OnScreen> {
  return saveForm(person, await until(`${person.upn}'s form`, () => openFormOf(person, period)), typed);
}

/** Fills in a form that is on the screen, and saves it; the receipt. */
export async function saveForm(person: TeamsUser, form: OnScreen, typed: Typed): Promise<OnScreen> {
  let on = form;
  for (let step = 0; step < 30; step += 1) {
    const save = hasButton(on.card, 'saveOutcome');
    const reply = await person.press(on, { verb: save ? 'saveOutcome' : 'showPage', inputs: forPage(on, typed) });
    assert(reply.card, `${person.upn}: ${reply.status} ${reply.text}`);
    on = { ...on, card: reply.card };
    if (hasButton(on.card, 'changeOutcome')) return on;
  }
  throw new Error(`The form is never stored: ${textOf(on.card)}`);
}

/** The fields of this page that are to be typed; a question under a field is answered with its first choice. */
function forPage({ card }: OnScreen, typed: Typed): Typed {
  const found: Record<string, string> = {};
  for (const { id, choices } of inputsOf(card)) {
    const [field = ''] = Object.keys(typedFields({ [id]: '' }).typed);
    const value = field.startsWith('question_') ? choices[0]?.value : typed[field];
    if (value !== undefined) found[field] = value;
  }
  return found;
}

/** The newest form of a month that somebody has not answered yet. */
export function openFormOf(person: TeamsUser, period: Month): OnScreen | undefined {
  const isOf = (card: Card) => inputsOf(card).length > 0 && textOf(card).includes(cumulativePeriod(period));
  const shown = person.sees().findLast(({ card }) => card && isOf(card));
  return shown?.card && { activityId: shown.activityId, card: shown.card };
}
