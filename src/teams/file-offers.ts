import { type Activity, ActivityTypes, MessageFactory } from 'botbuilder';
import { z } from 'zod';
import { isMonth, type Month } from '../domain/period.ts';
import { reportFormats } from '../domain/report-format.ts';
import { type Result, refused } from '../domain/result.ts';
import { makeNextYearFile } from '../features/planning/next-year.ts';
import {
  type MadeFile,
  makeFile,
  type OfferedFile,
  type OfferedPlanFile,
  ownCommittee,
} from '../features/planning/send-file.ts';
import type { FileAsked } from '../features/questions/interpret-message.ts';
import { makeDocument, type WantedDocument } from '../features/reporting/make-document.ts';
import type { ReportDoer } from '../features/reporting/report-about.ts';
import type { Ports, ReportFormat } from '../ports.ts';
import { reportProblemText } from '../report-texts.ts';
import { fileTexts, texts } from '../texts.ts';
import { nextYearWords } from '../words/next-year-words.ts';
import type { CardAnswer } from './card-answer.ts';
import type { FileTransfer } from './file-transfer.ts';
import { isPersonal, nameOf } from './incoming.ts';
import type { Presser, PressWiring } from './presser.ts';
import type { Asked } from './questions.ts';
import { answerMessage } from './render-notice.ts';
import { doerOf } from './report-doer.ts';

/** A file that is there, with a button to open it. */
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

const Offered = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('template') }),
  z.object({ kind: z.literal('plan') }),
  z.object({ kind: z.literal('part'), committeeId: z.string() }),
  z.object({ kind: z.literal('next-year') }),
  z.object({
    kind: z.literal('report'),
    scope: z.string().max(64),
    period: z.custom<Month>((text) => typeof text === 'string' && isMonth(text)),
    format: z.enum(reportFormats),
    version: z.int().positive().optional(),
  }),
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

const descriptions: Record<OfferedPlanFile['kind'], string> = {
  template: 'Tom arbetsbok för en plan, med instruktioner.',
  plan: 'Planen som arbetsbok. Ändra i den och skicka den tillbaka hit.',
  part: 'Nämndens del av planen. Fyll i den och skicka den tillbaka hit.',
  'next-year': 'Nästa års plan, förifylld med det senaste årets utfall. Inget i den är beslutat.',
};
const reportDescriptions: Record<ReportFormat, string> = {
  docx: 'Rapporten som Word-dokument.',
  pdf: 'Rapporten som PDF.',
  xlsx: 'Rapportens siffror som arbetsbok.',
  csv: 'Rapportens siffror som öppna data (CSV).',
  json: 'Rapportens siffror som öppna data (JSON).',
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
  const offered: OfferedPlanFile = file.kind === 'part' ? { kind: 'part', committeeId } : file;
  return answerMessage(await offer(ports, offered, doerOf({ person, name: nameOf(activity) })));
}

/** Offers a report as a document to somebody who may read it, in the person's own chat. */
export async function offerReport(
  { ports }: PressWiring,
  wanted: WantedDocument,
  presser: Pick<Presser, 'person' | 'name' | 'personal'>,
): Promise<CardAnswer> {
  if (!presser.personal) return { kind: 'message', text: fileTexts.askedInPersonalChat };
  return offer(ports, { kind: 'report', ...wanted }, doerOf(presser));
}

async function offer(ports: Ports, offered: OfferedFile, person: ReportDoer): Promise<CardAnswer> {
  const made = await make(ports, offered, person);
  if (!made.ok) return { kind: 'message', text: made.problem };
  const { name, bytes } = made.value;
  const description = offered.kind === 'report' ? reportDescriptions[offered.format] : descriptions[offered.kind];
  const contexts = { acceptContext: offered, declineContext: offered };
  const content = { description, sizeInBytes: bytes.length, ...contexts };
  return { kind: 'file', offer: { name, content }, text: texts.seeNextMessage };
}

/** The file, or why there is none. The right to it is asked about each time. */
async function make(ports: Ports, offered: OfferedFile, person: ReportDoer): Promise<Result<MadeFile, string>> {
  if (offered.kind === 'report') {
    const made = await makeDocument(ports, offered, person);
    return made.ok ? made : refusal(ports, made.problem.code, reportProblemText(made.problem), person);
  }
  const made =
    offered.kind === 'next-year'
      ? await makeNextYearFile(ports, nextYearWords, person.upn)
      : await makeFile(ports, offered, person.upn);
  if (made.ok) return made;
  const { code } = made.problem;
  return refusal(ports, code, planFileProblems[code], person);
}

const planFileProblems = {
  NO_PLAN: texts.noPlan,
  NOT_ALLOWED: fileTexts.notOffered,
  NO_ANNUAL_REPORT: fileTexts.noAnnualReport,
} as const;

function refusal({ log }: Ports, reason: string, text: string, { oid }: ReportDoer): Result<never, string> {
  log.warn({ event: 'audit', reason, oid }, 'file not handed out');
  return refused(text);
}

/** What a person answered to an offered file. None: no card of ours sends such a thing. */
export async function answerConsent(asked: Asked, files: FileTransfer): Promise<Reply | undefined> {
  const { ports, activity } = asked;
  const consent = Consent.safeParse(activity.value);
  if (!consent.success || !isPersonal(activity)) return undefined;
  if (consent.data.action === 'decline') return MessageFactory.text(fileTexts.declined);

  const { context: offered, uploadInfo } = consent.data;
  const person = doerOf({ person: await asked.person(), name: nameOf(activity) });
  // Made anew, so that it is the plan or the report of this moment.
  const made = await make(ports, asOffered(offered), person);
  if (!made.ok) return MessageFactory.text(made.problem);
  const put = await files.put(uploadInfo.uploadUrl, made.value.bytes);
  if (!put.ok) return MessageFactory.text(fileTexts.notPut);
  ports.log.info({ event: 'audit', oid: person.oid, file: offered.kind }, 'file handed out');
  const { contentUrl, name, uniqueId, fileType } = uploadInfo;
  const content = { uniqueId, fileType };
  return { type: ActivityTypes.Message, attachments: [{ contentType: FILE_INFO, contentUrl, name, content }] };
}

function asOffered(offered: z.infer<typeof Offered>): OfferedFile {
  if (offered.kind !== 'report') return offered;
  const { version, ...report } = offered;
  return version === undefined ? report : { ...report, version };
}
