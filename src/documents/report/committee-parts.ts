import type { CommitteeReportContent } from '../../domain/report-content.ts';
import { breakText } from '../../words/break-text.ts';
import { givenReason } from '../../words/missing-reason.ts';
import { upperFirst } from '../../words/sentence-parts.ts';
import { cumulativePeriod } from '../../words/swedish.ts';
import { type Block, note, paragraph } from './blocks.ts';
import { deviationInSentence, inMillions, sentence } from './figures-in-words.ts';
import { addedTable, areasTable, committeeHistory } from './finance-tables.ts';
import { writtenParagraphs, writtenText } from './written-text.ts';

/** What people wrote, as paragraphs; nothing when they wrote nothing. */
export function written(text: string): readonly Block[] {
  return writtenParagraphs(text).map((line) => paragraph(line));
}

/** What the committee believes of the year. */
export function forecastSentence({ finance: { budgetKr, deviationKr } }: CommitteeReportContent): string {
  return deviationKr === undefined
    ? `Nämndens prognos för helåret saknas. Budgeten är ${inMillions(budgetKr)}.`
    : `Nämnden räknar med ${deviationInSentence(deviationKr)} för helåret, mot en budget på ${inMillions(budgetKr)}.`;
}

/** What the year has cost so far. */
function outcomeSentence({ finance: { outcomeKr, budgetToDateKr }, period }: CommitteeReportContent): string {
  const sofar = cumulativePeriod(period);
  return outcomeKr === undefined
    ? `Utfallet för ${sofar} saknas.`
    : `Utfallet för ${sofar} är ${inMillions(outcomeKr)}; budgeten för samma tid är ${inMillions(budgetToDateKr)}.`;
}

/** Figures and why any of them is missing. */
export function financeBlocks(content: CommitteeReportContent): readonly Block[] {
  return [
    paragraph(`${forecastSentence(content)} ${outcomeSentence(content)}`),
    ...areasTable(content),
    ...financeNotes(content),
    ...missingReasons(content),
    ...committeeHistory(content),
    ...addedTable([content]),
  ];
}

function financeNotes({ finance: { areas } }: CommitteeReportContent): readonly Block[] {
  if (areas.length === 0) return [];
  const evenly = areas.some(({ spreadEvenly }) => spreadEvenly);
  return [
    ...(evenly ? [note('* Budgeten är beslutad för helåret och här jämnt fördelad över månaderna.')] : []),
    note(`${SIGNS} ${ROUNDING}`),
  ];
}

/** How to read the signs; under the first table of each chapter. */
export const SIGNS = 'Avvikelse är budget minus prognos; minus betyder underskott.';
export const ROUNDING = 'Avrundning kan göra att summan skiljer sig från delarna.';

function missingReasons({ finance: { areas } }: CommitteeReportContent): readonly Block[] {
  const items = areas.flatMap(({ name, outcomeMissing, forecastMissing }) => [
    ...reason('utfall', name, outcomeMissing),
    ...reason('prognos', name, forecastMissing),
  ]);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** That it is missing stands in the table. */
function reason(what: string, name: string, why: string | undefined): readonly string[] {
  const given = givenReason(why);
  return given === undefined
    ? []
    : [`${upperFirst(what)} saknas för ${writtenText(name)}: ${sentence(writtenText(given))}`];
}

/** Why figures can't be held against those of the follow-up before. */
export function breakBlocks({ breaks }: CommitteeReportContent): readonly Block[] {
  return breaks.length === 0 ? [] : [{ kind: 'list', items: breaks.map((found) => breakText(found, writtenText)) }];
}
