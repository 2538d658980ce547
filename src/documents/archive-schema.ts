import { z } from 'zod';
import { Count, entry, Figure, FreeText, Id, listOf, Name, Year } from './plan-schema-fields.ts';

const figure = Figure.exactOptional();
const note = FreeText.exactOptional();

/** An earlier plan, with what was published of how it went. */
export const ArchivedPlanJson = entry({
  id: Id,
  title: Name,
  scale: listOf(Name),
  grades: listOf(entry({ goal: Name, grade: Name, level: Name.exactOptional() })),
  gradeCounts: listOf(entry({ grade: Name, goals: Count })),
  accounts: listOf(
    entry({
      year: Year,
      code: Name,
      name: Name,
      unit: z.enum(['tkr', 'mnkr']),
      grant: figure,
      income: figure,
      cost: figure,
      result: figure,
      budgetedResult: figure,
      deviation: figure,
      balanceAdjustment: figure,
      balanceResult: figure,
      source: note,
      note,
    }),
  ),
  personnel: listOf(entry({ measure: Name, unit: Name, year: Year, group: Name, value: Figure, source: note, note })),
  financialGoals: listOf(entry({ applies: Name, goal: FreeText, outcome: note, source: note })),
  decisions: listOf(FreeText),
  notes: listOf(FreeText),
});
