import { z } from 'zod';
import type { KnownConversation, ProvenActivity } from '../ports.ts';

const Named = z.object({ name: z.string() });
const Recipient = z.object({ id: z.string(), name: z.string().optional() });
const ChannelData = z.object({
  eventType: z.string().optional(),
  team: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  channel: z.object({ id: z.string() }).optional(),
  settings: z.object({ selectedChannel: z.object({ id: z.string() }).optional() }).optional(),
});

/** Longest name kept of a person, as Entra has it. */
const LONGEST_NAME = 200;

/** Object id of the person who sent the activity; none for the bot itself and for anonymous people. */
export function objectIdOf({ from }: ProvenActivity): string | undefined {
  return typeof from.aadObjectId === 'string' && from.aadObjectId.length > 0 && from.aadObjectId.length <= 100
    ? from.aadObjectId.toLowerCase()
    : undefined;
}

/** The name that Teams shows for the sender right now; '' when there is none: cards then say so. */
export function nameOf({ from }: ProvenActivity): string {
  const named = Named.safeParse(from);
  return named.success ? named.data.name.toWellFormed().normalize('NFC').trim().slice(0, LONGEST_NAME) : '';
}

/** A conversation with one person. Old clients leave the type out; a thread's id says it then. */
export function isPersonal({ conversation }: ProvenActivity): boolean {
  const type = conversation.conversationType;
  return typeof type === 'string' ? type === 'personal' : !conversation.id.startsWith('19:');
}

/** The person's own conversation, with the whole reference to write to it. */
export function personalConversation(activity: ProvenActivity, oid: string): KnownConversation {
  return {
    id: activity.conversation.id,
    kind: 'personal',
    key: oid,
    reference: referenceOf(activity, activity.conversation.id),
  };
}

/** The team and the channel that an activity comes from, without the thread. */
export function teamOf(
  activity: ProvenActivity,
): { readonly id: string; readonly name?: string | undefined } | undefined {
  const data = ChannelData.safeParse(activity.channelData);
  return data.success ? data.data.team : undefined;
}

/** What happened to a team or its channels, as Teams names it. */
export function eventTypeOf(activity: ProvenActivity): string | undefined {
  const data = ChannelData.safeParse(activity.channelData);
  return data.success ? data.data.eventType : undefined;
}

/** Everything that Bot Framework needs to write there again. Names change from one activity to the next and are left out. */
export function referenceOf(activity: ProvenActivity, conversationId: string): Record<string, unknown> {
  const { conversationType, tenantId, isGroup } = activity.conversation;
  const recipient = Recipient.safeParse(activity.recipient);
  return {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    bot: recipient.success ? recipient.data : undefined,
    user: { id: activity.from.id, aadObjectId: activity.from.aadObjectId },
    conversation: { id: conversationId, conversationType, tenantId, isGroup },
  };
}

/** The message's words without the mention of the bot. */
export function wordsOf(activity: ProvenActivity): string {
  const text = activity.text;
  return typeof text === 'string'
    ? text
        .replace(/<at[^<>]{0,200}>[^<>]{0,200}<\/at>/gi, ' ')
        .replaceAll('&nbsp;', ' ')
        .trim()
    : '';
}
