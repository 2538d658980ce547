import { absenceCard } from './absence/card.ts';
import { absenceSamples } from './absence/sample.ts';
import { committeeReportCard } from './committee-report/card.ts';
import { committeeReportSamples } from './committee-report/sample.ts';
import { committeeStatusCard } from './committee-status/card.ts';
import { committeeStatusSamples } from './committee-status/sample.ts';
import { compileReportCard } from './compile-report/card.ts';
import { compileReportSamples } from './compile-report/sample.ts';
import { councilDecisionCard } from './council-decision/card.ts';
import { councilDecisionSamples } from './council-decision/sample.ts';
import { councilGoalsCard } from './council-goals/card.ts';
import { councilGoalsSamples } from './council-goals/sample.ts';
import { coverageCard } from './coverage/card.ts';
import { coverageSamples } from './coverage/sample.ts';
import type { Card, CardDefinition } from './define-card.ts';
import { dryRunCard } from './dry-run/card.ts';
import { dryRunSamples } from './dry-run/sample.ts';
import { fileAnswerCard } from './file-answer/card.ts';
import { fileAnswerSamples } from './file-answer/sample.ts';
import { governanceModelCard } from './governance-model/card.ts';
import { governanceModelSamples } from './governance-model/sample.ts';
import { helpCard } from './help/card.ts';
import { helpSamples } from './help/sample.ts';
import { jointReviewCard } from './joint-review/card.ts';
import { jointReviewSamples } from './joint-review/sample.ts';
import { monthSummaryCard } from './month-summary/card.ts';
import { monthSummarySamples } from './month-summary/sample.ts';
import { monthlyPromptCard } from './monthly-prompt/card.ts';
import { monthlyPromptSamples } from './monthly-prompt/sample.ts';
import { municipalReportCard } from './municipal-report/card.ts';
import { municipalReportSamples } from './municipal-report/sample.ts';
import { outcomeReceiptCard } from './outcome-receipt/card.ts';
import { outcomeReceiptSamples } from './outcome-receipt/sample.ts';
import { partAdoptionCard } from './part-adoption/card.ts';
import { partAdoptionSamples } from './part-adoption/sample.ts';
import { partPreviewCard } from './part-preview/card.ts';
import { partPreviewSamples } from './part-preview/sample.ts';
import { partReceiptCard } from './part-receipt/card.ts';
import { partReceiptSamples } from './part-receipt/sample.ts';
import { partsStatusCard } from './parts-status/card.ts';
import { partsStatusSamples } from './parts-status/sample.ts';
import { planPreviewCard } from './plan-preview/card.ts';
import { planPreviewSamples } from './plan-preview/sample.ts';
import { reportSendBackCard } from './report-send-back/card.ts';
import { reportSendBackSamples } from './report-send-back/sample.ts';
import { reportSummaryCard } from './report-summary/card.ts';
import { reportSummarySamples } from './report-summary/sample.ts';
import { reportTextCard } from './report-text/card.ts';
import { reportTextSamples } from './report-text/sample.ts';
import { reportWordCard } from './report-word/card.ts';
import { reportWordSamples } from './report-word/sample.ts';
import { roundCard } from './round/card.ts';
import { roundSamples } from './round/sample.ts';
import { roundLedgerCard } from './round-ledger/card.ts';
import { roundLedgerSamples } from './round-ledger/sample.ts';
import { workListCard } from './work-list/card.ts';
import { workListSamples } from './work-list/sample.ts';

/** One card of the product, built for each situation in its samples. */
export interface CatalogueEntry {
  /** The card's folder. */
  readonly name: string;
  readonly situations: Readonly<Record<string, Card>>;
}

/** Every card that the bot sends. A new card is added here, and is then checked and pictured with the others. */
export function buildAll(): readonly CatalogueEntry[] {
  return [
    entry('monthly-prompt', monthlyPromptCard, monthlyPromptSamples),
    entry('work-list', workListCard, workListSamples),
    entry('absence', absenceCard, absenceSamples),
    entry('round', roundCard, roundSamples),
    entry('dry-run', dryRunCard, dryRunSamples),
    entry('round-ledger', roundLedgerCard, roundLedgerSamples),
    entry('outcome-receipt', outcomeReceiptCard, outcomeReceiptSamples),
    entry('month-summary', monthSummaryCard, monthSummarySamples),
    entry('report-summary', reportSummaryCard, reportSummarySamples),
    entry('report-word', reportWordCard, reportWordSamples),
    entry('committee-status', committeeStatusCard, committeeStatusSamples),
    entry('help', helpCard, helpSamples),
    entry('governance-model', governanceModelCard, governanceModelSamples),
    entry('coverage', coverageCard, coverageSamples),
    entry('plan-preview', planPreviewCard, planPreviewSamples),
    entry('file-answer', fileAnswerCard, fileAnswerSamples),
    entry('part-preview', partPreviewCard, partPreviewSamples),
    entry('part-receipt', partReceiptCard, partReceiptSamples),
    entry('part-adoption', partAdoptionCard, partAdoptionSamples),
    entry('parts-status', partsStatusCard, partsStatusSamples),
    entry('committee-report', committeeReportCard, committeeReportSamples),
    entry('report-text', reportTextCard, reportTextSamples),
    entry('report-send-back', reportSendBackCard, reportSendBackSamples),
    entry('municipal-report', municipalReportCard, municipalReportSamples),
    entry('joint-review', jointReviewCard, jointReviewSamples),
    entry('council-goals', councilGoalsCard, councilGoalsSamples),
    entry('compile-report', compileReportCard, compileReportSamples),
    entry('council-decision', councilDecisionCard, councilDecisionSamples),
  ];
}

function entry<Facts>(
  name: string,
  card: CardDefinition<Facts>,
  samples: Readonly<Record<string, Facts>>,
): CatalogueEntry {
  const built = Object.entries(samples).map(([situation, facts]) => [situation, card.build(facts)]);
  return { name, situations: Object.fromEntries(built) };
}
