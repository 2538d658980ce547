import { type Activity, MessageFactory } from 'botbuilder';
import type { Card } from '../../cards/define-card.ts';
import { partPreviewCard } from '../../cards/part-preview/card.ts';
import { partsStatusCard } from '../../cards/parts-status/card.ts';
import { mayAdopt, mayHandIn } from '../domain/part-roles.ts';
import type { PlanProblemCode } from '../domain/plan-problem.ts';
import type { KnownPerson } from '../features/installation/know-person.ts';
import { handInPart, type PartPreview, previewPart } from '../features/planning/hand-in-part.ts';
import { partsStatus } from '../features/planning/parts-status.ts';
import type { ReceivedFile, SentFile } from '../features/planning/receive-file.ts';
import { receivePart } from '../features/planning/receive-part.ts';
import { planProblemText } from '../plan-texts.ts';
import type { CommitteePart, FileReading, Upload } from '../ports.ts';
import { fileTexts, partProblems, partTexts, texts } from '../texts.ts';
import { swedishDateTime } from '../words/swedish.ts';
import type { CardAnswer } from './card-answer.ts';
import { isPersonal } from './incoming.ts';
import { showReceipt } from './part-actions.ts';
import type { PressWiring } from './presser.ts';
import type { Asked } from './questions.ts';
import { cardMessage } from './render-notice.ts';

type Reply = Partial<Activity>;

/** Warnings that the card has words of its own for. */
const SAID_BY_CARD: readonly PlanProblemCode[] = ['NO_CONTRIBUTION', 'FRAME_UNKNOWN'];

/** The answer to a file with a committee's part: what it holds, what is wrong with it, and a button to hand it in. */
export async function answerPart(
  wiring: PressWiring,
  sent: SentFile,
  { part, reading }: Extract<ReceivedFile, { kind: 'part' }>,
): Promise<Reply> {
  const { ports } = wiring;
  const received = await receivePart(ports, part, sent);
  if (!received.ok) {
    ports.log.warn({ event: 'audit', reason: received.problem.code, oid: sent.sender.oid }, 'part refused');
    return MessageFactory.text(partProblems[received.problem.code]);
  }
  const { preview, upload } = received.value;
  return cardMessage(
    previewCard(wiring, preview, { part, uploadId: upload?.id ?? '', fileName: sent.fileName }, reading),
    'Nämndens del är läst',
  );
}

function previewCard(
  { ports, context }: PressWiring,
  { overview, problems, earlier, basedOn }: PartPreview,
  { part, uploadId, fileName }: { readonly part: CommitteePart; readonly uploadId: string; readonly fileName: string },
  { places = [], problems: inFile }: FileReading,
): Card {
  const shown = problems
    .filter(({ code }) => !SAID_BY_CARD.includes(code))
    .map((problem) => ({ severity: problem.severity, path: problem.path, what: planProblemText(problem) }));
  const all = [...inFile, ...ports.planFiles.place(places, shown)];
  return partPreviewCard.build({
    ...{ uploadId, basedOn, fileName, overview, context },
    example: part.budgets.some(({ example }) => example === true),
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
    ...(earlier ? { earlier } : {}),
  });
}

/** Hands in what an upload holds. What was done already is shown as it stands now. */
export async function handIn(wiring: PressWiring, upload: Upload, person: KnownPerson): Promise<CardAnswer> {
  const { ports } = wiring;
  if (upload.content.kind !== 'part') return { kind: 'message', text: fileTexts.cardNotYours };
  const { part } = upload.content;
  const plan = (await ports.plans.current())?.plan;
  // What has become of it may be a colleague's by now: seen by those who may hand in today.
  const mayHand = plan !== undefined && mayHandIn(plan, person.upn, part.committee);
  const maySign = plan !== undefined && mayAdopt(plan, person.upn, part.committee);
  const done = upload.state === 'done' && mayHand ? await ports.parts.find(part.planId, part.committee) : undefined;
  if (done) return showReceipt(wiring, done, maySign);

  const handedIn = await handInPart(ports, part, { person, seenAt: upload.receivedAt });
  const facts = { event: 'audit', oid: person.oid, planId: part.planId, committee: part.committee };
  if (handedIn.ok) {
    await ports.uploads.end(upload.id, 'done');
    ports.log.info(facts, 'part handed in');
    return showReceipt(wiring, handedIn.value, maySign);
  }
  const { problem } = handedIn;
  ports.log.warn({ ...facts, reason: problem.code }, 'part not handed in');
  switch (problem.code) {
    case 'NOT_COMPLETE':
      return checkedAgain(wiring, upload, part, person);
    case 'HANDED_IN_MEANWHILE': {
      const { handedInMeanwhile, sendAgain } = partTexts;
      const text = `${handedInMeanwhile} ${problem.by} ${swedishDateTime(problem.at)}. ${sendAgain}`;
      return { kind: 'message', text };
    }
    default:
      return { kind: 'message', text: partProblems[problem.code] };
  }
}

/** The plan has changed since the file was read: the same card, with what is wrong now. */
async function checkedAgain(
  wiring: PressWiring,
  { id, fileName }: Upload,
  part: CommitteePart,
  person: KnownPerson,
): Promise<CardAnswer> {
  const preview = await previewPart(wiring.ports, part, person);
  if (!preview.ok) return { kind: 'message', text: partProblems[preview.problem.code] };
  const card = previewCard(wiring, preview.value, { part, uploadId: id, fileName }, { problems: [] });
  return { kind: 'card', card, summary: 'Nämndens del är läst' };
}

/** Which committees have handed in, for those who may see it. */
export async function answerPartsStatus(asked: Asked): Promise<Reply> {
  const { ports, context, activity } = asked;
  if (!isPersonal(activity)) return MessageFactory.text(partTexts.statusInPersonalChat);
  const person = await asked.person();
  const status = person && (await partsStatus(ports, person));
  if (!status) return MessageFactory.text(asked.inForce ? partTexts.statusNotYours : texts.noPlan);
  return cardMessage(partsStatusCard.build({ ...status, context }), 'Nämndernas verksamhetsplaner');
}
