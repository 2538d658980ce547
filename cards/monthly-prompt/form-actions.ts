import { executeAction } from '../actions.ts';
import type { MonthlyPromptCard } from './card.ts';
import type { Whereabouts } from './page-bar.ts';

/** A form's buttons. Verbs: saveOutcome, saveDraft, keepStored, showPage, askAbsence. */
export function formActions(card: MonthlyPromptCard, where: Whereabouts): object[] {
  const { promptId: id, revision, conflict } = card;
  const isPaged = where.pages.length > 1;
  const data = { id, revision, ...(isPaged ? { page: where.at } : {}) };
  if (conflict) {
    return [
      executeAction('Ersätt det sparade', 'saveOutcome', data),
      executeAction('Behåll det sparade', 'keepStored', data),
      ...turnActions(card, where),
    ];
  }
  return [
    ...(canSave(card, where) ? [executeAction('Spara svaret', 'saveOutcome', data, 'positive')] : []),
    ...turnActions(card, where),
    executeAction('Spara utkast', 'saveDraft', data),
    ...(mayBeAway(card, where) ? [executeAction('Jag är borta', 'askAbsence', { id, revision })] : []),
  ];
}

/** To the next page and to the one before, where there is one. */
function turnActions(card: MonthlyPromptCard, where: Whereabouts): object[] {
  const { promptId: id, revision, conflict = false } = card;
  const { pages, at } = where;
  const to = (page: number) => ({ id, revision, page, conflict });
  const forward = conflict ? 'Nästa sida' : 'Spara och gå vidare';
  const style = conflict || canSave(card, where) ? undefined : 'positive';
  return [
    ...(at < pages.length - 1 ? [executeAction(forward, 'showPage', to(at + 1), style)] : []),
    ...(at > 0 ? [executeAction('Tillbaka', 'showPage', to(at - 1))] : []),
  ];
}

/** On the last page; before it when this page is all that can be missing, and while faults are being mended. */
export function canSave({ notes }: MonthlyPromptCard, { pages, at, filled }: Whereabouts): boolean {
  const isLast = at === pages.length - 1;
  return isLast || (notes?.size ?? 0) > 0 || pages.every((_, page) => page === at || filled.has(page));
}

/** Whoever is asked may hand over; a correction is nobody's turn. */
function mayBeAway({ stored, reasonRequired, rehearsalFor }: MonthlyPromptCard, { at }: Whereabouts): boolean {
  return at === 0 && !stored && !reasonRequired && rehearsalFor === undefined;
}
