import type {
  AreaAsked,
  GoalAsked,
  IndicatorAsked,
  InvestmentAsked,
  MonthlyPrompt,
  WorkAsked,
} from '../../src/domain/monthly-prompt.ts';
import { type WorkGroup, workGroupOf } from '../work-names.ts';
import * as fields from './fields.ts';

/** Texts by field name. */
export type Typed = Readonly<Record<string, string>>;

/** One page of the form: what is asked on it. */
export interface FormPage {
  readonly name: string;
  readonly areas: readonly AreaAsked[];
  /** True where the comment and the measures stand. */
  readonly hasComment: boolean;
  readonly investments: readonly InvestmentAsked[];
  readonly indicators: readonly IndicatorAsked[];
  readonly goals: readonly GoalAsked[];
  readonly work: readonly WorkAsked[];
}

/** What there is room for on one page, on a phone and in a message. */
const MOST_AREAS = 8;
const MOST_INVESTMENTS = 6;
const MOST_INDICATORS = 8;
const MOST_FIGURES = 10;
/** Of areas, indicators and agreed measures together, on a form of one page. */
const MOST_WITH_MEASURES = 8;
const MOST_GOALS = 4;
const MOST_WORK = 10;

const NOTHING: Omit<FormPage, 'name'> = {
  ...{ areas: [], hasComment: false, investments: [], indicators: [], goals: [], work: [] },
};
const inOrder = new Intl.ListFormat('sv-SE');

/** The form's pages, at least one: a usual month has one alone. */
export function pagesOf(prompt: MonthlyPrompt): readonly FormPage[] {
  const { areas, investments, indicators, goals, work } = prompt;
  if (isOnePage(prompt)) return [{ ...NOTHING, name: 'Ekonomi', areas, indicators, work, hasComment: true }];
  return [
    ...named('Ekonomi', areas, MOST_AREAS, (part, isLast) => ({ areas: part, hasComment: isLast })),
    ...named('Investeringar', investments, MOST_INVESTMENTS, (part) => ({ investments: part })),
    ...named('Indikatorer', indicators, MOST_INDICATORS, (part) => ({ indicators: part })),
    ...named('Mål', goals, MOST_GOALS, (part) => ({ goals: part })),
    ...named(nameOfWork(work), work, MOST_WORK, (part) => ({ work: part })),
  ];
}

/** A usual month is, also with some measures that a joint review has agreed. */
function isOnePage({ areas, investments, indicators, goals, work }: MonthlyPrompt): boolean {
  const isReport = goals.length + investments.length > 0 || work.some(({ kind }) => kind !== 'measure');
  const figures = areas.length + indicators.length;
  const isFew = work.length === 0 ? figures <= MOST_FIGURES : figures + work.length <= MOST_WITH_MEASURES;
  return !isReport && areas.length <= MOST_AREAS && isFew;
}

/** What is there of it: `Åtaganden och aktiviteter` alone, else shorter: `Åtaganden, uppdrag och åtgärder`. */
function nameOfWork(work: readonly WorkAsked[]): string {
  const [first = 'own', ...others] = new Set(work.map(({ kind }) => workGroupOf[kind]));
  if (others.length === 0) return aloneOnPage[first];
  const name = inOrder.format([first, ...others].map((group) => amongOthers[group]));
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

const aloneOnPage: Readonly<Record<WorkGroup, string>> = {
  own: 'Åtaganden och aktiviteter',
  council: 'Uppdrag',
  review: 'Överenskomna åtgärder',
};
const amongOthers: Readonly<Record<WorkGroup, string>> = { own: 'åtaganden', council: 'uppdrag', review: 'åtgärder' };

/** Pages of at most so many each. The first kind is there without anything in it too: the comment stands on it. */
function named<Asked>(
  name: string,
  asked: readonly Asked[],
  most: number,
  fill: (part: readonly Asked[], isLast: boolean) => Partial<FormPage>,
): FormPage[] {
  const count = Math.ceil(asked.length / most) || (name === 'Ekonomi' ? 1 : 0);
  return Array.from({ length: count }, (_, at) => ({
    ...NOTHING,
    name: count === 1 ? name : `${name} (${at + 1} av ${count})`,
    ...fill(asked.slice(at * most, (at + 1) * most), at === count - 1),
  }));
}

/** Names of the fields on a page, with those of questions that can come up under them. */
export function fieldsOfPage(page: FormPage): ReadonlySet<string> {
  const { areas, hasComment, investments, indicators, goals, work } = page;
  const measures = Array.from({ length: fields.MEASURES }, (_, at) => [fields.measureOf(at), fields.effectOf(at)]);
  const asked = [
    ...areas.flatMap(({ area }) => [fields.outcomeOf(area.id), fields.forecastOf(area.id)]),
    ...(hasComment ? [fields.comment, ...measures.flat()] : []),
    ...investments.flatMap(({ project }) => [
      fields.investmentOutcomeOf(project),
      fields.investmentForecastOf(project),
    ]),
    ...indicators.map(fields.indicatorOf),
    ...goals.map(({ goal }) => fields.motivationOf(goal.id)),
  ];
  const chosen = [
    ...indicators.map(fields.indicatorKindOf),
    ...goals.map(({ goal }) => fields.gradeOf(goal.id)),
    ...work.map(({ id }) => fields.statusOf(id)),
  ];
  return new Set([...asked, ...asked.map(fields.questionOf), ...chosen]);
}

/** The part of what was typed that the form asks for; other fields are nobody's. Why it is corrected is asked on every page. */
export function typedInForm(prompt: MonthlyPrompt, typed: Typed): Typed {
  const names = new Set([fields.reason, fields.questionOf(fields.reason)]);
  for (const page of pagesOf(prompt)) for (const name of fieldsOfPage(page)) names.add(name);
  return only(typed, (name) => names.has(name));
}

/** What was sent from a page laid over what is known of the form: nothing older is left of a page that anything was typed on. */
export function mergeTyped(prompt: MonthlyPrompt, known: Typed, sent: Typed): Typed {
  const sentPages = pagesOf(prompt)
    .map(fieldsOfPage)
    .filter((names) => Object.keys(sent).some((name) => names.has(name)));
  return { ...only(known, (name) => !sentPages.some((names) => names.has(name))), ...sent };
}

/** A form fills these in by itself, or they say nothing without the field that they are about. */
const NOT_WRITTEN = /^(?:forecast|investoutcome|investforecast|kind|totalkind|grade|status|question)_/;

/** What somebody has certainly written: none of it stands in a form that nobody has touched. */
export function writtenIn(typed: Typed): Typed {
  return only(typed, (name) => !NOT_WRITTEN.test(name) && typed[name]?.trim() !== '');
}

function only(typed: Typed, isWanted: (name: string) => boolean): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => isWanted(name)));
}
