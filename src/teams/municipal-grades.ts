import { councilGoalsCard } from '../../cards/council-goals/card.ts';
import {
  fieldsOfGoals,
  firstUngraded,
  type GoalsReading,
  goalPages,
  pageOfNotes,
  readGoals,
  readGoalsForm,
} from '../../cards/council-goals/read-goals.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import { findForDeed } from '../features/reporting/find-for-deed.ts';
import { gradeGoals } from '../features/reporting/grade-goals.ts';
import type { MunicipalReportView } from '../features/reporting/report-view.ts';
import { reportProblemText } from '../report-texts.ts';
import { type CardAnswer, lasting, MALFORMED } from './card-answer.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import {
  type MunicipalTurn,
  noteDone,
  pageOf,
  problemAnswer,
  refusal,
  reportAnswer,
  type ShownForm,
  shownReport,
} from './municipal-turn.ts';

/** The page of goals that the form has. */
interface GoalsForm extends ShownForm {
  readonly page: number;
}

/** The council's goals, from the first page with one that is not graded. */
export async function pressShowGrades(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'grade', turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  const { councilGoals } = found.value.content;
  const wanted = pageOf(turn.press);
  return goalsAnswer(turn, found.value, { page: wanted ?? firstUngraded(councilGoals) });
}

/** Keeps the page that is left, and shows the one that the button leads to; behind the last is the report itself. */
export async function pressSaveGrades(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findForDeed(turn.ports, turn.period, 'grade', turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  const { content } = found.value;
  const { typed, attempt } = readGoalsForm(turn.press.data);
  const reading = readGoals(typed, content.councilGoals, content.gradeScale);
  if (reading.malformed) return MALFORMED;
  const form = { page: pageTyped(reading, found.value), typed: reading.typed, attempt };
  if (reading.namesUnknownGoal) return refused(turn, found.value, { code: 'NO_SUCH_GOAL' }, form);
  if (!reading.grades) {
    const { notes } = reading;
    const problem = municipalReportTexts.notSaved;
    const page = pageOfNotes(content.councilGoals, notes);
    return lasting(goalsAnswer(turn, found.value, { ...form, page, notes, problem }));
  }
  if (reading.grades.length === 0) return leadOn(turn, found.value, attempt);

  const graded = await gradeGoals(turn.ports, turn.about, reading.grades, turn.doer);
  if (!graded.ok) return refused(turn, found.value, graded.problem, form);
  noteDone(turn);
  return leadOn(turn, graded.value, attempt, municipalReportTexts.gradesSaved);
}

/** Where the button leads to, with everything stored. */
function leadOn(turn: MunicipalTurn, view: MunicipalReportView, attempt: number, said?: string): CardAnswer {
  const page = pageOf(turn.press) ?? 0;
  const what = said === undefined ? {} : { said };
  return page >= goalPages(view.content.councilGoals).length
    ? lasting(reportAnswer(turn, view, what))
    : lasting(goalsAnswer(turn, view, { page, attempt, ...what }));
}

/** The form as the report is now, with everything that was typed. */
async function refused(
  turn: MunicipalTurn,
  seen: MunicipalReportView,
  problem: ReportProblem,
  form: GoalsForm,
): Promise<CardAnswer> {
  const message = refusal(turn, problem);
  if (message) return message;
  const found = await findForDeed(turn.ports, turn.period, 'grade', turn.doer);
  const shown = { ...form, problem: reportProblemText(problem), conflict: problem.code === 'CHANGED_MEANWHILE' };
  return lasting(goalsAnswer(turn, found.ok ? found.value : seen, shown));
}

function goalsAnswer(
  { context }: MunicipalTurn,
  view: MunicipalReportView,
  { typed = {}, attempt = 0, ...rest }: GoalsForm,
): CardAnswer {
  const card = councilGoalsCard.build({ ...shownReport(view), typed, attempt: attempt + 1, context, ...rest });
  return { kind: 'card', card, summary: 'Bedömning av fullmäktiges mål' };
}

/** The page that the form came from: a press carries where it leads to. */
function pageTyped({ typed }: GoalsReading, { content }: MunicipalReportView): number {
  const pages = goalPages(content.councilGoals);
  const at = pages.findIndex((page) => fieldsOfGoals(page).some((field) => typed[field] !== undefined));
  return Math.max(0, at);
}
