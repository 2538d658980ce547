import type { GovernanceModel, ModelArea, ModelCommittee, ModelGoal } from '../../domain/governance-model.ts';
import { type Block, flowing, framed, inColumns, paragraph, pill, rule, stacked, type TextStyle } from './blocks.ts';
import { palette } from './shapes.ts';
import { counted, decisionLine, effectLine, indicatorLines, reportLines, sharedLine, workLine } from './words.ts';

/** Sizes in a picture that is 1080 wide: on a phone a third of it. */
const HEADING = { size: 36, weight: 'bold' } as const;
const STRONG = { size: 28, weight: 'bold' } as const;
const BODY = { size: 28 } as const;
const SMALL = { size: 25, colour: palette.subtle } as const;
const COUNT_WIDTH = 146;
const POINTER_WIDTH = 242;
const WIDEST_NUMBER = 110;

export function visionSection({ vision }: GovernanceModel, width: number): Block {
  const pills = vision.focusAreas.map((name) => pill(name, width, { ...BODY, colour: palette.onTint }, palette.tint));
  return stacked(16, [
    paragraph(vision.name, width, HEADING),
    ...(vision.text === undefined ? [] : [paragraph(vision.text, width, BODY)]),
    ...(pills.length > 0 ? [flowing(12, width, pills)] : []),
    paragraph('Visionen ligger till grund för Mål och budget.', width, SMALL),
  ]);
}

export function budgetSection(model: GovernanceModel, width: number): Block {
  const gap = 20;
  const half = (width - gap) / 2;
  const boxed = (name: string, text: string, height?: number): Block =>
    framed(stacked(6, [paragraph(name, half - 48, STRONG), paragraph(text, half - 48, BODY)]), {
      ...{ padX: 24, padY: 18, radius: 12, fill: palette.tint, width: half },
      ...(height === undefined ? {} : { height }),
    });
  const texts = [
    ['Resurser', 'Pengar för nämndernas verksamhet: en ram för varje nämnd.'],
    ['Effektmål', effectLine(model)],
  ] as const;
  const height = Math.max(...texts.map(([name, text]) => boxed(name, text).height));
  const boxes = texts.map(([name, text], index) => ({
    block: boxed(name, text, height),
    width: index === 0 ? half + gap : half,
  }));
  return stacked(16, [
    paragraph(model.title, width, HEADING),
    paragraph(decisionLine(model), width, BODY),
    inColumns(boxes),
  ]);
}

export function goalsSection({ areas, levelNames }: GovernanceModel, width: number): Block {
  const goals = areas.flatMap((area) => area.goals);
  const badges = goals.map(({ number }) => (number === undefined ? 0 : badge(number).width));
  const numberWidth = Math.max(0, ...badges.filter((wide) => wide <= WIDEST_NUMBER));
  const heading = levelNames.councilGoal ?? 'Kommunfullmäktiges mål';
  return stacked(22, [
    stacked(8, [
      paragraph(heading, width, HEADING),
      paragraph('Indikatorerna är riktningsvisare för varje mål. Alla nämnder ska bidra.', width, SMALL),
    ]),
    ...areas
      .filter((area) => area.goals.length > 0)
      .map((area) => areaBlock(area, numberWidth, levelNames.subGoal, width)),
  ]);
}

function areaBlock(
  { name, goals }: ModelArea,
  numberWidth: number,
  subGoalName: string | undefined,
  width: number,
): Block {
  const label = { size: 27, weight: 'bold', colour: palette.onTint } as const;
  const heading =
    name === undefined
      ? []
      : [framed(paragraph(name, width - 32, label), { padX: 16, padY: 8, radius: 8, fill: palette.tint, width })];
  const rows = goals.map((goal) => goalRow(goal, numberWidth, subGoalName, width));
  return stacked(14, [...heading, ...ruled(rows, width)]);
}

function goalRow(goal: ModelGoal, numberWidth: number, subGoalName: string | undefined, width: number): Block {
  const { number, name, subGoals } = goal;
  const hasBadge = number !== undefined && badge(number).width <= numberWidth;
  const left = numberWidth === 0 ? 0 : numberWidth + 20;
  const middle = width - left - POINTER_WIDTH;
  const title = hasBadge || number === undefined ? name : `${number} ${name}`;
  const below =
    subGoals === 0 ? [] : [paragraph(counted(subGoals, subGoalName, 'delmål', 'delmål'), middle - 14, SMALL)];
  return inColumns(
    [
      ...(hasBadge ? [{ block: badge(number), width: left }] : left > 0 ? [{ block: EMPTY, width: left }] : []),
      { block: stacked(4, [paragraph(title, middle - 14, BODY), ...below]), width: middle },
      { block: pointer(goal), width: POINTER_WIDTH },
    ],
    'middle',
  );
}

const EMPTY: Block = { width: 0, height: 0, shapes: [] };

function badge(number: string): Block {
  const label = paragraph(number, Number.POSITIVE_INFINITY, { ...STRONG, colour: palette.onBrand });
  const padX = Math.max(14, (52 - label.width) / 2);
  return framed(label, { padX, padY: 8, radius: 26, fill: palette.brand });
}

/** An arrow and the indicators that it stands for. */
function pointer(goal: ModelGoal): Block {
  const lines = stacked(
    0,
    indicatorLines(goal).map((line) => paragraph(line, POINTER_WIDTH - 42, SMALL)),
  );
  const corners = [
    [0, 12],
    [26, 12],
  ] as const;
  const arrow: Block = {
    ...{ width: 30, height: 24 },
    shapes: [{ kind: 'path', corners, colour: palette.brand, thickness: 4, arrow: true }],
  };
  return inColumns(
    [
      { block: goal.indicators === 0 ? EMPTY : arrow, width: 42 },
      { block: lines, width: POINTER_WIDTH - 42 },
    ],
    'middle',
  );
}

export function committeesSection(model: GovernanceModel, width: number): Block {
  const { levelNames, committees, sharesGoals } = model;
  const names = [
    levelNames.committeeGoal ?? 'Nämndmål',
    levelNames.commitment ?? 'Åtaganden',
    levelNames.activity ?? 'Aktiviteter',
  ];
  const header = tableRow('', names, { size: 24, weight: 'bold', colour: palette.subtle }, width);
  const rows = committees.map((committee) => committeeRow(committee, width));
  return stacked(16, [
    paragraph('Nämndernas verksamhetsplaner', width, HEADING),
    paragraph(`Nämnderna arbetar fram ${workLine(model)}, som tillsammans blir verksamhetsplanen.`, width, BODY),
    stacked(12, [header, ...ruled(rows, width)]),
    ...(sharesGoals ? [paragraph(sharedLine(model), width, SMALL)] : []),
  ]);
}

function committeeRow({ name, goals, commitments, activities }: ModelCommittee, width: number): Block {
  const counts = [goals, commitments, activities].map((count) => (count === 0 ? 'inga' : `${count}`));
  return tableRow(name, counts, BODY, width);
}

function tableRow(name: string, cells: readonly string[], style: TextStyle, width: number): Block {
  const first = width - cells.length * COUNT_WIDTH;
  const columns = cells.map((cell) => ({
    block: paragraph(cell, COUNT_WIDTH - 8, style),
    width: COUNT_WIDTH,
    centred: true,
  }));
  return inColumns(
    [{ block: name === '' ? EMPTY : paragraph(name, first - 16, BODY), width: first }, ...columns],
    'middle',
  );
}

export function followUpSection(model: GovernanceModel, width: number): Block {
  const left = 310;
  const rows = reportLines(model).map(({ name, what }) =>
    inColumns([
      { block: paragraph(name, left - 20, STRONG), width: left },
      { block: paragraph(what, width - left, BODY), width: width - left },
    ]),
  );
  const approved = 'Kommunfullmäktige godkänner rapporterna. De ligger till grund för nästa års planering.';
  const end = paragraph(approved, width - 48, { ...STRONG, colour: palette.onBrand });
  return stacked(18, [
    paragraph('Uppföljning', width, HEADING),
    stacked(12, ruled(rows, width)),
    framed(end, { padX: 24, padY: 18, radius: 12, fill: palette.brand, width }),
  ]);
}

/** Rows with a thin line between. */
function ruled(rows: readonly Block[], width: number): readonly Block[] {
  return rows.flatMap((row, index) => (index === 0 ? [row] : [rule(width), row]));
}
