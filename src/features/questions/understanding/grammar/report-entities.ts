import type { Clues } from '../clues.ts';
import type { Intent } from '../reading.ts';
import { reportNamed } from './asks.ts';
import { isFormAgain } from './form-again.ts';

const REPORTS: readonly Intent[] = [
  'report_status',
  'report_summary',
  'deadline',
  'missing_reports',
  'start_report',
  'correct_report',
];

export function reportOf(intent: Intent, clues: Clues): string | undefined {
  if (!REPORTS.includes(intent)) return undefined;
  const named = reportNamed(clues);
  if (intent === 'start_report')
    return named !== undefined && named !== 'LATEST' ? named : isFormAgain(clues) ? 'LATEST' : 'MONTH';
  if (intent === 'correct_report') return undefined;
  if (intent === 'missing_reports' && clues.has('noValue')) return undefined;
  return (
    named ??
    (intent === 'report_summary' && clues.periods.some(({ code }) => /tertial/.test(code)) ? 'TERTIAL' : 'LATEST')
  );
}

export function stepOf(intent: Intent, { has }: Clues): string | undefined {
  if (!REPORTS.includes(intent)) return undefined;
  if (intent === 'missing_reports') return has('remind') ? 'remind' : has('late') ? 'late' : undefined;
  if (intent === 'deadline')
    return has('council', 'decided') ? 'councilDecision' : has('published') ? 'publish' : undefined;
  if (has('unapprove')) return 'unapprove';
  if (has('publish', 'published')) return 'publish';
  if (has('decided') && has('council')) return 'councilDecision';
  if (has('approved')) return 'approved';
  if (has('late')) return 'late';
  return intent === 'report_summary' && has('more') ? 'more' : undefined;
}

export function roleOf({ has, tokens }: Clues): string {
  if (has('approved')) return 'approver';
  const isReporter =
    has('report', 'submitted', 'it') ||
    tokens.some(({ plain }) =>
      /^(rapporterar|rapportor|kontaktperson|kontakt|kontakta|prata|fyller|lamnar|skickar|ringa|mejla|maila)/.test(
        plain,
      ),
    );
  if (tokens.some(({ plain }) => /^controller/.test(plain))) return 'controller';
  if (tokens.some(({ plain }) => /^(ordforande|forvaltningschef|chef)/.test(plain))) return 'manager';
  return isReporter ? 'reporter' : 'owner';
}
