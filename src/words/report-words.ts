import { isAnswered } from '../domain/committee-standing.ts';
import type { CommitteeStanding, GradeCounts, MissingPart, ReportKind } from '../domain/report-content.ts';
import type { ReportState } from '../domain/report-state.ts';
import type { Outlet } from './outlet.ts';
import { listed, upperFirst } from './sentence-parts.ts';
import { cumulativePeriod } from './swedish.ts';

/** What a report is called, within a sentence. */
export const reportNames: Readonly<Record<ReportKind, string>> = {
  month: 'månadsrapport',
  tertial: 'tertialrapport',
  interim: 'delårsrapport',
  annual: 'årsredovisning',
};

/** `delårsrapport januari–augusti 2026`, `årsredovisning 2026`, within a sentence. */
export function reportName(kind: ReportKind, period: string): string {
  return `${reportNames[kind]} ${kind === 'annual' ? period.slice(0, 4) : cumulativePeriod(period)}`;
}

/** The same as a title. */
export function reportTitle(kind: ReportKind, period: string): string {
  return upperFirst(reportName(kind, period));
}

/** Where a report is, within a sentence. */
export const reportStateWords: Readonly<Record<ReportState, string>> = {
  open: 'under arbete',
  'handed-in': 'inlämnad',
  'sent-back': 'återsänd',
  signed: 'attesterad',
  reviewed: 'genomgången',
  compiled: 'sammanställd',
  approved: 'godkänd av fullmäktige',
};

/** Where a committee's report is, within a sentence; one that nobody has answered is not under work. */
export function standingWord(standing: CommitteeStanding): string {
  if (!isAnswered(standing)) return 'har inte svarat';
  return standing.changedSinceSigned ? 'ändrad efter attesten' : reportStateWords[standing.state];
}

const WHOLE: Readonly<Record<MissingPart['what'], string>> = {
  answer: 'svar på formuläret',
  signature: 'attest',
  outcome: 'utfall',
  forecast: 'prognos',
  indicator: 'indikatorer',
  grade: 'bedömning av mål',
  investment: 'investeringar',
};

/** What a report lacks, within a sentence: "prognos för Förskola", "bedömning av mål: A, B och 3 till". */
export function missingText({ what, names }: MissingPart, shown: Outlet, mostNames = 3): string {
  if (names.length === 0) return WHOLE[what];
  const said = names.slice(0, mostNames).map(shown).join(', ');
  const rest = names.length > mostNames ? ` och ${names.length - mostNames} till` : '';
  const joint = what === 'outcome' || what === 'forecast' ? ' för ' : ': ';
  return `${WHOLE[what]}${joint}${said}${rest}`;
}

/** All that a report lacks: "utfall, prognos och bedömning av mål"; with names in them they are told apart by semicolons. */
export function missingParts(parts: readonly MissingPart[], shown: Outlet, mostNames?: number): string {
  const said = parts.map((part) => missingText(part, shown, mostNames));
  return parts.some(({ names }) => names.length > 0) ? said.join('; ') : listed(said);
}

/** How many goals got each grade, best first: `Helt uppfyllt`, `4 av 16`. Never an average. */
export function gradeCountRows(
  { of, grades, ungraded }: GradeCounts,
  shown: Outlet,
): { readonly label: string; readonly count: string }[] {
  return [
    ...grades.map(({ label, count }) => ({ label: shown(label), count: `${count} av ${of}` })),
    ...(ungraded > 0 ? [{ label: 'Inte bedömt ännu', count: `${ungraded} av ${of}` }] : []),
  ];
}

/** Days left until a last day, which is included: "12 dagar kvar", "idag är sista dagen", "3 dagar för sent". */
export function daysLeftText(days: number): string {
  if (days === 0) return 'idag är sista dagen';
  const count = Math.abs(days) === 1 ? '1 dag' : `${Math.abs(days)} dagar`;
  return days > 0 ? `${count} kvar` : `${count} för sent`;
}
