import { isSigned } from '../../src/domain/committee-standing.ts';
import { MUNICIPALITY } from '../../src/domain/municipality.ts';
import type { ReportSummary } from '../../src/domain/report-summary.ts';
import { isApproved, type SummaryStage } from '../../src/domain/summary-stage.ts';
import { lowerFirst, upperFirst } from '../../src/words/sentence-parts.ts';
import { swedishDate, swedishDay } from '../../src/words/swedish.ts';
import { decisionText, outcomeText } from '../decision-text.ts';
import { shortened } from '../file-texts.ts';
import { displayName, forCard } from '../peoples-words.ts';

const LONGEST_WHY = 300;

/** How far the report has come, and what comes next. */
export function stageText(summary: ReportSummary): string {
  return (
    councilText(summary) ?? compiledText(summary) ?? (summary.scope === MUNICIPALITY ? ofAll(summary) : ofOne(summary))
  );
}

/** True until the council has approved what is shown. */
export function isPreliminary({ stage }: ReportSummary): boolean {
  return !isApproved(stage);
}

/** What has been changed since it was compiled: it stands beside what the council decides on, not in it. */
export function changedAfterText({ stage: { changedAfter, compiled } }: ReportSummary): { text: string }[] {
  if (changedAfter.length === 0 || !compiled) return [];
  const who = changedAfter.map(forCard).join(', ');
  return [{ text: `Ändrat efter sammanställningen: ${who}. Ändringen finns inte med här.` }];
}

function councilText(summary: ReportSummary): string | undefined {
  const { decided, compiled } = summary.stage;
  if (!decided || (compiled && decided.version < compiled.version)) return undefined;
  const why = decided.why === '' ? '' : ` Skäl: ${forCard(shortened(decided.why, LONGEST_WHY))}`;
  return `${partIn(summary, outcomeText(decided))}.${why}${decided.outcome === 'approved' ? lackIn(summary) : ''}`;
}

/** What has been done to the municipality's report; of a committee's, whether it is in it. */
function partIn({ scope, committees: [line] }: ReportSummary, done: string): string {
  if (scope === MUNICIPALITY) return upperFirst(done);
  return line?.answered ? `Med i kommunens rapport, ${lowerFirst(done)}` : `Kommunens rapport är ${lowerFirst(done)}`;
}

function lackIn({ scope, stage, committees: [line] }: ReportSummary): string {
  if (scope === MUNICIPALITY) return '';
  if (!line?.answered) return ' Nämndens uppgifter saknas i den.';
  return stage.signed ? '' : ' Nämndens rapport var inte attesterad.';
}

function compiledText(summary: ReportSummary): string | undefined {
  const { compiled, decided } = summary.stage;
  if (!compiled) return undefined;
  const number = compiled.registrationNumber === '' ? '' : `, ${forCard(compiled.registrationNumber)}`;
  const said = `${partIn(summary, 'sammanställd')} ${swedishDay(compiled.at)} (version ${compiled.version}${number}).${lackIn(summary)}`;
  if (decided?.outcome !== 'approved') return `${said} Fullmäktige har inte beslutat ännu.`;
  return `${said} Version ${decided.version} godkändes av fullmäktige ${decisionText(decided)}; den nya är inte beslutad.`;
}

function ofAll({ stage, committees }: ReportSummary): string {
  const all = committees.length;
  const answered = committees.filter((line) => line.answered).length;
  const signed = committees.filter(({ standing }) => isSigned(standing)).length;
  const counts = `${answered} av ${all} nämnder har rapporterat, ${signedText(signed)}.`;
  if (!stage.reviewed) return `${counts} Gemensam genomgång är inte hållen.`;
  return `${counts} ${reviewedText(stage.reviewed)} Nästa steg: sammanställning.`;
}

function signedText(count: number): string {
  if (count < 2) return `${count === 0 ? 'ingen' : 'en'} rapport är attesterad`;
  return `${count} rapporter är attesterade`;
}

function ofOne({ stage, dueOn, committees: [line] }: ReportSummary): string {
  const next = stage.reviewed
    ? ` ${reviewedText(stage.reviewed)} Nästa steg: kommunens sammanställning.`
    : ' Nästa steg: gemensam genomgång.';
  if (stage.changedSinceSigned) return 'Ändrad efter attesten: den behöver lämnas in och attesteras igen.';
  if (stage.signed) return `Attesterad ${swedishDay(stage.signed.at)} av ${displayName(stage.signed.name)}.${next}`;
  if (stage.state === 'handed-in') {
    const by = stage.handedIn ? ` ${swedishDay(stage.handedIn.at)} av ${displayName(stage.handedIn.name)}` : '';
    return `Inlämnad${by}. Nästa steg: attest.`;
  }
  if (stage.state === 'sent-back') return 'Återsänd för komplettering.';
  return line?.answered
    ? 'Under arbete: rapporten är inte inlämnad.'
    : `Sista dag att rapportera är ${swedishDate(dueOn)}.`;
}

function reviewedText({ date }: NonNullable<SummaryStage['reviewed']>): string {
  return date === undefined ? 'Gemensam genomgång är hållen.' : `Gemensam genomgång hölls ${swedishDate(date)}.`;
}
