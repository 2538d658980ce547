import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { ReportSummary } from '../../src/domain/report-summary.ts';
import type { DeviationChange, SummaryChanges } from '../../src/domain/summary-changes.ts';
import { reportNames } from '../../src/words/report-words.ts';
import { cumulativePeriod, deviationInWords, sizeInWords } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';

/** More than these are counted. */
const MOST_LINES = 4;

/** What is different from what the reader saw last, under a heading that says when that was. */
export function changeSections({ scope, changes }: ReportSummary): { heading: string; lines: { text: string }[] }[] {
  if (!changes) return [];
  const { kind, period } = changes.since;
  const finance = scope === MUNICIPALITY ? ofAll(changes) : ofOne(changes);
  const lines = [...finance, ...gradeLines(changes)].map((text) => ({ text }));
  const heading = `Sedan ${reportNames[kind]}en ${cumulativePeriod(period)}`;
  return lines.length === 0 ? [] : [{ heading, lines }];
}

function ofOne({ deviations: [changed], compared }: SummaryChanges): string[] {
  if (!changed) return compared === 0 ? [] : ['Prognosen är densamma som då.'];
  const { fromKr, toKr } = changed;
  if (fromKr === undefined) return [`Då saknades prognos, nu är den ${deviationInWords(toKr ?? 0)}.`];
  if (toKr === undefined) return [`Då var prognosen ${deviationInWords(fromKr)}, nu saknas den.`];
  const way = toKr < fromKr ? 'försämrats' : 'förbättrats';
  return [`Prognosen har ${way} med ${sizeInWords(toKr - fromKr)}: ${thenNow(changed)}.`];
}

function ofAll({ deviations, compared }: SummaryChanges): string[] {
  if (deviations.length === 0) return compared === 0 ? [] : ['Ingen nämnds prognos har ändrats.'];
  return [
    ...deviations.slice(0, MOST_LINES).map((changed) => `${forCard(changed.name)}: ${thenNow(changed)}.`),
    ...moreText(
      deviations.length - MOST_LINES,
      'nämnd till har ändrat sin prognos',
      'nämnder till har ändrat sin prognos',
    ),
  ];
}

function gradeLines({ grades }: SummaryChanges): string[] {
  return [
    ...grades
      .slice(0, MOST_LINES)
      .map(({ name, from, to }) => `Målet ”${forCard(name)}”: från ${forCard(from)} till ${forCard(to)}.`),
    ...moreText(grades.length - MOST_LINES, 'mål till har en annan bedömning', 'mål till har en annan bedömning'),
  ];
}

function moreText(count: number, one: string, several: string): string[] {
  if (count <= 0) return [];
  return [`${count} ${count === 1 ? one : several}.`];
}

function thenNow({ fromKr, toKr }: DeviationChange): string {
  if (fromKr === undefined) return `då saknades prognos, nu ${deviationInWords(toKr ?? 0)}`;
  if (toKr === undefined) return `då ${deviationInWords(fromKr)}, nu saknas prognos`;
  return `från ${deviationInWords(fromKr)} till ${deviationInWords(toKr)}`;
}
