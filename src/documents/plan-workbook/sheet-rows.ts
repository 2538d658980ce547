import type { PlanFile } from '../../domain/plan-document.ts';
import { valueAt } from './item-path.ts';
import { writeMeasured } from './measured.ts';
import { type List, PARENT, type Sheet } from './sheet.ts';
import { spreadTarget } from './target-columns.ts';

/** The values of a sheet's rows, one per column, in the plan's own order. */
export function sheetRows(file: PlanFile, sheet: Sheet): readonly (readonly unknown[])[] {
  return itemsOf(file, sheet.lists).map(({ holder, item }) => {
    const cells = withTargetCells(item);
    const target = valueAt(holder ?? item, 'target');
    return sheet.columns.map(({ path, kind }) => {
      if (path === PARENT) return holder && idOf(holder);
      return kind.is === 'measured' ? writeMeasured(valueAt(cells, path), target) : valueAt(cells, path);
    });
  });
}

interface Item {
  /** What the row belongs to. */
  readonly holder?: unknown;
  readonly item: unknown;
}

/** Lists in the same items come item by item, so that all that belongs to an indicator stands together. */
function itemsOf(file: PlanFile, lists: readonly List[]): readonly Item[] {
  const owners = [...new Set(lists.map(({ path }) => splitList(path).owners))];
  return owners.flatMap((owner) => {
    const keys = lists.map(({ path }) => splitList(path)).filter((list) => list.owners === owner);
    if (owner === undefined) return keys.flatMap(({ key }) => list(valueAt(file, key)).map((item) => ({ item })));
    return list(valueAt(file, owner)).flatMap((holder) =>
      keys.flatMap(({ key }) => list(valueAt(holder, key)).map((item) => ({ holder, item }))),
    );
  });
}

/** `current.indicators.*.values` as the list that owns it and the key in each of its items. */
export function splitList(path: string): { readonly owners: string | undefined; readonly key: string } {
  const [first = '', second] = path.split('.*.');
  return second === undefined ? { owners: undefined, key: first } : { owners: first, key: second };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idOf(item: unknown): string {
  return String(valueAt(item, 'id'));
}

function withTargetCells(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('target' in item)) return item;
  return { ...item, target: spreadTarget(item.target) };
}
