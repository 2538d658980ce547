import { isDay } from './days.ts';
import { type Month, yearOf } from './period.ts';
import { LONGEST_REGISTRATION_NUMBER, LONGEST_WHY } from './report-limits.ts';
import type { ReportProblem } from './report-problem.ts';
import type { CouncilDecision, DecidedAppropriation, DecidedOrder } from './report-record.ts';
import { readReason, readRequired } from './report-writing.ts';
import { done, type Result, refused } from './result.ts';

/** The council's decision as the clerk gives it. */
export type DecisionGiven = Omit<CouncilDecision, 'by' | 'at' | 'seal' | 'version'>;

/** What a decision is held against. */
export interface DecisionFacts {
  /** The report's. */
  readonly period: Month;
  /** The days in Sweden that the version was compiled, and that it is. */
  readonly compiledOn: string;
  readonly today: string;
}

/** Room for `KF § 88`, not for a story. Characters as people count them. */
export const LONGEST_PARAGRAPH = 60;
export const LONGEST_ORDER = 500;
/** Whole kronor: more than any municipality's budget for a committee. */
const LARGEST_APPROPRIATION_KR = 10_000_000_000;

/** UTF-16 units that one character may take: what the plan holds must also fit its workbook. */
const UNITS_A_CHARACTER = 8;

/** A decision as it is stored, or the first thing that is wrong with it. Whether it fits the plan is another question. */
export function readDecision(given: DecisionGiven, facts: DecisionFacts): Result<DecisionGiven, ReportProblem> {
  const { date, outcome } = given;
  if (!isDay(date) || date > facts.today || date < facts.compiledOn) return refused({ code: 'BAD_DAY', field: 'date' });
  const paragraph = readLine(given.paragraph, 'paragraph', LONGEST_PARAGRAPH);
  if (!paragraph.ok) return paragraph;
  const number = readLine(given.registrationNumber, 'registrationNumber', LONGEST_REGISTRATION_NUMBER);
  if (!number.ok) return number;
  const why = outcome === 'approved' ? done('') : readReason(given.why, LONGEST_WHY);
  if (!why.ok) return why;
  const appropriations = readAll(given.appropriations, (one) => readAppropriation(one, yearOf(facts.period)));
  if (!appropriations.ok) return appropriations;
  const orders = readAll(given.orders, (one) => readOrder(one, date));
  if (!orders.ok) return orders;
  return done({
    ...{ date, paragraph: paragraph.value, registrationNumber: number.value, outcome, why: why.value },
    ...{ appropriations: appropriations.value, orders: orders.value },
  });
}

function readAll<Item>(
  items: readonly Item[],
  read: (item: Item) => Result<Item, ReportProblem>,
): Result<readonly Item[], ReportProblem> {
  const all: Item[] = [];
  for (const item of items) {
    const one = read(item);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return done(all);
}

/** Money is given for the report's own year or the one that has begun when the council meets. */
function readAppropriation(
  { committeeId, businessAreaId, amountKr, validFrom }: DecidedAppropriation,
  year: number,
): Result<DecidedAppropriation, ReportProblem> {
  const isAmount = Number.isSafeInteger(amountKr) && Math.abs(amountKr) <= LARGEST_APPROPRIATION_KR;
  if (!isAmount || amountKr === 0) return refused({ code: 'BAD_AMOUNT' });
  const isThen = isDay(validFrom) && [year, year + 1].includes(Number(validFrom.slice(0, 4)));
  if (!isThen) return refused({ code: 'BAD_DAY', field: 'validFrom' });
  return done({
    ...{ committeeId, amountKr, validFrom },
    ...(businessAreaId === undefined ? {} : { businessAreaId }),
  });
}

function readOrder({ committeeId, text, dueOn }: DecidedOrder, decidedOn: string): Result<DecidedOrder, ReportProblem> {
  const read = readWithin(withPlainLines(text), 'text', LONGEST_ORDER);
  if (!read.ok) return read;
  if (!isDay(dueOn) || dueOn <= decidedOn) return refused({ code: 'BAD_DAY', field: 'dueOn' });
  return done({ committeeId, text: read.value, dueOn });
}

/** One line without signs that nobody sees: it is searched for, and stands in the plan's lists. */
function readLine(written: string, field: string, most: number): Result<string, ReportProblem> {
  return readWithin(
    withPlainLines(written)
      .replace(/\s+/gu, ' ')
      .replace(/\p{Cf}/gu, ''),
    field,
    most,
  );
}

function readWithin(written: string, field: string, most: number): Result<string, ReportProblem> {
  const read = readRequired(written, field, most);
  return read.ok && read.value.length > most * UNITS_A_CHARACTER
    ? refused({ code: 'TEXT_TOO_LONG', field, most })
    : read;
}

/** Line breaks of all kinds are one kind; control signs and halves of signs can't be kept in a plan. */
function withPlainLines(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/(?!\n)\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '');
}
