import { councilDecisionCard, type DecisionForm } from '../../cards/council-decision/card.ts';
import * as fields from '../../cards/council-decision/fields.ts';
import {
  type DecisionDays,
  readDecision,
  readDecisionForm,
  withAdded,
} from '../../cards/council-decision/read-decision.ts';
import { yearOf } from '../domain/period.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import type { CouncilDecision } from '../domain/report-record.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { findForDeed } from '../features/reporting/find-for-deed.ts';
import { findMunicipalReport } from '../features/reporting/find-report.ts';
import { registerDecision } from '../features/reporting/register-decision.ts';
import { compilerOf, type MunicipalReportView } from '../features/reporting/report-view.ts';
import type { VersionHead } from '../ports.ts';
import { reportProblemText } from '../report-texts.ts';
import { type CardAnswer, lasting, MALFORMED } from './card-answer.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import {
  type MunicipalTurn,
  noteDone,
  notesOf,
  pageOf,
  problemAnswer,
  refusal,
  shownReport,
} from './municipal-turn.ts';

type Form = Pick<DecisionForm, 'rows' | 'typed' | 'attempt'> & Partial<Pick<DecisionForm, 'notes' | 'problem'>>;

/** The clerk's form, empty or with one row more; what was decided already is shown instead. */
export async function pressAskDecision(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'decide', turn.doer);
  if (!found.ok) return refused(turn, found.problem);
  const { rows, typed, attempt } = readDecisionForm(turn.press.data);
  const form = { rows: withAdded(rows, pageOf(turn.press)), typed, attempt };
  const stale = staleness(turn, found.value);
  return formAnswer(turn, found.value, stale ? { ...form, problem: reportProblemText(stale) } : form);
}

/** Registers the decision on the version that the card is about; what is wrong is said at its field, and nothing is lost. */
export async function pressRegisterDecision(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'decide', turn.doer);
  // One that is registered already is asked about again below: the same press twice is one decision.
  if (!found.ok && found.problem.code !== 'ALREADY_DECIDED') return refused(turn, found.problem);
  const shown = found.ok ? found : await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!shown.ok) return refused(turn, shown.problem);

  const { rows, typed, attempt } = readDecisionForm(turn.press.data);
  const reading = readDecision(typed, shown.value.content, daysOf(turn, shown.value));
  if (reading.malformed) return MALFORMED;
  const form = { rows, typed: reading.typed, attempt };
  const stale = found.ok ? staleness(turn, found.value) : undefined;
  if (stale) return refused(turn, stale, form);
  if (!reading.read) {
    if (!found.ok) return refused(turn, found.problem);
    const { notes } = reading;
    return lasting(formAnswer(turn, found.value, { ...form, notes, problem: municipalReportTexts.notRegistered }));
  }
  const about = { ...turn.about, version: turn.version ?? 0 };
  const registered = await registerDecision(turn.ports, about, reading.read, turn.doer);
  if (!registered.ok) return refused(turn, registered.problem, form);
  noteDone(turn);
  const decision = registered.value.versions.find(({ number }) => number === about.version)?.decision;
  if (!decision) throw new Error('A decision was registered that no version has');
  return lasting(receiptAnswer(turn, registered.value, decision));
}

/** What stands in the way: another decision is shown as it is, and a form comes back with everything that was typed. */
async function refused(turn: MunicipalTurn, problem: ReportProblem, form?: Form): Promise<CardAnswer> {
  const message = refusal(turn, problem);
  if (message) return message;
  if (problem.code === 'ALREADY_DECIDED') {
    const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
    if (!found.ok) return problemAnswer(found.problem);
    return lasting(receiptAnswer(turn, found.value, problem.decision, reportProblemText(problem)));
  }
  const found = await findForDeed(turn.ports, turn.period, 'decide', turn.doer);
  if (!form || !found.ok) return problemAnswer(problem);
  const notes = notesOf(problem, FIELDS);
  return lasting(formAnswer(turn, found.value, { ...form, notes, problem: reportProblemText(problem) }));
}

/** The form's fields by those of the problems, where there is only one of them. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ date: fields.date, paragraph: fields.paragraph, registrationNumber: fields.registrationNumber },
  why: fields.why,
};

/** The card is about a version that is no longer the newest: another is not decided on by mistake. */
function staleness({ version }: MunicipalTurn, view: MunicipalReportView): ReportProblem | undefined {
  const { number } = newestOf(view);
  return version === undefined || version === number ? undefined : { code: 'NEWER_VERSION', version: number };
}

function formAnswer({ context }: MunicipalTurn, view: MunicipalReportView, { attempt, ...form }: Form): CardAnswer {
  const newest = newestOf(view);
  const { number, compiledAt, seal } = newest;
  const compiledBy = compilerOf(view, newest);
  const { registrationNumber } = view.content;
  const card = councilDecisionCard.build({
    ...{ view: 'form', ...shownReport(view), ...form, attempt: attempt + 1, context },
    version: { number, compiledAt, seal, registrationNumber, ...(compiledBy !== undefined && { compiledBy }) },
  });
  return { kind: 'card', card, summary: 'Registrera fullmäktiges beslut' };
}

function receiptAnswer(
  { context }: MunicipalTurn,
  view: MunicipalReportView,
  decision: CouncilDecision,
  problem?: string,
): CardAnswer {
  const said = problem === undefined ? {} : { problem };
  const card = councilDecisionCard.build({ view: 'receipt', ...shownReport(view), decision, context, ...said });
  return { kind: 'card', card, summary: 'Fullmäktiges beslut' };
}

/** A decision is asked for only when there is a version to decide on. */
function newestOf({ versions }: MunicipalReportView): VersionHead {
  const newest = versions.at(-1);
  if (!newest) throw new Error('A decision was asked for before a version was compiled');
  return newest;
}

/** The council may meet in the year after the report's; money is given for either. */
function daysOf({ period, ports }: MunicipalTurn, view: MunicipalReportView): DecisionDays {
  const today = stockholmDate(ports.clock.now());
  const fromYear = yearOf(period);
  const usualYear = Math.max(fromYear, Number(today.slice(0, 4)));
  const years = { fromYear, usualYear };
  return {
    ...{ today, compiledOn: stockholmDate(new Date(newestOf(view).compiledAt)) },
    decided: { ...years, toYear: usualYear },
    ...{ money: { ...years, toYear: fromYear + 1 }, orders: { ...years, toYear: fromYear + 5 } },
  };
}
