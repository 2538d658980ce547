import type { CommitteeReportContent, MunicipalReportContent } from '../../domain/report-content.ts';
import type { ReportToWrite } from '../../ports.ts';
import { reportTitle } from '../../words/report-words.ts';
import { swedishDate } from '../../words/swedish.ts';
import { type Block, heading, note, paragraph, type ReportDocument, section } from './blocks.ts';
import { committeeChapter } from './committee-chapter.ts';
import { ROUNDING, SIGNS, written } from './committee-parts.ts';
import { deviationChart } from './deviation-chart.ts';
import { addedTable, committeesTable, investmentsTable, municipalHistory } from './finance-tables.ts';
import { goalChapters, goalQuestion, goalsTable, gradeCountsTable } from './goal-blocks.ts';
import { decisionChapter, municipalMade } from './how-made.ts';
import { indicatorBlocks } from './indicator-table.ts';
import { lacksSomething, municipalMissing } from './missing-blocks.ts';
import { municipalSentences } from './summary-sentences.ts';
import { titleFacts, titleNotices } from './title-block.ts';
import { agreedTable, assignmentsTable, LATENESS_NOTE } from './work-blocks.ts';
import { writtenParagraphs, writtenText } from './written-text.ts';

export type MunicipalToWrite = Extract<ReportToWrite, { readonly scope: 'municipality' }>;

/** The municipality's report over all committees, for the council. */
export function composeMunicipality(report: MunicipalToWrite): ReportDocument {
  const { content, municipality, madeAt } = report;
  return {
    title: reportTitle(content.kind, content.period),
    owner: writtenText(municipality),
    facts: titleFacts(report),
    notices: titleNotices(report),
    hasContents: true,
    madeAt,
    blocks: chapters(report),
  };
}

function chapters(report: MunicipalToWrite): readonly Block[] {
  const { content } = report;
  const { texts, committees } = content;
  return [
    ...section(1, 'Sammanfattning', summary(content)),
    ...section(1, 'Händelser av väsentlig betydelse', written(texts.events)),
    ...section(1, 'Förväntad utveckling', written(texts.outlook)),
    ...section(1, 'God ekonomisk hushållning: måluppfyllelse', goals(content)),
    ...section(1, 'Ekonomi', finance(content)),
    ...section(1, 'Väsentliga personalförhållanden', written(texts.staff)),
    ...section(
      1,
      'Nämnderna',
      committees.flatMap((committee) => chapterOf(committee, content)),
    ),
    ...section(1, 'Uppdrag från kommunfullmäktige', assignments(committees)),
    ...section(1, 'Gemensam genomgång', review(content)),
    ...decisionChapter(report),
    ...section(1, 'Det som saknas', municipalMissing(content)),
    ...section(1, 'Så har rapporten gjorts', municipalMade(report)),
  ];
}

/** In the executive board's own words, and then as the figures have it. */
function summary(content: MunicipalReportContent): readonly Block[] {
  const lacking = content.standings.filter(lacksSomething).length;
  const missing = lacking === 0 ? [] : ['Vilka uppgifter som saknas står i avsnittet Det som saknas.'];
  return [...written(content.texts.summary), { kind: 'list', items: [...municipalSentences(content), ...missing] }];
}

function goals(content: MunicipalReportContent): readonly Block[] {
  const { councilGoals, councilGoalCounts, committeeGoalCounts, gradeScale, indicators, kind } = content;
  const counts = [
    ['Fullmäktiges mål', councilGoalCounts],
    ['Nämndernas mål', committeeGoalCounts],
  ] as const;
  const known = councilGoals.map(({ goalId }) => goalId);
  const rest = indicators.filter(({ goalId }) => goalId === undefined || !known.includes(goalId));
  const chapter = [
    ...gradeCountsTable('Antal mål per bedömning', counts),
    ...goalsTable('Fullmäktiges mål', councilGoals, gradeScale),
    ...section(
      2,
      'Fullmäktiges mål',
      goalChapters(councilGoals, 3, { kind, gradeScale, indicators, whose: 'municipality' }),
    ),
    ...section(2, 'Övriga indikatorer för kommunen', indicatorBlocks('Kommunens indikatorer', rest, 'municipality')),
  ];
  return chapter.length === 0 ? [] : [paragraph(goalQuestion(kind)), ...chapter];
}

function finance(content: MunicipalReportContent): readonly Block[] {
  const { committees } = content;
  return [
    heading(2, 'Nämndernas drift'),
    ...committeesTable(content),
    note(
      `${SIGNS} Summan är nämndernas driftbudgetar tillsammans. Den är inte kommunens resultat, som också har skatter, finansiering och interna poster. ${ROUNDING}`,
    ),
    ...deviationChart(committees),
    ...section(2, 'Så har prognosen ändrats under året', municipalHistory(content)),
    ...section(2, 'Investeringar', investmentsTable(committees)),
    ...section(2, 'Tilläggsanslag', addedTable(committees)),
  ];
}

function chapterOf(committee: CommitteeReportContent, { standings }: MunicipalReportContent): readonly Block[] {
  return committeeChapter(
    committee,
    standings.find(({ committeeId }) => committeeId === committee.committeeId),
  );
}

function assignments(committees: readonly CommitteeReportContent[]): readonly Block[] {
  const rows = assignmentsTable(committees);
  return rows.length === 0 ? [] : [...rows, LATENESS_NOTE];
}

/** When it was held, who took part, what was said, and what was agreed. */
function review({ review: held, committees, period }: MunicipalReportContent): readonly Block[] {
  const agreed = committees.map(({ committeeName, agreedMeasures }) => ({
    committeeName,
    agreedMeasures: agreedMeasures.filter(({ source }) => source === period),
  }));
  const earlier = committees.map(({ committeeName, agreedMeasures }) => ({
    committeeName,
    agreedMeasures: agreedMeasures.filter(({ source }) => source !== period),
  }));
  return [
    ...(held ? heldBlocks(held) : []),
    ...agreedTable('Åtgärder som avtalades', agreed),
    ...agreedTable('Åtgärder från tidigare genomgångar', earlier),
  ];
}

function heldBlocks({
  date,
  startsAt,
  participants,
  notes,
}: NonNullable<MunicipalReportContent['review']>): readonly Block[] {
  const time = startsAt === undefined ? '' : ` kl. ${startsAt.replace(':', '.')}`;
  return [
    ...(date === undefined ? [] : [paragraph(`${swedishDate(date)}${time}`, 'Datum:')]),
    ...(participants.trim() === '' ? [] : [paragraph(writtenParagraphs(participants).join(', '), 'Deltagare:')]),
    ...writtenParagraphs(notes).map((line, at) => (at === 0 ? paragraph(line, 'Anteckningar:') : paragraph(line))),
  ];
}
