import { committeeReportCard } from '../../cards/committee-report/card.ts';
import type { ReportPage } from '../../cards/committee-report/section.ts';
import { aboutReport } from '../../cards/report-buttons.ts';
import { type ReportSendBackCard, reportSendBackCard } from '../../cards/report-send-back/card.ts';
import { type ReportTextCard, reportTextCard } from '../../cards/report-text/card.ts';
import { standingOf } from '../domain/committee-standing.ts';
import { isReporterOf } from '../domain/plan.ts';
import { isController } from '../domain/plan-roles.ts';
import type { CouncilDecision } from '../domain/report-record.ts';
import { stockholmDate } from '../domain/stockholm.ts';
import { findLock } from '../features/outcomes/find-lock.ts';
import type { CommitteeReportView } from '../features/reporting/report-view.ts';
import type { Ports } from '../ports.ts';
import { periodText } from '../words/period-text.ts';
import { reportTitle } from '../words/report-words.ts';
import type { CardAnswer } from './card-answer.ts';
import type { PressWiring } from './presser.ts';

type Shown = Extract<CardAnswer, { kind: 'card' }>;

/** How a report is shown to one person. */
export interface ReportLook {
  /** UPN of who looks; '' for everybody. */
  readonly upn: string;
  readonly page?: ReportPage;
  /** What was just done, or why it was not. */
  readonly said?: string;
  readonly problem?: string;
  /** In a channel: everybody reads it, and nobody does anything there. */
  readonly open?: true;
}

export async function showReport(
  { ports, context }: PressWiring,
  view: CommitteeReportView,
  { upn, ...look }: ReportLook,
): Promise<Shown> {
  const { content, state, deeds, changedSinceSigned, history } = view;
  const change = changeFigures(ports, view, upn);
  const decision = content.kind === 'month' ? undefined : await approvalOf(ports, view);
  const card = committeeReportCard.build({
    ...{ content, state, deeds, changedSinceSigned, history, context, ...shownAs(view), ...look },
    missing: standingOf(view, view.followUp).missing,
    ...(change !== undefined && { changeFigures: change }),
    ...(decision && { decision }),
  });
  return { kind: 'card', card, summary: titleOf(view) };
}

/** The form for one text of the report as it is now. */
export function showTextForm(
  { context }: PressWiring,
  view: CommitteeReportView,
  form: Pick<ReportTextCard, 'section'> & Partial<ReportTextCard>,
): Shown {
  const { content } = view;
  const card = reportTextCard.build({
    ...{ about: aboutOf(view), verbs: { save: 'saveReportText' }, reportTitle: titleOf(view), context },
    ...{ whose: content.committeeName, texts: content.texts, typed: {}, attempt: 1 },
    ...form,
  });
  return { kind: 'card', card, summary: titleOf(view) };
}

/** The form for why the report is sent back. */
export function showSendBackForm(
  { context }: PressWiring,
  view: CommitteeReportView,
  form: Partial<ReportSendBackCard> = {},
): Shown {
  const card = reportSendBackCard.build({
    ...{ about: aboutOf(view), reportTitle: titleOf(view), committeeName: view.content.committeeName, context },
    ...{ typed: {}, attempt: 1 },
    ...form,
  });
  return { kind: 'card', card, summary: titleOf(view) };
}

function titleOf({ content: { kind, period } }: CommitteeReportView): string {
  return reportTitle(kind, period);
}

function aboutOf(view: CommitteeReportView): ReportTextCard['about'] {
  const { committeeId, period } = view.content;
  return aboutReport({ committeeId, period, ...shownAs(view) });
}

function shownAs({ record, mark }: CommitteeReportView): { readonly revision: number; readonly mark: string } {
  return { revision: record?.revision ?? 0, mark };
}

/** What to write in the chat to change the figures: for its reporters until the month is locked, and then for controllers. */
function changeFigures(
  { workingDays, clock }: Pick<Ports, 'workingDays' | 'clock'>,
  { content, state, inForce: { plan } }: CommitteeReportView,
  upn: string,
): string | undefined {
  const { committeeId, period, answered } = content;
  if (state === 'approved') return undefined;
  const isLocked = findLock(plan, period, workingDays, stockholmDate(clock.now())) !== undefined;
  const isReporter = isReporterOf(plan, upn, committeeId);
  if (isReporter && !isLocked && !answered) return 'visa formuläret';
  return (isReporter && !isLocked) || isController(plan, upn)
    ? `rätta ${periodText(period)} för ${committeeId}`
    : undefined;
}

/** The council's decision on the version that the report is shown out of. */
async function approvalOf(
  { reports }: Pick<Ports, 'reports'>,
  { content: { period } }: CommitteeReportView,
): Promise<CouncilDecision | undefined> {
  const versions = await reports.versions(period);
  return versions.findLast(({ decision }) => decision?.outcome === 'approved')?.decision;
}
