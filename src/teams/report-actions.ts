import type { VerbOf } from '../../cards/actions.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';

/** Answers a press on a committee's report. */
export async function answerReportPress(
  _wiring: PressWiring,
  _press: Press<VerbOf<'report'>>,
  _presser: Presser,
): Promise<CardAnswer> {
  throw new Error('not written yet');
}
