import type { GradeCounts } from '../src/domain/report-content.ts';
import { gradeCountRows } from '../src/words/report-words.ts';
import type { Fact } from './finance-facts.ts';
import { forCard } from './peoples-words.ts';

/** How many goals got each grade: `Helt uppfyllt`, `4 av 16`. */
export function gradeFacts(counts: GradeCounts): Fact[] {
  return gradeCountRows(counts, forCard).map(({ label, count }) => ({ title: label, value: count }));
}
