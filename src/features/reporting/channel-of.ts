import type { Plan } from '../../domain/plan.ts';
import type { KnownConversation, Ports } from '../../ports.ts';

/** Channels are named in the plan by people; Teams knows them by id. */
export function channelKey(team: string, channel: string): string {
  return `${team}|${channel}`.toLowerCase();
}

/** The channel of a scope, when the plan names one and the bot is in it. */
export async function channelOf(
  { conversations }: Pick<Ports, 'conversations'>,
  { channels }: Plan,
  scope: string,
): Promise<KnownConversation | undefined> {
  const named = channels.find((one) => one.scope === scope);
  return named && conversations.find('channel', channelKey(named.team, named.channel));
}
