import type { LevelNames } from '../domain/plan-document.ts';
import { upperFirst } from './sentence-parts.ts';

export type Level = keyof LevelNames;

/** Swedish for the levels that a plan has no words of its own for: one, and several. */
const ordinaryWords: Record<Level, readonly [string, string]> = {
  goalArea: ['målområde', 'målområden'],
  councilGoal: ['fullmäktigemål', 'fullmäktigemål'],
  subGoal: ['delmål', 'delmål'],
  committeeGoal: ['nämndmål', 'nämndmål'],
  commitment: ['åtagande', 'åtaganden'],
  activity: ['aktivitet', 'aktiviteter'],
};

/** What a plan calls a level, within a sentence. Its own word is known in the singular only, and so never bent. */
export function levelWord(level: Level, names: LevelNames, count = 2): string {
  return ownWord(level, names)?.toLowerCase() ?? ordinaryWords[level][count === 1 ? 0 : 1];
}

/** The same at the beginning of a line. */
export function levelHeading(level: Level, names: LevelNames): string {
  return names[level] ?? upperFirst(levelWord(level, names));
}

/** `3 åtaganden`; with the plan's own word, `insats 3`. */
export function levelCount(count: number, level: Level, names: LevelNames): string {
  const word = levelWord(level, names, count);
  return ownWord(level, names) === undefined ? `${count} ${word}` : `${word} ${count}`;
}

/** Absent also when the plan's word is the ordinary one. */
function ownWord(level: Level, { [level]: own }: LevelNames): string | undefined {
  return own?.toLowerCase() === ordinaryWords[level][0] ? undefined : own;
}
