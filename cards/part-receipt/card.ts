import { swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { decisionText } from '../part-texts.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface PartReceiptCard {
  readonly partId: string;
  readonly committeeName: string;
  readonly handedInBy: string;
  readonly handedInAt: Date;
  /** The one who sees it may register the committee's decision. */
  readonly mayAdopt: boolean;
  readonly adopted?: { readonly date: string; readonly paragraph: string; readonly by: string; readonly at: Date };
}

/** What has become of a committee's part: handed in, or adopted. Verb: askAdoption. */
export const partReceiptCard = defineCard<PartReceiptCard & { readonly context: CardContext }>(template, (facts) => {
  const { partId, committeeName, handedInBy, handedInAt, mayAdopt, adopted, context } = facts;
  return {
    title: adopted ? `Antagen ${decisionText(adopted)}` : 'Verksamhetsplanen är inlämnad',
    lines: [
      { text: forCard(committeeName) },
      { text: `Inlämnad ${swedishDateTime(handedInAt)} av ${forCard(handedInBy)}.` },
      ...(adopted ? adoptedLines(adopted) : waitingLines(mayAdopt)),
    ],
    notices: noticesOf(false, context),
    actions:
      mayAdopt && !adopted
        ? [executeAction('Registrera nämndens beslut', 'askAdoption', { id: partId, revision: 0 })]
        : [],
  };
});

function waitingLines(mayAdopt: boolean): { text: string }[] {
  return [
    { text: 'Den börjar gälla när nämnden har antagit den och beslutet är registrerat.' },
    ...(mayAdopt ? [] : [{ text: 'Nämndens godkännare eller controllern registrerar beslutet.' }]),
  ];
}

function adoptedLines({ by, at }: NonNullable<PartReceiptCard['adopted']>): { text: string }[] {
  return [
    { text: `Beslutet registrerades ${swedishDateTime(at)} av ${forCard(by)}.` },
    { text: 'Den är nu en del av planen: nästa kort till nämnden visar den nya internbudgeten.' },
  ];
}
