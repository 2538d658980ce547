import type { Absence } from '../../domain/absence.ts';
import { type AbsenceDoubt, absenceDoubt } from '../../domain/absence-days.ts';
import type { Plan } from '../../domain/plan.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { stockholmDate } from '../../domain/stockholm.ts';
import type { Ports } from '../../ports.ts';
import { committeesReportedBy, type StandIn, type StandInPorts, standIns } from './stand-ins.ts';

export interface SaidAway {
  readonly absence: Absence;
  readonly standIns: readonly StandIn[];
}

export type AbsenceProblem = { readonly code: 'NO_PLAN' | 'NOT_A_REPORTER' | AbsenceDoubt };

type AbsencePorts = StandInPorts & Pick<Ports, 'plans' | 'clock'>;

/** A reporter is away from one day to another, both included; an absence that was said before is replaced. Days in Sweden. */
export async function sayAway(
  ports: AbsencePorts,
  upn: string,
  { from, to }: Pick<Absence, 'from' | 'to'>,
): Promise<Result<SaidAway, AbsenceProblem>> {
  const reporter = await findReporter(ports, upn);
  if (!reporter.ok) return reporter;
  const doubt = absenceDoubt(from, to, reporter.value.today);
  if (doubt) return refused({ code: doubt });

  const absence = { upn: upn.toLowerCase(), from, to, saidAt: ports.clock.now() };
  await ports.absences.save(absence);
  return done({ absence, standIns: await asked(ports, reporter.value, upn, absence) });
}

/** What a reporter should know before saying so: the absence that is said already, and who would be asked from today on. */
export async function aboutAbsence(
  ports: AbsencePorts,
  upn: string,
): Promise<Result<Partial<SaidAway> & Pick<SaidAway, 'standIns'>, AbsenceProblem>> {
  const reporter = await findReporter(ports, upn);
  if (!reporter.ok) return reporter;
  const { today } = reporter.value;
  const absence = await ownAbsence(ports, upn, today);
  const about = await asked(ports, reporter.value, upn, absence ?? { from: today, to: today });
  return done({ standIns: about, ...(absence && { absence }) });
}

/** The reporter is there again from now on. False: no absence was said, or it was over. */
export async function sayBack(ports: AbsencePorts, upn: string): Promise<Result<boolean, AbsenceProblem>> {
  const reporter = await findReporter(ports, upn);
  if (!reporter.ok) return reporter;
  const absence = await ownAbsence(ports, upn, reporter.value.today);
  if (absence) await ports.absences.remove(upn);
  return done(absence !== undefined);
}

interface KnownReporter {
  readonly plan: Plan;
  readonly today: string;
}

async function findReporter(
  { plans, clock }: Pick<Ports, 'plans' | 'clock'>,
  upn: string,
): Promise<Result<KnownReporter, AbsenceProblem>> {
  const plan = (await plans.current())?.plan;
  if (!plan) return refused({ code: 'NO_PLAN' });
  const today = stockholmDate(clock.now());
  return committeesReportedBy(plan, upn, today).length === 0
    ? refused({ code: 'NOT_A_REPORTER' })
    : done({ plan, today });
}

/** One that is over has no meaning any more. */
async function ownAbsence(
  { absences }: Pick<Ports, 'absences'>,
  upn: string,
  today: string,
): Promise<Absence | undefined> {
  return (await absences.list()).find((one) => one.upn === upn.toLowerCase() && one.to >= today);
}

/** What is over of an absence asks nobody any more. */
function asked(
  ports: StandInPorts,
  { plan, today }: KnownReporter,
  upn: string,
  { from, to }: Pick<Absence, 'from' | 'to'>,
): Promise<readonly StandIn[]> {
  return standIns(ports, plan, upn, { from: from < today ? today : from, to });
}
