import type { Answer, IndicatorAnswer } from '../../src/domain/answer.ts';
import { type MonthlyPrompt, proposeAgain } from '../../src/domain/monthly-prompt.ts';
import * as fields from './fields.ts';
import { FormReader } from './form-reader.ts';
import type { FieldNotes } from './notes.ts';
import { type Typed, typedInForm } from './pages.ts';
import { valueFieldOf } from './value-field.ts';

/** What a filled-in form says. */
export interface FormReading {
  /** Complete, when nothing has to be corrected or asked. */
  readonly answer: Answer | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly notes: FieldNotes;
  /** As typed in this form's own fields, with the readings that the person has chosen put in place. */
  readonly typed: Typed;
  /** What was taken out of texts, in Swedish. */
  readonly notices: readonly string[];
  /** True when a text is no text at all: the request is refused. */
  readonly malformed: boolean;
  /** Why it is changed; '' when nothing is said of it. */
  readonly reason: string;
  /** What was asked, with the grades as they are proposed in the light of what is typed. */
  readonly prompt: MonthlyPrompt;
}

/** Reads the form field by field, all of its pages; everything that is wrong is found at once. */
export function readForm(asked: MonthlyPrompt, typedByPerson: Typed, { reasonRequired = false } = {}): FormReading {
  const form = new FormReader(typedInForm(asked, typedByPerson));
  const areas = asked.areas.map(({ area }) => ({
    areaId: area.id,
    outcome: form.amount(fields.outcomeOf(area.id)),
    forecast: form.amount(fields.forecastOf(area.id)),
  }));
  const investments = asked.investments.map((one) => form.investment(one));
  const indicators = asked.indicators.map((due) => ({
    indicatorId: due.indicator.id,
    ...(due.scope === 'municipality' ? { scope: due.scope } : {}),
    report: form.indicator(due, valueFieldOf(due.indicator, asked)),
  }));
  const comment = form.text(fields.comment, fields.MOST_COMMENT_CHARACTERS, fields.MOST_COMMENT_UNITS);
  const measures = Array.from({ length: fields.MEASURES }, (_, index) => form.measure(index));
  const work = asked.work.map((one) => form.work(one));
  const prompt = proposeAgain(asked, { indicators: indicators.filter(isSaid), work: work.filter(isThere) });
  const goals = prompt.goals.map((one) => form.goal(one, prompt.gradeScale));
  const reason = form.reason(reasonRequired);

  const complete = form.notes.size === 0 && !form.malformed;
  const answer = {
    ...{ areas: known(areas), indicators: known(indicators), comment, measures: measures.filter(isThere) },
    ...{ goals: goals.filter(isThere), work: work.filter(isThere), investments: investments.filter(isThere) },
  };
  return {
    ...{ answer: complete ? answer : undefined, reason, prompt },
    ...{ confirmed: form.confirmed, notes: form.notes, typed: form.typed, malformed: form.malformed },
    notices: [...new Set(form.notices)],
  };
}

function isThere<Row>(row: Row | undefined): row is Row {
  return row !== undefined;
}

function isSaid(row: Omit<IndicatorAnswer, 'report'> & { readonly report: unknown }): row is IndicatorAnswer {
  return row.report !== undefined;
}

/** Without notes every field has a value; the type only can't see it. */
function known<Row>(rows: readonly Row[]): { [Key in keyof Row]: Exclude<Row[Key], undefined> }[] {
  return rows as { [Key in keyof Row]: Exclude<Row[Key], undefined> }[];
}
