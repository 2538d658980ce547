import { TableClient } from '@azure/data-tables';
import { swedishWorkingDays } from '../../src/calendar/swedish-working-days.ts';
import { newId, openStores } from '../../src/compose-stores.ts';
import { loadPrompt } from '../../src/features/prompting/load-prompt.ts';
import { planRound } from '../../src/features/prompting/plan-round.ts';
import type { Clock, KnownConversation, Log, Notice, Ports, SendingLimits } from '../../src/ports.ts';
import type { TeamsMessenger } from '../../src/teams/messenger.ts';
import { renderNotice } from '../../src/teams/render-notice.ts';
import { deliverOrders } from '../support/deliver-orders.ts';
import { committeeIds, conversationOf, largePlan, settleIn, upnIn } from '../support/large-round.ts';
import { localMessenger, oneInstance } from '../support/one-instance.ts';
import { sendRaw } from './raw-sends.ts';
import { sendOneByOne } from './sequential-round.ts';
import { type Comparison, type Round, spread } from './statistics.ts';
import { startScript, type World } from './world.ts';

/** 600 forms: everybody in twenty committees is asked once the deputies' steps have passed. */
const ROUND = { committees: 20, people: 30 };
const PROMPTS = ROUND.committees * ROUND.people;
const MONTH = '2026-10';
const DELAY_MS = 20;
/** A person after the other takes 25 ms or so each: a part of the round shows the rate. */
const ONE_BY_ONE = 150;

/** A day after the deputies' steps have passed and before the approvers are told. */
const clock: Clock = { now: () => new Date('2026-11-18T08:00:00Z') };
const quiet: Log = { info: () => undefined, warn: () => undefined, error: failLoudly };
const noLimits: SendingLimits = {
  take: async () => () => undefined,
  note: () => undefined,
  throttled: () => undefined,
  shareWith: () => undefined,
};

/** A round of 600 prompts, from the plan to the last row in the ledger, against the same messages as bare http. */
export async function compareRound(world: World, rounds: number): Promise<Comparison> {
  const town = await openTown(world);
  const seen: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ours = await sendRound(town);
    const raw = PROMPTS / (await sendRaw(town.serviceUrl, town.body, PROMPTS));
    if (round > 0) seen.push({ ours, baseline: raw }); // the first warms both up
  }
  await town.close();
  return {
    name: `A round of ${PROMPTS} prompts with its ledger over a connector of ${DELAY_MS} ms, against raw keep-alive http of the same messages`,
    unit: 'messages/s',
    rounds: seen,
    floor: { kind: 'at-least', ratio: 0.5 },
    notes: [`from deciding who is owed what to the last receipt; each message ${town.body.length} characters`],
  };
}

/** The same against the plainest way: read, write, send, write, one person after the other. */
export async function compareSequential(world: World, rounds: number): Promise<Comparison> {
  const town = await openTown(world);
  const seen: Round[] = [];
  for (let round = 0; round <= Math.min(rounds, 5); round++) {
    const ours = await sendRound(town);
    const messages = town.messages.slice(0, ONE_BY_ONE);
    const plain = ONE_BY_ONE / (await sendOneByOne(world.storage, town.messenger, messages, `round ${round}`));
    if (round > 0) seen.push({ ours, baseline: plain });
  }
  await town.close();
  return {
    name: `The same round against a loop that reads, writes, sends and writes, one person after the other`,
    unit: 'messages/s',
    rounds: seen,
    floor: { kind: 'at-least', ratio: 15 },
    notes: [
      `the loop sends ${ONE_BY_ONE} of the messages: ${spread(seen.map(({ baseline }) => ONE_BY_ONE / baseline))} s`,
    ],
  };
}

interface Town {
  readonly storage: string;
  readonly serviceUrl: string;
  readonly messenger: TeamsMessenger;
  readonly messages: readonly { readonly conversation: KnownConversation; readonly notice: Notice }[];
  /** One of them as Teams gets it. */
  readonly body: string;
  taken(): Promise<number>;
  close(): Promise<void>;
}

async function openTown({ storage, stores }: World): Promise<Town> {
  const connector = startScript('round-connector.ts', { DELAY_MS: String(DELAY_MS) });
  const [, port] = await connector.written(/listening (\d+)/, 30_000);
  const serviceUrl = `http://127.0.0.1:${port}/emea/`;
  await settleIn(stores, largePlan(ROUND), serviceUrl);
  const messenger = localMessenger(clock);
  const notice = await formOf(stores);
  const people = committeeIds(ROUND.committees).flatMap((id) =>
    Array.from({ length: ROUND.people }, (_, index) => upnIn(id, index + 1)),
  );
  return {
    storage,
    serviceUrl,
    messenger,
    messages: people.map((upn) => ({ conversation: conversationOf(upn, serviceUrl), notice })),
    body: JSON.stringify(renderNotice(notice, {})),
    taken: async () => ((await (await fetch(serviceUrl)).json()) as { taken: number }).taken,
    close: () => connector.stop(),
  };
}

async function formOf(stores: World['stores']): Promise<Notice> {
  const loaded = await loadPrompt({ ...stores, clock, workingDays: swedishWorkingDays() }, 'N001', MONTH);
  if (!loaded) throw new Error('Nobody is asked for anything');
  const form = { promptId: `202610${newId()}`, prompt: loaded.prompt, revision: 0, typed: {} };
  return { kind: 'monthly-prompt', form };
}

/** Messages each second, by an instance that has just started, over a ledger where nobody has been asked. */
async function sendRound(town: Town): Promise<number> {
  await emptyLedger(town.storage);
  const stores = await openStores({ connectionString: town.storage }, clock);
  const ports = oneInstance(stores, {
    ...{ clock, log: quiet, messenger: town.messenger, limits: noLimits },
    stopping: new AbortController().signal,
    claimSeconds: 60,
  });
  const before = await town.taken();
  const started = performance.now();
  await deliverOrders(ports, await planRound(ports));
  const seconds = (performance.now() - started) / 1000;
  await checkEveryoneGotOne(ports, (await town.taken()) - before);
  return PROMPTS / seconds;
}

async function checkEveryoneGotOne({ deliveries }: Ports, taken: number): Promise<void> {
  if (taken !== PROMPTS) throw new Error(`${taken} messages instead of ${PROMPTS}`);
  const ledgers = await Promise.all(committeeIds(ROUND.committees).map((id) => deliveries.ledger(id, MONTH)));
  const lines = ledgers.flatMap((ledger) => ledger.deliveries);
  const sent = lines.filter(({ state, activityIds }) => state === 'sent' && activityIds.length === 1);
  if (sent.length !== PROMPTS || lines.length !== PROMPTS)
    throw new Error(`${sent.length} of ${lines.length} lines in the ledger say sent`);
}

async function emptyLedger(storage: string): Promise<void> {
  const table = TableClient.fromConnectionString(storage, 'Periods', { allowInsecureConnection: true });
  const partitions = new Map<string, string[]>();
  for await (const { partitionKey = '', rowKey = '' } of table.listEntities()) {
    if (!partitionKey.endsWith(`|${MONTH}`)) continue;
    partitions.set(partitionKey, [...(partitions.get(partitionKey) ?? []), rowKey]);
  }
  for (const [partitionKey, rowKeys] of partitions) {
    await table.submitTransaction(rowKeys.map((rowKey) => ['delete', { partitionKey, rowKey }]));
  }
}

function failLoudly(facts: object, message: string): void {
  throw new Error(`${message}: ${JSON.stringify(facts)}`);
}
