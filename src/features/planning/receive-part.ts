import type { CommitteePart } from '../../domain/committee-part.ts';
import { done, type Result } from '../../domain/result.ts';
import type { Ports, Upload } from '../../ports.ts';
import { type PartPorts, type PartPreview, type PartProblem, previewPart } from './hand-in-part.ts';
import { keepUpload, type SentFile } from './receive-file.ts';

export interface ReceivedPart {
  readonly preview: PartPreview;
  /** Waits for its sender to hand it in. None when there is an error in it: nothing is kept of it. */
  readonly upload?: Upload;
}

/** Checks a committee's part that came in a file, and keeps it until its sender has seen what it holds. */
export async function receivePart(
  ports: PartPorts & Pick<Ports, 'uploads' | 'newId'>,
  part: CommitteePart,
  sent: SentFile,
): Promise<Result<ReceivedPart, PartProblem>> {
  const found = await previewPart(ports, part, sent.sender);
  if (!found.ok) return found;
  const preview = found.value;
  if (preview.problems.some(({ severity }) => severity === 'error')) return done({ preview });

  const content = { kind: 'part', part } as const;
  const upload = await keepUpload(ports, sent, { content, basedOn: preview.basedOn, choices: [] });
  return done({ preview, upload });
}
