import { checkPlan } from '../../src/domain/check-plan.ts';
import type { IndicatorEntry, PlanDocument } from '../../src/domain/plan-document.ts';
import { planProblemText } from '../../src/plan-texts.ts';
import { anIndicatorEntry, aPlanDocument } from './plan-document.ts';

/** What is wrong with the sound plan after these changes: severity, place and text. */
export function saidOf(overrides: Partial<PlanDocument>): string[] {
  return checkPlan(aPlanDocument(overrides)).map(
    (problem) => `${problem.severity} ${problem.path}: ${planProblemText(problem)}`,
  );
}

/** The same when its only indicator is changed. */
export function saidOfIndicator(overrides: Partial<IndicatorEntry>): string[] {
  return saidOf({ indicators: [anIndicatorEntry('LASNING', overrides)] });
}
