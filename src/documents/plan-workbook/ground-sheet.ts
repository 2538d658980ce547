import type { Row, Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { NextYearGround } from '../../domain/next-year-ground.ts';
import { periodText } from '../../words/period-text.ts';
import { swedishDate } from '../../words/swedish.ts';
import { bodyStyle, headingStyle, type Style, setHeight, subtitleStyle, titleStyle } from './look.ts';
import { newWorksheet, protect } from './new-worksheet.ts';

/** For people only: it is not read when the workbook comes back. */
export const GROUND_SHEET = 'Underlag';

const WIDTHS = [46, 42, 22, 22, 22, 60];
/** Points: a larger type needs a higher row than a program gives a row that is not wrapped. */
const TITLE_HEIGHT = 26;
const SUBTITLE_HEIGHT = 20;
const amountStyle: Style = {
  ...bodyStyle,
  numFmt: '#,##0',
  alignment: { vertical: 'top', horizontal: 'right', indent: 1 },
};

/** What the year behind says: how right the forecasts were, grades, measures that are open and work that is late. */
export async function addGround(workbook: Workbook, ground: NextYearGround): Promise<void> {
  const worksheet = newWorksheet(workbook, GROUND_SHEET, WIDTHS);
  delete worksheet.pageSetup.printTitlesRow;
  worksheet.views = [{ state: 'normal', showGridLines: false }];
  worksheet.pageSetup.showGridLines = false;
  line(worksheet, [`Underlag från ${ground.year}`], titleStyle).height = TITLE_HEIGHT;
  line(worksheet, [standing(ground)], { ...bodyStyle, alignment: { vertical: 'top', wrapText: false } });
  for (const one of sectionsOf(ground)) addSection(worksheet, one);
  await protect(worksheet);
}

function standing({ approval, year }: NextYearGround): string {
  return approval
    ? `Årsredovisningen ${year} är godkänd av kommunfullmäktige ${swedishDate(approval.date)}, ${approval.paragraph}.`
    : `Årsredovisningen ${year} är inte godkänd av kommunfullmäktige ännu. Uppgifterna är preliminära.`;
}

type Cell = string | number;

interface Section {
  readonly title: string;
  readonly about: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function sectionsOf({ accuracy, grades, openMeasures, late }: NextYearGround): readonly Section[] {
  return [
    {
      title: 'Prognossäkerhet',
      about: 'Prognos vid varje uppföljning mot årets utfall, hela kronor. Minus: året blev dyrare än prognosen.',
      headings: ['Nämnd', 'Uppföljning', 'Prognos', 'Utfall', 'Skillnad'],
      rows: accuracy.flatMap(({ committeeName, outcomeKr, points }) =>
        points.map(({ period, forecastKr, missKr }) => [
          ...[committeeName, periodText(period), forecastKr ?? 'saknas', outcomeKr ?? 'saknas', missKr ?? 'saknas'],
        ]),
      ),
    },
    {
      title: 'Bedömning av målen vid årets slut',
      about: 'Kommunstyrelsens bedömning av fullmäktiges mål, och nämndernas av sina egna.',
      headings: ['Mål', 'Nämnd', 'Bedömning', '', '', 'Motivering'],
      rows: grades.map(({ goalName, committeeName, gradeLabel, motivation }) => [
        ...[goalName, committeeName ?? 'Kommunfullmäktige', gradeLabel ?? 'Inte bedömt', '', '', motivation],
      ]),
    },
    {
      title: 'Åtgärder som inte är klara',
      about:
        'Överenskomna vid gemensam genomgång, och nämndernas egna åtgärder i årets sista rapport. Effekt i hela kronor.',
      headings: ['Åtgärd', 'Nämnd', 'Ansvarig', 'Klart senast', 'Effekt'],
      rows: openMeasures.map(({ text, committeeName, owner, dueOn, effectKr }) => [
        ...[text, committeeName, owner ?? '', dueOn === undefined ? '' : swedishDate(dueOn), effectKr ?? 'ej beräknad'],
      ]),
    },
    {
      title: 'Försenat vid årets slut',
      about: 'Åtaganden, aktiviteter och uppdrag vars sista dag har gått.',
      headings: ['Vad', 'Nämnd', 'Slag', 'Skulle vara klart', 'Dagar försenat'],
      rows: late.map(({ name, committeeName, kind, endsOn, days }) => [
        ...[name, committeeName, KINDS[kind], swedishDate(endsOn), days],
      ]),
    },
  ];
}

const KINDS = {
  commitment: 'åtagande',
  activity: 'aktivitet',
  assignment: 'uppdrag',
  measure: 'åtgärd',
} as const;

function addSection(worksheet: Worksheet, { title, about, headings, rows }: Section): void {
  worksheet.addRow([]);
  line(worksheet, [title], subtitleStyle).height = SUBTITLE_HEIGHT;
  line(worksheet, [about], { ...bodyStyle, alignment: { vertical: 'top', wrapText: false } });
  line(worksheet, headings, headingStyle);
  if (rows.length === 0) line(worksheet, ['Inget.'], bodyStyle);
  for (const row of rows) line(worksheet, row, bodyStyle);
}

function line(worksheet: Worksheet, cells: readonly Cell[], style: Style): Row {
  const row = worksheet.addRow([...cells]);
  for (const [at, cell] of cells.entries())
    row.getCell(at + 1).style = typeof cell === 'number' ? amountStyle : { numFmt: '@', ...style };
  if (cells.length > 1) setHeight(row, cells, WIDTHS);
  return row;
}
