import type { VerbOf } from '../../cards/actions.ts';
import { type FileAnswerCard, fileAnswerCard } from '../../cards/file-answer/card.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { type ConfirmProblem, confirmUpload } from '../features/planning/confirm-upload.ts';
import { findUpload } from '../features/planning/find-upload.ts';
import type { Upload } from '../ports.ts';
import { confirmProblems, fileTexts } from '../texts.ts';
import type { CardAnswer } from './card-answer.ts';
import type { Press } from './card-data.ts';
import { handIn } from './part-turns.ts';
import type { Presser, PressWiring } from './presser.ts';

type UploadVerb = VerbOf<'upload'>;

/** One press on the preview of a file, the file found and its sender the one who presses. */
interface Turn extends PressWiring {
  readonly upload: Upload;
  readonly person: KnownPerson;
}

const handlers: Record<UploadVerb, (turn: Turn) => Promise<CardAnswer>> = {
  importPlan: (turn) => confirm(turn, 'first'),
  importPlanLater: (turn) => confirm(turn, 'later'),
  cancelUpload: cancel,
  handInPart: (turn) => handIn(turn, turn.upload, turn.person),
};

/** Answers a press on the preview of a file. */
export async function answerUploadPress(
  wiring: PressWiring,
  press: Press<UploadVerb>,
  { person, conversationId }: Presser,
): Promise<CardAnswer> {
  const { ports } = wiring;
  const found = await findUpload(ports, press.id, person, conversationId);
  if (found.ok && person) return handlers[press.verb]({ ...wiring, upload: found.value, person });

  const problem = found.ok ? ({ code: 'NOT_YOURS' } as const) : found.problem;
  ports.log.warn({ event: 'audit', verb: press.verb, reason: problem.code, oid: person?.oid }, 'press refused');
  if (problem.code === 'NOT_YOURS') return { kind: 'message', text: fileTexts.cardNotYours };
  return answer(wiring, { kind: problem.code === 'TOO_OLD' ? 'too-old' : 'cancelled', fileName: problem.fileName });
}

async function confirm(turn: Turn, choice: 'first' | 'later'): Promise<CardAnswer> {
  const { ports, upload, person } = turn;
  if (upload.content.kind !== 'plan') return { kind: 'message', text: fileTexts.cardNotYours };
  const confirmed = await confirmUpload(ports, upload, person, choice);
  const { fileName } = upload;
  if (!confirmed.ok) return refusal(turn, confirmed.problem);

  const { version, leftAside } = confirmed.value;
  const { number, title, validFrom, publishedAt } = version;
  ports.log.info({ event: 'audit', oid: person.oid, version: number }, 'plan imported from a file in Teams');
  return answer(turn, { kind: 'imported', fileName, title, version: number, validFrom, publishedAt, leftAside });
}

function refusal(turn: Turn, { code }: ConfirmProblem): CardAnswer {
  const { ports, upload, person } = turn;
  ports.log.warn({ event: 'audit', reason: code, oid: person.oid }, 'plan not imported');
  if (code === 'PLAN_CHANGED') return answer(turn, { kind: 'plan-changed', fileName: upload.fileName });
  return { kind: 'message', text: confirmProblems[code] };
}

async function cancel(turn: Turn): Promise<CardAnswer> {
  const { ports, upload } = turn;
  const cancelled = await ports.uploads.end(upload.id, 'cancelled');
  const now = cancelled ? undefined : await ports.uploads.find(upload.id);
  // Too late to regret: what was done is shown instead.
  if (now?.state === 'done') {
    const { kind } = now.content;
    return kind === 'part' ? handIn(turn, now, turn.person) : confirm({ ...turn, upload: now }, 'first');
  }
  return answer(turn, { kind: 'cancelled', fileName: upload.fileName });
}

function answer({ context }: PressWiring, facts: FileAnswerCard): CardAnswer {
  return { kind: 'card', card: fileAnswerCard.build({ ...facts, context }), summary: 'Svar om filen', lasting: true };
}
