import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { LocalPlan } from './example-plan.ts';
import { freePort, PROJECT_ROOT } from './project.ts';

/** The tenant of the local Teams: made up, and the one that the service is told is its own. */
export const LOCAL_TENANT_ID = '5a7e1d00-0000-4000-8000-000000000001';
export const PERSONAL_CHAT_ID = 'a:styrmodell-personlig';
export const TEAM_ID = '19:ekonomi-och-styrning@thread.tacv2';
export const CHANNEL_ID = '19:uppfoljning@thread.tacv2';

/** Who is signed in. Names tell roles, because the plan's people are examples and nobody real. */
const SIGNED_IN: Person = { upn: 'rapportor.bun@styrmodell.example', givenName: 'Rapportör', surname: 'BUN' };

/** The Playground wants exactly five others. */
const OTHERS: readonly Person[] = [
  { upn: 'ersattare.bun@styrmodell.example', givenName: 'Ersättare', surname: 'BUN' },
  { upn: 'forvaltningschef.bun@styrmodell.example', givenName: 'Förvaltningschef', surname: 'BUN' },
  { upn: 'controller@styrmodell.example', givenName: 'Controller', surname: 'Ekonomi' },
  { upn: 'kommundirektor@styrmodell.example', givenName: 'Kommundirektör', surname: 'Kommunen' },
  { upn: 'rapportor.sn@styrmodell.example', givenName: 'Rapportör', surname: 'SN' },
];

interface Person {
  readonly upn: string;
  readonly givenName: string;
  readonly surname: string;
}

/**
 * The Microsoft 365 Agents Playground: Microsoft's own local stand-in for Teams, with a page to click in.
 *
 * The page itself adds the bot: to the personal chat when it is opened, to a channel when that is clicked. The bot then gets
 * `installationUpdate` (action `add`) and, at the same moment, `conversationUpdate` with itself in `membersAdded`. In a channel
 * both carry `channelData.team` with id, name and aadGroupId; `from` has no name in any of them.
 * What the bot sends while no page is open is kept for the first one, which now and then drops it, being not ready: so
 * nothing is sent before there is a page. Cards are kept in the page alone, and are gone when it is loaded anew.
 */
export interface Playground {
  /** The page to open, for people. */
  readonly url: string;
  readonly child: Child;
  /**
   * Tells the bot that it was removed from a chat or a channel, so that it greets and shows what is open again when a
   * page adds it the next time.
   */
  uninstall(conversationId: string): Promise<void>;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Where the service takes activities. */
  readonly botUrl: string;
  readonly plan: LocalPlan;
  /** A folder of its own: the Playground writes its settings and logs where it is started. */
  readonly folder: string;
  /** Is told of the process before it is known to be ready, so that it can be stopped at any time. */
  readonly onStarted?: (child: Child) => void;
}

export async function startPlayground({ botUrl, plan, folder, onStarted }: PlaygroundOptions): Promise<Playground> {
  await mkdir(folder, { recursive: true });
  // JSON is YAML. On a field too few or too many the Playground ends with code 1 and no word.
  await writeFile(join(folder, '.m365agentsplayground.yml'), JSON.stringify(configuration(plan), undefined, 2));
  const port = await freePort(56150);
  const url = `http://localhost:${port}`;
  const child = startChild({
    name: 'Agents Playground',
    args: [
      join(PROJECT_ROOT, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
      ...['-e', botUrl, '-c', 'msteams', '-p', String(port), '--dt'],
    ],
    cwd: folder,
    env: { TEAMSAPPTESTER_BROWSER: 'none' },
  });
  onStarted?.(child);
  await untilReady(url, child);

  return {
    url,
    child,
    uninstall: (conversationId) => uninstall(url, conversationId),
    stop: () => child.stop(),
  };
}

function configuration(plan: LocalPlan): object {
  const municipality = plan.current.channels.find(({ scope }) => scope === 'municipality');
  if (!municipality) throw new Error('The example plan names no channel for the whole municipality.');
  const known = new Set(plan.current.contacts.map(({ upn }) => upn));
  const stranger = [SIGNED_IN, ...OTHERS].find(({ upn }) => !known.has(upn));
  if (stranger) throw new Error(`The example plan has no contact ${stranger.upn}.`);

  return {
    version: '0.1.1',
    tenantId: LOCAL_TENANT_ID,
    bot: { id: '28:styrmodellen', name: 'Styrmodellen' },
    currentUser: user(SIGNED_IN, 0),
    users: OTHERS.map((person, index) => user(person, index + 1)),
    personalChat: { id: PERSONAL_CHAT_ID },
    groupChat: { id: '19:gruppchatt@thread.v2', name: 'Gruppchatt' },
    team: {
      id: TEAM_ID,
      name: municipality.team,
      aadGroupId: '5a7e1d00-0000-4000-8000-000000000002',
      channels: [{ id: CHANNEL_ID, name: municipality.channel }],
    },
  };
}

function user({ upn, givenName, surname }: Person, index: number): object {
  return {
    id: personId(index),
    name: `${givenName} ${surname}`,
    userPrincipleName: upn, // spelt so by the Playground
    aadObjectId: `5a7e1d00-0000-4000-8000-00000000010${index}`,
    givenName,
    surname,
    email: upn,
  };
}

function personId(index: number): string {
  return `29:person-${index}`;
}

async function untilReady(url: string, child: Child): Promise<void> {
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    if (ended) throw new Error(`${child.name} avslutades direkt.\n${child.lastLines().join('\n')}`);
    const pong = await fetch(`${url}/_debug/ping`)
      .then((answer) => answer.text())
      .catch(() => '');
    if (pong.includes('pong')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.name} svarade inte på 30 s.\n${child.lastLines().join('\n')}`);
}

async function uninstall(url: string, conversationId: string): Promise<void> {
  const query = new URLSearchParams({ conversationId, type: 'uninstall' });
  const template = await fetch(`${url}/_internal/v1/customActivities/template?${query}`);
  const activity = (await template.json()) as { conversation: object; channelData: { channel?: object } };
  // For every channel of a team the template names the team's first one.
  if (activity.channelData.channel) {
    activity.conversation = { ...activity.conversation, id: conversationId };
    activity.channelData.channel = { id: conversationId };
  }
  await post(`${url}/_internal/v1/customActivities`, activity);
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Agents Playground svarade ${answer.status} på ${new URL(url).pathname}.`);
}
