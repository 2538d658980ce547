import { type Activity, MessageFactory } from 'botbuilder';
import { coverageCard } from '../../cards/coverage/card.ts';
import { governanceModelCard } from '../../cards/governance-model/card.ts';
import type { Committee } from '../domain/plan.ts';
import { explainModel } from '../features/questions/explain-model.ts';
import { showCoverage } from '../features/questions/show-coverage.ts';
import { texts } from '../texts.ts';
import type { PressWiring } from './presser.ts';
import { cardMessage } from './render-notice.ts';

/** How the governance model works: for anybody, in any conversation. */
export async function answerModel({ ports, context }: PressWiring): Promise<Partial<Activity>> {
  const explained = await explainModel(ports);
  if (!explained) return MessageFactory.text(texts.noPlan);
  return cardMessage(governanceModelCard.build({ ...explained, context }), 'Så fungerar styrmodellen');
}

/** How the committees contribute to the council's goals, or how one of them does. */
export async function answerCoverage(
  { ports, context }: PressWiring,
  committee?: Committee,
): Promise<Partial<Activity>> {
  const overview = await showCoverage(ports, committee?.id);
  if (!overview) return MessageFactory.text(texts.noPlan);
  return cardMessage(coverageCard.build({ ...overview, context }), 'Så bidrar nämnderna till målen');
}
