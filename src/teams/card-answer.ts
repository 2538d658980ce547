import type { Card } from '../../cards/define-card.ts';

/** What a press on a card leads to, whichever way it came. */
export type CardAnswer =
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly summary: string;
      /** The message itself is changed too: the answer alone would be gone when the chat is opened again. */
      readonly lasting?: true;
      /** A message of its own: the pressed card is about something else, and stays with all that is typed in it. */
      readonly apart?: true;
    }
  | { readonly kind: 'message'; readonly text: string }
  /** Nobody's card sends this. */
  | {
      readonly kind: 'bad-request';
      readonly code: 'UnknownAction' | 'BadRequest' | 'NotSupported';
      readonly text: string;
    };

/** The body of an answer to `adaptiveCard/action`; its status is the request's status too. */
export function invokeBody(answer: CardAnswer): {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
} {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
    case 'message':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'bad-request':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: answer.code, message: answer.text },
      };
  }
}
