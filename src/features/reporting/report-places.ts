import type { Plan } from '../../domain/plan.ts';
import { type KnownConversation, MUNICIPALITY, type Ports } from '../../ports.ts';
import { channelOf } from './channel-of.ts';

/** Where one of a period's summaries stands. */
export interface ReportPlace {
  /** What it is about: `municipality` or a committee's id. */
  readonly scope: string;
  /** The scope for a channel, a manager's UPN in lower case for a chat: names the card's row. */
  readonly recipient: string;
  readonly kind: 'channel' | 'chat';
  readonly conversation: KnownConversation;
}

/** The channels that the plan names and the bot is in, and the managers who have written to it; of these committees. */
export async function reportPlaces(
  ports: Pick<Ports, 'conversations' | 'people'>,
  plan: Plan,
  committeeIds: readonly string[],
): Promise<readonly ReportPlace[]> {
  const scopes = [MUNICIPALITY, ...committeeIds];
  const [channels, chats] = await Promise.all([
    Promise.all(scopes.map((scope) => channelPlace(ports, plan, scope))),
    managerPlaces(ports, plan),
  ]);
  return [...channels.flat(), ...chats];
}

async function channelPlace(
  ports: Pick<Ports, 'conversations'>,
  plan: Plan,
  scope: string,
): Promise<readonly ReportPlace[]> {
  const conversation = await channelOf(ports, plan, scope);
  return conversation ? [{ scope, recipient: scope, kind: 'channel', conversation }] : [];
}

async function managerPlaces(
  { people, conversations }: Pick<Ports, 'conversations' | 'people'>,
  { contacts }: Plan,
): Promise<readonly ReportPlace[]> {
  const upns = new Set(contacts.filter(({ role }) => role === 'manager').map(({ upn }) => upn.toLowerCase()));
  if (upns.size === 0) return [];
  const [oids, known] = await Promise.all([people.list(), conversations.listPersonal()]);
  return [...upns].flatMap((recipient): ReportPlace[] => {
    const conversation = known.get(oids.get(recipient) ?? '');
    return conversation ? [{ scope: MUNICIPALITY, recipient, kind: 'chat', conversation }] : [];
  });
}
