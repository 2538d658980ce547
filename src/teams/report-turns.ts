import { type Activity, MessageFactory } from 'botbuilder';
import { isInRoster, type Plan } from '../domain/plan.ts';
import { committeesOf } from '../domain/plan-roles.ts';
import type { Question } from '../features/questions/interpret-message.ts';
import { findAskedPeriod, type PeriodProblem } from '../features/reporting/asked-period.ts';
import { findReport } from '../features/reporting/find-report.ts';
import type { ReportDoer, WantedReport } from '../features/reporting/report-about.ts';
import { openedReportPeriods } from '../features/reporting/report-periods.ts';
import { MUNICIPALITY, type ReportFormat } from '../ports.ts';
import { reportProblemText } from '../report-texts.ts';
import { texts } from '../texts.ts';
import { reportNames } from '../words/report-words.ts';
import { committeeReportTexts } from './committee-report-texts.ts';
import { offerReport } from './file-offers.ts';
import { isPersonal, nameOf } from './incoming.ts';
import { answerMunicipalReport, answerReview as showReview } from './municipal-report-turns.ts';
import type { Asked } from './questions.ts';
import { answerMessage } from './render-notice.ts';
import { ANYBODY, doerIn } from './report-doer.ts';
import { showReport } from './report-views.ts';

type Reply = Partial<Activity>;
type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** A question about a report: the card, the file, or where to ask for it. */
export async function answerReport(
  asked: Asked,
  { of, period, format }: QuestionOf<'report'>,
): Promise<Reply | undefined> {
  if (!asked.inForce) return say(texts.noPlan);
  const whose = await whoseReport(asked, asked.inForce.plan, of);
  if (whose.kind === 'several') return say(whichText(whose.committeeIds));
  const isAnyPeriod = Object.keys(period).length === 0;
  if (isAnyPeriod && !isPersonal(asked.activity) && !format) return newestApproved(asked, whose.scope);
  const found = await findAskedPeriod(asked.ports, period);
  if (!found.ok) return say(periodProblemText(found.problem));

  const wanted = { scope: whose.scope, period: found.value.period };
  if (format) return fileOf(asked, wanted, format);
  return whose.scope === MUNICIPALITY ? answerMunicipalReport(asked, wanted.period) : committeeReport(asked, wanted);
}

/** A question about a joint review. */
export async function answerReview(asked: Asked, { period }: QuestionOf<'review'>): Promise<Reply | undefined> {
  if (Object.keys(period).length === 0) return showReview(asked);
  const found = await findAskedPeriod(asked.ports, period);
  return found.ok ? showReview(asked, found.value.period) : say(periodProblemText(found.problem));
}

type Whose =
  | { readonly kind: 'one'; readonly scope: string }
  | { readonly kind: 'several'; readonly committeeIds: readonly string[] };

/** Whose report is meant: by one's own the only committee that one works for, and who works for none means the municipality's. */
async function whoseReport(asked: Asked, plan: Plan, of: QuestionOf<'report'>['of']): Promise<Whose> {
  if (typeof of !== 'string') return { kind: 'one', scope: of.id };
  if (of === 'municipality') return { kind: 'one', scope: MUNICIPALITY };
  const person = await asked.person();
  const committeeIds = person ? committeesOf(plan, person.upn) : [];
  const [only = MUNICIPALITY, ...others] = committeeIds;
  return others.length === 0 ? { kind: 'one', scope: only } : { kind: 'several', committeeIds };
}

/** In a channel everybody reads the answer: there it is shown as anybody may see it. */
async function committeeReport(asked: Asked, wanted: WantedReport): Promise<Reply> {
  const { ports, activity } = asked;
  const personal = isPersonal(activity);
  const doer = personal ? await doerIn(asked) : ANYBODY;
  const view = await findReport(ports, wanted, doer);
  if (view.ok)
    return answerMessage(await showReport(asked, view.value, { upn: doer.upn, ...(!personal && { open: true }) }));
  const { problem } = view;
  if (!personal && problem.code === 'NOT_ALLOWED') return say(committeeReportTexts.notApproved);
  ports.log.warn({ event: 'audit', reason: problem.code, oid: doer.oid, ...wanted }, 'report not shown');
  return say(isKnown(asked, doer) ? reportProblemText(problem) : texts.notInRoster);
}

/** Where nobody has said which period, what everybody may see is the newest that the council has approved. */
async function newestApproved(asked: Asked, scope: string): Promise<Reply> {
  if (scope === MUNICIPALITY) return answerMunicipalReport(asked);
  for (const { period } of await openedReportPeriods(asked.ports)) {
    const view = await findReport(asked.ports, { scope, period }, ANYBODY);
    if (view.ok) return answerMessage(await showReport(asked, view.value, { upn: '', open: true }));
  }
  return say(committeeReportTexts.notApproved);
}

function isKnown({ inForce }: Asked, { upn }: ReportDoer): boolean {
  return inForce !== undefined && isInRoster(inForce.plan, upn);
}

async function fileOf(asked: Asked, wanted: WantedReport, format: ReportFormat): Promise<Reply> {
  const { activity } = asked;
  const presser = { person: await asked.person(), name: nameOf(activity), personal: isPersonal(activity) };
  return answerMessage(await offerReport(asked, { ...wanted, format }, presser));
}

function whichText(committeeIds: readonly string[]): string {
  const examples = committeeIds.map((id) => `"rapport ${id}"`);
  return `${committeeReportTexts.whichCommittee} ${examples.join(' eller ')}.`;
}

function periodProblemText(problem: PeriodProblem): string {
  if (problem.code !== 'NO_SUCH_REPORT') return reportProblemText(problem);
  const what = problem.kind === undefined ? 'rapport' : reportNames[problem.kind];
  return `Planen har ingen ${what}${problem.year === undefined ? '' : ` för ${problem.year}`}.`;
}

function say(text: string): Reply {
  return MessageFactory.text(text);
}
