import { Template } from 'adaptivecards-templating';

/** A finished Adaptive Card, ready to send. */
export type Card = Readonly<Record<string, unknown>>;

/**
 * A card: its template, which opens in the Adaptive Card designer, and the function that turns facts into finished Swedish
 * text. The template only binds: every field it names must be there, or its name would be shown to people.
 */
export interface CardDefinition<Facts> {
  build(facts: Facts): Card;
}

export function defineCard<Facts>(template: object, present: (facts: Facts) => object): CardDefinition<Facts> {
  let compiled: Template | undefined;
  return {
    build: (facts) => {
      compiled ??= new Template(template); // costs far more than filling it in, and a start would pay for every card
      return compiled.expand({ $root: present(facts) }) as Card;
    },
  };
}

/** What a card needs to know of the service beside its own facts. */
export interface CardContext {
  /** The date that a demonstration's clock shows; absent in real use. */
  readonly demoDate?: string;
  /** Where pictures are fetched, without a slash at its end; without it cards are text alone. */
  readonly publicUrl?: string;
  /** The bot's app id, for links that open the chat with it; absent where there is no real Teams to open. */
  readonly botId?: string;
}
