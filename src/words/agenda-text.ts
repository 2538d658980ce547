import type { AgendaItem } from '../domain/report-agenda.ts';
import type { Outlet } from './outlet.ts';
import { missingText } from './report-words.ts';
import { deviationInWords } from './swedish.ts';

/** The parts of a joint review's agenda, in the order that they are gone through. */
export const agendaHeadings: Readonly<Record<AgendaItem['kind'], string>> = {
  deviation: 'Största avvikelser',
  'grade-differs': 'Bedömningar som skiljer sig från förslaget',
  missing: 'Saknas',
  late: 'Försenat',
};
export const agendaKinds = ['deviation', 'grade-differs', 'missing', 'late'] as const satisfies AgendaItem['kind'][];

/** One point of a joint review's agenda on one line. */
export function agendaText(item: AgendaItem, shown: Outlet): string {
  const who = shown(item.committeeName);
  switch (item.kind) {
    case 'deviation':
      return `${who}: ${deviationInWords(item.deviationKr)}`;
    case 'grade-differs':
      return `${who}: ${shown(item.goalName)}. Bedömt ${shown(item.gradeLabel)}, förslaget var ${shown(item.proposedLabel)}`;
    case 'missing':
      return `${who}: ${lacksText(item, shown)}`;
    case 'late':
      return `${who}: ${shown(item.name)}, ${lateText(item.days)}`;
  }
}

/** Who has not answered lacks everything else too. */
function lacksText({ what: parts }: Extract<AgendaItem, { readonly kind: 'missing' }>, shown: Outlet): string {
  const answer = parts.find(({ what }) => what === 'answer');
  return (answer ? [answer] : parts).map((part) => missingText(part, shown)).join('; ');
}

/** Before its last day it is the committee that says so. */
function lateText(days: number): string {
  if (days === 0) return 'sen enligt nämnden';
  return days === 1 ? '1 dag sen' : `${days} dagar sen`;
}
