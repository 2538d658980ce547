import type { CellReading } from './cell-reading.ts';
import { shortened } from './cell-reading.ts';
import type { Grid } from './grid.ts';
import { findHeadings, sameName } from './headings.ts';
import type { Kind, Sheet, SheetName } from './sheet.ts';

/** What a sheet calls its rows: their ids, and their ids by the names beside them. */
interface Names {
  readonly ids: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** The rows of a workbook that others refer to. People write their names where the ids should stand. */
export class RowNames {
  readonly #sheets: ReadonlyMap<SheetName, Names>;

  constructor(grids: ReadonlyMap<Sheet, Grid>) {
    this.#sheets = new Map([...grids].map(([sheet, grid]) => [sheet.name, namesIn(sheet, grid)]));
  }

  /** The same reading, with what to write instead where names stand for ids, or commas between ids. */
  asIds(kind: Kind, reading: CellReading): CellReading {
    const { value } = reading;
    if (kind.is === 'reference' && typeof value === 'string') {
      const id = this.#idOf(kind.to, value);
      return id === undefined ? reading : { value: id, slip: `Här ska id:t stå. Skriv ${id}.` };
    }
    if (kind.is === 'references' && Array.isArray(value)) return this.#eachAsId(kind.to, value, reading);
    return reading;
  }

  #eachAsId(to: readonly SheetName[], texts: readonly string[], reading: CellReading): CellReading {
    const parts = texts.flatMap((text) => (this.#idOf(to, text) === undefined ? splitAtCommas(text) : [text]));
    const ids = parts.map((part) => this.#idOf(to, part) ?? part);
    const write = shortened(ids.join('; '));
    if (parts.length > texts.length) return { value: ids, slip: `Skilj flera id med semikolon: ${write}.` };
    if (ids.some((id, at) => id !== parts[at])) return { value: ids, slip: `Här ska id stå. Skriv ${write}.` };
    return reading;
  }

  /** The id that a name stands for. Undefined for what is an id already, or nobody's name. */
  #idOf(to: readonly SheetName[], words: string): string | undefined {
    const sheets = to.flatMap((name) => this.#sheets.get(name) ?? []);
    if (sheets.some(({ ids }) => ids.has(words))) return undefined;
    return sheets.map(({ byName }) => byName.get(sameName(words))).find((id) => id !== undefined);
  }
}

/** No id holds a comma. */
function splitAtCommas(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function namesIn(sheet: Sheet, grid: Grid): Names {
  const { row: headingRow, columns } = findHeadings(grid, sheet);
  const at = (...paths: readonly string[]) => [...columns].find(([{ path }]) => paths.includes(path))?.[1] ?? -1;
  const [idAt, nameAt] = [at('id'), at('name', 'label')];
  const ids = new Set<string>();
  const byName = new Map<string, string>();
  for (const { number, cells } of grid.rows) {
    const [id, name] = [cells[idAt], cells[nameAt]];
    if (number <= headingRow || (typeof id !== 'string' && typeof id !== 'number')) continue;
    ids.add(String(id).trim());
    if (typeof name === 'string') byName.set(sameName(name), String(id).trim());
  }
  return { ids, byName };
}
