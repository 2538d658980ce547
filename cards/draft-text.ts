import type { MonthlyPrompt } from '../src/domain/monthly-prompt.ts';
import { gradeLabel } from '../src/words/grade-text.ts';
import { askedName } from '../src/words/indicator-text.ts';
import { workStatus, workStatusWords } from '../src/words/work-status.ts';
import * as fields from './monthly-prompt/fields.ts';
import { forCard } from './peoples-words.ts';
import { workName } from './work-names.ts';

/** Together they must fit in one message. */
const MOST_CHARACTERS = 15_000;

/** What somebody had typed in a form that is not answered any more, one line each, for its author to pass on. */
export function draftLines(prompt: MonthlyPrompt, typed: Readonly<Record<string, string>>): string[] {
  let left = MOST_CHARACTERS;
  const lines = namedFields(prompt).flatMap(([label, field, inWords]) => {
    const text = typed[field]?.trim() ?? '';
    return text === '' ? [] : [`${forCard(label)}: ${forCard(inWords?.(text) ?? text)}`];
  });
  return lines.flatMap((line) => {
    const room = left;
    left -= line.length;
    if (left > 0) return line;
    return room > 0 ? 'Resten får inte plats här.' : [];
  });
}

type NamedField = readonly [label: string, field: string, inWords?: (text: string) => string | undefined];

function namedFields(prompt: MonthlyPrompt): NamedField[] {
  const { areas, investments, indicators, goals, gradeScale, work } = prompt;
  return [
    ...areas.flatMap(({ area: { id, name } }): NamedField[] => [
      [`${name}, utfall`, fields.outcomeOf(id)],
      [`${name}, prognos`, fields.forecastOf(id)],
    ]),
    ...investments.flatMap(({ project }): NamedField[] => [
      [`${project}, utfall från projektets start`, fields.investmentOutcomeOf(project)],
      [`${project}, prognos för hela projektet`, fields.investmentForecastOf(project)],
    ]),
    ...indicators.map((asked): NamedField => [askedName(asked, prompt), fields.indicatorOf(asked)]),
    ['Kommentar', fields.comment],
    ...Array.from({ length: fields.MEASURES }).flatMap((_, at): NamedField[] => [
      [`Åtgärd ${at + 1}`, fields.measureOf(at)],
      [`Åtgärd ${at + 1}, effekt`, fields.effectOf(at)],
    ]),
    ...goals.flatMap(({ goal: { id, name } }): NamedField[] => [
      [`${name}, bedömning`, fields.gradeOf(id), (grade) => gradeLabel(grade, gradeScale)],
      [`${name}, motivering`, fields.motivationOf(id)],
    ]),
    ...work.map((asked): NamedField => [`${workName(asked)}, status`, fields.statusOf(asked.id), statusInWords]),
  ];
}

function statusInWords(typed: string): string | undefined {
  const status = workStatus(typed);
  return status && workStatusWords[status];
}
