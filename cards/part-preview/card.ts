import { isGap } from '../../src/domain/coverage.ts';
import type { Contribution, PartOverview } from '../../src/domain/part-overview.ts';
import type { LevelNames } from '../../src/domain/plan-document.ts';
import { levelCount } from '../../src/words/level-names.ts';
import { swedishDateTime } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf, placedText } from '../file-texts.ts';
import { noticesOf } from '../notices.ts';
import { budgetText, contentsText, counted, gapsOf, goalText } from '../part-texts.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

export interface PartPreviewCard {
  readonly uploadId: string;
  /** Number of the plan version that the part was checked against. */
  readonly basedOn: number;
  readonly fileName: string;
  readonly overview: PartOverview;
  /** Any of them: it can't be handed in. */
  readonly errors: readonly PlacedProblem[];
  readonly warnings: readonly PlacedProblem[];
  /** Some of its figures are invented. */
  readonly example: boolean;
  /** What the committee has handed in before. */
  readonly earlier?: { readonly handedInBy: string; readonly handedInAt: Date };
}

interface PlacedProblem {
  readonly where: string;
  readonly what: string;
}

const MOST_PROBLEMS = 9;
const MOST_GOALS = 20;

/** A committee's part as it was read from a file, before it is handed in. Verbs: handInPart, cancelUpload. */
export const partPreviewCard = defineCard<PartPreviewCard & { readonly context: CardContext }>(template, (facts) => {
  const { overview, errors, warnings, earlier, uploadId, basedOn, example, context } = facts;
  const data = { id: uploadId, revision: basedOn };
  return {
    title: `Verksamhetsplan för ${forCard(overview.committeeName)}`,
    file: `Ur filen ${forCard(facts.fileName)}. Inget är inlämnat ännu.`,
    boxes: [
      ...boxOf('attention', errorsTitle(errors.length), errors),
      ...boxOf('warning', 'Att titta på:', [...gapLines(overview), ...warnings]),
    ],
    contents: contentsText(overview),
    budgets: overview.budgets.map((budget) => ({ text: budgetText(budget) })),
    contributions: contributionLines(overview),
    earlier: earlier ? [{ text: earlierText(earlier) }] : [],
    notices: noticesOf(example, context),
    actions:
      errors.length > 0
        ? []
        : [executeAction('Lämna in', 'handInPart', data, 'positive'), executeAction('Avbryt', 'cancelUpload', data)],
  };
});

function errorsTitle(count: number): string {
  return `${counted(count, 'fel', 'fel')}. Rätta i filen och skicka den igen:`;
}

function boxOf(style: string, title: string, problems: readonly PlacedProblem[]): object[] {
  if (problems.length === 0) return [];
  const { first, more } = firstOf(problems, MOST_PROBLEMS);
  const lines = [...first.map(placedText), ...(more > 0 ? [`och ${more} till`] : [])];
  return [{ style, title, lines: lines.map((text) => ({ text })) }];
}

function gapLines(overview: PartOverview): PlacedProblem[] {
  return gapsOf(overview).map((goal) => ({ where: '', what: `Nämnden bidrar inte till målet ${goal}.` }));
}

function contributionLines({ contributions, levelNames }: PartOverview): { text: string }[] {
  const { first, more } = firstOf(contributions, MOST_GOALS);
  return [
    ...first.map((contribution) => ({ text: contributionText(contribution, levelNames) })),
    ...(more > 0 ? [{ text: `och ${counted(more, 'mål', 'mål')} till` }] : []),
  ];
}

function contributionText(contribution: Contribution, levelNames: LevelNames): string {
  const { name, committeeGoals, commitments, indicators } = contribution;
  if (isGap(contribution)) return `${goalText(name)}: inget ännu`;
  const ways = [
    [committeeGoals.length, forCard(levelCount(committeeGoals.length, 'committeeGoal', levelNames))],
    [commitments.length, forCard(levelCount(commitments.length, 'commitment', levelNames))],
    [indicators.length, counted(indicators.length, 'indikator', 'indikatorer')],
  ] as const;
  const parts = ways.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return `${goalText(name)}: ${parts.join(', ')}`;
}

function earlierText({ handedInBy, handedInAt }: NonNullable<PartPreviewCard['earlier']>): string {
  return `Tar platsen för det som ${forCard(handedInBy)} lämnade in ${swedishDateTime(handedInAt)}. Det finns kvar i historiken.`;
}
