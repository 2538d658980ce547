import type { PlanChange } from '../domain/plan-change.ts';
import type { PlanFiles } from '../ports.ts';

/** What people call what a change is about. */
export type ChangeWords = Pick<PlanFiles, 'nameOf' | 'inWords'>;

const HEADINGS = { added: 'Tillkommer', changed: 'Ändras', ended: 'Upphör' } as const;

/** What differs between two versions, kind by kind: which sheet, which row, and for a change the column with before → after. */
export function changesText(changes: readonly PlanChange[], words: ChangeWords): string {
  return (['added', 'changed', 'ended'] as const)
    .flatMap((kind) => {
      const ofKind = changes.filter((change) => change.kind === kind);
      return ofKind.length === 0 ? [] : [section(`${HEADINGS[kind]} (${ofKind.length})`, ofKind, words)];
    })
    .join('\n\n');
}

function section(heading: string, changes: readonly PlanChange[], words: ChangeWords): string {
  return [heading, ...changes.map((change) => `  ${changeText(change, words)}`)].join('\n');
}

/** `Indikatorer, TRYGGHET, Bra när den: ökar → minskar`. */
export function changeText(change: PlanChange, words: ChangeWords): string {
  const { list, field } = words.nameOf(change);
  const { item, before, after } = words.inWords(change);
  const place = [list, item, field].filter((part) => part !== undefined && part !== '').join(', ');
  if (before === undefined && after === undefined) return place;
  return `${place}: ${before ?? '(tomt)'} → ${after ?? '(tomt)'}`;
}

/** A first plan has everything added: how much of each is enough to read. */
export function countsText(changes: readonly PlanChange[], words: ChangeWords): string {
  const byList = Map.groupBy(changes, (change) => words.nameOf(change).list);
  const lines = [...byList].map(([list, ofList]) => `  ${list}: ${ofList.length}`);
  return [`${HEADINGS.added} (${changes.length})`, ...lines].join('\n');
}

/** For programs: the plan's own codes, and the names that people see. */
export function changesData(changes: readonly PlanChange[], words: ChangeWords): object[] {
  return changes.map((change) => {
    const { list, field } = words.nameOf(change);
    return { ...change, sheet: list, ...(field === undefined ? {} : { column: field }) };
  });
}
