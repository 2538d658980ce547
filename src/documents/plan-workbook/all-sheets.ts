import { archiveSheets } from './archive-sheets.ts';
import { economySheets } from './economy-sheets.ts';
import { goalSheets } from './goal-sheets.ts';
import { indicatorSheets } from './indicator-sheets.ts';
import { peopleSheets } from './people-sheets.ts';
import { planSheets } from './plan-sheets.ts';
import type { Sheet } from './sheet.ts';
import { workSheets } from './work-sheets.ts';

/** Every sheet of the plan's workbook, in the order that a controller reads them. A list comes before the lists in its items. */
export const allSheets: readonly Sheet[] = [
  planSheets.plan,
  planSheets.focusAreas,
  planSheets.gradeScale,
  planSheets.gradeRule,
  economySheets.committees,
  goalSheets.goalAreas,
  goalSheets.councilGoals,
  goalSheets.subGoals,
  goalSheets.committeeEffects,
  goalSheets.committeeGoals,
  indicatorSheets.indicators,
  indicatorSheets.yearlyTargets,
  indicatorSheets.seriesBreaks,
  indicatorSheets.values,
  indicatorSheets.comparisons,
  workSheets.commitments,
  workSheets.activities,
  workSheets.assignments,
  economySheets.frames,
  economySheets.budgets,
  economySheets.appropriations,
  economySheets.areaMoves,
  workSheets.investments,
  economySheets.outcomes,
  planSheets.goalGrades,
  planSheets.operationalPlans,
  peopleSheets.contacts,
  peopleSheets.channels,
  peopleSheets.followUps,
  ...archiveSheets,
];
