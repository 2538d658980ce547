import { compileReportCard } from '../../cards/compile-report/card.ts';
import * as fields from '../../cards/compile-report/fields.ts';
import { readCompileForm } from '../../cards/compile-report/read-compile.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import { compileReport } from '../features/reporting/compile-report.ts';
import { findForDeed } from '../features/reporting/find-for-deed.ts';
import { findMunicipalReport } from '../features/reporting/find-report.ts';
import type { MunicipalReportView } from '../features/reporting/report-view.ts';
import { reportProblemText } from '../report-texts.ts';
import { type CardAnswer, lasting, MALFORMED } from './card-answer.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import {
  type MunicipalTurn,
  noteDone,
  notesOf,
  problemAnswer,
  refusal,
  reportAnswer,
  type ShownForm,
  shownReport,
} from './municipal-turn.ts';

/** What compiling would mean, before it is done. */
export async function pressAskCompile(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'compile', turn.doer);
  return found.ok ? compileAnswer(turn, found.value) : refused(turn, found.problem);
}

export async function pressCompile(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!found.ok) return refused(turn, found.problem);
  const {
    read,
    notes,
    typed,
    attempt,
    malformed: isMalformed,
  } = readCompileForm(turn.press.data, isApproved(found.value));
  if (isMalformed) return MALFORMED;
  if (!read) return refused(turn, undefined, { typed, notes, attempt, problem: municipalReportTexts.notCompiled });

  const compiled = await compileReport(turn.ports, turn.about, read, turn.doer);
  if (!compiled.ok) return refused(turn, compiled.problem, { typed, attempt });
  noteDone(turn);
  const number = compiled.value.versions.at(-1)?.number ?? 1;
  const said = `Rapporten är sammanställd som version ${number}. Nu kan kommunsekreteraren registrera fullmäktiges beslut.`;
  return lasting(reportAnswer(turn, compiled.value, { said }));
}

/** The form with everything that was typed, for those who may compile now; else why it can't be done, on the report as it is. */
async function refused(turn: MunicipalTurn, problem: ReportProblem | undefined, form?: ShownForm): Promise<CardAnswer> {
  const message = problem && refusal(turn, problem);
  if (message) return message;
  const found = await findForDeed(turn.ports, turn.period, 'compile', turn.doer);
  if (form && found.ok) {
    const said = problem ? { problem: reportProblemText(problem), notes: notesOf(problem, FIELDS) } : {};
    return lasting(compileAnswer(turn, found.value, { ...form, ...said }));
  }
  return found.ok ? onReport(turn, problem) : (refusal(turn, found.problem) ?? onReport(turn, found.problem));
}

async function onReport(turn: MunicipalTurn, why: ReportProblem | undefined): Promise<CardAnswer> {
  const report = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!report.ok) return problemAnswer(report.problem);
  return lasting(reportAnswer(turn, report.value, why ? { problem: reportProblemText(why) } : {}));
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ registrationNumber: fields.registrationNumber, why: fields.reason },
};

function compileAnswer(
  { context }: MunicipalTurn,
  view: MunicipalReportView,
  { typed = {}, attempt = 0, ...rest }: ShownForm = {},
): CardAnswer {
  const card = compileReportCard.build({
    ...{ ...shownReport(view), typed, attempt: attempt + 1, context, ...rest },
    number: (view.versions.at(-1)?.number ?? 0) + 1,
    isApproved: isApproved(view),
  });
  return { kind: 'card', card, summary: 'Sammanställ rapporten' };
}

function isApproved({ versions }: MunicipalReportView): boolean {
  return versions.some(({ decision }) => decision?.outcome === 'approved');
}
