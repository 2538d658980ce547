import type { PlanChange } from '../domain/plan-change.ts';
import type { PlanFiles } from '../ports.ts';

type NameOf = PlanFiles['nameOf'];

const HEADINGS = { added: 'Tillkommer', changed: 'Ändras', ended: 'Upphör' } as const;

/** What differs between two versions, kind by kind: which sheet, which row, and for a change the column with before → after. */
export function changesText(changes: readonly PlanChange[], nameOf: NameOf): string {
  return (['added', 'changed', 'ended'] as const)
    .flatMap((kind) => {
      const ofKind = changes.filter((change) => change.kind === kind);
      return ofKind.length === 0 ? [] : [section(`${HEADINGS[kind]} (${ofKind.length})`, ofKind, nameOf)];
    })
    .join('\n\n');
}

function section(heading: string, changes: readonly PlanChange[], nameOf: NameOf): string {
  return [heading, ...changes.map((change) => `  ${changeText(change, nameOf)}`)].join('\n');
}

/** `Indikatorer, TRYGGHET, Enhet: % → procent`. */
export function changeText(change: PlanChange, nameOf: NameOf): string {
  const { list, field } = nameOf(change);
  const place = [list, change.item, field].filter((part) => part !== undefined && part !== '').join(', ');
  if (change.kind !== 'changed' || change.field === undefined) return place;
  return `${place}: ${change.before ?? '(tomt)'} → ${change.after ?? '(tomt)'}`;
}

/** A first plan has everything added: how much of each is enough to read. */
export function countsText(changes: readonly PlanChange[], nameOf: NameOf): string {
  const byList = Map.groupBy(changes, (change) => nameOf(change).list);
  const lines = [...byList].map(([list, ofList]) => `  ${list}: ${ofList.length}`);
  return [`${HEADINGS.added} (${changes.length})`, ...lines].join('\n');
}

/** For programs: the same, with the names that people see. */
export function changesData(changes: readonly PlanChange[], nameOf: NameOf): object[] {
  return changes.map((change) => {
    const { list, field } = nameOf(change);
    return { ...change, sheet: list, ...(field === undefined ? {} : { column: field }) };
  });
}
