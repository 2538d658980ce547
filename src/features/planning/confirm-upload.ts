import type { PlanFile } from '../../domain/plan-document.ts';
import { managesPlan } from '../../domain/plan-roles.ts';
import { newestOf } from '../../domain/plan-versions.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { PlanVersion, Ports, Upload } from '../../ports.ts';
import type { KnownPerson } from '../installation/know-person.ts';
import { type ImportProblem, importPlan, type PlanImport } from './import-plan.ts';
import { type PlanningPorts, type PlanPreview, previewPlan } from './preview-plan.ts';

/** A plan that somebody confirmed, as it stands among the versions. */
export interface ConfirmedPlan {
  readonly version: PlanVersion;
  /** Months whose figures people have reported here: the plan's own figures for them were left aside. */
  readonly leftAside: PlanImport['leftAside'];
}

export type ConfirmProblem = ImportProblem | { readonly code: 'NOT_ALLOWED' } | { readonly code: 'NO_SUCH_CHOICE' };

/**
 * Puts a confirmed plan in force. However often it is confirmed it becomes one version: the first one's number follows from
 * what it was based on, and the same content again changes nothing.
 */
export async function confirmUpload(
  ports: PlanningPorts & Pick<Ports, 'uploads'>,
  upload: Upload,
  person: KnownPerson,
  choice: 'first' | 'later',
): Promise<Result<ConfirmedPlan, ConfirmProblem>> {
  const { content, basedOn, choices, fileName } = upload;
  if (content.kind !== 'plan') throw new Error('A committee’s part is not confirmed as a plan');
  const plan = (await ports.plans.current())?.plan;
  if (!plan || !managesPlan(plan, person.upn)) return refused({ code: 'NOT_ALLOWED' });

  const validFrom = choice === 'first' ? choices[0] : choices[1];
  if (validFrom === undefined) return refused({ code: 'NO_SUCH_CHOICE' });
  const answered = await answeredSince(ports, upload, content.file);
  if (answered) return refused({ code: 'MONTH_ANSWERED', ...answered });
  const how = { validFrom, by: person.upn, reason: fileName, expected: basedOn };
  const imported = await importPlan(ports, content.file, how);
  const versions = await ports.plans.versions();
  const own = versions.find(({ number }) => number === basedOn + 1) ?? newestOf(versions, content.file.current.id);
  if (imported.ok && own) {
    await ports.uploads.end(upload.id, 'done');
    return done({ version: own, leftAside: imported.value.leftAside });
  }
  // A later version may be in force by now: what was done then is still what this card did.
  if (upload.state === 'done' && own) return done({ version: own, leftAside: [] });
  if (imported.ok) throw new Error('No version is there after the import');
  return imported;
}

/** A choice of month that the sender was not given, because nobody had answered the open one when the file was shown. */
async function answeredSince(
  ports: PlanningPorts,
  { state, choices, basedOn }: Upload,
  file: PlanFile,
): Promise<PlanPreview['asks']> {
  if (state === 'done' || choices.length > 1) return undefined;
  const now = await previewPlan(ports, file);
  return now.basedOn === basedOn ? now.asks : undefined;
}
