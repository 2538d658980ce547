import type { PlanFile } from '../../domain/plan-document.ts';
import type { PlanProblem } from '../../domain/plan-problem.ts';
import { committeesOf, managesPlan } from '../../domain/plan-roles.ts';
import type { CommitteePart, FileProblem, FileReading, Ports, Upload } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { type PlanningPorts, type PlanPreview, previewPlan } from './preview-plan.ts';

/** A file as it was sent, by whom and where. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly sender: KnownPerson;
  readonly conversationId: string;
}

export type ReceivedFile =
  /** Waits for its sender's confirmation: nothing of the plan has changed yet. */
  | {
      readonly kind: 'plan';
      readonly upload: Upload;
      readonly preview: PlanPreview;
      readonly file: PlanFile;
      readonly warnings: readonly FileProblem[];
    }
  /** Nothing is kept of it. `againstStored`: what is wrong with it beside what is stored, with its own kind of place. */
  | {
      readonly kind: 'problems';
      readonly problems: readonly FileProblem[];
      readonly againstStored: readonly PlanProblem[];
    }
  /** A committee's part: what is wrong with it shows beside the plan that it belongs to. */
  | { readonly kind: 'part'; readonly part: CommitteePart; readonly reading: FileReading }
  | { readonly kind: 'not-yours' };

type ReceivePorts = PlanningPorts & Pick<Ports, 'planFiles' | 'uploads' | 'newId'>;

/** True when somebody may send a file at all: it is asked before one is fetched. What it holds is judged when it is read. */
export async function maySendFiles({ plans }: Pick<Ports, 'plans'>, upn: string): Promise<boolean> {
  const plan = (await plans.current())?.plan;
  return plan !== undefined && (managesPlan(plan, upn) || committeesOf(plan, upn).length > 0);
}

/** Reads and checks a file, and keeps what was in it until its sender has seen what it would change. */
export async function receiveFile(ports: ReceivePorts, sent: SentFile): Promise<ReceivedFile> {
  const reading = await ports.planFiles.read(sent.bytes, sent.fileName);
  const { content, problems } = reading;
  if (!content) return { kind: 'problems', problems, againstStored: [] };
  if (content.kind === 'part') return { kind: 'part', part: content.part, reading };

  const plan = (await ports.plans.current())?.plan;
  if (!plan || !managesPlan(plan, sent.sender.upn)) return { kind: 'not-yours' };
  const preview = await previewPlan(ports, content.file);
  if (preview.againstStored.some(({ severity }) => severity === 'error')) {
    return { kind: 'problems', problems, againstStored: preview.againstStored };
  }
  const { asks, validFrom, basedOn } = preview;
  const choices = asks ? [asks.open, asks.next] : [validFrom];
  const upload = await keepUpload(ports, sent, { content, basedOn, choices });
  return { kind: 'plan', upload, preview, file: content.file, warnings: problems };
}

/** Keeps what a file held until its sender confirms. */
export async function keepUpload(
  { uploads, newId, clock }: Pick<Ports, 'uploads' | 'newId' | 'clock'>,
  { fileName, sender, conversationId }: SentFile,
  what: Pick<Upload, 'content' | 'basedOn' | 'choices'>,
): Promise<Upload> {
  const upload: Upload = {
    id: newId(),
    oid: sender.oid,
    conversationId,
    fileName,
    ...what,
    receivedAt: clock.now(),
    state: 'waiting',
  };
  await uploads.save(upload);
  return upload;
}
