import type { VerbOf } from '../../cards/actions.ts';
import { type FieldNotes, problemNote, type Typed } from '../../cards/form-parts.ts';
import { municipalReportCard, type VersionLine } from '../../cards/municipal-report/card.ts';
import type { Month } from '../domain/period.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import type { About, ReportDoer } from '../features/reporting/report-about.ts';
import { compilerOf, type MunicipalReportView } from '../features/reporting/report-view.ts';
import { reportProblemText } from '../report-texts.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import type { Presser, PressWiring } from './presser.ts';

/** One press on a card about the municipality's report. */
export interface MunicipalTurn extends PressWiring {
  readonly period: Month;
  /** The compiled version that the card is about, on those that are. */
  readonly version: number | undefined;
  /** The report as the card showed it. */
  readonly about: About;
  readonly doer: ReportDoer;
  readonly press: Press<VerbOf<'municipal-report'>>;
  readonly presser: Presser;
}

/** What a form is shown with beside the report. */
export interface ShownForm {
  readonly typed?: Typed;
  readonly notes?: FieldNotes;
  /** How many times it has been shown before. */
  readonly attempt?: number;
  /** What was just done. */
  readonly said?: string;
  /** Why it was not. */
  readonly problem?: string;
  /** Somebody else has changed the report meanwhile: what is stored stands under the fields. */
  readonly conflict?: boolean;
}

/** The record's revision, the fingerprint and the content, as every card about the report carries them. */
export function shownReport({
  content,
  record,
  mark,
}: MunicipalReportView): Pick<MunicipalReportView, 'content' | 'mark'> & { readonly revision: number } {
  return { content, mark, revision: record?.revision ?? 0 };
}

/** The report's own card. `open`: where everybody reads it. */
export function reportAnswer(
  { ports, context }: PressWiring,
  view: MunicipalReportView,
  shown: { readonly said?: string; readonly problem?: string; readonly open?: true } = {},
): Extract<CardAnswer, { kind: 'card' }> {
  const { state, deeds, measures, correctedSince } = view;
  const card = municipalReportCard.build({
    ...shownReport(view),
    ...{ state, deeds, measures, versions: versionLines(view), correctedSince, context, ...shown },
    today: stockholmDate(ports.clock.now()),
  });
  return { kind: 'card', card, summary: 'Kommunens rapport' };
}

function versionLines(view: MunicipalReportView): readonly VersionLine[] {
  return view.versions.map((head) => {
    const { compiledBy: _, ...version } = head;
    const name = compilerOf(view, head);
    return { ...version, ...(name !== undefined && { compiledBy: name }) };
  });
}

/** There is no report to show the person, or none that the person may do this to: no form is shown either. */
const NO_FORM: ReadonlySet<ReportProblem['code']> = new Set<ReportProblem['code']>([
  ...(['NO_PLAN', 'NOT_ALLOWED', 'NO_SUCH_PERIOD', 'NOT_A_REPORT_PERIOD', 'NOT_OPEN_YET', 'OWN_REPORT'] as const),
]);

/** Leaves word of a refusal, and answers it when the form is not to be shown again. */
export function refusal({ ports, doer, press, period }: MunicipalTurn, problem: ReportProblem): CardAnswer | undefined {
  const facts = { event: 'audit', oid: doer.oid, verb: press.verb, period, reason: problem.code };
  ports.log.warn(facts, 'municipal report not changed');
  return NO_FORM.has(problem.code) ? problemAnswer(problem) : undefined;
}

export function noteDone({ ports, doer, press, period }: MunicipalTurn): void {
  ports.log.info({ event: 'audit', oid: doer.oid, verb: press.verb, period }, 'municipal report changed');
}

export function problemAnswer(problem: ReportProblem): CardAnswer {
  return { kind: 'message', text: reportProblemText(problem) };
}

/** A problem at the field that it is about; `fields` names the form's by the problem's. */
export function notesOf(problem: ReportProblem, fields: Readonly<Record<string, string>>): FieldNotes {
  const field = 'field' in problem ? fields[problem.field] : undefined;
  return new Map(field === undefined ? [] : [[field, problemNote(reportProblemText(problem))]]);
}

/** The page that a button leads to, 0 for the first. */
export function pageOf({ data: { s } }: Press): number | undefined {
  return typeof s === 'number' && Number.isInteger(s) && s >= 0 && s < 1_000 ? s : undefined;
}

/** The same to whoever reads it: a form that comes back has other spaces and line breaks than what was stored. */
export function isSameText(one = '', other = ''): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
