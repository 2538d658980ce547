import type { Typed } from '../../cards/form-parts.ts';
import { jointReviewCard, storedTexts } from '../../cards/joint-review/card.ts';
import * as fields from '../../cards/joint-review/fields.ts';
import {
  isMeasureBegun,
  readMeasure,
  readReview,
  readReviewForm,
  withoutMeasure,
} from '../../cards/joint-review/read-review.ts';
import { yearOf } from '../domain/period.ts';
import type { ReportProblem } from '../domain/report-problem.ts';
import type { Result } from '../domain/result.ts';
import { reviewPeople } from '../domain/review-people.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { agreeMeasure } from '../features/reporting/agree-measure.ts';
import { findMunicipalReport } from '../features/reporting/find-report.ts';
import type { ReportDoer } from '../features/reporting/report-about.ts';
import type { MunicipalReportView } from '../features/reporting/report-view.ts';
import { holdReview, saveReview } from '../features/reporting/review.ts';
import { reportProblemText } from '../report-texts.ts';
import { type CardAnswer, lasting, MALFORMED } from './card-answer.ts';
import { municipalReportTexts } from './municipal-report-texts.ts';
import {
  isSameText,
  type MunicipalTurn,
  noteDone,
  notesOf,
  problemAnswer,
  refusal,
  type ShownForm,
  shownReport,
} from './municipal-turn.ts';
import type { PressWiring } from './presser.ts';

/** The joint review: its agenda, and the form for those who hold it. */
export function reviewAnswer(
  { context }: PressWiring,
  view: MunicipalReportView,
  { upn }: ReportDoer,
  { typed = {}, attempt = 0, ...rest }: ShownForm = {},
): CardAnswer {
  const { agenda, measures, deeds, inForce, content } = view;
  const committees = content.committees.map(({ committeeId }) => committeeId);
  const card = jointReviewCard.build({
    ...{ ...shownReport(view), agenda, measures, deeds, typed, attempt: attempt + 1, context, ...rest },
    people: reviewPeople(inForce.plan, committees, upn),
  });
  return { kind: 'card', card, summary: 'Gemensam genomgång' };
}

export async function showReview(turn: MunicipalTurn): Promise<CardAnswer> {
  const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  return found.ok ? reviewAnswer(turn, found.value, turn.doer) : problemAnswer(found.problem);
}

/** Keeps what is noted; a review is planned this way too. */
export function pressSaveReview(turn: MunicipalTurn): Promise<CardAnswer> {
  return storeReview(turn, saveReview, municipalReportTexts.reviewSaved);
}

/** From now on the report can be compiled. */
export function pressHoldReview(turn: MunicipalTurn): Promise<CardAnswer> {
  const today = stockholmDate(turn.ports.clock.now());
  return storeReview(turn, holdReview, municipalReportTexts.reviewHeld, today);
}

async function storeReview(
  turn: MunicipalTurn,
  store: typeof saveReview,
  done: string,
  heldBy?: string,
): Promise<CardAnswer> {
  const { typed, attempt } = readReviewForm(turn.press.data);
  const reading = readReview(typed, daysOf(turn), heldBy);
  if (reading.malformed) return MALFORMED;
  if (!reading.read) {
    const { typed: kept, notes } = reading;
    return again(turn, { typed: kept, notes, attempt, problem: municipalReportTexts.notSaved });
  }
  const stored = await store(turn.ports, turn.about, reading.read, turn.doer);
  if (!stored.ok) return notStored(turn, stored, { typed: reading.typed, attempt });
  noteDone(turn);
  const waits = isMeasureBegun(typed) ? ` ${municipalReportTexts.measureWaits}` : '';
  return lasting(
    reviewAnswer(turn, stored.value, turn.doer, { typed: onlyMeasure(typed), attempt, said: `${done}${waits}` }),
  );
}

/** Keeps what was agreed. What is written of the review itself stays in the form, and is not stored by this. */
export async function pressAgreeMeasure(turn: MunicipalTurn): Promise<CardAnswer> {
  const { typed, attempt } = readReviewForm(turn.press.data);
  const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!found.ok) return refusal(turn, found.problem) ?? problemAnswer(found.problem);
  const committees = found.value.content.committees.map(({ committeeId }) => committeeId);
  const reading = readMeasure(typed, daysOf(turn), committees);
  if (reading.malformed) return MALFORMED;
  if (!reading.read) {
    const { typed: kept, notes } = reading;
    return again(turn, { typed: kept, notes, attempt, problem: municipalReportTexts.notAgreed });
  }
  const agreed = await agreeMeasure(turn.ports, turn.about, reading.read, turn.doer);
  if (!agreed.ok) return notStored(turn, agreed, { typed: reading.typed, attempt });
  noteDone(turn);
  const rest = withoutMeasure(typed);
  const waits = isUnsaved(rest, agreed.value) ? ` ${municipalReportTexts.notesWait}` : '';
  return lasting(
    reviewAnswer(turn, agreed.value, turn.doer, {
      typed: rest,
      attempt,
      said: `${municipalReportTexts.measureAgreed}${waits}`,
    }),
  );
}

async function notStored(
  turn: MunicipalTurn,
  { problem }: Extract<Result<never, ReportProblem>, { readonly ok: false }>,
  form: ShownForm,
): Promise<CardAnswer> {
  return (
    refusal(turn, problem) ??
    again(turn, {
      ...form,
      notes: notesOf(problem, FIELDS),
      problem: reportProblemText(problem),
      conflict: problem.code === 'CHANGED_MEANWHILE',
    })
  );
}

/** The form as the report is now, with everything that was typed. Who may not note anything sees no form. */
async function again(turn: MunicipalTurn, form: ShownForm): Promise<CardAnswer> {
  const found = await findMunicipalReport(turn.ports, turn.period, turn.doer);
  if (!found.ok) return problemAnswer(found.problem);
  const { deeds } = found.value;
  if (!deeds.includes('note-review')) return problemAnswer({ code: 'NOT_ALLOWED' });
  return lasting(reviewAnswer(turn, found.value, turn.doer, form));
}

/** The form's fields by those of the problems. */
const FIELDS: Readonly<Record<string, string>> = {
  ...{ date: fields.date, participants: fields.participants, notes: fields.notes },
  ...{ text: fields.measure, owner: fields.owner, dueOn: fields.dueOn },
};

function daysOf({ period, ports }: MunicipalTurn): { fromYear: number; toYear: number; usualYear: number } {
  const usualYear = Number(stockholmDate(ports.clock.now()).slice(0, 4));
  return { fromYear: yearOf(period), toYear: yearOf(period) + 5, usualYear };
}

function onlyMeasure(typed: Typed): Typed {
  const rest = withoutMeasure(typed);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => rest[name] === undefined));
}

/** Something is written of the review that is not what is stored. */
function isUnsaved(typed: Typed, { content }: MunicipalReportView): boolean {
  const stored = storedTexts(content);
  return fields.ofReview.some((name) => !isSameText(typed[name], stored.get(name)));
}
