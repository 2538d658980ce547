import type { Break } from '../src/domain/breaks.ts';
import type { AddedBudget } from '../src/domain/plan.ts';
import { forCard } from './peoples-words.ts';
import { periodText } from './period-text.ts';
import { tkr } from './swedish.ts';

/** "tilläggsanslag 5 000 tkr (KF 2026-06-10 § 87)". */
export function addedText({ amountKr, decision }: Pick<AddedBudget, 'amountKr' | 'decision'>): string {
  const what = amountKr < 0 ? 'minskat anslag' : 'tilläggsanslag';
  return `${what} ${tkr(Math.abs(amountKr))} (${forCard(decision)})`;
}

/** Beside a figure: nobody is told that another's was theirs. */
export function reportedBy({ reportedBy }: { readonly reportedBy?: string }): string {
  return reportedBy === undefined ? '' : `, rapporterades då av ${forCard(reportedBy)}`;
}

/** The warning beside figures of another month, with every reason; no line where there is none. */
export function breakLines(breaks: readonly Break[]): { text: string }[] {
  if (breaks.length === 0) return [];
  return [{ text: `Tänk på när du jämför med tidigare månader: ${breaks.map(breakText).join(' ')}` }];
}

/** Why figures on both sides can't be compared as they stand, as a sentence. */
export function breakText(found: Break): string {
  switch (found.kind) {
    case 'committee-new': {
      const after = found.succeeds === undefined ? '' : ` och har tagit över från ${forCard(found.succeeds)}`;
      return `${forCard(found.name)} finns från ${periodText(found.at)}${after}.`;
    }
    case 'committee-ended':
      return `${forCard(found.name)} finns inte längre från ${periodText(found.at)}.`;
    case 'committee-renamed':
      return `${forCard(found.name)} hette tidigare ${forCard(found.formerName)}.`;
    case 'area-moved':
      return `${forCard(found.name)} flyttades i ${periodText(found.at)} från ${forCard(found.from)} till ${forCard(found.to)}.`;
    case 'appropriation':
      return `Budgeten ändrades i ${periodText(found.at)}: ${addedText(found)}.`;
    case 'budget-changed':
      return `Budgeten för ${forCard(found.name)} är rättad från ${tkr(found.beforeKr)} till ${tkr(found.afterKr)}.`;
    case 'series-break':
      return `${forCard(found.name)} mäts på ett annat sätt från ${periodText(found.at)}: ${forCard(found.note)}.`;
  }
}
