import type { Clues } from '../clues.ts';
import type { Entities, Intent } from '../reading.ts';
import { reportNamed } from './asks.ts';
import { isFormAgain } from './form-again.ts';

/** What is meant when no period is said. Others have none then. */
const UNSAID: Readonly<Partial<Record<Intent, string>>> = {
  goal_status: 'latest',
  indicator_status: 'latest',
  committee_status: 'latest',
  finance_status: 'latest',
  compare: 'latest',
  report_summary: 'latest',
  missing_reports: 'latest',
  trend: 'all',
  start_report: 'open',
  correct_report: 'open',
};

/** Intents about a report itself: its name says which it is, and the period is the year or tertial that it is due in. */
const ABOUT_REPORTS: readonly Intent[] = ['report_status', 'deadline', 'missing_reports'];
/** When nothing is asked but what something is, or who, a period is no part of it. */
const TIMELESS: readonly Intent[] = [
  'explain_term',
  'help',
  'greeting',
  'thanks',
  'clarify',
  'out_of_scope',
  'responsible',
];

/** The period that a question is about, and the one that it is held against. */
export function periodsOf(intent: Intent, clues: Clues): Entities {
  if (TIMELESS.includes(intent)) return {};
  const against = intent === 'compare' || intent === 'ranking' ? comparedWith(intent, clues) : undefined;
  const period = periodSaid(intent, clues, against) ?? unsaid(intent, clues);
  return { ...(period !== undefined && { period }), ...(against !== undefined && { compareWith: against }) };
}

function unsaid(intent: Intent, clues: Clues): string | undefined {
  if (isOfTheYear(intent, clues)) return 'this_year';
  if (intent === 'deadline' && (reportNamed(clues) ?? 'LATEST') === 'LATEST') return 'open';
  return intent === 'start_report' && isFormAgain(clues) ? undefined : UNSAID[intent];
}

/** What is left of a budget, and whether a target will be reached, is about the year. */
function isOfTheYear(intent: Intent, { has }: Clues): boolean {
  return (intent === 'finance_status' && has('remaining')) || (intent === 'indicator_status' && has('ofTarget'));
}

function periodSaid(intent: Intent, clues: Clues, against: string | undefined): string | undefined {
  const said = clues.periods.map(({ code }) => code).filter((code) => code !== against || clues.periods.length > 1);
  const [first] = said;
  if (!ABOUT_REPORTS.includes(intent)) return first;
  const report = reportNamed(clues);
  const apart = clues.periods.filter(({ byReport }) => !byReport).map(({ code }) => code);
  // "Delårsrapport jan–aug" says twice which report it is, and not when.
  if (report === 'INTERIM' && apart[0] === 'YTD-M08') return undefined;
  if (apart[0] !== undefined) return apart[0];
  if (report === 'INTERIM' || report === 'ANNUAL') return 'this_year';
  return report === 'TERTIAL' ? 'this_tertial' : undefined;
}

/** Elsewhere (`i länet`), or the second of two periods, or the only one when it is said after `mot` or `än`. */
function comparedWith(intent: Intent, clues: Clues): string | undefined {
  const { has, periods } = clues;
  if (intent === 'compare' && clues.foreign?.kind === 'place') return 'municipalities';
  if (intent === 'compare' && has('elsewhere'))
    return has('county')
      ? 'county'
      : has('similar')
        ? 'similar'
        : has('country')
          ? 'country'
          : has('bestQuarter')
            ? 'bestQuarter'
            : 'municipalities';
  const sorted = periods.toSorted((one, other) => one.from - other.from);
  if (sorted.length > 1) return sorted[1]?.code;
  const [only] = sorted;
  if (!only) return has('target') ? 'target' : has('againstBudget') ? 'budget' : undefined;
  const comparing = clues.found.filter(
    ({ sign }) => sign === 'compare' || sign === 'against' || sign === 'improve' || sign === 'decline',
  );
  const isAfter = comparing.some(({ from }) => from < only.from);
  const isRelative = /^(last_|\d{4})/.test(only.code);
  const namesTwo = clues.named('committee').length > 1 || clues.named('indicator').length > 1;
  return isAfter && isRelative && !namesTwo ? only.code : undefined;
}
