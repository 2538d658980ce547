import { day, number } from './columns.ts';
import { type Column, column } from './sheet.ts';

/*
 * A target (målvärde) is one of several kinds in the plan and a row of cells in the workbook. `spread` and `gather` go between
 * the two. Numbers are in the indicator's unit.
 */

const KINDS = [
  ['atLeast', 'minst'],
  ['atMost', 'högst'],
  ['between', 'mellan'],
  ['onDate', 'senast'],
  ['yesNo', 'ja/nej'],
  ['text', 'ord'],
] as const;
type TargetKind = (typeof KINDS)[number][0];

/** The cells of a target, by the last part of their columns' paths. */
interface TargetCells {
  readonly kind?: TargetKind | null;
  readonly value?: number;
  readonly to?: number;
  readonly text?: string;
  readonly day?: string;
  readonly answer?: boolean;
  readonly longTerm?: number;
  readonly tolerance?: number;
}

/** Which cells each kind has; those with `?` may be empty. */
const CELLS: Readonly<Record<TargetKind | 'none', readonly string[]>> = {
  atLeast: ['value'],
  atMost: ['value'],
  between: ['value', 'to'],
  onDate: ['day'],
  yesNo: ['answer'],
  text: ['text', 'longTerm?', 'tolerance?'],
  none: [],
};

/** What can be judged by itself. Other words are for people to judge. */
const WORDS = ['Öka', 'Minska', 'Bibehålla', 'Bättre än länet', 'Bättre än riket', 'Bland de 25 % bästa'];

/** People choose the words of a target where its kind should stand. */
function asTargetWords(written: string): string | undefined {
  const words = WORDS.find((one) => one.toLowerCase() === written.trim().toLowerCase());
  return words && `Välj ord, och skriv ${words} i Målord.`;
}

/** With `keyFigure` a row may say that it has no target. */
export function targetColumns(keyFigure: boolean): readonly Column[] {
  const kinds = keyFigure ? [...KINDS, [null, 'inget målvärde'] as const] : KINDS;
  return [
    column(
      'target.kind',
      'Måltyp',
      { is: 'choice', choices: kinds, instead: asTargetWords },
      'Avgör vilka av målcellerna som fylls i.',
      {
        required: true,
        example: 'minst',
        also: ['target'],
      },
    ),
    column('target.value', 'Målvärde', number, 'För minst, högst och mellan: talet i indikatorns enhet.', {
      example: '82,5',
      also: ['target.atLeast', 'target.atMost', 'target.between.0', 'target.between'],
    }),
    column('target.to', 'Målvärde till', number, 'För mellan: det övre talet.', {
      example: '4',
      also: ['target.between.1'],
    }),
    column(
      'target.text',
      'Målord',
      { is: 'text', offers: WORDS },
      'För ord: välj i listan, eller skriv målet med egna ord.',
      {
        example: 'Minska',
        width: 24,
      },
    ),
    column('target.day', 'Måldag', day, 'För senast: dagen.', { example: '2028-06-30', also: ['target.onDate'] }),
    column('target.answer', 'Målsvar', { is: 'yesNo' }, 'För ja/nej: det svar som är målet.', {
      example: 'ja',
      also: ['target.yesNo'],
    }),
    column('target.longTerm', 'Långsiktigt minst', number, 'För ord: det tal som ska nås på sikt.', {
      example: '20',
      also: ['target.atLeastLongTerm'],
    }),
    column('target.tolerance', 'Tolerans', number, 'För ord: hur stor skillnad som räknas som oförändrad.', {
      example: '0,5',
    }),
  ];
}

/** A target of the plan as cells. */
export function spreadTarget(target: unknown): TargetCells {
  if (target === null || typeof target !== 'object') return { kind: null };
  const plain = target as Readonly<Record<string, never>>;
  if ('between' in plain) return { kind: 'between', value: plain.between[0], to: plain.between[1] };
  if ('onDate' in plain) return { kind: 'onDate', day: plain.onDate };
  if ('yesNo' in plain) return { kind: 'yesNo', answer: plain.yesNo };
  if ('atLeast' in plain) return { kind: 'atLeast', value: plain.atLeast };
  if ('atMost' in plain) return { kind: 'atMost', value: plain.atMost };
  const { text: words, atLeastLongTerm: longTerm, tolerance } = plain;
  return {
    kind: 'text',
    ...(words === undefined ? {} : { text: words }),
    ...(longTerm === undefined ? {} : { longTerm }),
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

/** What is wrong with a target's cells: missing for its kind, or filled though its kind has no use for them. */
export interface TargetSlip {
  readonly cell: string;
  readonly is: 'missing' | 'notForThisKind';
}

/** Cells as a target of the plan: null for none, undefined when the kind isn't known or a cell is missing. */
export function gatherTarget(cells: TargetCells): { readonly target?: unknown; readonly slips: readonly TargetSlip[] } {
  if (cells.kind === undefined) return { slips: [] };
  const wanted = CELLS[cells.kind ?? 'none'];
  const filled = Object.keys(cells).filter((cell) => cell !== 'kind');
  const slips: TargetSlip[] = [
    ...wanted
      .filter((cell) => !cell.endsWith('?') && !filled.includes(cell))
      .map((cell) => ({ cell: `target.${cell}`, is: 'missing' as const })),
    ...filled
      .filter((cell) => !wanted.includes(cell) && !wanted.includes(`${cell}?`))
      .map((cell) => ({ cell: `target.${cell}`, is: 'notForThisKind' as const })),
  ];
  return slips.length > 0 ? { slips } : { target: targetOf(cells), slips };
}

function targetOf({ kind, value, to, text: words, day: on, answer, longTerm, tolerance }: TargetCells): unknown {
  switch (kind) {
    case 'atLeast':
      return { atLeast: value };
    case 'atMost':
      return { atMost: value };
    case 'between':
      return { between: [value, to] };
    case 'onDate':
      return { onDate: on };
    case 'yesNo':
      return { yesNo: answer };
    case 'text':
      return {
        text: words,
        ...(longTerm === undefined ? {} : { atLeastLongTerm: longTerm }),
        ...(tolerance === undefined ? {} : { tolerance }),
      };
    default:
      return null;
  }
}

export const targetKindLabel = (kind: string | null): string =>
  KINDS.find(([code]) => code === kind)?.[1] ?? 'inget målvärde';
