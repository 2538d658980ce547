import { type Activity, ActivityTypes, MessageFactory } from 'botbuilder';
import { z } from 'zod';
import { makeFile, type OfferedFile, ownCommittee } from '../features/planning/send-file.ts';
import type { FileAsked } from '../features/questions/interpret-message.ts';
import { fileTexts, texts } from '../texts.ts';
import type { FileTransfer } from './file-transfer.ts';
import { isPersonal } from './incoming.ts';
import type { Asked } from './questions.ts';

/** Asks the person whether a file may be put in their OneDrive; Teams answers with `fileConsent/invoke`. */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
/** A file that is there, with a button to open it. */
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

const Offered = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('template') }),
  z.object({ kind: z.literal('plan') }),
  z.object({ kind: z.literal('part'), committeeId: z.string() }),
]);
const Consent = z.discriminatedUnion('action', [
  z.object({ action: z.literal('decline') }),
  z.object({
    action: z.literal('accept'),
    /** What the card carried: the client's by now, so that the right to the file is asked about again. */
    context: Offered,
    uploadInfo: z.object({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    }),
  }),
]);

const descriptions: Record<OfferedFile['kind'], string> = {
  template: 'Tom arbetsbok för en plan, med instruktioner.',
  plan: 'Planen som arbetsbok. Ändra i den och skicka den tillbaka hit.',
  part: 'Nämndens del av planen. Fyll i den och skicka den tillbaka hit.',
};

type Reply = Partial<Activity>;

/** Offers a file to somebody who may have it. */
export async function offerFile(asked: Asked, file: FileAsked): Promise<Reply> {
  const { ports, activity } = asked;
  if (!isPersonal(activity)) return MessageFactory.text(fileTexts.askedInPersonalChat);
  const person = await asked.person();
  if (!person) return MessageFactory.text(texts.notInRoster);
  const committeeId = file.kind === 'part' ? (file.committee?.id ?? (await ownCommittee(ports, person.upn))) : '';
  if (committeeId === undefined) return MessageFactory.text(fileTexts.whichCommittee);
  const offered: OfferedFile = file.kind === 'part' ? { kind: 'part', committeeId } : file;

  const made = await makeFile(ports, offered, person.upn);
  if (!made.ok) return refusal(asked, made.problem.code, person.oid);
  const { name, bytes } = made.value;
  const content = {
    description: descriptions[offered.kind],
    sizeInBytes: bytes.length,
    acceptContext: offered,
    declineContext: offered,
  };
  return { type: ActivityTypes.Message, attachments: [{ contentType: CONSENT, name, content }] };
}

/** What a person answered to an offered file. None: no card of ours sends such a thing. */
export async function answerConsent(asked: Asked, files: FileTransfer): Promise<Reply | undefined> {
  const { ports, activity } = asked;
  const consent = Consent.safeParse(activity.value);
  if (!consent.success || !isPersonal(activity)) return undefined;
  if (consent.data.action === 'decline') return MessageFactory.text(fileTexts.declined);

  const { context: offered, uploadInfo } = consent.data;
  const person = await asked.person();
  const made = person && (await makeFile(ports, offered, person.upn));
  if (!made?.ok) return refusal(asked, made?.problem.code ?? 'NOT_ALLOWED', person?.oid);
  // Made anew, so that it is the plan of this moment.
  const put = await files.put(uploadInfo.uploadUrl, made.value.bytes);
  if (!put.ok) return MessageFactory.text(fileTexts.notPut);
  ports.log.info({ event: 'audit', oid: person?.oid, file: offered.kind }, 'file handed out');
  const { contentUrl, name, uniqueId, fileType } = uploadInfo;
  const content = { uniqueId, fileType };
  return { type: ActivityTypes.Message, attachments: [{ contentType: FILE_INFO, contentUrl, name, content }] };
}

function refusal({ ports }: Asked, code: 'NO_PLAN' | 'NOT_ALLOWED', oid: string | undefined): Reply {
  ports.log.warn({ event: 'audit', reason: code, oid }, 'file not handed out');
  return MessageFactory.text(code === 'NO_PLAN' ? texts.noPlan : fileTexts.notOffered);
}
