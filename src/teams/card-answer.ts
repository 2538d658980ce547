import type { Card } from '../../cards/define-card.ts';
import type { OfferedFile } from '../features/planning/send-file.ts';
import { texts } from '../texts.ts';

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
  /** A file is offered in a message of its own: the pressed card stays as it is, and `text` answers the press. */
  | { readonly kind: 'file'; readonly offer: FileOffer; readonly text: string }
  /** Nobody's card sends this. */
  | {
      readonly kind: 'bad-request';
      readonly code: 'UnknownAction' | 'BadRequest' | 'NotSupported';
      readonly text: string;
    };

/** Nobody's form sends text that is no text. */
export const MALFORMED: CardAnswer = { kind: 'bad-request', code: 'BadRequest', text: texts.malformedCard };

/** What has to be seen when the chat is opened again: what was done, and what was typed and could not be. */
export function lasting(answer: CardAnswer): CardAnswer {
  return answer.kind === 'card' ? { ...answer, lasting: true } : answer;
}

/** Asks whether a file may be put in somebody's OneDrive: the content of Teams' file consent card. */
export interface FileOffer {
  readonly name: string;
  readonly content: {
    readonly description: string;
    readonly sizeInBytes: number;
    /** What comes back when it is accepted or declined: the client's by then. */
    readonly acceptContext: OfferedFile;
    readonly declineContext: OfferedFile;
  };
}

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
    case 'file':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'bad-request':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: answer.code, message: answer.text },
      };
  }
}
