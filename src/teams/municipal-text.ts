import { municipalId } from '../../cards/municipal-actions.ts';
import { MARK_SHOWN } from '../../cards/report-buttons.ts';
import { reportTextCard } from '../../cards/report-text/card.ts';
import { readTextForm, readTextPage } from '../../cards/report-text/read-text.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import type { ReportTexts } from '../domain/report-record.ts';
import { findForDeed } from '../features/reporting/find-for-deed.ts';
import type { MunicipalReportView } from '../features/reporting/report-view.ts';
import { saveMunicipalText } from '../features/reporting/save-report-text.ts';
import { reportTitle } from '../words/report-words.ts';
import { type CardAnswer, lasting, MALFORMED } from './card-answer.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import {
  type MunicipalTurn,
  noteDone,
  problemAnswer,
  refusal,
  reportAnswer,
  type ShownForm,
  shownReport,
} from './municipal-turn.ts';
import { problemNotes, savedText, textToWrite } from './report-text-turn.ts';

type Section = keyof ReportTexts;

/** One of the executive board's texts. */
export async function pressWriteText(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'write', turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  return textAnswer(turn, found.value, textToWrite(turn.press.data, found.value.content.texts));
}

/** Keeps the text, and shows what the button leads to. */
export async function pressSaveText(turn: MunicipalTurn): Promise<CardAnswer> {
  const reading = readTextForm(turn.press.data);
  if (!reading) return MALFORMED;
  const { section, text, typed, notes, notices, attempt } = reading;
  if (text === undefined)
    return refused(turn, section, { typed, notes, attempt, problem: municipalReportTexts.notSaved });

  const saved = await saveMunicipalText(turn.ports, turn.about, section, text, turn.doer);
  if (!saved.ok) return refused(turn, section, { typed, attempt }, saved.problem);
  noteDone(turn);
  const said = savedText(section, notices);
  const next = readTextPage(turn.press.data) ?? section;
  return lasting(
    next === 'report'
      ? reportAnswer(turn, saved.value, { said })
      : textAnswer(turn, saved.value, next, { said, attempt }),
  );
}

/** The form again with everything that was typed, for those who may write. */
async function refused(
  turn: MunicipalTurn,
  section: Section,
  form: ShownForm,
  problem?: ReportProblem,
): Promise<CardAnswer> {
  const message = problem && refusal(turn, problem);
  if (message) return message;
  const found = await findForDeed(turn.ports, turn.period, 'write', turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  const shown = problem ? { ...form, ...problemNotes(section, problem) } : form;
  return lasting(textAnswer(turn, found.value, section, shown));
}

function textAnswer(
  { context, period }: MunicipalTurn,
  view: MunicipalReportView,
  section: Section,
  { typed = {}, attempt = 0, ...rest }: ShownForm = {},
): CardAnswer {
  const { content, mark, revision } = shownReport(view);
  const card = reportTextCard.build({
    verbs: { save: 'saveMunicipalText' },
    about: { id: municipalId(period), revision, mark: mark.slice(0, MARK_SHOWN) },
    ...{ reportTitle: reportTitle(content.kind, period), whose: 'kommunstyrelsens text', texts: content.texts },
    ...{ section, typed, attempt: attempt + 1, context, ...rest },
  });
  return { kind: 'card', card, summary: 'Kommunens rapport' };
}
