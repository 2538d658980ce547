import type { Break } from '../domain/breaks.ts';
import type { AddedBudget } from '../domain/plan.ts';
import type { Outlet } from './outlet.ts';
import { periodText } from './period-text.ts';
import { tkr } from './swedish.ts';

/** "tilläggsanslag 5 000 tkr (KF 2026-06-10 § 87)". */
export function addedText({ amountKr, decision }: Pick<AddedBudget, 'amountKr' | 'decision'>, shown: Outlet): string {
  const what = amountKr < 0 ? 'minskat anslag' : 'tilläggsanslag';
  return `${what} ${tkr(Math.abs(amountKr))} (${shown(decision)})`;
}

/** Beside a figure: nobody is told that another's was theirs. */
export function reportedBy({ reportedBy }: { readonly reportedBy?: string }, shown: Outlet): string {
  return reportedBy === undefined ? '' : `, rapporterades då av ${shown(reportedBy)}`;
}

/** The warning beside figures of another month, with every reason; no line where there is none. */
export function breakLines(breaks: readonly Break[], shown: Outlet): { text: string }[] {
  if (breaks.length === 0) return [];
  return [
    { text: `Tänk på när du jämför med tidigare månader: ${breaks.map((found) => breakText(found, shown)).join(' ')}` },
  ];
}

/** Why figures on both sides can't be compared as they stand, as a sentence. */
export function breakText(found: Break, shown: Outlet): string {
  switch (found.kind) {
    case 'committee-new': {
      const after = found.succeeds === undefined ? '' : ` och har tagit över från ${shown(found.succeeds)}`;
      return `${shown(found.name)} finns från ${periodText(found.at)}${after}.`;
    }
    case 'committee-ended':
      return `${shown(found.name)} finns inte längre från ${periodText(found.at)}.`;
    case 'committee-renamed':
      return `${shown(found.name)} hette tidigare ${shown(found.formerName)}.`;
    case 'area-moved':
      return `${shown(found.name)} flyttades i ${periodText(found.at)} från ${shown(found.from)} till ${shown(found.to)}.`;
    case 'appropriation':
      return `Budgeten ändrades i ${periodText(found.at)}: ${addedText(found, shown)}.`;
    case 'budget-changed':
      return `Budgeten för ${shown(found.name)} är rättad från ${tkr(found.beforeKr)} till ${tkr(found.afterKr)}.`;
    case 'series-break':
      return `${shown(found.name)} mäts på ett annat sätt från ${periodText(found.at)}: ${shown(found.note)}.`;
  }
}
