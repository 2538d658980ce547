import type { CardContext } from '../../cards/define-card.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import type { Ports } from '../ports.ts';

/** Who pressed, where: from the authenticated activity. */
export interface Presser {
  readonly person: KnownPerson | undefined;
  readonly name: string;
  readonly conversationId: string;
  /** In that person's own conversation with the bot. */
  readonly personal: boolean;
  /** The message that the button is on. */
  readonly activityId: string | undefined;
}

/** What it takes to answer a press. */
export interface PressWiring {
  readonly ports: Ports;
  readonly context: CardContext;
}
