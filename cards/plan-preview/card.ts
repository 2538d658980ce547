import type { PlanChange } from '../../src/domain/plan-change.ts';
import { upperFirst } from '../../src/words/sentence-parts.ts';
import { swedishMonth } from '../../src/words/swedish.ts';
import { executeAction } from '../actions.ts';
import { type CardContext, defineCard } from '../define-card.ts';
import { firstOf, placedText, shortened } from '../file-texts.ts';
import { noticesOf } from '../notices.ts';
import { forCard } from '../peoples-words.ts';
import template from './template.json' with { type: 'json' };

/** A change with its list and field as the workbook heads them. */
export interface NamedChange {
  readonly change: PlanChange;
  readonly list: string;
  readonly field?: string;
}

export interface PlanPreviewCard {
  readonly uploadId: string;
  /** Number of the plan version that the file was compared with. */
  readonly basedOn: number;
  readonly title: string;
  readonly fileName: string;
  readonly changes: readonly NamedChange[];
  /** What is odd in the file, with its place. */
  readonly warnings: readonly { readonly where: string; readonly what: string }[];
  /** The months that it may apply from: one, or two to choose between. */
  readonly choices: readonly string[];
}

const MOST_CHANGES = 15;
const MOST_WARNINGS = 5;
/** Characters of a value or a name on the card. */
const LONGEST_VALUE = 80;

/** What a plan file would change, before anything is changed. Verbs: importPlan, importPlanLater, cancelUpload. */
export const planPreviewCard = defineCard<PlanPreviewCard & { readonly context: CardContext }>(template, (facts) => {
  const { title, fileName, changes, warnings, context } = facts;
  const shown = firstOf(changes, MOST_CHANGES);
  return {
    title: forCard(title),
    file: `Ur filen ${forCard(fileName)}. Inget är ändrat ännu.`,
    headline: headline(changes),
    changes: [
      ...shown.first.map((change) => ({ text: changeText(change) })),
      ...(shown.more > 0
        ? [
            {
              text: `och ${shown.more} till, som inte får plats här. Administratören kan visa alla: ”styr plan import --dry-run”.`,
            },
          ]
        : []),
    ],
    warnings: warningTexts(warnings),
    starts: changes.length === 0 ? [] : [{ text: startText(facts.choices) }],
    notices: noticesOf(false, context),
    actions: changes.length === 0 ? [] : presentActions(facts),
  };
});

function headline(changes: PlanPreviewCard['changes']): string {
  if (changes.length === 0) return 'Filen är lik planen som gäller. Det finns inget att läsa in.';
  const count = (kind: PlanChange['kind']): number => changes.filter(({ change }) => change.kind === kind).length;
  const [added, changed, ended] = [count('added'), count('changed'), count('ended')];
  const parts = [
    added > 0 ? `${added} ${added === 1 ? 'ny' : 'nya'}` : '',
    changed > 0 ? `${changed} ${changed === 1 ? 'ändrad' : 'ändrade'}` : '',
    ended > 0 ? `${ended} upphör` : '',
  ];
  const sum = changes.length === 1 ? '1 skillnad' : `${changes.length} skillnader`;
  return `${sum} mot planen som gäller: ${parts.filter((part) => part !== '').join(', ')}.`;
}

function changeText({ change: { kind, item, before, after }, list, field }: NamedChange): string {
  const what = [list, item]
    .filter((part) => part !== '')
    .map(short)
    .join(' ');
  if (kind === 'added') return `Ny: ${what}`;
  if (kind === 'ended') return `Upphör: ${what}`;
  const name = field === undefined ? what : `${what}, ${forCard(field)}`;
  return `Ändrad: ${name}${difference(before ?? '', after ?? '')}`;
}

function difference(before: string, after: string): string {
  if (before === '') return after === '' ? '' : `: nu ${short(after)}, var tomt`;
  return after === '' ? `: nu tomt, var ${short(before)}` : `: från ${short(before)} till ${short(after)}`;
}

/** A number of the plan's file as people write it, anything else as it stands, on one line that ends somewhere. */
function short(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text.replace('-', '\u2212').replace('.', ',');
  return forCard(shortened(text.replace(/\s+/gu, ' '), LONGEST_VALUE));
}

function warningTexts(warnings: PlanPreviewCard['warnings']): { text: string }[] {
  const { first, more } = firstOf(warnings, MOST_WARNINGS);
  const rest = more > 0 ? [`och ${more} till. Administratören kan visa alla: ”styr plan check”.`] : [];
  return first.length === 0 ? [] : [{ text: ['Att titta på:', ...first.map(placedText), ...rest].join('\n\n') }];
}

function startText([first, later]: readonly string[]): string {
  if (later === undefined) return `Ändringarna gäller från ${swedishMonth(first ?? '')}.`;
  return `${upperFirst(swedishMonth(first ?? ''))} är redan besvarad. Välj om ändringarna ska gälla den månaden också, eller från ${swedishMonth(later)}.`;
}

function presentActions({ uploadId, basedOn, choices: [first = '', later] }: PlanPreviewCard): object[] {
  const data = { id: uploadId, revision: basedOn };
  const cancel = executeAction('Avbryt', 'cancelUpload', data);
  if (later === undefined) return [executeAction('Läs in', 'importPlan', data, 'positive'), cancel];
  return [
    executeAction(`Gäller från ${swedishMonth(first)}`, 'importPlan', data),
    executeAction(`Gäller från ${swedishMonth(later)}`, 'importPlanLater', data),
    cancel,
  ];
}
