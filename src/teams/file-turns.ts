import { type Activity, MessageFactory } from 'botbuilder';
import type { Card } from '../../cards/define-card.ts';
import { fileAnswerCard } from '../../cards/file-answer/card.ts';
import { planPreviewCard } from '../../cards/plan-preview/card.ts';
import type { PlanProblem } from '../domain/plan-problem.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { maySendFiles, type ReceivedFile, receiveFile, type SentFile } from '../features/planning/receive-file.ts';
import { planProblemText } from '../plan-texts.ts';
import { fileTexts } from '../texts.ts';
import type { FileTransfer, TransferProblem } from './file-transfer.ts';
import { isPersonal } from './incoming.ts';
import { type IncomingFile, mayBePlanFile } from './incoming-file.ts';
import { answerPart } from './part-turns.ts';
import type { Asked } from './questions.ts';
import { cardMessage } from './render-notice.ts';

type Reply = Partial<Activity>;

const transferTexts: Record<TransferProblem, string> = {
  ADDRESS_REFUSED: fileTexts.addressRefused,
  TOO_LARGE: fileTexts.tooLarge,
  GONE: fileTexts.gone,
  TOO_SLOW: fileTexts.tooSlow,
  FAILED: fileTexts.notFetched,
};

/** Files that people send in chat: fetched, read, and shown back as what they would change. */
export class FileTurns {
  readonly #files: FileTransfer;
  /** Whose file is being read, and the message it came with: Teams sends a message again that isn't answered in 15 s. */
  readonly #reading = new Map<string, unknown>();

  constructor(files: FileTransfer) {
    this.#files = files;
  }

  /** The answer to a message with a file; none when that same message is being answered already. */
  async received(asked: Asked, file: Exclude<IncomingFile, { kind: 'none' }>): Promise<Reply | undefined> {
    const { ports, activity } = asked;
    if (!isPersonal(activity)) return say(fileTexts.personalChatOnly);
    const sender = await asked.person();
    if (!sender || !(await maySendFiles(ports, sender.upn))) return refuse(asked, sender);
    if (file.kind === 'several') return say(fileTexts.oneAtATime);
    if (file.kind === 'unreadable') return say(fileTexts.unreadable);
    if (!mayBePlanFile(file.name)) return say(fileTexts.wrongKind);

    const { oid } = sender;
    if (this.#reading.has(oid)) {
      return this.#reading.get(oid) === activity.id ? undefined : say(fileTexts.stillReading);
    }
    this.#reading.set(oid, activity.id);
    try {
      return await this.#read(asked, file, sender);
    } finally {
      this.#reading.delete(oid);
    }
  }

  async #read(
    asked: Asked,
    { name, downloadUrl }: Extract<IncomingFile, { kind: 'one' }>,
    sender: KnownPerson,
  ): Promise<Reply> {
    const { ports, activity } = asked;
    const fetched = await this.#files.fetch(downloadUrl);
    if (!fetched.ok) return say(transferTexts[fetched.problem]);
    const bytes = fetched.value;
    const sent: SentFile = { bytes, fileName: name, sender, conversationId: activity.conversation.id };
    const received = await receiveFile(ports, sent);
    ports.log.info({ event: 'audit', oid: sender.oid, outcome: received.kind, bytes: bytes.length }, 'file received');
    return answer(asked, sent, received);
  }
}

async function answer(asked: Asked, sent: SentFile, received: ReceivedFile): Promise<Reply> {
  const { context } = asked;
  const { fileName, sender } = sent;
  switch (received.kind) {
    case 'not-yours':
      return refuse(asked, sender);
    case 'problems': {
      const problems = [...received.problems, ...received.againstStored.map(withoutPlace)];
      return cardMessage(fileAnswerCard.build({ kind: 'problems', fileName, problems, context }), 'Svar om filen');
    }
    case 'plan':
      return cardMessage(preview(asked, received), 'Planen i filen är läst');
    case 'part':
      return answerPart(asked, sent, received);
  }
}

function preview({ ports, context }: Asked, received: Extract<ReceivedFile, { kind: 'plan' }>): Card {
  const { upload, preview, file, warnings } = received;
  return planPreviewCard.build({
    uploadId: upload.id,
    basedOn: upload.basedOn,
    title: file.current.title,
    fileName: upload.fileName,
    changes: preview.changes.map((change) => ({
      change: ports.planFiles.inWords(change),
      ...ports.planFiles.nameOf(change),
    })),
    warnings: [...warnings, ...preview.againstStored.map(withoutPlace)],
    choices: upload.choices,
    context,
  });
}

/** What only storage tells has no place in the file. */
function withoutPlace(problem: PlanProblem): { where: string; what: string } {
  return { where: '', what: planProblemText(problem) };
}

function refuse({ ports }: Asked, sender: KnownPerson | undefined): Reply {
  ports.log.warn({ event: 'audit', reason: 'FILE_NOT_YOURS', oid: sender?.oid }, 'file refused');
  return say(fileTexts.notYours);
}

function say(text: string): Reply {
  return MessageFactory.text(text);
}
