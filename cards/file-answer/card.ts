import { swedishDateTime, swedishMonth } from '../../src/words/swedish.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf, placedText } from '../file-texts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

/** What became of a file that somebody sent. */
export type FileAnswerCard = { readonly fileName: string } & (
  | { readonly kind: 'problems'; readonly problems: readonly { readonly where: string; readonly what: string }[] }
  | {
      readonly kind: 'imported';
      /** The plan's title. */
      readonly title: string;
      readonly version: number;
      /** The first month that is followed up against it. */
      readonly validFrom: string;
      readonly publishedAt: Date;
      /** Months that people have reported: what the file says about them was left aside. */
      readonly leftAside: readonly { readonly committeeId: string; readonly period: string }[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-old' }
  | { readonly kind: 'plan-changed' }
);

const MOST_PROBLEMS = 20;

/** The last word about a file: what is wrong with it, or what was done. No buttons. */
export const fileAnswerCard = defineCard<FileAnswerCard & { readonly context: CardContext }>(template, (facts) => ({
  ...wordsOf(facts),
  file: `Filen ${forCard(facts.fileName)}`,
  notices: noticesOf(false, facts.context),
}));

function wordsOf(facts: FileAnswerCard): { title: string; lines: { text: string }[] } {
  switch (facts.kind) {
    case 'problems':
      return { title: 'Filen är inte inläst', lines: problemLines(facts.problems) };
    case 'imported':
      return { title: `Planen gäller från ${swedishMonth(facts.validFrom)}`, lines: importedLines(facts) };
    case 'cancelled':
      return { title: 'Avbrutet', lines: [{ text: 'Filen är inte inläst, och inget är ändrat.' }] };
    case 'too-old':
      return {
        title: 'Filen är inte inläst',
        lines: [{ text: 'Förhandsvisningen är för gammal. Skicka filen igen.' }],
      };
    case 'plan-changed':
      return {
        title: 'Filen är inte inläst',
        lines: [
          {
            text: 'Planen har ändrats sedan dess. Skicka filen igen, så visar jag skillnaden mot den som gäller nu.',
          },
        ],
      };
  }
}

function problemLines(problems: readonly { where: string; what: string }[]): { text: string }[] {
  const { first, more } = firstOf(problems, MOST_PROBLEMS);
  const count = problems.length === 1 ? 'Ett fel' : `${problems.length} fel`;
  return [
    { text: `${count}. Inget är sparat. Rätta i filen och skicka den igen.` },
    ...first.map((problem) => ({ text: placedText(problem) })),
    ...(more > 0 ? [{ text: `och ${more} till` }] : []),
  ];
}

type Imported = Extract<FileAnswerCard, { kind: 'imported' }>;

function importedLines({ title, version, publishedAt, leftAside }: Imported): { text: string }[] {
  const months = leftAside.map(({ committeeId, period }) => `${forCard(committeeId)} ${swedishMonth(period)}`);
  return [
    { text: `${forCard(title)}, version ${version}. Inläst ${swedishDateTime(publishedAt)}.` },
    { text: 'Månader före dess följs upp mot den plan som gällde då.' },
    ...(months.length === 0
      ? []
      : [
          {
            text: `Redan rapporterat: ${months.join(', ')}. Nämndens siffror står kvar, och planens utfall för månaden används inte.`,
          },
        ]),
  ];
}
