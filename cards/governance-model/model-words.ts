import type { GovernanceModel, ModelCommittee, ModelGoal, ReportKind } from '../../src/domain/governance-model.ts';
import type { LevelNames } from '../../src/domain/plan-document.ts';
import { type Level, levelCount, levelWord } from '../../src/words/level-names.ts';
import { swedishDate } from '../../src/words/swedish.ts';
import { forCard } from '../peoples-words.ts';

/** The chain from vision to activity in one line, through the levels that the plan has and in its own words. */
export function chainText({ levelNames, areas }: GovernanceModel): string {
  const hasAreas = areas.some(({ name }) => name !== undefined);
  const hasSubGoals = areas.some(({ goals }) => goals.some(({ subGoals }) => subGoals > 0));
  const levels: readonly Level[] = [
    ...(hasAreas ? (['goalArea'] as const) : []),
    'councilGoal',
    ...(hasSubGoals ? (['subGoal'] as const) : []),
    ...COMMITTEE_LEVELS,
  ];
  const names = levels.map((level) => forCard(levelNames[level] ?? levelWord(level, levelNames)));
  return ['Vision', 'Mål och budget', ...names].join(' → ');
}

const COMMITTEE_LEVELS = ['committeeGoal', 'commitment', 'activity'] as const;

/** The chain's steps, and how the last one leads back. */
export function stepTexts(model: GovernanceModel): { title: string; text: string }[] {
  const { vision, levelNames, areas, committees } = model;
  const goals = areas.flatMap((area) => area.goals).length;
  return [
    { title: `1 ${forCard(vision.name)}`, text: visionText(model) },
    { title: '2 Mål och budget', text: budgetText(model) },
    { title: `3 ${forCard(levelNames.councilGoal ?? 'Kommunfullmäktiges mål')}`, text: goalsText(goals, areas.length) },
    {
      title: '4 Nämndernas verksamhetsplaner',
      text: `${committees.length} nämnder arbetar fram ${workText(levelNames)}. Alla ska bidra till varje mål.`,
    },
    { title: '5 Uppföljning', text: `${reportsText(model)} De ligger till grund för nästa års planering.` },
  ];
}

function workText(levelNames: LevelNames): string {
  const [goals, commitments, activities] = COMMITTEE_LEVELS.map((level) => forCard(levelWord(level, levelNames)));
  return `${goals}, ${commitments} och ${activities}`;
}

function visionText({ vision: { text, focusAreas } }: GovernanceModel): string {
  const said = [
    ...(text === undefined ? [] : [text]),
    ...(focusAreas.length > 0 ? [`${focusAreas.join(' · ')}.`] : []),
  ];
  return [...said.map(forCard), 'Den ligger till grund för Mål och budget.'].join(' ');
}

function budgetText({ decision, effects }: GovernanceModel): string {
  const parts = `Resurser och ${effects === 0 ? 'effektmål' : `${effects} effektmål`}.`;
  if (!decision) return parts;
  return `${parts} Beslut ${swedishDate(decision.date)}, ${forCard(decision.paragraph)}.`;
}

function goalsText(goals: number, areas: number): string {
  const within = areas > 1 ? ` i ${areas} områden` : '';
  return `${goals} mål${within}. Indikatorer är riktningsvisare; utan målvärde är de nyckeltal.`;
}

const reportNames: Record<ReportKind, string> = {
  month: 'månadsuppföljning',
  tertial: 'tertialrapport',
  interim: 'delårsrapport',
  annual: 'årsredovisning',
};

function reportsText({ reports }: GovernanceModel): string {
  const names = reports.length > 0 ? reports.map((kind) => reportNames[kind]) : Object.values(reportNames);
  return `Kommunstyrelsen och nämnderna följer upp: ${names.join(', ')}. Kommunfullmäktige godkänner rapporterna.`;
}

/** The council's goals, a list for each goal area. */
export function goalLists({ areas, levelNames }: GovernanceModel): { heading: string; lines: { text: string }[] }[] {
  return areas.map(({ name, goals }) => ({
    heading: forCard(name ?? levelNames.councilGoal ?? 'Kommunfullmäktiges mål'),
    lines: goals.map((goal) => ({ text: goalText(goal, levelNames) })),
  }));
}

function goalText(goal: ModelGoal, levelNames: LevelNames): string {
  const { number, name, indicators, keyFigures, subGoals } = goal;
  const counts = [
    ...(subGoals > 0 ? [forCard(levelCount(subGoals, 'subGoal', levelNames))] : []),
    indicators === 0 ? 'inga indikatorer' : counted(indicators, 'indikator', 'indikatorer'),
    ...(keyFigures > 0 ? [`varav ${keyFigures} nyckeltal`] : []),
  ];
  return `${forCard(number === undefined ? name : `${number} ${name}`)} – ${counts.join(', ')}`;
}

export function committeeLines({ committees, levelNames }: GovernanceModel): { text: string }[] {
  return committees.map((committee) => ({ text: committeeText(committee, levelNames) }));
}

function committeeText({ name, goals, commitments, activities }: ModelCommittee, levelNames: LevelNames): string {
  const counts = [
    levelCount(goals, 'committeeGoal', levelNames),
    levelCount(commitments, 'commitment', levelNames),
    levelCount(activities, 'activity', levelNames),
  ];
  return `${forCard(name)}: ${counts.map(forCard).join(', ')}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
