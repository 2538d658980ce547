import { type CoverageRow, countCoverage, coverage, isGap } from '../domain/coverage.ts';
import type { LevelNames, PlanDocument } from '../domain/plan-document.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { levelHeading, levelWord } from '../words/level-names.ts';
import { type Command, Refusal, textOf } from './command.ts';
import { givenOrStored } from './plan-reading.ts';
import { textTable } from './text-table.ts';

export const planCoverage: Command = {
  name: 'plan coverage',
  takes: ['[FIL]'],
  does: 'visa hur varje nämnd bidrar till varje fullmäktigemål',
  more: 'Utan fil gäller det den plan som är inläst. Det är de nämnder som finns i dag.',
  options: { committee: { type: 'string', value: 'NÄMND', does: 'bara en nämnd, till exempel BUN' } },
  async run(given, surroundings) {
    const { current } = await givenOrStored(given.files[0], surroundings);
    const wanted = textOf(given, 'committee');
    const committee = wanted === undefined ? undefined : committeeCalled(current, wanted);
    const rows =
      committee === undefined
        ? coverage(current, stockholmDate(surroundings.clock.now()))
        : coverage(current).filter((row) => row.committee === committee);
    const count = countCoverage(rows);
    return { text: coverageText(rows, count.gaps, current), data: { ...count, rows } };
  },
};

/** A committee's id, as a person writes it: the id or one of its names, in any case. */
export function committeeCalled({ committees }: PlanDocument, wanted: string): string {
  const name = wanted.normalize('NFC').toLowerCase();
  const found = committees.find(({ id, name: own, aliases }) =>
    [id, own, ...aliases].some((known) => known.normalize('NFC').toLowerCase() === name),
  );
  if (found) return found.id;
  const known = committees.map(({ id }) => id).join(', ');
  throw new Refusal('NO_SUCH_COMMITTEE', `Nämnden ${wanted} finns inte i planen. Den har ${known}.`);
}

function coverageText(
  rows: readonly CoverageRow[],
  gaps: number,
  { title, councilGoals, levelNames = {} }: PlanDocument,
): string {
  const goals = new Map(councilGoals.map(({ id, number, name }) => [id, [number, name].filter(Boolean).join(' ')]));
  const table = textTable(
    ['Nämnd', levelHeading('councilGoal', levelNames), 'Bidrar med'],
    rows.map((row) => [row.committee, goals.get(row.councilGoal) ?? row.councilGoal, waysText(row, levelNames)]),
  );
  const verdict =
    gaps === 0
      ? 'Alla nämnder bidrar till alla mål.'
      : `${gaps} av ${rows.length} kopplingar mellan nämnd och mål saknas.`;
  return `${title}\n\n${table}\n\n${verdict}`;
}

function waysText(row: CoverageRow, levelNames: LevelNames): string {
  const [goal, commitment] = (['committeeGoal', 'commitment'] as const).map((level) => levelWord(level, levelNames, 1));
  if (isGap(row)) return `SAKNAS: varken ${goal}, indikator eller ${commitment}`;
  const kinds = [
    [levelWord('committeeGoal', levelNames), row.committeeGoals],
    ['indikatorer', row.indicators],
    [levelWord('commitment', levelNames), row.commitments],
  ] as const;
  return kinds.flatMap(([kind, ids]) => (ids.length === 0 ? [] : [`${kind} ${ids.join(', ')}`])).join('; ');
}
