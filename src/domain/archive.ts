import type { ArchivedAccount, ArchivedGrade, ArchivedPersonnelFigure, ArchivedPlan } from './plan-document.ts';

/** How a goal of that name went in earlier plans, as published. */
export function archivedGradesOf(
  archive: readonly ArchivedPlan[],
  goalName: string,
): readonly (ArchivedGrade & { readonly planId: string })[] {
  return archive.flatMap(({ id, grades }) =>
    grades
      .filter(({ goal }) => goal.toLowerCase() === goalName.toLowerCase())
      .map((grade) => ({ ...grade, planId: id })),
  );
}

/** A published measure of the staff, oldest first. */
export function personnelSeries(
  archive: readonly ArchivedPlan[],
  measure: string,
  group: string,
): readonly ArchivedPersonnelFigure[] {
  return archive
    .flatMap(({ personnel }) => personnel.filter((figure) => figure.measure === measure && figure.group === group))
    .sort((one, other) => one.year - other.year);
}

/** A year's account and why its figures can't be set beside those of the year before in the list. */
export interface AccountYear {
  readonly account: ArchivedAccount;
  readonly differs: readonly ('unit' | 'name')[];
  /** Of the plan that it was published with: a committee may have lost work to another and kept its name. */
  readonly notes: readonly string[];
}

/** A row of the operating accounts over the years, oldest first, each in the unit that it was published in. */
export function accountYears(archive: readonly ArchivedPlan[], code: string): readonly AccountYear[] {
  const years = archive
    .flatMap(({ accounts, notes }) => accounts.map((account) => ({ account, notes })))
    .filter(({ account }) => account.code === code)
    .sort((one, other) => one.account.year - other.account.year);
  return years.map((year, at) => ({ ...year, differs: differences(years[at - 1]?.account, year.account) }));
}

function differences(before: ArchivedAccount | undefined, now: ArchivedAccount): readonly ('unit' | 'name')[] {
  if (!before) return [];
  return (['unit', 'name'] as const).filter((what) => before[what] !== now[what]);
}
