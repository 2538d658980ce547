/** Version of what cards carry. A card of another version gets a fresh one in answer. */
export const CARD_VERSION = 1;

/** Verbs never change their meaning: old cards stay in chats and go on being pressed. */
export const verbs = ['saveOutcome', 'saveDraft', 'changeOutcome', 'keepStored'] as const;
export type Verb = (typeof verbs)[number];

export interface PromptData {
  readonly promptId: string;
  /** The revision that the card shows. */
  readonly revision: number;
}

/**
 * A button that answers in place, with the older kind of button as fallback. The data is the prompt's random id and the
 * revision: who, which committee and which month are looked up when it is pressed.
 */
export function executeAction(
  title: string,
  verb: Verb,
  { promptId, revision }: PromptData,
  style?: 'positive',
): object {
  const data = { v: CARD_VERSION, p: promptId, r: revision };
  const look = style ? { style } : {};
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...look,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...look },
  };
}

/** A button that writes a message in the chat for the person. */
export function sayAction(title: string, text: string): object {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value: text } } };
}
