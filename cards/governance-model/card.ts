import type { GovernanceModel } from '../../src/domain/governance-model.ts';
import { sayAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import { chainText, committeeLines, goalLists, stepTexts } from './model-words.ts';
import template from './template.json' with { type: 'json' };

export interface GovernanceModelCard {
  readonly model: GovernanceModel;
  /** Of the plan; its picture shows the same. */
  readonly version: string;
}

const ALT_TEXT =
  'Bild av styrmodellen: visionen, Mål och budget, kommunfullmäktiges mål, nämndernas verksamhetsplaner och uppföljningen, ' +
  'som leder tillbaka till nästa års planering. Samma innehåll finns som text i kortet.';

/** How the governance model works, after the municipality's own description, with the plan's own vision, goals and committees. */
export const governanceModelCard = defineCard<GovernanceModelCard & { readonly context: CardContext }>(
  template,
  ({ model, version, context }) => {
    const { publicUrl } = context;
    const hasPicture = publicUrl !== undefined;
    return {
      introduction: [
        {
          text: `Kommunfullmäktige ger nämnderna uppdrag genom ${forCard(model.title)}. Det är dels resurser, dels effektmål: var kommunen ska vara i slutet av planperioden, ${model.periodTo}.`,
        },
        { text: 'Vi följer upp målen och pengarna, så att skattemedlen går till det som politiken har bestämt.' },
      ],
      pictures: hasPicture ? [{ url: `${publicUrl}/bilder/styrmodell/${version}.png`, altText: ALT_TEXT }] : [],
      chain: chainText(model),
      steps: stepTexts(model),
      showsDetails: !hasPicture,
      lists: [...goalLists(model), { heading: 'Nämndernas verksamhetsplaner', lines: committeeLines(model) }],
      notices: noticesOf(model.example, context),
      actions: [
        ...(hasPicture ? [SHOW_DETAILS] : []),
        sayAction('Hur bidrar nämnderna?', 'visa täckning'),
        sayAction('Hjälp', 'hjälp'),
      ],
    };
  },
);

const SHOW_DETAILS = { type: 'Action.ToggleVisibility', title: 'Visa som text', targetElements: ['details'] };
