import type { Lateness } from '../domain/lateness.ts';
import { swedishDate } from './swedish.ts';

/** What the dates say of a commitment, an activity or an assignment. */
export function latenessText(lateness: Lateness): string {
  switch (lateness.kind) {
    case 'done':
      return 'Klar.';
    case 'cancelled':
      return 'Avbruten.';
    case 'no-dates':
      return 'Saknar slutdatum.';
    case 'not-started-yet':
      return `Börjar ${swedishDate(lateness.startsOn)}.`;
    case 'should-have-started':
      return `Skulle ha börjat ${swedishDate(lateness.startsOn)}, för ${days(lateness.days)} sedan.`;
    case 'on-time':
      return `Ska vara klar ${swedishDate(lateness.endsOn)}.`;
    case 'late':
      return `Försenad: skulle ha varit klar ${swedishDate(lateness.endsOn)}, för ${days(lateness.days)} sedan.`;
  }
}

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dagar`;
}
