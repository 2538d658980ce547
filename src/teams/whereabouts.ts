import { type KnownPerson, knowPerson } from '../features/installation/know-person.ts';
import { channelKey } from '../features/reporting/channel-of.ts';
import type { KnownConversation, Ports, ProvenActivity } from '../ports.ts';
import type { Connectors } from './connector.ts';
import { eventTypeOf, isPersonal, objectIdOf, personalConversation, referenceOf, teamOf } from './incoming.ts';

type WhereaboutsPorts = Pick<Ports, 'conversations' | 'people' | 'plans' | 'log'>;

/** Where people and channels can be reached, and who is who: learnt from every incoming activity. */
export class Whereabouts {
  readonly #ports: WhereaboutsPorts;
  readonly #connectors: Connectors;
  /** Channels whose names have been asked for, by their address. */
  readonly #knownChannels = new Set<string>();

  constructor(ports: WhereaboutsPorts, connectors: Connectors) {
    this.#ports = ports;
    this.#connectors = connectors;
  }

  /** Keeps the reference of every incoming activity. A channel never replaces a person's own conversation. */
  async remember(activity: ProvenActivity): Promise<void> {
    const ports = this.#ports;
    const oid = objectIdOf(activity);
    if (isPersonal(activity)) {
      if (oid) await ports.conversations.remember(personalConversation(activity, oid));
    } else {
      await this.#rememberChannels(activity);
    }
  }

  /** The sender in the roster; Teams is asked for the UPN the first time. */
  person(activity: ProvenActivity): Promise<KnownPerson | undefined> {
    const ports = this.#ports;
    const oid = objectIdOf(activity);
    if (!oid) return Promise.resolve(undefined);
    return knowPerson(ports, oid, async () => {
      try {
        const client = await this.#connectors.for(activity.serviceUrl);
        const member: unknown = await client.conversations.getConversationMember(
          activity.conversation.id,
          activity.from.id,
        );
        return upnOf(member, oid);
      } catch (error) {
        ports.log.warn({ err: error }, 'member could not be read');
        return undefined;
      }
    });
  }

  /** Where an installation belongs: the person, or the channel by its id, before its name is known. */
  place(activity: ProvenActivity): KnownConversation {
    const oid = objectIdOf(activity);
    if (isPersonal(activity) && oid) return personalConversation(activity, oid);
    const id = channelIdOf(activity);
    return { id, kind: 'channel', key: `id|${id}`, reference: referenceOf(activity, id) };
  }

  /** The plan names channels by team and name; Teams is asked once for what they are called. */
  async #rememberChannels(activity: ProvenActivity): Promise<void> {
    const ports = this.#ports;
    const team = teamOf(activity);
    const place = `${activity.serviceUrl}|${channelIdOf(activity)}`;
    // Channels and teams are made, renamed and taken away: then the names are read anew.
    if (eventTypeOf(activity)) this.#knownChannels.clear();
    if (!team || this.#knownChannels.has(place) || activity.action === 'remove') return;
    try {
      const client = await this.#connectors.teamsFor(activity.serviceUrl);
      const name = team.name ?? (await client.teams.fetchTeamDetails(team.id)).name ?? '';
      const { conversations = [] } = await client.teams.fetchChannelList(team.id);
      for (const { id, name: channel } of conversations) {
        // The first channel has no name of its own: people call it General or Allmänt.
        if (!id) continue;
        for (const called of channel ? [channel] : ['General', 'Allmänt']) {
          const key = channelKey(name, called);
          const reference = { ...referenceOf(activity, id), teamId: team.id };
          const kept = await ports.conversations.remember({ id, kind: 'channel', key, reference });
          if (kept === 'taken')
            ports.log.warn({ event: 'audit', reason: 'CHANNEL_NAME_TAKEN' }, 'channel not remembered');
        }
      }
      this.#knownChannels.add(place);
    } catch (error) {
      ports.log.warn({ err: error }, 'channels of a team could not be read');
    }
  }

  /** The app has left a team: its channels' names are free for another. */
  async forgetChannels(teamId: string): Promise<void> {
    const { conversations, plans } = this.#ports;
    for (const { team, channel } of (await plans.current())?.plan.channels ?? []) {
      const key = channelKey(team, channel);
      const known = await conversations.find('channel', key);
      if (known?.reference.teamId === teamId) await conversations.forgetChannel(key);
    }
    this.#knownChannels.clear();
  }
}

/** The UPN that Teams gives for a member, if the member is the one who was asked for. */
function upnOf(member: unknown, oid: string): string | undefined {
  const { userPrincipalName, aadObjectId, objectId } = (member ?? {}) as Record<string, unknown>;
  const same = [aadObjectId, objectId].some((id) => typeof id === 'string' && id.toLowerCase() === oid);
  return same && typeof userPrincipalName === 'string' ? userPrincipalName : undefined;
}

function channelIdOf({ conversation }: ProvenActivity): string {
  return conversation.id.split(';messageid=')[0] ?? conversation.id;
}
