import type { Grade } from '../../src/domain/plan-document.ts';
import type { GoalContent } from '../../src/domain/report-content.ts';
import { LONGEST_MOTIVATION } from '../../src/domain/report-limits.ts';
import { requiredText } from '../field-readings.ts';
import { type FieldNotes, FormReader, problemNote, questionOf, type Typed } from '../form-parts.ts';
import { typedFields } from '../input-ids.ts';
import { GOALS_A_PAGE, gradeOf, motivationOf } from './fields.ts';

/** A grade as a person gives it. */
export interface TypedGrade {
  readonly goalId: string;
  readonly gradeId: string;
  readonly motivation: string;
}

export interface GoalsReading {
  /** Those that are whole and not what is stored already; nothing when something has to be corrected or asked. */
  readonly grades: readonly TypedGrade[] | undefined;
  readonly notes: FieldNotes;
  readonly typed: Typed;
  readonly malformed: boolean;
  /** A goal is named that the plan does not have: no card of ours sends that, unless the plan has changed. */
  readonly namesUnknownGoal: boolean;
}

const GOAL_FIELD = /^(?:grade|motivation)_(.+)$/s;

/** What was typed in the form's own fields, and how many times it has been shown. */
export function readGoalsForm(data: Readonly<Record<string, unknown>>): {
  readonly typed: Typed;
  readonly attempt: number;
} {
  const { typed, attempt } = typedFields(data);
  const own = Object.entries(typed).filter(([name]) => /^(?:grade|motivation|question_motivation)_/.test(name));
  return { typed: Object.fromEntries(own), attempt };
}

/** The grades as they were typed. A goal that nothing is typed for is left for later. */
export function readGoals(typed: Typed, goals: readonly GoalContent[], scale: readonly Grade[]): GoalsReading {
  const form = new FormReader(typed);
  const grades = goals.flatMap((goal) => readGoal(form, goal, scale));
  const named = Object.keys(typed).flatMap((name) => GOAL_FIELD.exec(name)?.[1] ?? []);
  const isWhole = form.notes.size === 0 && !form.malformed;
  return {
    ...{ grades: isWhole ? grades : undefined, notes: form.notes, typed: form.typed, malformed: form.malformed },
    namesUnknownGoal: named.some((id) => !goals.some(({ goalId }) => goalId === id)),
  };
}

function readGoal(form: FormReader, { goalId, graded }: GoalContent, scale: readonly Grade[]): TypedGrade[] {
  const [gradeField, motivationField] = [gradeOf(goalId), motivationOf(goalId)];
  const [grade, written] = [form.typed[gradeField] ?? '', form.typed[motivationField] ?? ''];
  if (grade === '' && written.trim() === '') return [];

  const gradeId = scale.find(({ id }) => id === grade)?.id;
  const motivation = requiredText(
    form,
    motivationField,
    LONGEST_MOTIVATION,
    'Motivering saknas. Skriv varför målet får den graden.',
  );
  if (gradeId === undefined) {
    const problem = grade === '' ? 'Välj en grad för målet.' : 'Graden finns inte i planens skala. Välj en ur listan.';
    form.notes.set(gradeField, problemNote(problem));
    return [];
  }
  const isStored = graded?.gradeId === gradeId && graded.motivation === motivation;
  return isStored ? [] : [{ goalId, gradeId, motivation }];
}

/** Where in the goals a form is: pages of a few goals each, at least one. */
export function goalPages(goals: readonly GoalContent[]): readonly (readonly GoalContent[])[] {
  const count = Math.max(1, Math.ceil(goals.length / GOALS_A_PAGE));
  return Array.from({ length: count }, (_, at) => goals.slice(at * GOALS_A_PAGE, (at + 1) * GOALS_A_PAGE));
}

/** The first page with a goal that has no grade; the first of all when none is left. */
export function firstUngraded(goals: readonly GoalContent[]): number {
  return Math.max(
    0,
    goalPages(goals).findIndex((page) => page.some(({ graded }) => graded === undefined)),
  );
}

/** The page that a form with notes has to be shown on. */
export function pageOfNotes(goals: readonly GoalContent[], notes: FieldNotes): number {
  return Math.max(
    0,
    goalPages(goals).findIndex((page) =>
      page.some(({ goalId }) => notes.has(gradeOf(goalId)) || notes.has(motivationOf(goalId))),
    ),
  );
}

/** Names of a page's fields, with those of questions that can come up under them. */
export function fieldsOfGoals(goals: readonly GoalContent[]): readonly string[] {
  return goals.flatMap(({ goalId }) => [gradeOf(goalId), motivationOf(goalId), questionOf(motivationOf(goalId))]);
}
