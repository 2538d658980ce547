import { comment, forecastOf, indicatorKindOf, outcomeOf } from '../../cards/monthly-prompt/fields.ts';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { systemClock } from '../../src/compose-stores.ts';
import { committeesThatReport } from '../../src/domain/follow-up.ts';
import type { MonthlyPrompt } from '../../src/domain/monthly-prompt.ts';
import type { Month } from '../../src/domain/period.ts';
import { reportersOf } from '../../src/domain/plan.ts';
import { loadPrompt } from '../../src/features/prompting/load-prompt.ts';
import { tkrInput } from '../../src/words/swedish.ts';
import type { ServiceProcess } from '../support/service-process.ts';
import { type Reply, TeamsUser } from '../support/teams-user.ts';
import { tenantId } from '../support/tokens.ts';
import { bodyFor, type PressTexts, REVISION_MARK } from './press-text.ts';
import type { World } from './world.ts';

export const BENCH_MONTH: Month = '2026-10';

const TEAM = '19:ekonomi-och-styrning@thread.tacv2';
const CHANNEL = '19:uppfoljning@thread.tacv2';

/** A reporter with the month's form open. */
export interface BusyReporter {
  readonly committeeId: string;
  readonly presses: PressTexts;
  /** Presses once, on a card that shows this revision. */
  press(revision: number): Promise<Reply>;
}

/** Every committee's first reporter installs the app and asks for the form, as a person would. */
export async function openForms(world: World, service: ServiceProcess): Promise<BusyReporter[]> {
  const { connector, keys, stores } = world;
  const inForce = await stores.plans.current();
  if (!inForce) throw new Error('No plan was imported');
  const wiring = { keys, connector, serviceUrl: () => service.url };
  await installInChannel(world, new TeamsUser(wiring, 'controller@styrmodell.example', 'Kim Controller'));

  const reporters: BusyReporter[] = [];
  for (const { id } of committeesThatReport(inForce.plan, BENCH_MONTH)) {
    const user = new TeamsUser(wiring, reportersOf(inForce.plan, id)[0]?.upn ?? '', 'Robin Rapportör');
    await user.install();
    await user.say('visa formuläret');
    const ports = { ...stores, clock: systemClock, workingDays: swedishWorkingDays() };
    const loaded = await loadPrompt(ports, id, BENCH_MONTH);
    if (!loaded) throw new Error(`${id} is not asked for anything`);
    const activity = (moreKr: number): Record<string, unknown> =>
      user.addressed(
        user.pressed(user.newestCard(), {
          verb: 'saveOutcome',
          inputs: filledIn(loaded.prompt, moreKr),
          data: { r: REVISION_MARK },
        }),
      );
    const presses: PressTexts = [JSON.stringify(activity(0)), JSON.stringify(activity(1_000))];
    const press = (revision: number): Promise<Reply> => user.send(JSON.parse(bodyFor(presses, revision)));
    reporters.push({ committeeId: id, presses, press });
  }
  return reporters;
}

/** What the form expects, some kronor more or less, with a comment of a few lines. */
function filledIn({ areas, indicators }: MonthlyPrompt, moreKr: number): Record<string, string> {
  return Object.fromEntries([
    ...areas.flatMap(({ area, expectedOutcomeKr, proposal }) => [
      [outcomeOf(area.id), tkrInput(expectedOutcomeKr + moreKr)],
      [forecastOf(area.id), tkrInput(proposal.forecastKr + moreKr)],
    ]),
    ...indicators.map((due) => [indicatorKindOf(due), 'no-new-value']),
    [comment, 'Högre kostnader för vikarier under hösten. Resten av året väntas följa budgeten.'],
  ]);
}

/** So that the summary has its channel. */
async function installInChannel({ connector }: World, controller: TeamsUser): Promise<void> {
  connector.addTeam(TEAM, {
    name: 'Ekonomi och styrning',
    channels: [{ id: TEAM }, { id: CHANNEL, name: 'Uppföljning' }],
  });
  await controller.install({
    conversation: { id: CHANNEL, conversationType: 'channel', isGroup: true, tenantId },
    channelData: {
      tenant: { id: tenantId },
      team: { id: TEAM, name: 'Ekonomi och styrning' },
      channel: { id: CHANNEL },
    },
  });
}
