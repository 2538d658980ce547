import { roundProblemText } from '../../cards/round-problem-text.ts';
import type { RoundProblem } from '../domain/round-problem.ts';
import { Refusal } from './command.ts';

/** Why a round's command could not do what was asked, and what to do instead. */
export function roundRefusal(problem: RoundProblem): Refusal {
  const { code, ...facts } = problem;
  return new Refusal(code, [roundProblemText(problem), ...commandFor(problem)].join(' '), undefined, facts);
}

/** The command that helps. */
function commandFor(problem: RoundProblem): string[] {
  switch (problem.code) {
    case 'NO_PLAN':
      return ['Läs in en med: styr plan import FIL'];
    case 'NO_SUCH_ROUND':
      return problem.open === undefined ? [] : [`Se den med: styr round status ${problem.open}`];
    case 'ALREADY_REHEARSING':
      return [`Det görs med: styr round rehearse-end ${problem.period}`];
    case 'NO_SUCH_LINE':
      return ['Se alla med: styr round ledger'];
    case 'CHANGED_MEANWHILE':
      return ['Se läget med: styr round status'];
    default:
      return [];
  }
}
