import type { Measure } from '../../domain/answer.ts';
import { isLate } from '../../domain/lateness.ts';
import type { CommitteeReportContent, WorkContent } from '../../domain/report-content.ts';
import { latenessText } from '../../words/lateness-text.ts';
import { periodText } from '../../words/period-text.ts';
import { swedishDate } from '../../words/swedish.ts';
import { workStatusWords } from '../../words/work-status.ts';
import { amountColumn, type Block, NOTHING, note, paragraph, type Row, table, textColumn } from './blocks.ts';
import { decisionText, inLetters, inThousands } from './figures-in-words.ts';
import { writtenLines, writtenText } from './written-text.ts';

/** Commitments and activities: how many are late, and which. */
export function lateWorkBlocks({ work }: CommitteeReportContent): readonly Block[] {
  if (work.length === 0) return [];
  const late = work.filter(isLate);
  const count = `${inLetters(late.length)} av ${inLetters(work.length)}`;
  if (late.length === 0)
    return [paragraph(`Inget av nämndens ${inLetters(work.length)} åtaganden och aktiviteter är försenat.`)];
  return [
    paragraph(`Försenade åtaganden och aktiviteter: ${count}.`),
    ...workTable('Försenade åtaganden och aktiviteter', late),
  ];
}

/** All of them, each commitment followed by its activities. */
export function allWorkBlocks({ work }: CommitteeReportContent): readonly Block[] {
  return workTable('Läget vid periodens slut', work);
}

function workTable(caption: string, work: readonly WorkContent[]): readonly Block[] {
  return table(
    caption,
    [textColumn('Åtagande eller aktivitet', 48), textColumn('Status', 16), textColumn('Tid', 36)],
    work.map(
      (item): Row => ({
        cells: [writtenText(item.name), workStatusWords[item.status], latenessText(item.lateness)],
        ...(item.kind === 'activity' && { is: 'part' }),
      }),
    ),
  );
}

/** What the council has ordered of one committee, or of several. */
export function assignmentsTable(committees: readonly CommitteeReportContent[]): readonly Block[] {
  const isMany = committees.length > 1;
  const rows = committees.flatMap(({ committeeName, assignments }) =>
    assignments.map(
      (assignment): Row => ({
        cells: [
          writtenLines(assignment.name),
          ...(isMany ? [writtenText(committeeName)] : []),
          assignment.source === undefined ? NOTHING : decisionText(assignment.source),
          standingOf(assignment),
        ],
      }),
    ),
  );
  const columns = [
    textColumn('Uppdrag', isMany ? 32 : 46),
    ...(isMany ? [textColumn('Nämnd', 24)] : []),
    textColumn('Beslut', isMany ? 16 : 18),
    textColumn('Läge', isMany ? 28 : 36),
  ];
  return table('Uppdragen och hur det går med dem', columns, rows);
}

/** What people have said, and what the dates say. Each says enough when they agree. */
function standingOf({ status, lateness }: WorkContent): string {
  const dates = latenessText(lateness);
  const isSaidByDates = lateness.kind === status;
  return isSaidByDates ? dates : `${workStatusWords[status]}. ${dates}`;
}

/** What a committee does about a deviation. */
export function measuresTable(measures: readonly Measure[]): readonly Block[] {
  return table(
    'Åtgärder och väntad effekt i år, tkr',
    [textColumn('Åtgärd', 76), amountColumn('Väntad effekt', 24)],
    measures.map(
      ({ text, effectKr }): Row => ({
        cells: [writtenLines(text), effectKr === undefined ? 'inte beräknad' : inThousands(effectKr)],
      }),
    ),
  );
}

/** Measures that joint reviews have agreed on, of one committee or of several. */
export function agreedTable(
  caption: string,
  committees: readonly Pick<CommitteeReportContent, 'committeeName' | 'agreedMeasures'>[],
): readonly Block[] {
  const isMany = committees.length > 1;
  const rows = committees.flatMap(({ committeeName, agreedMeasures }) =>
    agreedMeasures.map(
      ({ name, owner, source, status, endsOn }): Row => ({
        cells: [
          writtenLines(name),
          ...(isMany ? [writtenText(committeeName)] : []),
          owner === undefined ? NOTHING : writtenText(owner),
          endsOn === undefined ? NOTHING : swedishDate(endsOn),
          workStatusWords[status],
          source === undefined ? NOTHING : periodText(source),
        ],
      }),
    ),
  );
  const columns = [
    textColumn('Åtgärd', isMany ? 24 : 36),
    ...(isMany ? [textColumn('Nämnd', 24)] : []),
    textColumn('Ansvarig', isMany ? 14 : 18),
    textColumn('Klar senast', isMany ? 13 : 16),
    textColumn('Status', isMany ? 12 : 14),
    textColumn('Avtalad för', isMany ? 13 : 16),
  ];
  return table(caption, columns, rows);
}

export const LATENESS_NOTE = note('Förseningar är räknade till och med periodens sista dag.');
