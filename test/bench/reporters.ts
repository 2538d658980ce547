import { randomUUID } from 'node:crypto';
import { inputId, outcomeOf, forecastOf, comment, indicatorKindOf } from '../../cards/monthly-prompt/fields.ts';
import { tkrInput } from '../../cards/swedish.ts';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import type { Month } from '../../src/domain/period.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import { committeesThatReport } from '../../src/domain/follow-up.ts';
import { loadPrompt } from '../../src/features/prompting/load-prompt.ts';
import { tenantId } from '../support/tokens.ts';
import type { World } from './world.ts';

export const BENCH_MONTH: Month = '2026-10';

/** A reporter with the month's form open, and the two ways in which they keep filling it in. */
export interface BusyReporter {
  readonly committeeId: string;
  /** Presses of Spara as text, `"@revision@"` where the card's revision stands. Each differs from the other in its figures. */
  readonly presses: readonly [string, string];
}

/** Every committee's first reporter asks for the form, as a person would, and gets ready to answer it over and over. */
export async function openForms(world: World, messagesUrl: string): Promise<BusyReporter[]> {
  const inForce = await world.stores.plans.current();
  if (!inForce) throw new Error('No plan was imported');
  const reporters: BusyReporter[] = [];
  for (const { id } of committeesThatReport(inForce.plan, BENCH_MONTH)) {
    const person = `rapportor.${id.toLowerCase()}`;
    await post(world, messagesUrl, activityOf(world, person, { type: 'message', text: 'visa formuläret' }));
    const deliveries = await world.stores.deliveries.find(id, BENCH_MONTH, 'prompt');
    const prompt = await loadPrompt({ ...world.stores, workingDays: swedishWorkingDays() }, inForce.plan, id, BENCH_MONTH);
    const delivery = deliveries.find(({ recipient }) => recipient.startsWith(person));
    const activityId = delivery?.activityIds.at(-1);
    if (!delivery || !prompt || !activityId) throw new Error(`${id} got no form`);
    const press = (moreKr: number): string => {
      const data = { v: 1, p: delivery.id, r: '@revision@', ...filledIn(prompt, moreKr) };
      const value = { action: { type: 'Action.Execute', verb: 'saveOutcome', data }, trigger: 'manual' };
      return activityOf(world, person, { type: 'invoke', name: 'adaptiveCard/action', replyToId: activityId, value });
    };
    reporters.push({ committeeId: id, presses: [press(0), press(1_000)] });
  }
  return reporters;
}

/** What the form expects, some kronor more or less, with a comment of a few lines. */
function filledIn(prompt: MonthlyPrompt, moreKr: number): Record<string, string> {
  const typed: [string, string][] = prompt.areas.flatMap(({ area, expectedOutcomeKr, proposal }) => [
    [outcomeOf(area.id), tkrInput(expectedOutcomeKr + moreKr)],
    [forecastOf(area.id), tkrInput(proposal.forecastKr + moreKr)],
  ]);
  typed.push(...prompt.indicators.map(({ indicator }): [string, string] => [indicatorKindOf(indicator.id), 'no-new-value']));
  typed.push([comment, 'Högre kostnader för vikarier under hösten. Resten av året väntas följa budgeten.']);
  return Object.fromEntries(typed.map(([field, text]) => [inputId(0, field), text]));
}

function activityOf({ serviceUrl }: World, person: string, rest: object): string {
  return JSON.stringify({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: person, aadObjectId: person, name: 'Robin Rapportör' },
    recipient: { id: '28:bot', name: 'Styrmodellen' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'sv-SE',
    ...rest,
  });
}

/** One activity to the service; throws when it is not taken. */
export async function post({ token }: World, messagesUrl: string, body: string): Promise<string> {
  const response = await fetch(messagesUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return text;
}

/** The channel where the summary is kept: the service hears of it as Teams tells it. */
export async function meetChannel(world: World, messagesUrl: string): Promise<void> {
  const team = { id: '19:team@thread.tacv2', name: 'Ekonomi och styrning' };
  const conversation = { id: '19:uppf@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId };
  const channelData = { tenant: { id: tenantId }, team, channel: { id: conversation.id } };
  await post(world, messagesUrl, activityOf(world, 'controller', { type: 'message', text: 'hjälp', conversation, channelData }));
}
