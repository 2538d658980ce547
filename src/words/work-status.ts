import type { WorkStatus } from '../domain/plan-document.ts';

/** How far a commitment or an activity has come, in the order that people choose from. */
export const workStatusWords: Readonly<Record<WorkStatus, string>> = {
  notStarted: 'Ej påbörjad',
  ongoing: 'Pågår',
  late: 'Försenad',
  done: 'Klar',
  cancelled: 'Avbruten',
};

/** The status that a text stands for; none for any other text. */
export function workStatus(text: string): WorkStatus | undefined {
  return Object.hasOwn(workStatusWords, text) ? (text as WorkStatus) : undefined;
}
