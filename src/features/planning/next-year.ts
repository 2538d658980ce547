import { type NextYearWords, nextYearsPlan } from '../../domain/next-year.ts';
import { type NextYearGround, nextYearGround } from '../../domain/next-year-ground.ts';
import { type Month, yearOf } from '../../domain/period.ts';
import type { PlanFile } from '../../domain/plan-document.ts';
import { managesPlan } from '../../domain/plan-roles.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmMonth } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import { loadMunicipalReport } from '../reporting/load-report.ts';
import type { ReadingPorts } from '../reporting/report-about.ts';
import type { MadeFile, OfferProblem } from './send-file.ts';

export interface NextYear {
  /** The coming year. */
  readonly year: number;
  readonly file: PlanFile;
  readonly ground: NextYearGround;
}

export type NextYearProblem =
  | { readonly code: 'NO_PLAN' }
  /** No follow-up of the year has ended, so that there is nothing to build on. */
  | { readonly code: 'NO_ANNUAL_REPORT'; readonly year: number };

/** Makes the coming year's plan out of the year that an annual report is about: without a year, the last one that has ended. */
export async function makeNextYear(
  ports: ReadingPorts,
  wordsFor: (behind: number) => NextYearWords,
  behind: number = yearOf(stockholmMonth(ports.clock.now())) - 1,
): Promise<Result<NextYear, NextYearProblem>> {
  const current = await ports.plans.current();
  if (!current) return refused({ code: 'NO_PLAN' });
  const annual = current.plan.followUps.find(({ period, kind }) => kind === 'annual' && yearOf(period) === behind);
  const report = annual && (await loadMunicipalReport(ports, annual.period));
  const file = annual && (await fileOf(ports, annual.period));
  if (!report || !file) return refused({ code: 'NO_ANNUAL_REPORT', year: behind });

  const { document } = report.inForce;
  const years = Array.from({ length: behind - document.periodFrom + 1 }, (_, at) => document.periodFrom + at);
  const answers = await Promise.all(
    document.committees.flatMap(({ id }) => years.map((year) => ports.answers.findYear(id, year, 'fresh'))),
  );
  return done({
    year: behind + 1,
    file: nextYearsPlan({ file, year: behind, answers: answers.flat() }, wordsFor(behind)),
    ground: nextYearGround(report.content),
  });
}

/** The same as a workbook, for a person who looks after the plan. */
export async function makeNextYearFile(
  ports: ReadingPorts & Pick<Ports, 'planFiles'>,
  wordsFor: (behind: number) => NextYearWords,
  upn: string,
): Promise<Result<MadeFile, NextYearProblem | OfferProblem>> {
  const inForce = await ports.plans.current();
  if (!inForce || !managesPlan(inForce.plan, upn)) return refused({ code: 'NOT_ALLOWED' });
  const made = await makeNextYear(ports, wordsFor);
  if (!made.ok) return made;
  const { year, file, ground } = made.value;
  return done({ name: `plan ${year}.xlsx`, bytes: await ports.planFiles.writeWorkbook(file, ground) });
}

/** The plan as decided, with the people and calendar of today. */
async function fileOf({ plans }: Pick<Ports, 'plans'>, period: Month): Promise<PlanFile | undefined> {
  const [inForce, newest] = await Promise.all([plans.forMonth(period), plans.file()]);
  return inForce && newest && { current: inForce.document, archive: newest.archive };
}
