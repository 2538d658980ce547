import { isLate } from '../../domain/lateness.ts';
import type { CommitteeReportContent } from '../../domain/report-content.ts';
import type { ReportToWrite } from '../../ports.ts';
import { reportTitle } from '../../words/report-words.ts';
import { type Block, paragraph, type ReportDocument, section } from './blocks.ts';
import { breakBlocks, financeBlocks, forecastSentence, written } from './committee-parts.ts';
import { investmentsTable } from './finance-tables.ts';
import { goalChapters, goalQuestion, goalsTable } from './goal-blocks.ts';
import { committeeMade } from './how-made.ts';
import { indicatorBlocks } from './indicator-table.ts';
import { committeeMissing } from './missing-blocks.ts';
import { committeeGoalSentence } from './summary-sentences.ts';
import { titleFacts, titleNotices } from './title-block.ts';
import {
  agreedTable,
  allWorkBlocks,
  assignmentsTable,
  LATENESS_NOTE,
  lateWorkBlocks,
  measuresTable,
} from './work-blocks.ts';
import { writtenText } from './written-text.ts';

export type CommitteeToWrite = Extract<ReportToWrite, { readonly scope: 'committee' }>;

/** One committee's report of a period, or its month, for its own meeting. */
export function composeCommittee(report: CommitteeToWrite): ReportDocument {
  const { content, madeAt } = report;
  return {
    title: reportTitle(content.kind, content.period),
    owner: writtenText(content.committeeName),
    facts: titleFacts(report),
    notices: titleNotices(report),
    hasContents: content.kind !== 'month',
    madeAt,
    blocks: chapters(report),
  };
}

function chapters(report: CommitteeToWrite): readonly Block[] {
  const { content, standing } = report;
  const { texts, measures, comment, kind } = content;
  return [
    ...section(1, 'Sammanfattning', summary(content)),
    ...section(1, 'Händelser av väsentlig betydelse', written(texts.events)),
    ...section(1, 'Ekonomi', financeBlocks(content)),
    ...section(2, 'Kommentar', written(comment)),
    ...section(2, 'Åtgärder', measuresTable(measures)),
    ...section(2, 'Investeringar', investmentsTable([content])),
    ...(kind === 'month' ? [] : goals(content)),
    ...section(1, 'Indikatorer', indicators(content)),
    ...section(1, 'Åtaganden och aktiviteter', work(content)),
    ...section(1, 'Uppdrag från kommunfullmäktige', assignmentsTable([content])),
    ...section(1, 'Åtgärder från gemensamma genomgångar', agreedTable('Avtalade åtgärder', [content])),
    ...section(1, 'Förväntad utveckling', written(texts.outlook)),
    ...section(1, 'Väsentliga personalförhållanden', written(texts.staff)),
    ...section(1, 'Att tänka på vid jämförelser', breakBlocks(content)),
    ...section(1, 'Det som saknas', committeeMissing(standing)),
    ...section(1, 'Så har rapporten gjorts', committeeMade(report)),
  ];
}

/** In the committee's own words, and then as the figures have it. */
function summary(content: CommitteeReportContent): readonly Block[] {
  const { texts, finance, work, kind } = content;
  const late = work.filter(isLate).length;
  const items = [
    ...(finance.areas.length === 0 ? [] : [forecastSentence(content)]),
    ...(kind === 'month' ? [] : committeeGoalSentence(content)),
    ...(late > 0 ? [`${late} av ${work.length} åtaganden och aktiviteter är försenade.`] : []),
  ];
  return [...written(texts.summary), ...(items.length > 0 ? [{ kind: 'list', items } as const] : [])];
}

function goals({ goals: all, gradeScale, indicators, kind }: CommitteeReportContent): readonly Block[] {
  if (all.length === 0) return [];
  const [overview] = [goalsTable('Nämndens mål', all, gradeScale)];
  const chapter = [
    paragraph(goalQuestion(kind)),
    ...overview,
    ...goalChapters(all, 2, { kind, gradeScale, indicators }),
  ];
  return section(1, 'Mål', chapter);
}

/** Those that show the way to one of the committee's goals stand there. */
function indicators({ indicators: all, goals: own, kind }: CommitteeReportContent): readonly Block[] {
  const shown = kind === 'month' ? [] : own.map(({ goalId }) => goalId);
  const rest = all.filter(({ goalId }) => goalId === undefined || !shown.includes(goalId));
  return indicatorBlocks(rest.length === all.length ? 'Nämndens indikatorer' : 'Övriga indikatorer', rest);
}

function work(content: CommitteeReportContent): readonly Block[] {
  if (content.work.length === 0) return [];
  return content.kind === 'month'
    ? [...lateWorkBlocks(content), LATENESS_NOTE]
    : [...allWorkBlocks(content), LATENESS_NOTE];
}
