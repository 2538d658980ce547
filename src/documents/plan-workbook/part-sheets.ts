import { economySheets } from './economy-sheets.ts';
import { goalSheets } from './goal-sheets.ts';
import { indicatorSheets } from './indicator-sheets.ts';
import { column, type Sheet } from './sheet.ts';
import { workSheets } from './work-sheets.ts';

/** Says whose part of which plan a workbook is. Its name tells a part from a whole plan. */
export const partFacts: Sheet = {
  name: 'Del av planen',
  about: 'Vilken plan och vilken nämnd filen gäller. Ändra inget här.',
  facts: true,
  lists: [],
  columns: [
    column('planId', 'Planens id', { is: 'id' }, 'Planen som delen hör till.', { required: true }),
    column('committee', 'Nämnd', { is: 'id' }, 'Nämndens id.', { required: true }),
  ],
};

/** What a committee works out itself. */
export const ownSheets: readonly Sheet[] = [
  goalSheets.committeeGoals,
  workSheets.commitments,
  workSheets.activities,
  economySheets.budgets,
];

/** What it needs to see for that, and can't change. */
export const referenceSheets: readonly Sheet[] = [
  goalSheets.councilGoals,
  goalSheets.subGoals,
  indicatorSheets.indicators,
  economySheets.frames,
];
