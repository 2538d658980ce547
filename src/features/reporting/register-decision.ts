import { canonicalJson } from '../../domain/canonical-json.ts';
import { type DecisionGiven, readDecision } from '../../domain/read-decision.ts';
import { whyNot } from '../../domain/report-deeds.ts';
import type { ReportProblem } from '../../domain/report-problem.ts';
import type { CouncilDecision } from '../../domain/report-record.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { VersionHead } from '../../ports.ts';
import { type OpenedMunicipal, openMunicipalReport } from './open-report.ts';
import { planOfDecision, whyNotInPlan } from './plan-of-decision.ts';
import type { About, DeedPorts, ReportDoer } from './report-about.ts';
import type { MunicipalReportView } from './report-view.ts';
import { settleDecision } from './settle-decision.ts';

/** How often it is looked again at who was faster. */
const TRIES = 3;

/**
 * Registers the council's decision on a compiled version. Stored in three steps: the decision in the version's chain, which only one
 * can be; what it leads to in the report; and, by a job, its money and orders in the plan. Interrupted after the first, the
 * service does the others. It is about a version, not about what the report has become since: only a newer version stands in its way.
 */
export async function registerDecision(
  ports: DeedPorts,
  about: About & { readonly version: number },
  given: DecisionGiven,
  doer: ReportDoer,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const opened = await openMunicipalReport(ports, about, doer);
    if (!opened.ok) return opened;
    const head = versionToDecideOn(opened.value, about.version, doer);
    if (!head.ok) return head;
    const read = readDecision(given, factsOf(ports, head.value));
    const { decision } = head.value;
    if (decision) return whatIsRegistered(ports, about, doer, { decision, given: read.ok ? read.value : undefined });
    if (!read.ok) return read;
    const saved = await decide(ports, head.value, read.value, doer);
    if (!saved.ok) return saved;
    if (saved.value !== 'conflict') return settled(ports, about, doer, saved.value);
  }
  return refused({ code: 'CHANGED_MEANWHILE' });
}

/** Also one that has a decision: the same press again is answered as the first was. */
function versionToDecideOn(
  { now, view, versions }: OpenedMunicipal,
  number: number,
  doer: ReportDoer,
): Result<VersionHead, ReportProblem> {
  const problem = whyNot(now, 'decide', doer);
  if (problem && NOT_FOR_THEM.has(problem.code)) return refused(problem);
  if (view.versions.length === 0) return refused({ code: 'NOT_COMPILED' });
  // Not one whose compilation was interrupted: nobody has stood for it yet.
  const head = view.versions.find((one) => one.number === number);
  if (!head) return refused({ code: 'NO_SUCH_VERSION', version: number });
  if (head.decision) return done(head);
  const newest = versions.at(-1);
  if (newest && newest !== head) return refused({ code: 'NEWER_VERSION', version: newest.number });
  return problem ? refused(problem) : done(head);
}

/** Who may not do it at all learns nothing of what is there. */
const NOT_FOR_THEM: ReadonlySet<ReportProblem['code']> = new Set<ReportProblem['code']>([
  'NOT_ALLOWED',
  'NOT_A_REPORT_PERIOD',
  'NOT_OPEN_YET',
]);

function factsOf({ clock }: DeedPorts, { period, compiledAt }: VersionHead) {
  return { period, compiledOn: stockholmDate(new Date(compiledAt)), today: stockholmDate(clock.now()) };
}

async function decide(
  ports: DeedPorts,
  { period, number: version, seal }: VersionHead,
  given: DecisionGiven,
  { upn, name }: ReportDoer,
): Promise<Result<CouncilDecision | 'conflict', ReportProblem>> {
  const decision = { ...given, version, seal, by: { upn, name }, at: ports.clock.now().toISOString() };
  const plan = await planOfDecision(ports, decision);
  if (!plan) return refused({ code: 'NO_PLAN' });
  const problem = whyNotInPlan(plan, period, decision);
  if (problem) return refused(problem);
  return done((await ports.reports.decide(period, decision)) === 'conflict' ? 'conflict' : decision);
}

async function whatIsRegistered(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
  { decision, given }: { readonly decision: CouncilDecision; readonly given: DecisionGiven | undefined },
): Promise<Result<MunicipalReportView, ReportProblem>> {
  const { by: _, at: __, seal: ___, version: ____, ...registered } = decision;
  const after = await settled(ports, about, doer, decision);
  const isSame = given !== undefined && canonicalJson(given) === canonicalJson(registered);
  return isSame ? after : refused({ code: 'ALREADY_DECIDED', decision });
}

/** What was interrupted is ended, whoever presses again. */
async function settled(
  ports: DeedPorts,
  about: About,
  doer: ReportDoer,
  decision: CouncilDecision,
): Promise<Result<MunicipalReportView, ReportProblem>> {
  await settleDecision(ports, about.period, decision);
  const after = await openMunicipalReport(ports, about, doer);
  return after.ok ? done(after.value.view) : after;
}
