import type { PartOverview } from '../../src/domain/part-overview.ts';
import { swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { contentsText, decisionText, gapsText } from '../part-texts.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface PartsStatusCard {
  /** The plan's. */
  readonly title: string;
  readonly committees: readonly PartOfStatus[];
}

interface PartOfStatus {
  readonly committee: { readonly id: string; readonly name: string };
  /** Waits for the committee's decision. */
  readonly waiting?: { readonly id: string; readonly handedInBy: string; readonly handedInAt: Date };
  /** The committee's latest decision that the plan has. */
  readonly adopted?: { readonly date: string; readonly paragraph: string };
  readonly overview: PartOverview;
  readonly mayAdopt: boolean;
}

/** As many as fit in a message, each with a button. */
const MOST_SECTIONS = 8;

/** How far each committee has come with its own part of the plan, what is missing first. Verb: askAdoption. */
export const partsStatusCard = defineCard<PartsStatusCard & { readonly context: CardContext }>(template, (facts) => {
  const { title, committees, context } = facts;
  const missing = committees.filter(({ waiting, adopted }) => !waiting && !adopted);
  const begun = committees.filter((one) => !missing.includes(one));
  const rest = begun.slice(MOST_SECTIONS);
  return {
    title: 'Nämndernas verksamhetsplaner',
    plan: forCard(title),
    headline: headline(committees),
    missing: missing.length === 0 ? [] : [{ text: `Saknas: ${namesOf(missing)}.` }],
    sections: begun.slice(0, MOST_SECTIONS).map(presentCommittee),
    more: rest.length === 0 ? [] : [{ text: `Får inte plats här: ${namesOf(rest)}.` }],
    notices: noticesOf(false, context),
  };
});

function namesOf(committees: PartsStatusCard['committees']): string {
  return committees.map(({ committee }) => forCard(committee.name)).join(', ');
}

function headline(committees: PartsStatusCard['committees']): string {
  const adopted = committees.filter((one) => one.adopted && !one.waiting).length;
  const waiting = committees.filter((one) => one.waiting).length;
  const all = committees.length;
  if (all === 1) return adopted === 1 ? 'Antagen.' : waiting === 1 ? 'Inlämnad.' : 'Inte inlämnad ännu.';
  return `${adopted + waiting} av ${all} nämnder har lämnat in. ${adopted} av ${all} är antagna.`;
}

function presentCommittee({ committee, waiting, adopted, overview, mayAdopt }: PartOfStatus): object {
  return {
    name: forCard(committee.name),
    lines: [
      ...(waiting
        ? [
            `Väntar på nämndens beslut. Inlämnad ${swedishDateTime(waiting.handedInAt)} av ${forCard(waiting.handedInBy)}.`,
          ]
        : []),
      ...(adopted ? [`${waiting ? 'Till dess gäller den som antogs' : 'Antagen'} ${decisionText(adopted)}.`] : []),
      contentsText(overview),
      gapsText(overview),
    ].map((text) => ({ text })),
    buttons:
      waiting && mayAdopt
        ? [
            {
              actions: [
                executeAction(`Registrera ${committee.id}:s beslut`, 'askAdoption', { id: waiting.id, revision: 0 }),
              ],
            },
          ]
        : [],
  };
}
