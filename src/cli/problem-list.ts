import type { FileProblem } from '../ports.ts';

/** Errors first, then warnings, a line each with its place. */
export function problemList(problems: readonly FileProblem[]): string {
  return [
    section(
      'Fel',
      problems.filter(({ severity }) => severity === 'error'),
    ),
    section(
      'Varningar',
      problems.filter(({ severity }) => severity === 'warning'),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(heading: string, problems: readonly FileProblem[]): string {
  if (problems.length === 0) return '';
  const lines = problems.map(({ where, what }) => `  ${where === '' ? '' : `${where}: `}${what}`);
  return [`${heading} (${problems.length})`, ...lines].join('\n');
}

/** `2 fel`, `1 varning`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
