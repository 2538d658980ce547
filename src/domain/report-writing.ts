import { isDay } from './days.ts';
import {
  LONGEST_MEASURE,
  LONGEST_NOTES,
  LONGEST_OWNER,
  LONGEST_PARTICIPANTS,
  LONGEST_REGISTRATION_NUMBER,
} from './report-limits.ts';
import type { ReportProblem } from './report-problem.ts';
import type { AgreedMeasure, JointReview } from './report-record.ts';
import { done, type Result, refused } from './result.ts';
import { isLongerThan } from './text-length.ts';

/** What a joint review agrees that a committee does, as it is given. */
export type MeasureGiven = Pick<AgreedMeasure, 'committeeId' | 'text' | 'owner' | 'dueOn' | 'effectKr'>;

/** A text that may be empty: as it is stored, in NFC and without space around it. */
export function readOptional(written: string, field: string, most: number): Result<string, ReportProblem> {
  const text = written.normalize('NFC').trim();
  return isLongerThan(text, most) ? refused({ code: 'TEXT_TOO_LONG', field, most }) : done(text);
}

/** Signs alone say nothing. */
export function readRequired(written: string, field: string, most: number): Result<string, ReportProblem> {
  const read = readOptional(written, field, most);
  if (!read.ok) return read;
  return saysSomething(read.value) ? read : refused({ code: 'TEXT_MISSING', field });
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Why something is done. */
export function readReason(written: string, most: number): Result<string, ReportProblem> {
  const read = readRequired(written, 'why', most);
  return !read.ok && read.problem.code === 'TEXT_MISSING' ? refused({ code: 'REASON_NEEDED' }) : read;
}

/** One line without signs that nobody sees: it stands on the report's first page and is searched for. */
export function readRegistrationNumber(written: string): Result<string, ReportProblem> {
  const line = written.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
  return readRequired(line, 'registrationNumber', LONGEST_REGISTRATION_NUMBER);
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A joint review as it is noted, before or after it is held. */
export function readReview({ date, startsAt, ...texts }: JointReview): Result<JointReview, ReportProblem> {
  if (date !== undefined && !isDay(date)) return refused({ code: 'BAD_DAY', field: 'date' });
  if (startsAt !== undefined && !TIME.test(startsAt)) return refused({ code: 'BAD_TIME' });
  const participants = readOptional(texts.participants, 'participants', LONGEST_PARTICIPANTS);
  if (!participants.ok) return participants;
  const notes = readOptional(texts.notes, 'notes', LONGEST_NOTES);
  if (!notes.ok) return notes;
  return done({
    ...(date === undefined ? {} : { date }),
    ...(startsAt === undefined ? {} : { startsAt }),
    participants: participants.value,
    notes: notes.value,
  });
}

/** A review that has been held has a day that has come, and somebody took part in it. */
export function readHeldReview(review: JointReview, today: string): Result<JointReview, ReportProblem> {
  const read = readReview(review);
  if (!read.ok) return read;
  const { date, participants } = read.value;
  if (date === undefined || date > today) return refused({ code: 'BAD_DAY', field: 'date' });
  return saysSomething(participants) ? read : refused({ code: 'TEXT_MISSING', field: 'participants' });
}

/** @param reporting ids of the committees in the report */
export function readMeasure(given: MeasureGiven, reporting: readonly string[]): Result<MeasureGiven, ReportProblem> {
  const { committeeId, dueOn, effectKr } = given;
  if (!reporting.includes(committeeId)) return refused({ code: 'NO_SUCH_COMMITTEE', committeeId });
  const text = readRequired(given.text, 'text', LONGEST_MEASURE);
  if (!text.ok) return text;
  const owner = readRequired(given.owner, 'owner', LONGEST_OWNER);
  if (!owner.ok) return owner;
  if (!isDay(dueOn)) return refused({ code: 'BAD_DAY', field: 'dueOn' });
  if (effectKr !== undefined && !Number.isSafeInteger(effectKr)) return refused({ code: 'BAD_AMOUNT' });
  const effect = effectKr === undefined ? {} : { effectKr };
  return done({ committeeId, text: text.value, owner: owner.value, dueOn, ...effect });
}
