import type { WorkAsked } from '../src/domain/monthly-prompt.ts';

type WorkKind = WorkAsked['kind'];

const kindWords: Readonly<Record<WorkKind, string>> = {
  commitment: 'Åtagande',
  activity: 'Aktivitet',
  assignment: 'Uppdrag',
  measure: 'Åtgärd',
};

/** What stands together under a heading of its own. */
export type WorkGroup = 'own' | 'council' | 'review';

export const workGroupOf: Readonly<Record<WorkKind, WorkGroup>> = {
  commitment: 'own',
  activity: 'own',
  assignment: 'council',
  measure: 'review',
};

export const workGroupHeadings: Readonly<Record<WorkGroup, string>> = {
  own: 'Åtaganden och aktiviteter',
  council: 'Uppdrag från fullmäktige',
  review: 'Åtgärder från gemensam genomgång',
};

/** UTF-16 units of a name: an assignment may be pages long, and ten of them have to fit in a message. */
const MOST_NAME_UNITS = 240;

/** On one line, an assignment with the council's decision: `Redovisa åtgärder (2026-06-10, KF § 88)`. As people wrote it. */
export function workName({ kind, name, source }: Pick<WorkAsked, 'kind' | 'name' | 'source'>): string {
  const short = shortened(name, MOST_NAME_UNITS);
  return kind === 'assignment' && source !== undefined ? `${short} (${source})` : short;
}

/** `Uppdrag: Redovisa åtgärder (2026-06-10, KF § 88)`. */
export function workLabel(asked: Pick<WorkAsked, 'kind' | 'name' | 'source'>): string {
  return `${kindWords[asked.kind]}: ${workName(asked)}`;
}

/** On one line and cut between characters, with three dots for what is left out. */
export function shortened(text: string, mostUnits: number): string {
  const oneLine = text.replace(/\s+/gu, ' ').trim();
  if (oneLine.length <= mostUnits) return oneLine;
  const beginning = oneLine.slice(0, mostUnits).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()} …`;
}
