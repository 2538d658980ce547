import { done, type Result, refused } from '../../domain/result.ts';
import type { Ports, Upload } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';

/** After so long nobody remembers what the preview said. */
const WAITS_MS = 24 * 60 * 60 * 1000;

export type UploadProblem =
  /** Also when there is none: nothing is to be learnt by trying. */
  { readonly code: 'NOT_YOURS' } | { readonly code: 'TOO_OLD' | 'CANCELLED'; readonly fileName: string };

/** The upload that a pressed card stands for: only its sender's, only in the conversation that it came in. */
export async function findUpload(
  { uploads, clock }: Pick<Ports, 'uploads' | 'clock'>,
  id: string,
  person: KnownPerson | undefined,
  conversationId: string,
): Promise<Result<Upload, UploadProblem>> {
  const upload = id === '' || !person ? undefined : await uploads.find(id);
  if (!upload || upload.oid !== person?.oid || upload.conversationId !== conversationId) {
    return refused({ code: 'NOT_YOURS' });
  }
  const { state, fileName, receivedAt } = upload;
  if (state === 'cancelled') return refused({ code: 'CANCELLED', fileName });
  const age = clock.now().getTime() - receivedAt.getTime();
  return state === 'waiting' && age > WAITS_MS ? refused({ code: 'TOO_OLD', fileName }) : done(upload);
}
