import { monthlyPromptCard } from '../../cards/monthly-prompt/card.ts';
import { largePrompt, samplePromptId } from '../../cards/sample-facts.ts';
import { type Comparison, median, type Round } from './statistics.ts';

/** In one round: enough for the middle value not to depend on when the rubbish is collected. */
const TIMES = 300;

/**
 * One prompt of eight business areas, from facts to card, against JSON.stringify of the finished card. The two take turns in
 * this process, so whatever else the machine does meets both.
 */
export async function comparePromptCard(_world: unknown, rounds: number): Promise<Comparison> {
  const facts = { promptId: samplePromptId, revision: 0, prompt: largePrompt, typed: {}, context: {} };
  const card = monthlyPromptCard.build(facts);
  const build = (): unknown => monthlyPromptCard.build(facts);
  const stringify = (): unknown => JSON.stringify(card);
  oneRound(build, stringify); // warms both up
  return {
    name: 'A prompt card of 8 business areas against JSON.stringify of it',
    unit: 'µs',
    rounds: Array.from({ length: rounds }, () => oneRound(build, stringify)),
    floor: { kind: 'at-most', ratio: 20 },
    notes: [`${JSON.stringify(card).length * 2} bytes in UTF-16`],
  };
}

function oneRound(ours: () => unknown, baseline: () => unknown): Round {
  const taken = Array.from({ length: TIMES }, () => [microseconds(ours), microseconds(baseline)] as const);
  return { ours: median(taken.map(([first]) => first)), baseline: median(taken.map(([, second]) => second)) };
}

function microseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) * 1_000;
}
