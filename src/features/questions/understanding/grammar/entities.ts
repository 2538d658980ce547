import type { Clues } from '../clues.ts';
import { NUMBER_WORDS } from '../periods/calendar-words.ts';
import type { Entities, Intent } from '../reading.ts';
import { compact } from './compact.ts';
import { genderOf } from './gender.ts';
import { measureOf } from './measures.ts';
import { namedEntities } from './named-entities.ts';
import { periodsOf } from './period-of.ts';
import { reportOf, roleOf, stepOf } from './report-entities.ts';
import { termOf, titleOf } from './said.ts';
import { filterOf, gradeOf, orderOf, whatOf } from './selection.ts';

/** The entities that an intent has in a question. */
export function entitiesOf(intent: Intent, clues: Clues): Entities {
  const { has } = clues;
  const work = intent === 'commitment_status' || intent === 'activity_status';
  return compact({
    ...namedEntities(intent, clues),
    ...periodsOf(intent, clues),
    measure: measureOf(intent, clues),
    what: whatOf(intent, clues),
    order: intent === 'ranking' ? orderOf(clues) : undefined,
    count: intent === 'ranking' || intent === 'list' ? countOf(clues) : undefined,
    filter: filterOf(intent, clues),
    grade: gradeOf(intent, clues),
    level: intent === 'list' || intent === 'explain_term' ? levelOf(clues) : undefined,
    report: reportOf(intent, clues),
    step: stepOf(intent, clues),
    role: intent === 'responsible' ? roleOf(clues) : undefined,
    term: intent === 'explain_term' ? termOf(clues) : undefined,
    title: work ? titleOf(clues) : undefined,
    topic: intent === 'help' ? topicOf(clues) : undefined,
    gender: intent === 'indicator_status' || intent === 'trend' || intent === 'compare' ? genderOf(clues) : undefined,
    aspect: has('source') && (intent === 'indicator_status' || intent === 'explain_term') ? 'reliability' : undefined,
    company: intent === 'out_of_scope' && clues.foreign?.kind === 'company' ? clues.foreign.name : undefined,
    place: clues.foreign?.kind === 'place' ? clues.foreign.name : undefined,
    format: intent === 'help' && has('export') ? formatOf(clues) : undefined,
  });
}

function levelOf({ has }: Clues): string | undefined {
  return has('councilLevel') ? 'council' : has('committeeLevel') ? 'committee' : has('subLevel') ? 'sub' : undefined;
}

/** `topp 3`, `de tre sämsta`. A superlative in the singular asks for one, and needs no number. */
function countOf({ tokens, periods, mentions }: Clues): number | undefined {
  const isSpent = (at: number) =>
    periods.some(({ from, to }) => from <= at && at < to) || mentions.some((mention) => mention.tokens.includes(at));
  for (const [at, { plain }] of tokens.entries()) {
    const number = isSpent(at) ? undefined : /^\d{1,2}$/.test(plain) ? Number(plain) : NUMBER_WORDS.get(plain);
    if (number !== undefined && number > 1 && number <= 50) return number;
  }
  return undefined;
}

function topicOf({ has }: Clues): string | undefined {
  if (has('export')) return 'export';
  return has('form', 'startReport', 'report', 'reportVerb') ? 'reporting' : undefined;
}

function formatOf({ tokens }: Clues): string | undefined {
  return tokens.map(({ plain }) => plain).find((plain) => /^(excel|pdf|csv|word|powerpoint)$/.test(plain));
}
