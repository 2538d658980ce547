import type { KnownConversation, Notice } from '../../src/ports.ts';
import { aKnownPerson, type FakePorts, theChannel } from './fakes.ts';
import { INTERIM, inReportPeriod } from './report-period.ts';

/** The municipality and BUN have a channel each, and the bot is in both; SN has none. */
export async function withChannels(...setting: Parameters<typeof inReportPeriod>): Promise<FakePorts> {
  const ports = inReportPeriod(...setting);
  const file = await ports.plans.file();
  if (!file) throw new Error('No plan is in force');
  const channels = ['municipality', 'BUN'].map((scope) => ({ scope, team: 'Ekonomi', channel: nameOf(scope) }));
  ports.plans.use({ ...file.current, channels });
  await theChannel(ports);
  await ports.conversations.remember(channelOfBun);
  return ports;
}

function nameOf(scope: string): string {
  return scope === 'municipality' ? 'Uppföljning' : scope;
}

const channelOfBun: KnownConversation = {
  id: 'the channel of BUN',
  kind: 'channel',
  key: 'ekonomi|bun',
  reference: {},
};

export async function known(ports: FakePorts, ...people: readonly { readonly upn: string }[]): Promise<void> {
  for (const { upn } of people) await aKnownPerson(ports, upn.toLowerCase());
}

/** What went out or was changed, and where: `report-summary municipality in the channel`, with `changed` before it. */
export function told(ports: FakePorts): string[] {
  return ports.messenger.messages.map(({ notice, conversation, updated }) =>
    [...(updated === undefined ? [] : ['changed']), aboutOf(notice), 'in', conversation.id].join(' '),
  );
}

function aboutOf(notice: Notice): string {
  if (notice.kind === 'report-summary') return `${notice.kind} ${notice.summary.scope}`;
  return notice.kind === 'report-word' ? `${notice.kind} ${notice.about.word.kind}` : notice.kind;
}

export { INTERIM };
