import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { reportPages } from '../../cards/committee-report/section.ts';
import { buttonFormats, readReportId } from '../../cards/report-buttons.ts';
import { noReasonNotes, readSendBackForm } from '../../cards/report-send-back/card.ts';
import { readTextForm, readTextPage } from '../../cards/report-text/read-text.ts';
import { isMonth } from '../domain/period.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import type { Result } from '../domain/result.ts';
import { findReport } from '../features/reporting/find-report.ts';
import { handInReport } from '../features/reporting/hand-in-report.ts';
import type { About, DeedPorts, ReportDoer } from '../features/reporting/report-about.ts';
import type { CommitteeReportView } from '../features/reporting/report-view.ts';
import { saveCommitteeText } from '../features/reporting/save-report-text.ts';
import { sendBackReport } from '../features/reporting/send-back-report.ts';
import { signReport } from '../features/reporting/sign-report.ts';
import { reportProblemText } from '../report-texts.ts';
import type { CardAnswer } from './card-answer.ts';
import { lasting, MALFORMED } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { committeeReportTexts } from './committee-report-texts.ts';
import { offerReport } from './file-offers.ts';
import type { Presser, PressWiring } from './presser.ts';
import { doerOf } from './report-doer.ts';
import { problemNotes, savedText, textToWrite } from './report-text-turn.ts';
import { type ReportLook, showReport, showSendBackForm, showTextForm } from './report-views.ts';

/** One press on a committee's report in somebody's own chat. Who may do what is asked of the features, each time. */
export interface ReportTurn extends PressWiring {
  readonly about: About;
  readonly doer: ReportDoer;
  readonly presser: Presser;
  readonly press: Press<VerbOf<'report'>>;
}

type Deed = (ports: DeedPorts, about: About, doer: ReportDoer) => Promise<Result<CommitteeReportView, ReportProblem>>;

const handlers: Record<VerbOf<'report'>, (turn: ReportTurn) => Promise<CardAnswer>> = {
  showReport: (turn) => look(turn, pageOf(turn.press)),
  writeReport,
  saveReportText,
  handInReport: (turn) => doDeed(turn, handInReport, committeeReportTexts.handedIn),
  signReport: (turn) => doDeed(turn, signReport, committeeReportTexts.signed),
  askSendBack,
  sendBackReport: sendBack,
  getReport,
};

/** Answers a press on a committee's report. The report says whose it is; the roster, read now, says who may. */
export async function answerReportPress(
  { ports, context }: PressWiring,
  press: Press<VerbOf<'report'>>,
  presser: Presser,
): Promise<CardAnswer> {
  const { committeeId, period } = readReportId(press.id) ?? {};
  if (committeeId === undefined || period === undefined || !isMonth(period)) {
    return { kind: 'message', text: committeeReportTexts.cardOutdated };
  }
  // A card that was forwarded to others, or its copy in a channel.
  if (!presser.personal) return { kind: 'message', text: committeeReportTexts.inPersonalChat };
  const revision = press.revision ?? -1;
  const about = { scope: committeeId, period, revision, mark: press.mark ?? '' };
  const turn = { ports, context, about, doer: doerOf(presser), presser, press };
  return press.version === CARD_VERSION ? handlers[press.verb](turn) : look(turn);
}

/** The report as it is now. */
async function look(turn: ReportTurn, how: Partial<ReportLook> = {}): Promise<CardAnswer> {
  const view = await findReport(turn.ports, turn.about, turn.doer);
  return view.ok ? showReport(turn, view.value, { upn: turn.doer.upn, ...how }) : refusal(turn, view.problem);
}

function pageOf({ data }: Press): Partial<ReportLook> {
  const page = typeof data.s === 'number' ? reportPages[data.s] : undefined;
  return page ? { page } : {};
}

/** Does something to the report as it was shown, and shows what it has become; or the report as it is, and why nothing was done. */
async function doDeed(turn: ReportTurn, deed: Deed, said: string): Promise<CardAnswer> {
  const done = await deed(turn.ports, turn.about, turn.doer);
  if (done.ok) return lasting(await showReport(turn, done.value, { upn: turn.doer.upn, said }));
  return notDone(turn, done.problem);
}

async function notDone(turn: ReportTurn, problem: ReportProblem): Promise<CardAnswer> {
  if (problem.code === 'NOT_ALLOWED') return refusal(turn, problem);
  noteRefusal(turn, problem);
  return lasting(await look(turn, { problem: reportProblemText(problem) }));
}

async function writeReport(turn: ReportTurn): Promise<CardAnswer> {
  const view = await findReport(turn.ports, turn.about, turn.doer);
  if (!view.ok) return refusal(turn, view.problem);
  if (!view.value.deeds.includes('write')) return look(turn, { problem: committeeReportTexts.notWritable });
  return showTextForm(turn, view.value, { section: textToWrite(turn.press.data, view.value.content.texts) });
}

/** Stores one text, and goes on to the next or to the report; or gives the form back with all that was typed. */
async function saveReportText(turn: ReportTurn): Promise<CardAnswer> {
  const { ports, about, doer, press } = turn;
  const reading = readTextForm(press.data);
  if (!reading) return MALFORMED;
  const { section, text, typed, notes, attempt } = reading;
  const form = { section, typed, attempt: attempt + 1 };
  if (text === undefined) return formAgain(turn, (view) => showTextForm(turn, view, { ...form, notes }));

  const saved = await saveCommitteeText(ports, about, section, text, doer);
  if (!saved.ok) {
    const { problem } = saved;
    if (problem.code === 'NOT_ALLOWED') return refusal(turn, problem);
    noteRefusal(turn, problem);
    return formAgain(turn, (view) => showTextForm(turn, view, { ...form, ...problemNotes(section, problem) }));
  }
  const said = savedText(section, reading.notices);
  const next = readTextPage(press.data) ?? 'report';
  if (next === 'report') return lasting(await showReport(turn, saved.value, { upn: doer.upn, said }));
  return lasting(showTextForm(turn, saved.value, { section: next, said, attempt: attempt + 1 }));
}

async function askSendBack(turn: ReportTurn): Promise<CardAnswer> {
  const view = await findReport(turn.ports, turn.about, turn.doer);
  if (!view.ok) return refusal(turn, view.problem);
  if (!view.value.deeds.includes('send-back')) return look(turn, { problem: committeeReportTexts.notSentBack });
  return showSendBackForm(turn, view.value);
}

async function sendBack(turn: ReportTurn): Promise<CardAnswer> {
  const reading = readSendBackForm(turn.press.data);
  if (!reading) return MALFORMED;
  const { why, typed, notes } = reading;
  const form = { typed, attempt: reading.attempt + 1 };
  if (why === undefined) return formAgain(turn, (view) => showSendBackForm(turn, view, { ...form, notes }));

  const done = await sendBackReport(turn.ports, turn.about, why, turn.doer);
  if (done.ok)
    return lasting(await showReport(turn, done.value, { upn: turn.doer.upn, said: committeeReportTexts.sentBack }));
  const { problem } = done;
  if (problem.code === 'REASON_NEEDED') {
    return formAgain(turn, (view) => showSendBackForm(turn, view, { ...form, notes: noReasonNotes() }));
  }
  if (problem.code !== 'CHANGED_MEANWHILE') return notDone(turn, problem);
  noteRefusal(turn, problem);
  return formAgain(turn, (view) => showSendBackForm(turn, view, { ...form, problem: reportProblemText(problem) }));
}

/** The form as it has to look now, with what was typed in it: it must still stand there when the chat is opened again. */
async function formAgain(turn: ReportTurn, show: (view: CommitteeReportView) => CardAnswer): Promise<CardAnswer> {
  const view = await findReport(turn.ports, turn.about, turn.doer);
  return view.ok ? lasting(show(view.value)) : refusal(turn, view.problem);
}

function getReport(turn: ReportTurn): Promise<CardAnswer> {
  const { scope, period } = turn.about;
  const { s } = turn.press.data;
  const format = typeof s === 'number' ? buttonFormats[s] : undefined;
  if (!format) return Promise.resolve({ kind: 'message', text: committeeReportTexts.whichFormat });
  return offerReport(turn, { scope, period, format }, turn.presser);
}

function refusal(turn: ReportTurn, problem: ReportProblem): CardAnswer {
  noteRefusal(turn, problem);
  return { kind: 'message', text: reportProblemText(problem) };
}

function noteRefusal({ ports, about, doer, press }: ReportTurn, { code }: ReportProblem): void {
  const { scope, period } = about;
  ports.log.warn({ event: 'audit', verb: press.verb, reason: code, oid: doer.oid, scope, period }, 'press refused');
}
