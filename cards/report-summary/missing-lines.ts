import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { CommitteeLine, ReportSummary } from '../../src/domain/report-summary.ts';
import { missingParts } from '../../src/words/report-words.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { firstOf } from '../file-texts.ts';
import { forCard } from '../peoples-words.ts';

const MOST_NAMES = 2;
const MOST_COMMITTEES = 6;

/** Who has not answered, and what the others' answers lack. What is only not signed yet is said by where the report is. */
export function missingLines(summary: ReportSummary): { text: string }[] {
  const { scope, committees } = summary;
  const lines = scope === MUNICIPALITY ? ofAll(summary) : committees.flatMap(ofOne);
  return lines.map((text) => ({ text }));
}

function ofAll({ committees, dueOn }: ReportSummary): string[] {
  const silent = committees.filter(({ answered }) => !answered).map(({ name }) => forCard(name));
  const lacking = committees.flatMap((line) => {
    const parts = partsText(line);
    return parts === '' ? [] : [`${forCard(line.name)} (${parts})`];
  });
  return [
    ...(silent.length === 0
      ? []
      : [`Har inte rapporterat: ${silent.join(', ')} (sista svarsdag ${swedishDate(dueOn)}).`]),
    ...(lacking.length === 0 ? [] : [`Saknas i rapporterna: ${named(lacking)}.`]),
  ];
}

/** The first of many, and how many more there are. */
function named(lacking: readonly string[]): string {
  const { first, more } = firstOf(lacking, MOST_COMMITTEES);
  return `${first.join(', ')}${more === 0 ? '' : ` och ${more} ${more === 1 ? 'nämnd' : 'nämnder'} till`}`;
}

function ofOne(line: CommitteeLine): string[] {
  const parts = partsText(line);
  return parts === '' ? [] : [`Saknas: ${parts}.`];
}

function partsText({ answered, standing }: CommitteeLine): string {
  if (!answered) return '';
  const parts = standing.missing.filter(({ what }) => what !== 'answer' && what !== 'signature');
  return missingParts(parts, forCard, MOST_NAMES);
}
