import { CARD_VERSION, type VerbOf } from '../../cards/actions.ts';
import { typedFields } from '../../cards/input-ids.ts';
import { storedTexts } from '../../cards/joint-review/card.ts';
import { readMunicipalId } from '../../cards/municipal-actions.ts';
import { buttonFormats } from '../../cards/report-buttons.ts';
import { isMonth } from '../domain/period.ts';
import { findMunicipalReport } from '../features/reporting/find-report.ts';
import type { MunicipalReportView } from '../features/reporting/report-view.ts';
import { MUNICIPALITY } from '../ports.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { offerReport } from './file-offers.ts';
import { pressAskCompile, pressCompile } from './municipal-compile.ts';
import { pressAskDecision, pressRegisterDecision } from './municipal-decision.ts';
import { pressSaveGrades, pressShowGrades } from './municipal-grades.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import { pressAgreeMeasure, pressHoldReview, pressSaveReview, showReview } from './municipal-review.ts';
import { pressSaveText, pressWriteText } from './municipal-text.ts';
import { isSameText, type MunicipalTurn, pageOf, problemAnswer, refusal, reportAnswer } from './municipal-turn.ts';
import type { Presser, PressWiring } from './presser.ts';
import { doerOf } from './report-doer.ts';

const handlers: Record<VerbOf<'municipal-report'>, (turn: MunicipalTurn) => Promise<CardAnswer>> = {
  showMunicipalReport: showReport,
  showReview,
  saveReview: pressSaveReview,
  holdReview: pressHoldReview,
  agreeMeasure: pressAgreeMeasure,
  showGrades: pressShowGrades,
  saveGrades: pressSaveGrades,
  writeMunicipalText: pressWriteText,
  saveMunicipalText: pressSaveText,
  askCompile: pressAskCompile,
  compileReport: pressCompile,
  askDecision: pressAskDecision,
  registerDecision: pressRegisterDecision,
  getMunicipalReport: getDocument,
};

/** Answers a press on a card about the municipality's report. The roster, read now, says who may; the card names only which. */
export async function answerMunicipalReportPress(
  { ports, context }: PressWiring,
  press: Press<VerbOf<'municipal-report'>>,
  presser: Presser,
): Promise<CardAnswer> {
  const about = readMunicipalId(press.id);
  // A card that was forwarded to others, or its copy in a channel.
  if (!presser.personal) return { kind: 'message', text: municipalReportTexts.inPersonalChat };
  if (!about || !isMonth(about.period)) return { kind: 'message', text: municipalReportTexts.cardOutdated };

  const { period, version } = about;
  const revision = press.revision ?? -1;
  const turn: MunicipalTurn = {
    ...{ ports, context, period, version, press, presser },
    about: { scope: MUNICIPALITY, period, revision, mark: press.mark ?? '' },
    doer: doerOf(presser),
  };
  return press.version === CARD_VERSION ? handlers[press.verb](turn) : showReport(turn);
}

async function showReport(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  const answer = reportAnswer(turn, found.value);
  return leavesTyped(turn, found.value) ? { ...answer, apart: true } : answer;
}

/** A form is left with something in it that is not stored: it stays where it is, and the report is shown beside it. */
function leavesTyped({ press }: MunicipalTurn, { content }: MunicipalReportView): boolean {
  const stored = new Map([...storedTexts(content), ['registrationNumber', content.registrationNumber]]);
  const written = Object.entries(typedFields(press.data).typed).filter(([, text]) => !isSameText(text, ''));
  return written.some(([field, text]) => !isSameText(text, stored.get(field)));
}

/** The version that the button is about, in the format that it names. */
function getDocument(turn: MunicipalTurn): Promise<CardAnswer> {
  const { period, version, press } = turn;
  const format = buttonFormats[pageOf(press) ?? -1];
  if (!format) return Promise.resolve({ kind: 'message', text: municipalReportTexts.cardOutdated });
  const wanted = { scope: MUNICIPALITY, period, format, ...(version === undefined ? {} : { version }) };
  return offerReport(turn, wanted, turn.presser);
}
