import type { ReportDoer } from '../features/reporting/report-about.ts';
import { nameOf } from './incoming.ts';
import type { Presser } from './presser.ts';
import type { Asked } from './questions.ts';

/** Somebody whom nobody knows: reads what the council has approved, like everybody, and does nothing. */
export const ANYBODY: ReportDoer = { upn: '', name: '' };

/** Who reads a report or does something to it: from the authenticated activity alone. */
export function doerOf({ person, name }: Pick<Presser, 'person' | 'name'>): ReportDoer {
  return person ? { ...person, name } : ANYBODY;
}

/** The same of who has written a message. */
export async function doerIn({ person, activity }: Pick<Asked, 'person' | 'activity'>): Promise<ReportDoer> {
  return doerOf({ person: await person(), name: nameOf(activity) });
}
