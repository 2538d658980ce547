import type { CommitteeStanding } from '../../domain/report-content.ts';
import type { CouncilDecision } from '../../domain/report-record.ts';
import type { ReportToWrite } from '../../ports.ts';
import { swedishDate, swedishDateTime, swedishDay } from '../../words/swedish.ts';
import type { Fact } from './blocks.ts';
import { decisionText, sentence } from './figures-in-words.ts';
import { writtenText } from './written-text.ts';

type CommitteeToWrite = Extract<ReportToWrite, { readonly scope: 'committee' }>;

/** What stands under the title on the first page. */
export function titleFacts(report: ReportToWrite): readonly Fact[] {
  const { municipality, planTitle, version, madeAt } = report;
  const committee =
    report.scope === 'committee' && municipality !== '' ? [fact('Kommun', writtenText(municipality))] : [];
  return [
    ...committee,
    fact('Diarienummer', registration(report)),
    fact('Plan', writtenText(planTitle)),
    fact('Status', statusOf(report)),
    ...partOf(report),
    ...(version ? [fact('Sigill', version.seal)] : []),
    fact('Framtagen', swedishDateTime(new Date(madeAt))),
  ];
}

/** A committee's report as it stood when the municipality's was compiled. */
function partOf(report: ReportToWrite): readonly Fact[] {
  if (report.scope !== 'committee' || !report.version) return [];
  const { version, decision } = report;
  return [fact('Ingår i', `Kommunens rapport. ${decision ? decidedText(decision) : compiledText(version)}`)];
}

function fact(label: string, text: string): Fact {
  return { label, text };
}

/** A report without one says so. */
function registration({ registrationNumber }: ReportToWrite): string {
  return writtenText(registrationNumber) || 'saknas ännu';
}

/** How far the report has come, and who has decided on it. */
export function statusOf(report: ReportToWrite): string {
  if (report.scope === 'committee') return committeeStatus(report);
  const { version, decision } = report;
  if (decision) return decidedText(decision);
  if (!version) return 'Preliminär: rapporten är inte sammanställd ännu';
  return compiledText(version);
}

function compiledText({ number, compiledAt }: NonNullable<ReportToWrite['version']>): string {
  return `Sammanställd av kommunstyrelsen, version ${number}, den ${swedishDay(compiledAt)}. Inte beslutad av kommunfullmäktige ännu`;
}

/** "Godkänd av kommunfullmäktige den 21 oktober 2026, KF § 141 (version 2)". */
export function decidedText({ outcome, date, paragraph, version }: CouncilDecision): string {
  const what = outcome === 'approved' ? 'Godkänd' : 'Återsänd';
  return `${what} av kommunfullmäktige den ${swedishDate(date)}, ${decisionText(paragraph)} (version ${version})`;
}

function committeeStatus({ content, standing }: CommitteeToWrite): string {
  if (!content.answered) return 'Preliminär: nämnden har inte rapporterat ännu';
  const by = `rapporterad av ${writtenText(content.answered.name)} den ${swedishDay(content.answered.at)}`;
  const reported = content.answered.cameWithPlan ? 'uppgifterna kom med planen' : by;
  if (content.kind === 'month') return `Preliminär: ${reported}`;
  return signedText(standing) ?? `Preliminär: ${reported}, ${WAITING[standing.state] ?? 'inte attesterad'}`;
}

const WAITING: Partial<Record<CommitteeStanding['state'], string>> = {
  'handed-in': 'inlämnad och väntar på attest',
  'sent-back': 'återsänd till nämnden',
};

/** Signed as it stands, or before something changed; none when nobody has signed it. */
export function signedText({ signed, changedSinceSigned }: CommitteeStanding): string | undefined {
  if (!signed) return undefined;
  const by = `${writtenText(signed.name)} den ${swedishDay(signed.at)}`;
  return changedSinceSigned ? `Preliminär: ändrad sedan den attesterades av ${by}` : `Attesterad av ${by}`;
}

/** What a reader must know first: that figures are invented, that the council sent it back, that it has been corrected. */
export function titleNotices(report: ReportToWrite): readonly string[] {
  const { content, decision, corrections } = report;
  return [
    ...(content.example ? ['Exempeldata: rapporten innehåller påhittade siffror som visar hur den ser ut.'] : []),
    ...(decision?.outcome === 'sent-back' && decision.why.trim() !== ''
      ? [`Kommunfullmäktige återsände rapporten: ${sentence(writtenText(decision.why))}`]
      : []),
    ...(corrections.length > 0
      ? ['Rättad version: uppgifter har ändrats efter fullmäktiges beslut. Rättelserna står sist i rapporten.']
      : []),
  ];
}
