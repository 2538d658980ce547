import type { PlanFile } from '../../src/domain/plan-document.ts';
import { buildLexicon } from '../../src/features/questions/understanding/lexicon/build-lexicon.ts';
import { type Entities, SURE, type Understanding } from '../../src/features/questions/understanding/reading.ts';
import { understand } from '../../src/features/questions/understanding/understand.ts';

/** A question with its meaning, as in a line of a question file. */
export interface Example {
  readonly id: string;
  readonly text: string;
  readonly context: string | null;
  readonly intent: string;
  readonly entities: Entities;
}

export interface Miss {
  readonly example: Example;
  readonly understood: Understanding;
  /** `intent`, and the entities that are not as they should be. */
  readonly wrong: readonly string[];
}

/** Shares are 0–1. */
export interface Score {
  readonly questions: number;
  readonly intent: number;
  readonly entities: number;
  /** Of all questions: those with a wrong intent or entity that would have been answered without asking back. */
  readonly wrongConfident: number;
  readonly misses: readonly Miss[];
}

/** What must be right of a question's entities. */
const SCORED = ['goal', 'goalArea', 'indicator', 'committee', 'period'] as const;

export function score(examples: readonly Example[], plan: PlanFile, now: Date): Score {
  const lexicon = buildLexicon(plan);
  const misses = examples.flatMap((example) => {
    const context = example.context === null ? {} : { context: example.context };
    const understood = understand(example.text, { lexicon, now, ...context });
    const wrong = wrongIn(example, understood);
    return wrong.length === 0 ? [] : [{ example, understood, wrong }];
  });
  const share = (count: number) => 1 - count / Math.max(1, examples.length);
  return {
    questions: examples.length,
    intent: share(misses.filter(({ wrong }) => wrong.includes('intent')).length),
    entities: share(misses.filter(({ wrong }) => wrong.some((key) => key !== 'intent')).length),
    wrongConfident: 1 - share(misses.filter(({ understood }) => understood.confidence >= SURE).length),
    misses,
  };
}

function wrongIn(example: Example, { intent, entities }: Understanding): string[] {
  const wrong = SCORED.filter((key) => comparable(key, example.entities[key]) !== comparable(key, entities[key]));
  return [...(intent === example.intent ? [] : ['intent']), ...wrong];
}

/**
 * T1, M04 and YTD-M04 are the same period, so are INTERIM, T2, M08 and YTD-M08. `latest` is what goes without saying. A list
 * of names has no order.
 */
function comparable(key: (typeof SCORED)[number], value: string | readonly string[] | undefined): string {
  if (Array.isArray(value)) return [...value].sort().join(' ');
  if (key !== 'period') return String(value ?? '');
  const [, year = '', code = ''] = /^(\d{4}-(?=\D))?(.*)$/.exec(String(value ?? 'latest')) ?? [];
  return (
    year +
    code
      .replace(/^YTD-/, '')
      .replace(/^(T1)$/, 'M04')
      .replace(/^(T2|INTERIM)$/, 'M08')
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The figures on a line, and each miss with what was understood and why. */
export function scoreText(name: string, { questions, intent, entities, wrongConfident, misses }: Score): string {
  const figures = `${name}: ${questions} questions, intent ${percent(intent)}, entities ${percent(entities)}, wrong and sure ${percent(wrongConfident)}`;
  const lines = misses.map(
    ({ example, understood, wrong }) =>
      `  ${example.id} "${example.text}"${example.context === null ? '' : ` after "${example.context}"`}: ${wrong.join(', ')}\n` +
      `    should be ${example.intent} ${JSON.stringify(example.entities)}\n` +
      `    is        ${understood.intent} ${JSON.stringify(understood.entities)} (${understood.confidence})\n` +
      `    because   ${understood.why.map(({ words, means }) => `"${words}" ${means}`).join(', ')}`,
  );
  return [figures, ...lines].join('\n');
}
