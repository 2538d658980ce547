import { createHash } from 'node:crypto';
import { type Amount, type Answer, type Reporter, receiptNumber, type StoredAnswer } from '../../domain/answer.ts';
import { readReason } from '../../domain/correction-reason.ts';
import { type DecisionProblem, decideAnswer } from '../../domain/decide-answer.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Ports } from '../../ports.ts';
import type { FoundPrompt } from './find-prompt.ts';

export interface RecordAnswer {
  readonly answer: Answer;
  /** The doubts that the person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
  /** The revision that the card showed: 0 before the first answer. */
  readonly revisionShown: number;
  readonly pressedActivityId?: string;
  /** Version of the card that was filled in. */
  readonly cardVersion: number;
  /** Why it is changed, as typed: demanded of whoever answers for somebody else or after the lock, else welcome. */
  readonly reason?: string;
}

export type RecordProblem =
  | DecisionProblem
  /** Somebody has answered since the card was shown; nobody's figures are lost. */
  | { readonly code: 'CONFLICT'; readonly stored: StoredAnswer }
  /** The card names a revision that does not exist. */
  | { readonly code: 'CARD_OUTDATED' }
  /** A reason is demanded, or the one that was given is too short or too long. */
  | { readonly code: 'REASON_REQUIRED' };

/**
 * Stores a committee's month. The same press again, minutes or days later, gives the first press's receipt; another content
 * on the same revision is a conflict that the person decides.
 */
export async function recordAnswer(
  ports: Pick<Ports, 'answers' | 'clock' | 'log' | 'checkpoint'>,
  { ticket, plan, version, prompt, reasonRequired }: FoundPrompt,
  command: RecordAnswer,
  reporter: Reporter,
): Promise<Result<StoredAnswer, RecordProblem>> {
  const { committeeId, period } = ticket;
  const submissionKey = keyOf(ticket.promptId, command);
  const current = await findCurrent(ports, ticket, command);
  const revision = current?.revision ?? 0;
  if (revision > command.revisionShown) return repeatOrConflict(ports, current, command, submissionKey);
  if (revision < command.revisionShown) return refused({ code: 'CARD_OUTDATED' });
  if (current && canonical(current.answer) === canonical(command.answer)) return done(current); // nothing was changed

  const reason = readReason(command.reason);
  if (reason === undefined || (reasonRequired && reason === '')) return refused({ code: 'REASON_REQUIRED' });
  const decision = decideAnswer(prompt, plan.commentLimit, command.answer, command.confirmed);
  if (!decision.ok) return decision;
  ports.checkpoint('S3');

  const stored: StoredAnswer = {
    committeeId,
    period,
    revision: revision + 1,
    answer: decision.value,
    reporter,
    reportedAt: ports.clock.now(),
    receiptNumber: receiptNumber(committeeId, period, revision + 1),
    submissionKey,
    given: { conversationId: ticket.conversationId, cardVersion: command.cardVersion },
    planVersion: version,
    ...(reason === '' ? {} : { correctionReason: reason }),
    example: false,
  };
  const pressed = command.pressedActivityId === undefined ? {} : { pressedActivityId: command.pressedActivityId };
  if ((await ports.answers.save(stored, [{ kind: 'cards', ...pressed }, { kind: 'summary' }])) === 'conflict') {
    return repeatOrConflict(ports, await ports.answers.find(committeeId, period), command, submissionKey);
  }
  ports.log.info(
    { event: 'audit', committee: committeeId, period, revision: stored.revision, oid: reporter.oid },
    'answer stored',
  );
  return done(stored);
}

/**
 * The answer that the press builds on may be one that another process has replaced meanwhile: storing then ends in a conflict.
 * When nothing will be stored, the newest is read.
 */
async function findCurrent(
  { answers }: Pick<Ports, 'answers'>,
  { committeeId, period }: FoundPrompt['ticket'],
  { answer, revisionShown }: RecordAnswer,
): Promise<StoredAnswer | undefined> {
  const current = await answers.find(committeeId, period, revisionShown);
  const isUnchanged = current?.revision === revisionShown && canonical(current.answer) === canonical(answer);
  return isUnchanged ? answers.find(committeeId, period) : current;
}

async function repeatOrConflict(
  { answers }: Pick<Ports, 'answers'>,
  current: StoredAnswer | undefined,
  { revisionShown }: RecordAnswer,
  submissionKey: string,
): Promise<Result<StoredAnswer, RecordProblem>> {
  if (!current) throw new Error('The store refused a first answer without having one');
  const first =
    current.revision === revisionShown + 1
      ? current
      : await answers.findRevision(current.committeeId, current.period, revisionShown + 1);
  return first?.submissionKey === submissionKey ? done(first) : refused({ code: 'CONFLICT', stored: current });
}

/** What the same press has stored before: it is given its receipt also when it may store nothing any more. */
export async function findRepeated(
  { answers }: Pick<Ports, 'answers'>,
  { promptId, committeeId, period }: FoundPrompt['ticket'],
  command: Pick<RecordAnswer, 'answer' | 'revisionShown' | 'reason'>,
): Promise<StoredAnswer | undefined> {
  const stored = await answers.findRevision(committeeId, period, command.revisionShown + 1);
  return stored?.submissionKey === keyOf(promptId, command) ? stored : undefined;
}

function keyOf(
  promptId: string,
  { answer, revisionShown, reason }: Pick<RecordAnswer, 'answer' | 'revisionShown' | 'reason'>,
): string {
  const why = readReason(reason) ? `|${readReason(reason)}` : '';
  return createHash('sha256')
    .update(`${promptId}|${revisionShown}|${canonical(answer)}${why}`)
    .digest('hex');
}

/** The same content gives the same text, in whatever order its parts were put together. */
function canonical({ areas, indicators, comment, measures, goals, work, investments }: Answer): string {
  const byId = <Row extends { id: string }>(rows: Row[]): Row[] =>
    rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.stringify([
    byId(
      areas.map(({ areaId: id, outcome, forecast }) => ({ id, outcome: amount(outcome), forecast: amount(forecast) })),
    ),
    byId(
      indicators.map(({ indicatorId, scope, report }) => ({
        id: scope === undefined ? indicatorId : `${indicatorId}|${scope}`,
        report: [report.kind, 'value' in report ? report.value : null],
      })),
    ),
    comment,
    measures.map(({ text, effectKr }) => [text, effectKr ?? null]),
    // Not the proposal: it may have moved between two presses of the same answer.
    byId(goals.map(({ goalId: id, gradeId, motivation }) => ({ id, gradeId, motivation }))),
    byId(work.map(({ workId: id, status }) => ({ id, status }))),
    // Without any it is the text that it was before they were asked for: a press from then, come once more, is the same answer.
    ...(investments.length === 0
      ? []
      : [
          byId(
            investments.map(({ project: id, outcome, forecast }) => ({
              ...{ id, outcome: amount(outcome), forecast: amount(forecast) },
            })),
          ),
        ]),
  ]);
}

function amount(reported: Amount): readonly [string, number | string] {
  return reported.kind === 'value' ? ['value', reported.amountKr] : ['missing', reported.reason];
}
