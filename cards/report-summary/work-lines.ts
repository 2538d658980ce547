import type { ReportSummary } from '../../src/domain/report-summary.ts';
import { forCard } from '../peoples-words.ts';

const MOST_NAMED = 3;

/** How much of the work is late. Nothing when nothing is followed up. */
export function workLines({ work: { of, late } }: ReportSummary): { text: string }[] {
  if (of === 0) return [];
  const names = late.slice(0, MOST_NAMED).map(forCard).join(', ');
  const rest = late.length > MOST_NAMED ? ` och ${late.length - MOST_NAMED} till` : '';
  const which = late.length === 0 ? '' : `: ${names}${rest}`;
  const count = late.length === 0 ? 'Inget' : late.length;
  const is = late.length > 1 ? 'är försenade' : 'är försenat';
  return [{ text: `${count} av ${of} åtaganden, aktiviteter och uppdrag ${is}${which}.` }];
}
