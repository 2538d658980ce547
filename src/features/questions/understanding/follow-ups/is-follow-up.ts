import type { Draft } from '../draft.ts';
import type { Sign } from '../vocabulary/signs.ts';

/** Ways of asking that stand by themselves: a question with none of these is about the same as the one before. */
const ASKS: readonly Sign[] = [
  ...([
    'howGoes',
    'why',
    'when',
    'who',
    'which',
    'show',
    'exists',
    'howMany',
    'howMuch',
    'define',
    'whatIs',
    'computed',
    'difference',
  ] as const),
  ...([
    'compare',
    'trend',
    'graph',
    'best',
    'worst',
    'highest',
    'lowest',
    'rank',
    'responsible',
    'summary',
    'content',
    'due',
    'submitted',
  ] as const),
  ...([
    'startReport',
    'wroteWrong',
    'correct',
    'remind',
    'missing',
    'deadlineThing',
    'publish',
    'export',
    'helpWords',
    'target',
  ] as const),
];

/** Nothing is asked by itself: only what it is asked about is said, or how it is measured. */
export function isBare({ clues, reading }: Draft): boolean {
  if (clues.has(...ASKS))
    return (
      beginsAsFollowUp({ clues, reading }) &&
      clues.has('howGoes') &&
      !clues.has('why', 'when', 'who', 'which', 'trend', 'compare')
    );
  return clues.tokens.length <= 8;
}

/** "Hur var det i fjol?" */
export function isPeriodOnly({ clues, reading }: Draft): boolean {
  return (
    reading.intent === 'report_summary' &&
    clues.mentions.length === 0 &&
    !clues.has('report', 'summary', 'content', 'publish', 'tell', 'interimReport', 'annualReport', 'tertialReport')
  );
}

function beginsAsFollowUp({ clues }: Draft): boolean {
  return clues.found.some(({ sign, from }) => from === 0 && (sign === 'and' || sign === 'no' || sign === 'same'));
}

export function namesAnything({ clues }: Draft): boolean {
  return clues.mentions.length > 0;
}

/** Asked by itself, about what the question before was about. */
export function lacksObject({ clues, reading }: Draft): boolean {
  if (clues.mentions.length > 0) return false;
  const isWhole = [
    'deadline',
    'missing_reports',
    'explain_term',
    'report_status',
    'correct_report',
    'report_summary',
    'list',
    'ranking',
  ].includes(reading.intent);
  return !isWhole || clues.has('it');
}

const SHORT = 7;

export function isShort({ clues }: Draft): boolean {
  return clues.tokens.length <= SHORT;
}
