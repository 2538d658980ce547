import type { Month } from './period.ts';
import { isReporterOf, type Plan, sameUpn } from './plan.ts';
import { isController, worksForCommittee } from './plan-roles.ts';
import type { ReportKind } from './report-content.ts';
import type { ReportProblem } from './report-problem.ts';
import type { CouncilDecision } from './report-record.ts';
import { isApproverOf, isCouncilClerk } from './report-roles.ts';
import { type ReportDeed, type ReportState, reportDeeds } from './report-state.ts';

/** Who wants to do something. The object id, where it is known, tells who somebody is after a UPN has changed. */
export interface Somebody {
  readonly upn: string;
  readonly oid?: string;
}

interface AnyReport {
  /** With today's roster. */
  readonly plan: Plan;
  readonly period: Month;
  readonly kind: ReportKind;
  /** The first day in Sweden that it is worked on, `2026-09-03`, and the day that it is. */
  readonly opensOn: string;
  readonly today: string;
  readonly state: ReportState;
  /** Figures, texts or grades are others than when it was handed in, signed or compiled last. */
  readonly changed: boolean;
}

/** A committee's report, as far as it decides what can be done to it. */
export interface CommitteeReportNow extends AnyReport {
  readonly scope: 'committee';
  readonly committeeId: string;
  /** All who have answered the form or corrected it; empty when nobody has. Somebody's correction leaves the rest another's. */
  readonly answeredBy: readonly Somebody[];
  readonly handedInBy?: Somebody;
  /** The municipality's report has been compiled, and no controller has sent this one back since. */
  readonly locked: boolean;
}

/** The municipality's report, as far as it decides what can be done to it. */
export interface MunicipalReportNow extends AnyReport {
  readonly scope: 'municipality';
  /** The newest version; absent before the first. */
  readonly compiled?: { readonly by: Somebody; readonly decision?: CouncilDecision };
}

export type ReportNow = CommitteeReportNow | MunicipalReportNow;

/** What a person may do to a report now: the buttons of its card. */
export function deedsOf(report: ReportNow, person: Somebody): readonly ReportDeed[] {
  return reportDeeds.filter((deed) => whyNot(report, deed, person) === undefined);
}

/** Why a person can't do this to a report now; undefined when it can be done. The rule behind both buttons and refusals. */
export function whyNot(report: ReportNow, deed: ReportDeed, person: Somebody): ReportProblem | undefined {
  return report.scope === 'committee'
    ? judge(committeeRules, report, deed, person)
    : judge(municipalRules, report, deed, person);
}

/** The state that a deed leads to. A decision leads to what the council decided. */
export function stateAfter(deed: Exclude<ReportDeed, 'decide'>, from: ReportState): ReportState {
  return LEADS_TO[deed] ?? from;
}

const LEADS_TO: Partial<Readonly<Record<ReportDeed, ReportState>>> = {
  'hand-in': 'handed-in',
  sign: 'signed',
  'send-back': 'sent-back',
  'hold-review': 'reviewed',
  compile: 'compiled',
};

interface Rule<Report> {
  /** The role that the deed takes, in whatever state the report is. */
  readonly may: (report: Report, person: Somebody) => boolean;
  /** What stands in the way for somebody who has the role. */
  readonly not: (report: Report, person: Somebody) => ReportProblem | undefined;
}

/** A deed without a rule is none of that scope's. */
type Rules<Report> = Partial<Readonly<Record<ReportDeed, Rule<Report>>>>;

function judge<Report extends AnyReport>(
  rules: Rules<Report>,
  report: Report,
  deed: ReportDeed,
  person: Somebody,
): ReportProblem | undefined {
  const rule = rules[deed];
  const { kind, period, opensOn, today } = report;
  if (!rule?.may(report, person)) return { code: 'NOT_ALLOWED' };
  if (kind === 'month') return { code: 'NOT_A_REPORT_PERIOD', period };
  if (today < opensOn) return { code: 'NOT_OPEN_YET', period, opensOn };
  return rule.not(report, person);
}

const committeeRules: Rules<CommitteeReportNow> = {
  write: {
    may: ({ plan, committeeId }, { upn }) => worksForCommittee(plan, upn, committeeId),
    not: lock,
  },
  'hand-in': {
    may: ({ plan, committeeId }, { upn }) => isReporterOf(plan, upn, committeeId),
    not: (report) => lock(report) ?? handInProblem(report),
  },
  sign: {
    may: mayApprove,
    not: (report, person) => lock(report) ?? approvalProblem(report) ?? (isOwn(report, person) ? OWN : undefined),
  },
  'send-back': {
    may: (report, person) => mayApprove(report, person) || isController(report.plan, person.upn),
    not: (report, { upn }) =>
      isController(report.plan, upn) ? controllersSendBackProblem(report) : (lock(report) ?? approvalProblem(report)),
  },
};

const byController: Rule<MunicipalReportNow> = {
  may: ({ plan }, { upn }) => isController(plan, upn),
  not: () => undefined,
};

/** Texts, notes and grades can always be changed: what has been compiled stands as it was, and a new version beside it. */
const municipalRules: Rules<MunicipalReportNow> = {
  write: byController,
  'note-review': byController,
  grade: byController,
  'hold-review': { ...byController, not: ({ state }) => (state === 'open' ? undefined : wrongState(state)) },
  compile: { ...byController, not: compileProblem },
  decide: { may: ({ plan }, { upn }) => isCouncilClerk(plan, upn), not: decideProblem },
};

const OWN: ReportProblem = { code: 'OWN_REPORT' };

function wrongState(state: ReportState): ReportProblem {
  return { code: 'WRONG_STATE', state };
}

function lock({ locked }: CommitteeReportNow): ReportProblem | undefined {
  return locked ? { code: 'COMPILED' } : undefined;
}

function mayApprove({ plan, committeeId }: CommitteeReportNow, { upn }: Somebody): boolean {
  return isApproverOf(plan, upn, committeeId);
}

/** What was handed in or signed is handed in again only when something in it is another. */
function handInProblem({ answeredBy, state, changed }: CommitteeReportNow): ReportProblem | undefined {
  if (answeredBy.length === 0) return { code: 'NOT_ANSWERED' };
  return state === 'open' || state === 'sent-back' || changed ? undefined : wrongState(state);
}

/** What waits for a signature: what was handed in, and what has been changed since it was signed. */
function approvalProblem({ state, changed }: CommitteeReportNow): ReportProblem | undefined {
  return state === 'handed-in' || (state === 'signed' && changed) ? undefined : wrongState(state);
}

/** A compiled one is sent back whatever its state, also when the committee had handed in nothing: that lets the committee in again. */
function controllersSendBackProblem({ locked, state }: CommitteeReportNow): ReportProblem | undefined {
  return locked || state === 'handed-in' || state === 'signed' ? undefined : wrongState(state);
}

function isOwn({ answeredBy, handedInBy }: CommitteeReportNow, person: Somebody): boolean {
  return [...answeredBy, handedInBy].some((one) => isSame(one, person));
}

function isSame(one: Somebody | undefined, other: Somebody): boolean {
  if (one === undefined) return false;
  return sameUpn(one.upn, other.upn) || (one.oid !== undefined && one.oid === other.oid);
}

/** What the council has approved is compiled again only when there is something to correct. */
function compileProblem({ state, changed }: MunicipalReportNow): ReportProblem | undefined {
  if (state === 'open') return { code: 'NOT_REVIEWED' };
  return state === 'approved' && !changed ? wrongState(state) : undefined;
}

/** A compiled version that has a decision has one that was interrupted while it was registered: it is to be ended. */
function decideProblem({ state, compiled }: MunicipalReportNow, person: Somebody): ReportProblem | undefined {
  if (!compiled) return { code: 'NOT_COMPILED' };
  if (state !== 'compiled') {
    return compiled.decision ? { code: 'ALREADY_DECIDED', decision: compiled.decision } : wrongState(state);
  }
  return isSame(compiled.by, person) ? OWN : undefined;
}
